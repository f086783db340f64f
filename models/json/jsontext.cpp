// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsondocument.h"

#include <vector>

namespace Gatescope {

namespace {

void append(QByteArray &out, std::string_view text)
{
    out.append(text.data(), qsizetype(text.size()));
}

/// Writes a value with the tokens of its source; \p indent is the step, negative for none.
class JsonTextWriter
{
public:
    explicit JsonTextWriter(int indent)
        : m_indent(indent)
    { }

    QByteArray write(const JsonValue &value)
    {
        begin(value);
        while (!m_levels.empty()) {
            Level &level = m_levels.back();
            if (level.next == level.container.size()) {
                end();
                continue;
            }
            const JsonValue child = level.container.at(level.next);
            if (level.next++ > 0)
                m_out += ',';
            newLine();
            writeKey(child);
            begin(child);
        }
        return std::move(m_out);
    }

private:
    struct Level
    {
        JsonValue container;
        quint32 next = 0;
    };

    void begin(const JsonValue &value)
    {
        if (!value.isContainer())
            return append(m_out, value.rawText());
        m_out += value.isObject() ? '{' : '[';
        m_levels.push_back({value});
    }

    void end()
    {
        const JsonValue container = m_levels.back().container;
        m_levels.pop_back();
        if (container.size() > 0)
            newLine();
        m_out += container.isObject() ? '}' : ']';
    }

    void writeKey(const JsonValue &value)
    {
        if (!value.hasKey())
            return;
        append(m_out, value.rawKey());
        append(m_out, m_indent < 0 ? ":" : ": ");
    }

    void newLine()
    {
        if (m_indent < 0)
            return;
        m_out += '\n';
        m_out.append(qsizetype(m_levels.size()) * m_indent, ' ');
    }

    int m_indent;
    QByteArray m_out;
    std::vector<Level> m_levels;
};

QByteArray escapedUnit16(char16_t unit)
{
    return "\\u" + QByteArray::number(uint(unit), 16).rightJustified(4, '0');
}

/// The short escape of a unit, or nothing.
const char *shortEscape(char16_t unit)
{
    switch (unit) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return nullptr;
    }
}

} // namespace

QByteArray jsonIndented(const JsonValue &value)
{
    return JsonTextWriter(2).write(value);
}

QByteArray jsonCompact(const JsonValue &value)
{
    return JsonTextWriter(-1).write(value);
}

QByteArray jsonQuoted(QStringView text)
{
    QByteArray out("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            out += text.mid(i++, 2).toUtf8();
        else if (const char *escape = shortEscape(c.unicode()))
            out += escape;
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() == 0x2028 || c.unicode() == 0x2029
            || c.isSurrogate())
            out += escapedUnit16(c.unicode());
        else if (c.unicode() < 0x80)
            out += char(c.unicode());
        else
            out += QStringView(&c, 1).toUtf8();
    }
    return out + '"';
}

} // namespace Gatescope
