// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsontextsearch.h"

#include "textneedle.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>

namespace Gatescope {

namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

char otherCase(char c)
{
    if (c >= 'a' && c <= 'z')
        return char(c - 'a' + 'A');
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// The next place of one byte. Asked for places that only grow.
class ByteFinder
{
public:
    ByteFinder(std::string_view bytes, char byte)
        : m_bytes(bytes)
        , m_byte(byte)
    { }

    std::size_t atOrAfter(std::size_t from)
    {
        if (m_next == nowhere || (m_isAsked && m_next >= from))
            return m_next;
        m_isAsked = true;
        const void *found = from < m_bytes.size()
            ? std::memchr(m_bytes.data() + from, m_byte, m_bytes.size() - from)
            : nullptr;
        m_next = found ? std::size_t(static_cast<const char *>(found) - m_bytes.data()) : nowhere;
        return m_next;
    }

private:
    std::string_view m_bytes;
    char m_byte;
    bool m_isAsked = false;
    std::size_t m_next = 0;
};

/// The next place of a text, by the byte of it that is rarest in such documents.
class TextFinder
{
public:
    TextFinder(std::string_view bytes, std::string_view text, bool matchesCase)
        : m_bytes(bytes)
        , m_text(text)
        , m_matchesCase(matchesCase)
        , m_anchor(rarest(text))
        , m_asWritten(bytes, text[m_anchor])
        , m_otherCase(bytes, otherCase(text[m_anchor]))
        , m_hasOtherCase(!matchesCase && otherCase(text[m_anchor]) != text[m_anchor])
    { }

    std::size_t atOrAfter(std::size_t from)
    {
        for (std::size_t at = from + m_anchor;;) {
            const std::size_t found =
                std::min(m_asWritten.atOrAfter(at), m_hasOtherCase ? m_otherCase.atOrAfter(at) : nowhere);
            if (found == nowhere || found - m_anchor + m_text.size() > m_bytes.size())
                return nowhere;
            if (isAt(found - m_anchor))
                return found - m_anchor;
            at = found + 1;
        }
    }

private:
    bool isAt(std::size_t at) const
    {
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            const char in = m_bytes[at + i];
            if (in != m_text[i] && (m_matchesCase || otherCase(in) != m_text[i]))
                return false;
        }
        return true;
    }

    static std::size_t rarest(std::string_view text)
    {
        constexpr std::string_view fromCommon =
            "\"e,:aotinrsl_dcu0mgpf1hby2v-3456789k.w{}[] /xTSEAqjzRCIDBPMNLFOUGHVWKYJXQZ";
        std::size_t best = 0;
        std::size_t bestRank = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const std::size_t rank = std::min(fromCommon.find(text[i]), fromCommon.size());
            if (rank >= bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    std::string_view m_bytes;
    std::string_view m_text;
    bool m_matchesCase;
    std::size_t m_anchor;
    ByteFinder m_asWritten;
    ByteFinder m_otherCase;
    bool m_hasOtherCase;
};

/// Where a byte belongs: between a key's quotes, in a scalar, or to nothing that can be found.
struct Part
{
    JsonValue value;
    bool isKey = false;
    bool isEscaped = false;
    std::size_t begin = 0;
    std::size_t end = 0; ///< of the content; begin == end: to nothing
};

/// From places in the bytes to nodes. Asked for places that only grow, it goes on from the last one.
class PartFinder
{
public:
    explicit PartFinder(const JsonValue &root)
        : m_root(root)
        , m_source(root.document()->source().data())
    {
        if (root.isContainer())
            m_open.push_back({root, 0});
    }

    Part at(std::size_t place)
    {
        if (!m_root.isContainer())
            return scalarPart(m_root);
        while (m_open.size() > 1 && endOf(m_open.back().container) <= place)
            m_open.pop_back();
        for (;;) {
            Level &level = m_open.back();
            level.child = childAt(level, place);
            const JsonValue child = level.container.at(level.child);
            if (!child.isValid() || place < beginOf(child) || place >= endOf(child))
                return {};
            if (place < valueOf(child))
                return keyPart(child, place);
            if (!child.isContainer())
                return scalarPart(child);
            m_open.push_back({child, 0});
        }
    }

private:
    struct Level
    {
        JsonValue container;
        quint32 child = 0; ///< the last one that was looked at
    };

    std::size_t placeOf(const char *text) const { return std::size_t(text - m_source); }
    std::size_t valueOf(const JsonValue &value) const { return placeOf(value.rawText().data()); }
    std::size_t endOf(const JsonValue &value) const { return valueOf(value) + value.rawText().size(); }
    std::size_t beginOf(const JsonValue &value) const
    {
        return value.hasKey() ? placeOf(value.rawKey().data()) : valueOf(value);
    }

    /// The last child that begins at the place or before it: near the last one as a rule.
    quint32 childAt(const Level &level, std::size_t place) const
    {
        const auto isBefore = [&](quint32 child) { return beginOf(level.container.at(child)) <= place; };
        const quint32 size = level.container.size();
        quint32 low = level.child;
        quint32 step = 1;
        while (low + step < size && isBefore(low + step)) {
            low += step;
            step *= 2;
        }
        for (quint32 high = std::min(size, low + step); low + 1 < high;) {
            const quint32 middle = low + (high - low) / 2;
            (isBefore(middle) ? low : high) = middle;
        }
        return low;
    }

    Part keyPart(const JsonValue &member, std::size_t place) const
    {
        const std::string_view key = member.rawKey();
        const std::string_view content = key.substr(1, key.size() - 2);
        const std::size_t begin = placeOf(content.data());
        if (place < begin || place >= begin + content.size())
            return {};
        return {member, true, content.find('\\') != std::string_view::npos, begin, begin + content.size()};
    }

    Part scalarPart(const JsonValue &scalar) const
    {
        std::string_view content = scalar.rawText();
        if (scalar.isString())
            content = content.substr(1, content.size() - 2);
        const std::size_t begin = placeOf(content.data());
        const bool isEscaped = scalar.isString() && content.find('\\') != std::string_view::npos;
        return {scalar, false, isEscaped, begin, begin + content.size()};
    }

    JsonValue m_root;
    const char *m_source;
    std::vector<Level> m_open; ///< the containers around the last place
};

class AsciiSearch
{
public:
    AsciiSearch(const JsonValue &root, const JsonQuery &query)
        : m_query(query)
        , m_text(query.text.toStdString())
        , m_needle(query.text, query.matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive)
        , m_parts(root)
        , m_begin(std::size_t(root.rawText().data() - root.document()->source().data()))
        , m_bytes(root.document()->source().substr(0, m_begin + root.rawText().size()))
        , m_hits(m_bytes, m_text, query.matchesCase)
        , m_escapes(m_bytes, '\\')
    { }

    JsonFindings run(const std::stop_token &stop)
    {
        JsonFindings findings;
        for (std::size_t from = m_begin;;) {
            const std::size_t hit = m_hits.atOrAfter(from);
            const std::size_t place = std::min(hit, nextEscape(from, hit));
            if (place == nowhere)
                return findings;
            if (stop.stop_requested()) {
                findings.isComplete = false;
                return findings;
            }
            const Part part = m_parts.at(place);
            if (isFound(part, hit) && (findings.nodes.empty() || findings.nodes.back() != part.value.id()))
                findings.nodes.push_back(part.value.id());
            from = std::max(part.end, place + 1);
        }
    }

private:
    /// The next escape that may stand for a character looked for; none beyond `end`.
    std::size_t nextEscape(std::size_t from, std::size_t end)
    {
        constexpr std::size_t shortEscape = 2; // or longer
        std::size_t escape = m_escapes.atOrAfter(from);
        while (escape < end && !isLookedFor(escape))
            escape = m_escapes.atOrAfter(escape + shortEscape);
        return escape;
    }

    bool isLookedFor(std::size_t escape) const
    {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const std::string_view rest = m_bytes.substr(escape + 1);
        if (rest.starts_with("u00")) { // all others are beyond ASCII
            unsigned code = 0;
            std::from_chars(rest.data() + 3, rest.data() + 5, code, 16); // after a document come its zeros
            const char meant = code < 0x80 ? char(code) : '\0';
            return m_text.find(meant) != std::string::npos
                || m_text.find(otherCase(meant)) != std::string::npos;
        }
        const std::size_t letter = letters.find(rest.empty() ? 'u' : rest[0]);
        return letter != std::string_view::npos && m_text.find(meanings[letter]) != std::string::npos;
    }

    bool isFound(const Part &part, std::size_t hit)
    {
        using Where = JsonQuery::Where;
        if (part.begin == part.end || m_query.where == (part.isKey ? Where::Values : Where::Keys))
            return false;
        if (!part.isEscaped) // with the quotes it would not fit
            return hit != nowhere && hit >= part.begin && hit + m_text.size() <= part.end;
        return m_needle.isIn(part.isKey ? part.value.keyUtf8(m_scratch) : part.value.utf8(m_scratch));
    }

    const JsonQuery &m_query;
    std::string m_text;
    TextNeedle m_needle;
    PartFinder m_parts;
    std::size_t m_begin;
    std::string_view m_bytes; ///< up to the end of what is searched
    TextFinder m_hits;
    ByteFinder m_escapes;
    std::string m_scratch;
};

} // namespace

JsonFindings findAsciiText(const JsonValue &root, const JsonQuery &query, const std::stop_token &stop)
{
    return AsciiSearch(root, query).run(stop);
}

} // namespace Gatescope
