// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <string_view>
#include <utility>

namespace Gatescope {

/// Writes compact JSON from front to back; commas are its business, balanced calls the caller's.
class JsonWriter
{
public:
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view name);

    void text(std::string_view value);
    void boolean(bool value);
    void integer(qint64 value);
    void null() { raw("null"); }
    /// A complete JSON value.
    void raw(QByteArrayView json);

    const QByteArray &json() const { return m_json; }
    QByteArray take() { return std::exchange(m_json, {}); }

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void quote(std::string_view value);

    QByteArray m_json;
    bool m_needsComma = false;
};

} // namespace Gatescope
