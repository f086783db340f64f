// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

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
/// are never slips.
std::optional<int> likeness(const FoldedName &left, const FoldedName &right);

} // namespace Gatescope
