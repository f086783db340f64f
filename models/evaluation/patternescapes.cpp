// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "patternescapes.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr std::string_view wordMembers = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\x{200c}\\x{200d}";
constexpr std::string_view hexadecimal = "0-9A-Fa-f";
constexpr std::string_view noHexadecimal = "\\x{0}-/:-@G-`g-\\x{10ffff}";
/// Escapes of PCRE2's own. \g is one more, and so are octal numbers.
constexpr std::string_view unknownEscapes = "QENVXRgoC";

std::string word()
{
    return '[' + std::string(wordMembers) + ']';
}

/// \x41, \x{41}, \u0041, \u{41}, \U00000041, \U{41}
std::optional<std::string> codePoint(PatternReader &reader, std::size_t digits)
{
    std::string number;
    if (reader.accept("{")) {
        number = reader.takeUntil('}');
    } else {
        while (number.size() < digits && isHexadecimal(reader.peek()))
            number += reader.take();
        if (number.size() < digits)
            return std::nullopt;
    }
    if (number.empty() || !std::ranges::all_of(number, isHexadecimal))
        return std::nullopt;
    return "\\x{" + number + '}';
}

/// \p{…}, \P{…}, \pL
std::optional<std::string> property(PatternReader &reader, char letter)
{
    std::string name(1, reader.peek());
    const bool isLong = reader.accept("{");
    if (isLong)
        name = reader.takeUntil('}');
    else
        reader.take();
    for (const std::string_view prefix : {"gc=", "General_Category=", "general_category=", "Is"}) {
        if (isLong && name.starts_with(prefix))
            name.erase(0, prefix.size());
    }
    if (name == "Assigned") {
        name = "Cn";
        letter = letter == 'p' ? 'P' : 'p';
    }
    constexpr std::array<std::string_view, 6> ownToPcre2 {"L&", "Xan", "Xwd", "Xps", "Xsp", "Xuc"};
    if (name.empty() || name.starts_with('^') || std::ranges::find(ownToPcre2, name) != ownToPcre2.end())
        return std::nullopt;
    return std::string("\\") + letter + '{' + name + '}';
}

/// \k<name>, \k'name', \k<1>, \k<-1>
std::optional<std::string> namedReference(PatternReader &reader)
{
    const char open = reader.take();
    if (open != '<' && open != '\'')
        return std::nullopt;
    const std::string name(reader.takeUntil(open == '<' ? '>' : '\''));
    if (name.empty())
        return std::nullopt;
    const bool isNumber = isDecimal(name.back()) && (isDecimal(name.front()) || name.front() == '-');
    return isNumber ? "\\g{" + name + '}' : "\\k<" + name + '>';
}

std::optional<std::string> numberedReference(PatternReader &reader, char first)
{
    std::string number(1, first);
    while (isDecimal(reader.peek()))
        number += reader.take();
    if (first == '0')
        return std::nullopt;
    return "\\g{" + number + '}';
}

/// The places between what \w means and what it does not, which is not what PCRE2 takes for \b.
std::string wordStart()
{
    return "(?<!" + word() + ")(?=" + word() + ')';
}

std::string wordEnd()
{
    return "(?<=" + word() + ")(?!" + word() + ')';
}

std::string wordBoundary(PatternReader &reader)
{
    if (reader.accept("{start}"))
        return wordStart();
    if (reader.accept("{end}"))
        return wordEnd();
    if (reader.accept("{start-half}"))
        return "(?<!" + word() + ')';
    if (reader.accept("{end-half}"))
        return "(?!" + word() + ')';
    return "(?:" + wordStart() + '|' + wordEnd() + ')';
}

/// What is the same within a class and outside of one, except for the brackets.
std::optional<std::string> members(PatternReader &reader, char letter)
{
    switch (letter) {
    case 'x':
        return codePoint(reader, 2);
    case 'u':
        return codePoint(reader, 4);
    case 'U':
        return codePoint(reader, 8);
    case 'p':
    case 'P':
        return property(reader, letter);
    case 'h':
        return std::string(hexadecimal);
    case 'H':
        return std::string(noHexadecimal);
    case 'v':
        return "\\x{b}";
    case 'w':
        return std::string(wordMembers);
    default:
        break;
    }
    if (unknownEscapes.contains(letter) || letter == '\0')
        return std::nullopt;
    return std::string("\\") + letter;
}

} // namespace

std::optional<std::string> translatedEscape(PatternReader &reader)
{
    const char letter = reader.take();
    if (isDecimal(letter))
        return numberedReference(reader, letter);
    switch (letter) {
    case 'k':
        return namedReference(reader);
    case 'b':
        return wordBoundary(reader);
    case 'B':
        return "(?:(?<=" + word() + ")(?=" + word() + ")|(?<!" + word() + ")(?!" + word() + "))";
    case '<':
        return wordStart();
    case '>':
        return wordEnd();
    case 'O':
        return "(?s:.)";
    case 'W':
        return std::string(noWord);
    default:
        break;
    }
    const std::optional<std::string> found = members(reader, letter);
    const bool needsBrackets = letter == 'h' || letter == 'H' || letter == 'w';
    return found && needsBrackets ? '[' + *found + ']' : found;
}

std::optional<std::string> translatedClassEscape(PatternReader &reader)
{
    const char letter = reader.take();
    if (isDecimal(letter))
        return std::nullopt;
    if (std::string_view("ABKzG").contains(letter)) // nowhere to stand at: the letters themselves
        return std::string(1, letter);
    return members(reader, letter);
}

} // namespace Gatescope
