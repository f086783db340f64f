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

int slipsAllowed(qsizetype length)
{
    return length <= 3 ? 0 : length <= 6 ? 1 : 2;
}

/// Optimal string alignment: Levenshtein's distance, with two letters swapped counted once.
int editDistance(QStringView left, QStringView right)
{
    using Line = std::array<int, longestCompared + 1>;
    std::array<Line, 3> lines {};
    for (qsizetype column = 0; column <= right.size(); ++column)
        lines[0][size_t(column)] = int(column);
    for (qsizetype row = 1; row <= left.size(); ++row) {
        Line &line = lines[size_t(row % 3)];
        const Line &above = lines[size_t((row - 1) % 3)];
        const Line &twoAbove = lines[size_t((row + 1) % 3)];
        line[0] = int(row);
        for (qsizetype column = 1; column <= right.size(); ++column) {
            const auto at = size_t(column);
            const bool same = left[row - 1] == right[column - 1];
            line[at] = std::min({above[at] + 1, line[at - 1] + 1, above[at - 1] + (same ? 0 : 1)});
            const bool isSwap = row > 1 && column > 1 && left[row - 1] == right[column - 2]
                && left[row - 2] == right[column - 1];
            if (isSwap)
                line[at] = std::min(line[at], twoAbove[at - 2] + 1);
        }
    }
    return lines[size_t(left.size() % 3)][size_t(right.size())];
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

std::optional<int> likeness(const FoldedName &left, const FoldedName &right)
{
    if (left.text == right.text)
        return left.text.isEmpty() ? std::nullopt : std::optional(0);
    const int allowed = slipsAllowed(std::min(left.text.size(), right.text.size()));
    if (allowed == 0 || std::max(left.text.size(), right.text.size()) > longestCompared
        || !mayBeNear(left, right, allowed))
        return std::nullopt;
    const int distance = editDistance(left.text, right.text);
    return distance <= allowed ? std::optional(distance) : std::nullopt;
}

} // namespace Gatescope
