// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Gatescope {

/// How well a name matches what was typed; the better comes first.
enum class MatchRank : quint8 {
    Whole, ///< the name itself
    Beginning, ///< of the name
    Word, ///< the beginning of a later word
    WordStarts, ///< pieces that each begin a word: "cbc" in checkout_button_copy
    Inside, ///< somewhere, in one piece
    Scattered, ///< its characters, in order
};

/// Text without case and accents, a unit for each unit of it once composed (NFC).
QString foldedForFinding(const QString &composed);

/// A name prepared for FuzzyQuery.
struct FuzzyName
{
    explicit FuzzyName(const QString &name);

    QString text; ///< composed, for display
    QString folded;
    quint64 letters = 0; ///< which characters it has, hashed to a bit each
    quint64 wordStarts = 0; ///< of its first 64 units
};

/// What is being typed. A name matches if all its characters but white space are in the name in their order,
/// whatever their case and accents. Immutable, any thread.
class FuzzyQuery
{
public:
    explicit FuzzyQuery(const QString &text);

    bool isEmpty() const { return m_letters.isEmpty(); }
    /// None: it does not match. Allocates nothing.
    std::optional<MatchRank> rank(const FuzzyName &name) const;
    /// Where in FuzzyName::text the characters are that a rank was given for.
    QList<int> positions(const FuzzyName &name, MatchRank rank) const;

private:
    std::optional<qsizetype> beginningOfWord(const FuzzyName &name) const;
    bool isScatteredIn(const FuzzyName &name) const;
    bool beginsWords(const FuzzyName &name) const;
    QList<int> wordPositions(const FuzzyName &name) const;
    QList<int> scatteredPositions(const FuzzyName &name) const;

    QString m_phrase; ///< folded, with the white space within
    QString m_letters; ///< folded, without any
    quint64 m_letterBits = 0;
};

} // namespace Gatescope
