// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonescapes.h"

#include "utf8text.h"

#include <QChar>

#include <optional>

namespace Gatescope {

namespace {

std::optional<char16_t> hexUnit(std::string_view digits)
{
    if (digits.size() < 4)
        return {};
    unsigned unit = 0;
    for (const char c : digits.substr(0, 4)) {
        unit <<= 4;
        if (c >= '0' && c <= '9')
            unit |= unsigned(c - '0');
        else if (c >= 'a' && c <= 'f')
            unit |= unsigned(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            unit |= unsigned(c - 'A' + 10);
        else
            return {};
    }
    return char16_t(unit);
}

char simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c; // quote, backslash and slash mean themselves
    }
}

bool isSimpleEscape(char c)
{
    return std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
}

/// The low half that directly follows a high one, if it does.
std::optional<char16_t> lowHalf(std::string_view rest)
{
    if (!rest.starts_with("\\u"))
        return {};
    const auto unit = hexUnit(rest.substr(2));
    return unit && QChar::isLowSurrogate(*unit) ? unit : std::nullopt;
}

void appendUtf8(char32_t point, std::string &out)
{
    const auto tail = [point](int shift) { return char(0x80 | ((point >> shift) & 0x3f)); };
    if (point < 0x80) {
        out += char(point);
    } else if (point < 0x800) {
        out += char(0xc0 | (point >> 6));
        out += tail(0);
    } else if (point < 0x10000) {
        out += char(0xe0 | (point >> 12));
        out += tail(6);
        out += tail(0);
    } else {
        out += char(0xf0 | (point >> 18));
        out += tail(12);
        out += tail(6);
        out += tail(0);
    }
}

/// Walks a checked content: stretches without a backslash, and code points of escapes.
template<class Text, class Point>
void walkEscapes(std::string_view content, const Text &text, const Point &point)
{
    while (!content.empty()) {
        const size_t slash = content.find('\\');
        text(content.substr(0, slash));
        if (slash == std::string_view::npos || slash + 1 >= content.size())
            return;
        const char letter = content[slash + 1];
        content.remove_prefix(slash + 2);
        if (letter != 'u') {
            point(char32_t(simpleEscape(letter)));
            continue;
        }
        const char16_t unit = hexUnit(content).value_or(u'\ufffd');
        content.remove_prefix(std::min<size_t>(4, content.size()));
        const auto low = QChar::isHighSurrogate(unit) ? lowHalf(content) : std::nullopt;
        if (low)
            content.remove_prefix(6);
        point(low ? QChar::surrogateToUcs4(unit, *low) : char32_t(unit));
    }
}

} // namespace

JsonEscapes checkJsonEscapes(std::string_view content)
{
    auto found = JsonEscapes::Sound;
    for (size_t at = content.find('\\'); at != std::string_view::npos; at = content.find('\\', at)) {
        if (at + 1 >= content.size())
            return JsonEscapes::Invalid;
        if (content[at + 1] != 'u') {
            if (!isSimpleEscape(content[at + 1]))
                return JsonEscapes::Invalid;
            at += 2;
            continue;
        }
        const auto unit = hexUnit(content.substr(at + 2));
        if (!unit)
            return JsonEscapes::Invalid;
        at += 6;
        if (QChar::isHighSurrogate(*unit) && lowHalf(content.substr(at)))
            at += 6;
        else if (QChar::isSurrogate(*unit))
            found = JsonEscapes::LoneSurrogate;
    }
    return found;
}

void unescapeJson(std::string_view content, std::string &out)
{
    walkEscapes(
        content, [&out](std::string_view text) { out += text; },
        [&out](char32_t point) { appendUtf8(point, out); });
}

QString unescapedJson(std::string_view content)
{
    QString out;
    walkEscapes(
        content, [&out](std::string_view text) { out += utf8Text(text); },
        [&out](char32_t point) {
            for (const char16_t unit : QChar::fromUcs4(point))
                out += QChar(unit);
        });
    return out;
}

} // namespace Gatescope
