// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "patternclasses.h"

#include "patternescapes.h"

#include <array>

namespace Gatescope {

namespace {

constexpr int deepestClass = 50;
constexpr std::size_t longestClass = 100'000; ///< ~~ doubles what it is made of

struct NamedClass
{
    std::string_view name;
    std::string_view members;
    std::string_view others;
};
constexpr std::array namedClasses {
    NamedClass {"alnum", "0-9A-Za-z", R"(\x{0}-/:-@\[-`\{-\x{10ffff})"},
    NamedClass {"alpha", "A-Za-z", R"(\x{0}-@\[-`\{-\x{10ffff})"},
    NamedClass {"ascii", R"(\x{0}-\x{7f})", R"(\x{80}-\x{10ffff})"},
    NamedClass {"blank", R"(\t\x{20})", R"(\x{0}-\x{8}\n-\x{1f}!-\x{10ffff})"},
    NamedClass {"cntrl", R"(\x{0}-\x{1f}\x{7f})", R"(\x{20}-~\x{80}-\x{10ffff})"},
    NamedClass {"digit", "0-9", R"(\x{0}-/:-\x{10ffff})"},
    NamedClass {"graph", "!-~", R"(\x{0}-\x{20}\x{7f}-\x{10ffff})"},
    NamedClass {"lower", "a-z", R"(\x{0}-`\{-\x{10ffff})"},
    NamedClass {"print", R"(\x{20}-~)", R"(\x{0}-\x{1f}\x{7f}-\x{10ffff})"},
    NamedClass {"punct", R"(!-/:-@\[-`\{-~)", R"(\x{0}-\x{20}0-9A-Za-z\x{7f}-\x{10ffff})"},
    NamedClass {"space", R"(\t-\r\x{20})", R"(\x{0}-\x{8}\x{e}-\x{1f}!-\x{10ffff})"},
    NamedClass {"upper", "A-Z", R"(\x{0}-@\[-\x{10ffff})"},
    NamedClass {"word", "0-9A-Z_a-z", R"(\x{0}-/:-@\[-\^`\{-\x{10ffff})"},
    NamedClass {"xdigit", "0-9A-Fa-f", R"(\x{0}-/:-@G-`g-\x{10ffff})"},
};

/// Sets are PCRE2 expressions of one character.
class ClassTranslator
{
public:
    explicit ClassTranslator(PatternReader &reader)
        : m_reader(reader)
    { }

    std::optional<std::string> translate(int depth = 0)
    {
        if (depth > deepestClass)
            return std::nullopt;
        const bool isNegated = m_reader.accept("^");
        std::optional<std::string> all = readUnion(depth, true);
        while (all && !m_reader.accept("]")) {
            const char op = m_reader.take();
            m_reader.take();
            const std::optional<std::string> other = readUnion(depth, false);
            const bool isShort = other && all->size() + other->size() < longestClass;
            all = isShort ? std::optional(combined(*all, op, *other)) : std::nullopt;
        }
        if (!all || !isNegated)
            return all;
        if (all->starts_with('[') && !all->starts_with("[^") && m_isPlain)
            return "[^" + all->substr(1);
        return "(?:(?!" + *all + ")(?s:.))";
    }

private:
    static std::string combined(const std::string &left, char op, const std::string &right)
    {
        if (op == '&')
            return "(?:(?=" + left + ')' + right + ')';
        if (op == '-')
            return "(?:(?!" + right + ')' + left + ')';
        return "(?:(?!" + right + ')' + left + "|(?!" + left + ')' + right + ')';
    }

    bool atOperator() const
    {
        return m_reader.startsWith("&&") || m_reader.startsWith("--") || m_reader.startsWith("~~");
    }

    std::optional<std::string> readUnion(int depth, bool isFirst)
    {
        std::string plain;
        std::string alternatives;
        m_isPlain = isFirst;
        for (bool mayClose = !isFirst; !m_reader.atEnd(); mayClose = true) {
            if ((mayClose && m_reader.peek() == ']')
                || (atOperator() && (!plain.empty() || !alternatives.empty()))) {
                m_isPlain = m_isPlain && alternatives.empty() && m_reader.peek() == ']';
                return united(plain, alternatives);
            }
            if (m_reader.accept("[")) {
                const std::optional<std::string> named = readNamed();
                const std::optional<std::string> nested = named ? std::nullopt : translate(depth + 1);
                if (!named && !nested)
                    return std::nullopt;
                if (named)
                    plain += *named;
                else
                    alternatives += '|' + *nested;
            } else if (m_reader.accept("\\W")) {
                alternatives += '|' + std::string(noWord);
            } else if (!readMember(plain)) {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

    static std::string united(const std::string &plain, const std::string &alternatives)
    {
        if (alternatives.empty())
            return plain.empty() ? "(?!)" : '[' + plain + ']';
        return "(?:" + (plain.empty() ? alternatives.substr(1) : '[' + plain + ']' + alternatives) + ')';
    }

    /// [:alpha:] and [:^alpha:]
    std::optional<std::string> readNamed()
    {
        PatternReader ahead = m_reader;
        if (!ahead.accept(":"))
            return std::nullopt;
        const bool isNegated = ahead.accept("^");
        for (const NamedClass &known : namedClasses) {
            PatternReader end = ahead;
            if (!end.accept(known.name) || !end.accept(":]"))
                continue;
            m_reader = end;
            return std::string(isNegated ? known.others : known.members);
        }
        return std::nullopt;
    }

    bool readMember(std::string &plain)
    {
        if (!m_reader.accept("\\")) {
            const char byte = m_reader.take();
            if (std::string_view("]^:.=").contains(byte)) // [:, [. and [= would begin names
                plain += '\\';
            plain += byte;
            return true;
        }
        const std::optional<std::string> escaped = translatedClassEscape(m_reader);
        plain += escaped.value_or(std::string());
        return escaped.has_value();
    }

    PatternReader &m_reader;
    bool m_isPlain = true; ///< the last union read is nothing but one class
};

} // namespace

std::optional<std::string> translatedClass(PatternReader &reader)
{
    return ClassTranslator(reader).translate();
}

} // namespace Gatescope
