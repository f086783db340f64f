// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requestguard.h"

#include <QHostAddress>

#include <algorithm>

namespace Gatescope {

namespace {

bool isTokenCharacter(char c)
{
    const auto isAlnum = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return isAlnum || (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenCharacter);
}

bool isFieldValue(QByteArrayView text)
{
    return std::ranges::none_of(text, [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; });
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

HttpResponse malformed(const QByteArray &message)
{
    HttpResponse response = refusal(400, message);
    response.closes = true;
    return response;
}

bool isWellFormedTarget(const HttpRequest &request)
{
    if (request.target == "*")
        return request.method == "OPTIONS";
    return request.target.startsWith('/')
        && std::ranges::all_of(request.target, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

std::optional<HttpResponse> refuseFields(const HttpRequest &request)
{
    for (const HttpHeader &header : request.headers) {
        if (!isToken(header.name))
            return malformed("A header field has a name that is not a token.");
        if (!isFieldValue(header.value))
            return malformed("The header field \"" + header.name + "\" contains a control character.");
    }
    return std::nullopt;
}

std::optional<HttpResponse> refuseFraming(const HttpRequest &request)
{
    const int lengths = request.headerCount("Content-Length");
    const int encodings = request.headerCount("Transfer-Encoding");
    if (lengths > 1)
        return malformed("Content-Length is given more than once.");
    if (lengths == 1 && encodings > 0)
        return malformed("Content-Length and Transfer-Encoding are both given.");
    const QByteArray length = request.header("Content-Length");
    if (lengths == 1 && (!isDigits(length) || length.size() > 18))
        return malformed("Content-Length is not a number of bytes.");
    const QByteArray encoding = request.header("Transfer-Encoding");
    if (encodings > 1 || (encodings == 1 && encoding.compare("chunked", Qt::CaseInsensitive) != 0))
        return malformed("Transfer-Encoding must be \"chunked\" and nothing else.");
    if (encodings == 1 && request.version != "HTTP/1.1")
        return malformed("Transfer-Encoding needs HTTP/1.1.");
    return std::nullopt;
}

std::optional<HttpResponse> refuseHost(const HttpRequest &request)
{
    if (request.headerCount("Host") != 1)
        return malformed("Exactly one Host header is needed.");
    if (isLoopbackHost(request.header("Host")))
        return std::nullopt;
    HttpResponse response =
        refusal(403, "The sandbox answers only under a name of this machine, such as localhost.");
    response.closes = true;
    return response;
}

} // namespace

bool isLoopbackHost(QByteArrayView host)
{
    const bool bracketed = host.startsWith('[');
    const qsizetype nameEnd = bracketed ? host.indexOf(']') + 1 : host.indexOf(':');
    if (bracketed && nameEnd == 0)
        return false;
    const QByteArrayView name = nameEnd < 0 ? host : host.first(nameEnd);
    const QByteArrayView rest = host.sliced(name.size());
    if (!rest.isEmpty() && !(rest.startsWith(':') && isDigits(rest.sliced(1)) && rest.size() <= 6))
        return false;
    if (bracketed)
        return name == "[::1]";
    if (name.compare("localhost", Qt::CaseInsensitive) == 0)
        return true;
    // QHostAddress also reads "127.1" and "2130706433"; browsers resolve those themselves and send four
    // parts.
    return name.count('.') == 3
        && QHostAddress(QString::fromLatin1(name)).isInSubnet(QHostAddress::LocalHost, 8);
}

std::optional<HttpResponse> refuseLength(const HttpRequest &request, qsizetype limit)
{
    constexpr int readAnyway = 4;
    const qint64 length = request.header("Content-Length").toLongLong();
    if (length <= limit)
        return std::nullopt;
    HttpResponse response = refusal(413, "The body is larger than this server takes.");
    response.closes = length > limit * readAnyway;
    return response;
}

std::optional<HttpResponse> refuseMalformed(const HttpRequest &request)
{
    if (!request.isPlain)
        return malformed("The header holds a NUL, a line that does not end in CR LF, or a folded line.");
    if (!isToken(request.method))
        return malformed("The method is not a token.");
    if (!isWellFormedTarget(request))
        return malformed("The request target must be a path.");
    if (auto response = refuseFields(request))
        return response;
    if (auto response = refuseFraming(request))
        return response;
    return refuseHost(request);
}

} // namespace Gatescope
