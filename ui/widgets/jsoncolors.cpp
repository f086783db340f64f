// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsoncolors.h"

namespace Gatescope {

namespace {

/// The end of the string whose text begins at `start`, behind its closing quote; the end of the line if it
/// has none.
qsizetype stringEnd(QStringView line, qsizetype start)
{
    qsizetype i = start;
    while (i < line.size() && line[i] != u'"')
        i += line[i] == u'\\' ? 2 : 1;
    return qMin(i + 1, line.size());
}

bool isFollowedByColon(QStringView line, qsizetype from)
{
    while (from < line.size() && line[from].isSpace())
        ++from;
    return from < line.size() && line[from] == u':';
}

bool isLiteralPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'+' || c == u'.';
}

} // namespace

std::vector<JsonToken> jsonTokens(QStringView line, bool isInString, std::size_t limit)
{
    std::vector<JsonToken> tokens;
    qsizetype i = 0;
    while (i < line.size() && tokens.size() < limit) {
        const qsizetype start = i;
        if (line[i] == u'"' || (isInString && start == 0)) {
            i = stringEnd(line, isInString && start == 0 ? 0 : i + 1);
            tokens.push_back(
                {start, i - start, isFollowedByColon(line, i) ? JsonTokenKind::Key : JsonTokenKind::Text});
        } else if (isLiteralPart(line[i])) {
            while (i < line.size() && isLiteralPart(line[i]))
                ++i;
            tokens.push_back({start, i - start, JsonTokenKind::Literal});
        } else {
            ++i;
            if (!line[start].isSpace())
                tokens.push_back({start, 1, JsonTokenKind::Punctuation});
        }
    }
    return tokens;
}

} // namespace Gatescope
