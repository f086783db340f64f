// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonwriter.h"

#include <models/json/jsondocument.h>

#include <algorithm>

namespace Gatescope {

void JsonWriter::key(std::string_view name)
{
    separate();
    quote(name);
    m_json += ':';
    m_needsComma = false;
}

void JsonWriter::text(std::string_view value)
{
    separate();
    quote(value);
    m_needsComma = true;
}

void JsonWriter::boolean(bool value)
{
    raw(value ? "true" : "false");
}

void JsonWriter::integer(qint64 value)
{
    raw(QByteArray::number(value));
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_json += json;
    m_needsComma = true;
}

void JsonWriter::begin(char bracket)
{
    separate();
    m_json += bracket;
    m_needsComma = false;
}

void JsonWriter::end(char bracket)
{
    m_json += bracket;
    m_needsComma = true;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_json += ',';
}

void JsonWriter::quote(std::string_view value)
{
    const bool isPlain =
        std::ranges::all_of(value, [](char c) { return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f; });
    if (isPlain)
        m_json.append('"').append(value.data(), qsizetype(value.size())).append('"');
    else
        m_json += jsonQuoted(QString::fromUtf8(value.data(), qsizetype(value.size())));
}

} // namespace Gatescope
