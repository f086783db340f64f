// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonfault.h"

#include "jsonescapes.h"
#include "jsonnumber.h"

#include <algorithm>

namespace Gatescope {

namespace {

bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isContinuation(char c)
{
    return (quint8(c) & 0xc0) == 0x80;
}

/// Length of the well-formed sequence a text begins with; 0: none; -1: it is cut off by the end of the text.
int utf8Length(std::string_view text)
{
    const auto lead = quint8(text[0]);
    const int length = lead < 0x80 ? 1
        : lead < 0xc2              ? 0
        : lead < 0xe0              ? 2
        : lead < 0xf0              ? 3
        : lead < 0xf5              ? 4
                                   : 0;
    for (int i = 1; i < length; ++i) {
        if (size_t(i) >= text.size())
            return -1;
        const auto next = quint8(text[size_t(i)]);
        const int low = i > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const int high = i > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (next < low || next > high)
            return 0;
    }
    return length;
}

} // namespace

JsonFaultFinder::JsonFaultFinder(std::string_view text, const JsonLimits &limits)
    : m_text(text)
    , m_limits(limits)
{ }

Error JsonFaultFinder::find()
{
    while (!m_failed) {
        skipSpace();
        if (atEnd())
            textEnded();
        else
            step();
    }
    return m_error;
}

void JsonFaultFinder::step()
{
    switch (m_expect) {
    case Expect::ElementOrEnd:
    case Expect::KeyOrEnd:
        if (here() == (m_open.back().isObject ? '}' : ']'))
            return close(here());
        return m_expect == Expect::KeyOrEnd ? takeKey() : takeValue();
    case Expect::Value:
        return takeValue();
    case Expect::Key:
        return takeKey();
    case Expect::Colon:
        if (here() != ':')
            return unexpected(tr("a colon after the name"));
        ++m_at;
        m_expect = Expect::Value;
        return;
    case Expect::CommaOrEnd:
        if (here() != ',')
            return close(here());
        ++m_at;
        m_expect = m_open.back().isObject ? Expect::Key : Expect::Value;
        return;
    case Expect::Nothing:
        return unexpected(tr("the end of the text"));
    }
}

void JsonFaultFinder::takeValue()
{
    switch (here()) {
    case '{':
        return open(true);
    case '[':
        return open(false);
    case '"':
        takeString();
        return valueDone();
    default:
        takeWord();
        return valueDone();
    }
}

void JsonFaultFinder::open(bool isObject)
{
    if (m_open.size() >= size_t(std::max(0, m_limits.maxDepth))) {
        return fail(ErrorCode::TooLarge, m_at,
            tr("nested more than %n level(s) deep, which is more than can be read", nullptr,
                m_limits.maxDepth));
    }
    m_open.push_back({m_at, isObject});
    ++m_at;
    m_expect = isObject ? Expect::KeyOrEnd : Expect::ElementOrEnd;
}

void JsonFaultFinder::close(char bracket)
{
    const bool isObject = m_open.back().isObject;
    if (bracket != (isObject ? '}' : ']'))
        return unexpected(isObject ? tr("a comma or }") : tr("a comma or ]"));
    m_open.pop_back();
    ++m_at;
    valueDone();
}

void JsonFaultFinder::valueDone()
{
    m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd;
}

void JsonFaultFinder::takeKey()
{
    if (here() != '"')
        return unexpected(tr("a name in double quotes"));
    const size_t begin = m_at;
    takeString();
    if (!m_failed && qsizetype(m_at - begin) - 2 > maxJsonKeyLength)
        fail(ErrorCode::TooLarge, begin, tr("a name of more than 16 MB cannot be read"));
    m_expect = Expect::Colon;
}

void JsonFaultFinder::takeString()
{
    const size_t begin = m_at++;
    while (!m_failed && !atEnd() && here() != '"') {
        if (here() == '\\') {
            takeEscape();
        } else if (quint8(here()) < 0x20) {
            fail(ErrorCode::InvalidJson, m_at,
                tr("the control character %1 inside a string must be written as an escape")
                    .arg(quotedHere()));
        } else {
            takeUtf8();
        }
    }
    if (m_failed)
        return;
    if (atEnd())
        return fail(ErrorCode::Truncated, m_at,
            tr("the text ends inside the string begun at %1").arg(position(begin)));
    ++m_at;
}

void JsonFaultFinder::takeEscape()
{
    const std::string_view rest = m_text.substr(m_at);
    const size_t length = rest.size() > 1 && rest[1] == 'u' ? 6 : 2;
    if (checkJsonEscapes(rest.substr(0, length)) != JsonEscapes::Invalid) {
        m_at += length;
        return;
    }
    const bool cut = rest.size() < length && std::ranges::none_of(rest, [](char c) { return c == '"'; });
    if (cut)
        fail(ErrorCode::Truncated, m_text.size(), tr("the text ends inside an escape"));
    else
        fail(ErrorCode::InvalidJson, m_at, tr("a backslash begins no known escape"));
}

void JsonFaultFinder::takeUtf8()
{
    const int length = utf8Length(m_text.substr(m_at));
    if (length > 0)
        m_at += size_t(length);
    else if (length < 0)
        fail(ErrorCode::Truncated, m_at, tr("the text ends inside a character"));
    else
        fail(ErrorCode::InvalidUtf8, m_at,
            tr("the byte 0x%1 is not UTF-8").arg(uint(quint8(here())), 2, 16, QLatin1Char('0')));
}

void JsonFaultFinder::takeWord()
{
    const size_t end = std::min(m_text.find_first_of(" \t\r\n,:[]{}\"", m_at), m_text.size());
    const std::string_view word = m_text.substr(m_at, end - m_at);
    if (word == "true" || word == "false" || word == "null" || isJsonNumber(word)) {
        m_at = end;
        return;
    }
    if (word.empty() || utf8Length(word) <= 0 || quint8(word[0]) < 0x20)
        return unexpected(tr("a value"));
    const bool begins = std::ranges::any_of(std::initializer_list<std::string_view> {"true", "false", "null"},
        [word](std::string_view whole) { return whole.starts_with(word); });
    const bool cut = end == m_text.size() && (begins || isJsonNumber(std::string(word) + '0'));
    if (cut)
        return fail(ErrorCode::Truncated, end, tr("the text ends inside a value"));
    const QString shown = QString::fromUtf8(word.data(), qsizetype(word.size())).left(24);
    if (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'))
        return fail(ErrorCode::InvalidJson, m_at, tr("“%1” is not a number as JSON writes them").arg(shown));
    fail(ErrorCode::InvalidJson, m_at, tr("“%1” is not a value; text needs double quotes").arg(shown));
}

void JsonFaultFinder::textEnded()
{
    if (m_open.empty() && m_expect == Expect::Nothing)
        return fail(ErrorCode::Internal, m_at, tr("the text could not be read"));
    if (m_open.empty())
        return fail(ErrorCode::Truncated, 0, tr("the text is empty, a JSON value was expected"));
    const Opened &opened = m_open.back();
    fail(ErrorCode::Truncated, m_at,
        tr("the text ends before the %1 at %2 is closed")
            .arg(QLatin1Char(opened.isObject ? '{' : '['))
            .arg(position(opened.offset)));
}

void JsonFaultFinder::skipSpace()
{
    while (!atEnd() && isJsonSpace(here()))
        ++m_at;
}

void JsonFaultFinder::unexpected(const QString &wanted)
{
    const int length = utf8Length(m_text.substr(m_at));
    if (length <= 0)
        return takeUtf8();
    fail(ErrorCode::InvalidJson, m_at, tr("expected %1, not %2").arg(wanted, quotedHere()));
}

QString JsonFaultFinder::quotedHere() const
{
    const int length = std::max(1, utf8Length(m_text.substr(m_at)));
    if (quint8(here()) < 0x20 || here() == 0x7f)
        return QStringLiteral("U+%1").arg(uint(quint8(here())), 4, 16, QLatin1Char('0')).toUpper();
    return QStringLiteral("“%1”").arg(QString::fromUtf8(m_text.data() + m_at, length));
}

void JsonFaultFinder::fail(ErrorCode code, size_t offset, const QString &what)
{
    if (m_failed)
        return;
    m_failed = true;
    const QString where = position(offset);
    m_error = {code, where.left(1).toUpper() + where.mid(1) + QStringLiteral(": ") + what,
        tr("Byte %1").arg(offset)};
}

QString JsonFaultFinder::position(size_t offset) const
{
    qsizetype line = 1;
    qsizetype column = 1;
    for (size_t at = 0; at < offset; ++at) {
        const char c = m_text[at];
        const bool lineEnds = c == '\n' || (c == '\r' && (at + 1 >= m_text.size() || m_text[at + 1] != '\n'));
        if (lineEnds) {
            ++line;
            column = 1;
        } else if (!isContinuation(c)) {
            ++column;
        }
    }
    return tr("line %1, column %2").arg(line).arg(column);
}

} // namespace Gatescope
