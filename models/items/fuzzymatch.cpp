// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzzymatch.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace Gatescope {

namespace {

constexpr qsizetype maskWidth = 64;

QChar foldedUnit(QChar unit)
{
    // Decompositions nest: ǖ is ü with a macron, and ü is u with a diaeresis.
    while (unit.decompositionTag() == QChar::Canonical) {
        const QString parts = unit.decomposition();
        if (parts.isEmpty() || parts.front() == unit || parts.front().isSurrogate())
            break;
        unit = parts.front();
    }
    return unit.toCaseFolded();
}

quint64 letterBit(QChar unit)
{
    return 1ULL << (unit.unicode() % maskWidth);
}

quint64 letterBits(QStringView folded)
{
    return std::accumulate(
        folded.begin(), folded.end(), 0ULL, [](quint64 bits, QChar unit) { return bits | letterBit(unit); });
}

bool isWordStart(QStringView text, qsizetype at)
{
    if (!text[at].isLetterOrNumber())
        return false;
    if (at == 0 || !text[at - 1].isLetterOrNumber())
        return true;
    return text[at].isUpper() && !text[at - 1].isUpper();
}

quint64 placesOf(QChar unit, QStringView folded)
{
    quint64 places = 0;
    const qsizetype size = std::min(folded.size(), maskWidth);
    for (qsizetype i = 0; i < size; ++i)
        places |= quint64(folded[i] == unit) << i;
    return places;
}

/// Everything above the lowest place of a set.
quint64 placesAfter(quint64 places)
{
    return places ? ~(places ^ (places - 1)) : 0;
}

/// Where a character may be: right after the one before, or at the start of a later word.
quint64 nextPlaces(quint64 before, QChar unit, const FuzzyName &name)
{
    return ((before << 1) | (placesAfter(before) & name.wordStarts)) & placesOf(unit, name.folded);
}

} // namespace

QString foldedForFinding(const QString &composed)
{
    QString folded = composed;
    std::ranges::transform(folded, folded.begin(), foldedUnit);
    return folded;
}

FuzzyName::FuzzyName(const QString &name)
    : text(name.normalized(QString::NormalizationForm_C))
    , folded(foldedForFinding(text))
    , letters(letterBits(folded))
{
    const qsizetype size = std::min(text.size(), maskWidth);
    for (qsizetype i = 0; i < size; ++i)
        wordStarts |= quint64(isWordStart(text, i)) << i;
}

FuzzyQuery::FuzzyQuery(const QString &text)
    : m_phrase(foldedForFinding(text.simplified().normalized(QString::NormalizationForm_C)))
    , m_letters(QString(m_phrase).remove(QLatin1Char(' ')))
    , m_letterBits(letterBits(m_letters))
{ }

std::optional<MatchRank> FuzzyQuery::rank(const FuzzyName &name) const
{
    if ((m_letterBits & ~name.letters) != 0 || !isScatteredIn(name))
        return std::nullopt;
    if (name.folded.startsWith(m_phrase))
        return name.folded.size() == m_phrase.size() ? MatchRank::Whole : MatchRank::Beginning;
    if (beginningOfWord(name))
        return MatchRank::Word;
    if (beginsWords(name))
        return MatchRank::WordStarts;
    return name.folded.contains(m_phrase) ? MatchRank::Inside : MatchRank::Scattered;
}

std::optional<qsizetype> FuzzyQuery::beginningOfWord(const FuzzyName &name) const
{
    for (qsizetype at = name.folded.indexOf(m_phrase); at >= 0; at = name.folded.indexOf(m_phrase, at + 1))
        if (at < name.text.size() && isWordStart(name.text, at))
            return at;
    return std::nullopt;
}

bool FuzzyQuery::isScatteredIn(const FuzzyName &name) const
{
    const QChar *wanted = m_letters.cbegin();
    for (const QChar *unit = name.folded.cbegin(); wanted != m_letters.cend() && unit != name.folded.cend();
        ++unit)
        wanted += *unit == *wanted ? 1 : 0;
    return wanted == m_letters.cend();
}

bool FuzzyQuery::beginsWords(const FuzzyName &name) const
{
    if (isEmpty())
        return false;
    quint64 places = placesOf(m_letters.front(), name.folded) & name.wordStarts;
    for (qsizetype i = 1; i < m_letters.size() && places != 0; ++i)
        places = nextPlaces(places, m_letters[i], name);
    return places != 0;
}

QList<int> FuzzyQuery::positions(const FuzzyName &name, MatchRank rank) const
{
    if (rank == MatchRank::WordStarts)
        return wordPositions(name);
    if (rank == MatchRank::Scattered)
        return scatteredPositions(name);
    const qsizetype start =
        rank == MatchRank::Word ? beginningOfWord(name).value_or(0) : name.folded.indexOf(m_phrase);
    QList<int> positions(m_phrase.size());
    std::iota(positions.begin(), positions.end(), int(start));
    return positions;
}

QList<int> FuzzyQuery::wordPositions(const FuzzyName &name) const
{
    QList<quint64> places {placesOf(m_letters.front(), name.folded) & name.wordStarts};
    for (const QChar unit : QStringView(m_letters).sliced(1))
        places.append(nextPlaces(places.last(), unit, name));
    QList<int> positions(m_letters.size());
    int at = std::countr_zero(places.last());
    for (qsizetype i = m_letters.size() - 1; i >= 0; --i) {
        positions[i] = at;
        if (i == 0)
            break;
        const quint64 earlier = places[i - 1] & ((1ULL << at) - 1);
        at = int(std::bit_width(earlier)) - 1; // the nearest, which is the one right before where it can be
    }
    return positions;
}

/// The first place where they are all found, taken together as closely as they are there.
QList<int> FuzzyQuery::scatteredPositions(const FuzzyName &name) const
{
    qsizetype end = 0;
    for (qsizetype wanted = 0; wanted < m_letters.size(); ++end)
        wanted += name.folded[end] == m_letters[wanted] ? 1 : 0;
    QList<int> positions(m_letters.size());
    for (qsizetype wanted = m_letters.size() - 1; wanted >= 0; --wanted) {
        do
            --end;
        while (name.folded[end] != m_letters[wanted]);
        positions[wanted] = int(end);
    }
    return positions;
}

} // namespace Gatescope
