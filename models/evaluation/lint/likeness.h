// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace Gatescope {

/// A name without what people write now so, now so: case, "-", "_", "." and spaces; and what tells quickly
/// that two are unlike.
struct FoldedName
{
    FoldedName() = default;
    explicit FoldedName(const QString &name);

    QString text;
    QString digits; ///< of it alone
    quint64 letters = 0; ///< a bit for each that occurs, or for several
};

/// How far one name is from another that its author may have meant: 0 where they differ only in what folding
/// leaves out, else the letters that were added, dropped, changed or swapped. Nothing if they are too far
/// apart for their length, which is two such slips at most and none in names of up to three letters; digits
/// are never slips. What is further apart than `most` is nothing either.
std::optional<int> likeness(const FoldedName &left, const FoldedName &right, int most = 2);

/// Finds the most like of many names without comparing with all of them: only those of about the same length
/// and the same digits can be. Any thread.
class LikenessIndex
{
public:
    LikenessIndex() = default;
    explicit LikenessIndex(const std::vector<FoldedName> &names);

    /// Position of the name with the least likeness(), of several the first; nothing if none is near.
    std::optional<std::size_t> nearest(const FoldedName &name) const;

private:
    struct Entry
    {
        std::size_t position = 0;
        FoldedName name;
    };

    QHash<QString, std::size_t> m_equal; ///< by the folded text
    QHash<std::pair<qsizetype, QString>, std::vector<Entry>> m_alike; ///< by length and digits
};

} // namespace Gatescope
