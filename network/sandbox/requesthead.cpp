// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requesthead.h"

#include <microhttpd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace Gatescope {

namespace {

/// libmicrohttpd before 1.0 ends a field at a NUL, takes a bare LF for a line's end and unfolds lines, and
/// tells nobody. But it hands out the parts of a header where they were received, with zeros over what stood
/// between them: where CR LF was, and nothing else, the next part begins two bytes after the end of the one
/// before. What leaves the same zeros, such as a NUL in the place of a CR, hides nothing and passes. From 1.0
/// on the library refuses all that itself.
class Layout
{
public:
    /// `gap`: bytes between the end of the part before and this one.
    void expect(const char *part, std::size_t gap)
    {
        m_isPlain = m_isPlain && addressOf(part) == m_end + gap;
    }
    void ends(const char *part, std::size_t size) { m_end = addressOf(part) + size; }
    bool isPlain() const { return m_isPlain; }

private:
    static std::uintptr_t addressOf(const char *part) { return reinterpret_cast<std::uintptr_t>(part); }

    std::uintptr_t m_end = 0;
    bool m_isPlain = true;
};

constexpr std::size_t space = 1;
constexpr std::size_t lineEnd = 2;

struct Fields
{
    Layout &layout;
    QList<HttpHeader> &headers;
};

MHD_Result collectField(
    void *closure, MHD_ValueKind, const char *key, size_t keySize, const char *value, size_t valueSize)
{
    auto *fields = static_cast<Fields *>(closure);
    fields->headers.append(
        {QByteArray(key, qsizetype(keySize)), QByteArray(value, value ? qsizetype(valueSize) : 0)});
    fields->layout.expect(key, lineEnd);
    fields->layout.ends(value, valueSize);
    return MHD_YES;
}

/// With the fields of the request, which the library gives one by one.
bool isPlain(MHD_Connection *connection, const RequestLine &line, HttpRequest &request)
{
    Layout layout;
    layout.ends(line.method, std::strlen(line.method));
    layout.expect(line.target, space);
    layout.ends(line.target, std::size_t(request.target.size()));
    layout.expect(line.version, space);
    layout.ends(line.version, std::strlen(line.version));
    Fields fields {layout, request.headers};
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, &collectField, &fields);
    const size_t size =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)->header_size;
    const char *end = line.method + size;
    layout.expect(end, 2 * lineEnd);
    // The last two line ends, where a line that begins with a NUL would be taken for an empty one.
    return layout.isPlain() && std::all_of(end - 2 * lineEnd, end, [](char c) { return c == '\0'; });
}

} // namespace

void readHead(MHD_Connection *connection, const RequestLine &line, HttpRequest &request)
{
    request.method = line.method;
    request.version = line.version;
    const bool plain = isPlain(connection, line, request);
    request.isPlain = plain || MHD_VERSION >= 0x01000000;
}

} // namespace Gatescope
