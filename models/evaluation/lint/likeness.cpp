// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "likeness.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace Gatescope {

namespace {

constexpr qsizetype longestCompared = 48;

constexpr int mostSlips = 2;

int slipsAllowed(qsizetype length)
{
    return length <= 3 ? 0 : length <= 6 ? 1 : mostSlips;
}

/// Optimal string alignment: Levenshtein's distance, with two letters swapped counted once. Only near the
/// diagonal, where all that is at most `most` apart lies; what is further apart gives some number above it.
int editDistance(QStringView left, QStringView right, int most)
{
    using Line = std::array<int, longestCompared + 2>;
    std::array<Line, 3> lines;
    const qsizetype width = right.size();
    const int beyond = most + 1;
    for (qsizetype column = 0; column <= std::min<qsizetype>(width, beyond); ++column)
        lines[0][std::size_t(column)] = int(column);
    int nearestAbove = 0;
    for (qsizetype row = 1; row <= left.size(); ++row) {
        Line &line = lines[std::size_t(row % 3)];
        const Line &above = lines[std::size_t((row - 1) % 3)];
        const Line &twoAbove = lines[std::size_t((row + 1) % 3)];
        const qsizetype first = std::max<qsizetype>(1, row - most);
        const qsizetype last = std::min<qsizetype>(width, row + most);
        line[std::size_t(first - 1)] = first == 1 ? std::min(int(row), beyond) : beyond;
        int nearest = line[std::size_t(first - 1)];
        for (qsizetype column = first; column <= last; ++column) {
            const auto at = std::size_t(column);
            const bool same = left[row - 1] == right[column - 1];
            line[at] = std::min({above[at] + 1, line[at - 1] + 1, above[at - 1] + (same ? 0 : 1)});
            const bool isSwap = row > 1 && column > 1 && left[row - 1] == right[column - 2]
                && left[row - 2] == right[column - 1];
            if (isSwap)
                line[at] = std::min(line[at], twoAbove[at - 2] + 1);
            nearest = std::min(nearest, line[at]);
        }
        line[std::size_t(last + 1)] = beyond;
        if (nearest > most && nearestAbove > most) // a swap goes on from two lines above
            return beyond;
        nearestAbove = nearest;
    }
    return lines[std::size_t(left.size() % 3)][std::size_t(width)];
}

/// Of two texts that are `slips` apart at most: each slip makes one letter come and another go.
bool mayBeNear(const FoldedName &left, const FoldedName &right, int slips)
{
    return std::abs(left.text.size() - right.text.size()) <= slips
        && std::popcount(left.letters ^ right.letters) <= 2 * slips && left.digits == right.digits;
}

} // namespace

FoldedName::FoldedName(const QString &name)
    : text(name.toLower())
{
    text.removeIf([](QChar c) { return c == u'-' || c == u'_' || c == u'.' || c.isSpace(); });
    for (const QChar c : std::as_const(text)) {
        letters |= quint64(1) << (c.unicode() % 64);
        if (c.isDigit())
            digits += c;
    }
}

std::optional<int> likeness(const FoldedName &left, const FoldedName &right, int most)
{
    if (left.text == right.text)
        return left.text.isEmpty() ? std::nullopt : std::optional(0);
    const int allowed = std::min(most, slipsAllowed(std::min(left.text.size(), right.text.size())));
    if (allowed <= 0 || std::max(left.text.size(), right.text.size()) > longestCompared
        || !mayBeNear(left, right, allowed))
        return std::nullopt;
    const int distance = editDistance(left.text, right.text, allowed);
    return distance <= allowed ? std::optional(distance) : std::nullopt;
}

LikenessIndex::LikenessIndex(const std::vector<FoldedName> &names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        const FoldedName &name = names[i];
        if (name.text.isEmpty())
            continue;
        if (!m_equal.contains(name.text))
            m_equal.insert(name.text, i);
        if (slipsAllowed(name.text.size()) > 0 && name.text.size() <= longestCompared)
            m_alike[{name.text.size(), name.digits}].push_back({i, name});
    }
}

std::optional<std::size_t> LikenessIndex::nearest(const FoldedName &name) const
{
    if (const auto equal = m_equal.constFind(name.text); equal != m_equal.cend())
        return *equal;
    std::optional<std::size_t> best;
    int bestDistance = mostSlips;
    const qsizetype length = name.text.size();
    for (qsizetype other = length - mostSlips; other <= length + mostSlips; ++other) {
        const auto group = m_alike.constFind({other, name.digits});
        if (group == m_alike.cend())
            continue;
        for (const Entry &entry : *group) {
            const auto distance = likeness(name, entry.name, bestDistance);
            if (!distance || (best && *distance == bestDistance && *best < entry.position))
                continue;
            best = entry.position;
            bestDistance = *distance;
        }
    }
    return best;
}

} // namespace Gatescope
