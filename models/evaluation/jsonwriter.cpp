// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonwriter.h"

#include <models/json/jsondocument.h>
#include <models/json/utf8text.h>

#include <algorithm>
#include <cstdint>

namespace Gatescope {

namespace {

constexpr std::uint64_t eachByte = 0x0101010101010101U;
constexpr std::uint64_t highBits = 0x80 * eachByte;

/// The high bit of each of eight bytes that is below `limit`; only the lowest that is set can be trusted.
constexpr std::uint64_t below(std::uint64_t bytes, std::uint64_t limit)
{
    return (bytes - limit * eachByte) & ~bytes & highBits;
}

constexpr std::uint64_t equal(std::uint64_t bytes, std::uint64_t byte)
{
    return below(bytes ^ byte * eachByte, 1);
}

/// Printable ASCII without quotes and backslashes, eight bytes at a time.
bool arePlain(const char *eight)
{
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, eight, sizeof bytes);
    const std::uint64_t found =
        (bytes & highBits) | below(bytes, 0x20) | equal(bytes, '"') | equal(bytes, '\\') | equal(bytes, 0x7f);
    return found == 0;
}

bool isPlain(std::string_view text)
{
    constexpr std::size_t eight = 8;
    if (text.size() < eight)
        return std::ranges::all_of(
            text, [](char c) { return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f; });
    for (std::size_t at = 0; at + eight <= text.size(); at += eight) {
        if (!arePlain(text.data() + at))
            return false;
    }
    return arePlain(text.data() + text.size() - eight);
}

} // namespace

void JsonWriter::key(std::string_view name)
{
    quote(name);
    m_needsComma = false;
    *room(1) = ':';
}

void JsonWriter::text(std::string_view value)
{
    quote(value);
    m_needsComma = true;
}

void JsonWriter::integer(qint64 value)
{
    raw(QByteArray::number(value));
}

QByteArray JsonWriter::take()
{
    m_buffer.resize(m_size);
    m_data = nullptr;
    m_size = 0;
    m_needsComma = false;
    return std::exchange(m_buffer, {});
}

void JsonWriter::grow(qsizetype size)
{
    constexpr qsizetype least = 256;
    m_buffer.resize(std::max({size, 2 * m_buffer.size(), least}));
    m_data = m_buffer.data();
}

void JsonWriter::quote(std::string_view value)
{
    if (!isPlain(value)) {
        raw(jsonQuoted(utf8Text(value)));
        return;
    }
    char *at = room(value.size() + 2);
    *at++ = '"';
    at = std::copy(value.begin(), value.end(), at); // which may be empty, and then stand nowhere
    *at = '"';
}

} // namespace Gatescope
