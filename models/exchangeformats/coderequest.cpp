// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "coderequest.h"

#include <QUrlQuery>

#include <algorithm>

namespace Gatescope {

namespace {

/// js-client puts the key into the address, and says there how the body was encoded, which here it is not.
bool takeKeyFrom(QUrl &url)
{
    if (!url.hasQuery())
        return false;
    QUrlQuery query(url);
    const bool hasKey = query.hasQueryItem(QStringLiteral("k"));
    for (const char *name : {"k", "se", "gz"})
        query.removeAllQueryItems(QLatin1String(name));
    url.setQuery(query.isEmpty() ? QString() : query.query(QUrl::FullyEncoded));
    if (query.isEmpty())
        url.setQuery(QString()); // no "?" alone
    return hasKey;
}

} // namespace

bool isKeyHeader(const HttpHeader &header)
{
    return header.name.compare("statsig-api-key", Qt::CaseInsensitive) == 0;
}

bool isLeftOut(const HttpHeader &header)
{
    constexpr std::array names {"Content-Length", "Content-Encoding", "Accept-Encoding", "User-Agent", "Host",
        "Connection", "Transfer-Encoding"};
    const bool isClients = std::ranges::any_of(
        names, [&header](const char *name) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
    return isClients || header.value == QByteArrayLiteral("…");
}

CodeRequest codeRequestOf(const Exchange &exchange)
{
    CodeRequest request;
    QUrl url = exchange.url;
    request.hasKey = takeKeyFrom(url);
    request.url = QString::fromLatin1(url.toEncoded());
    request.method = QString::fromLatin1(exchange.method);
    for (const HttpHeader &header : exchange.requestHeaders) {
        if (isKeyHeader(header))
            request.hasKey = true;
        else if (!isLeftOut(header))
            request.headers.append({QString::fromUtf8(header.name), QString::fromUtf8(header.value)});
    }
    request.body = QString::fromUtf8(exchange.requestBody);
    return request;
}

} // namespace Gatescope
