// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "patterndialect.h"

#include "patternclasses.h"
#include "patternescapes.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr std::string_view flagLetters = "imsxuU-";
constexpr std::size_t longestTranslated = 1'000'000; ///< far beyond what PCRE2 compiles

/// (?i) and (?i:, without the u that is meant anyway and with one x for two. Nothing for flags of PCRE2's
/// own.
std::optional<std::string> translatedFlags(PatternReader &reader)
{
    std::string flags;
    for (; !reader.atEnd() && reader.peek() != ')' && reader.peek() != ':'; reader.take()) {
        const char flag = reader.peek();
        if (!flagLetters.contains(flag))
            return std::nullopt;
        const bool isRepeated = flag == 'x' && flags.ends_with('x');
        if ((flag == 'u' && !flags.contains('-')) || isRepeated)
            continue;
        flags += flag;
    }
    if (flags.ends_with('-') || reader.atEnd())
        return std::nullopt;
    const bool isGroup = reader.take() == ':';
    if (flags.empty() && !isGroup)
        return std::string("(?:)");
    return "(?" + flags + (isGroup ? ':' : ')');
}

std::optional<std::string> translatedComment(PatternReader &reader)
{
    if (!reader.rest().contains(')'))
        return std::nullopt;
    reader.takeUntil(')');
    return std::string();
}

/// What begins with a parenthesis, which was read.
std::optional<std::string> translatedGroup(PatternReader &reader)
{
    if (reader.peek() == '*')
        return std::nullopt;
    if (!reader.accept("?"))
        return std::string("(");
    if (reader.accept("#"))
        return translatedComment(reader);
    for (const std::string_view known : {"=", "!", "<=", "<!", ">", "P<", "P=", "<", "'", ":"}) {
        if (reader.accept(known))
            return "(?" + std::string(known);
    }
    if (reader.accept("("))
        return reader.peek() == '?' || reader.startsWith("DEFINE") ? std::nullopt
                                                                   : std::optional<std::string>("(?(");
    const char next = reader.peek();
    const bool isCall = isDecimal(next) || (next == '-' && isDecimal(reader.peek(1)));
    return isCall ? std::nullopt : translatedFlags(reader);
}

/// {,2} is {0,2}.
std::string translatedBrace(PatternReader &reader)
{
    return reader.peek() == ',' && isDecimal(reader.peek(1)) ? "{0" : "{";
}

/// A place to stand at may be repeated.
std::string place(PatternReader &reader, const std::string &translated)
{
    return std::string_view("*+?").contains(reader.peek()) && !reader.atEnd() ? "(?:" + translated + ')'
                                                                              : translated;
}

std::optional<std::string> translatedToken(PatternReader &reader)
{
    const char byte = reader.take();
    switch (byte) {
    case '\\': {
        const bool isPlace = reader.peek() == 'b' || reader.peek() == 'B';
        const std::optional<std::string> escape = translatedEscape(reader);
        return escape && isPlace ? place(reader, *escape) : escape;
    }
    case '^':
    case '$':
        return place(reader, std::string(1, byte));
    case '[':
        return translatedClass(reader);
    case '(':
        return translatedGroup(reader);
    case '{':
        return translatedBrace(reader);
    default:
        return std::string(1, byte);
    }
}

} // namespace

std::optional<std::string> translatedPattern(std::string_view pattern)
{
    constexpr std::string_view special = "\\[({^$";
    if (!std::ranges::any_of(pattern, [&](char byte) { return special.contains(byte); }))
        return std::string(pattern);
    std::string translated;
    PatternReader reader(pattern);
    while (!reader.atEnd()) {
        const std::optional<std::string> token = translatedToken(reader);
        if (!token || translated.size() > longestTranslated)
            return std::nullopt;
        translated += *token;
    }
    return translated;
}

} // namespace Gatescope
