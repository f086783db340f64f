// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cstring>
#include <string_view>
#include <utility>

namespace Gatescope {

/// Writes compact JSON from front to back; commas are its business, balanced calls the caller's.
class JsonWriter
{
public:
    JsonWriter() = default;
    /// Has room for so many bytes at once.
    explicit JsonWriter(qsizetype expectedSize) { grow(expectedSize); }
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view name);
    /// Of a name that has no characters to escape: those of the formats.
    void plainKey(std::string_view name);

    void text(std::string_view value);
    void boolean(bool value) { raw(value ? std::string_view("true") : std::string_view("false")); }
    void integer(qint64 value);
    void null() { raw("null"); }
    /// A complete JSON value.
    void raw(QByteArrayView json);
    /// Members of an object as they are written, the last of which has no value yet: "a":1,"b":
    void rawMembers(std::string_view json);

    QByteArrayView json() const { return {m_data, m_size}; }
    QByteArray take();

private:
    void begin(char bracket);
    void end(char bracket);
    char *room(std::size_t size);
    void grow(qsizetype size);
    void quote(std::string_view value);

    QByteArray m_buffer; ///< what is written and room for more
    char *m_data = nullptr; ///< of m_buffer
    qsizetype m_size = 0;
    bool m_needsComma = false;
};

// A large response is thousands of calls: what they are made of is inline.

/// Where that many bytes can be written, after a comma if one is due.
inline char *JsonWriter::room(std::size_t size)
{
    if (m_size + qsizetype(size) + 1 > m_buffer.size())
        grow(m_size + qsizetype(size) + 1);
    char *at = m_data + m_size;
    if (m_needsComma)
        *at++ = ',';
    m_size = at + size - m_data;
    return at;
}

inline void JsonWriter::raw(QByteArrayView json)
{
    std::memcpy(room(std::size_t(json.size())), json.data(), std::size_t(json.size()));
    m_needsComma = true;
}

inline void JsonWriter::rawMembers(std::string_view json)
{
    std::memcpy(room(json.size()), json.data(), json.size());
    m_needsComma = false;
}

inline void JsonWriter::plainKey(std::string_view name)
{
    char *at = room(name.size() + 3);
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    std::memcpy(at + name.size(), "\":", 2);
    m_needsComma = false;
}

inline void JsonWriter::begin(char bracket)
{
    *room(1) = bracket;
    m_needsComma = false;
}

inline void JsonWriter::end(char bracket)
{
    m_needsComma = false;
    *room(1) = bracket;
    m_needsComma = true;
}

} // namespace Gatescope
