// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "writtenrequest.h"

#include "exchangecontents.h"
#include "keyremoval.h"

#include <models/statsig/statsigencoding.h>

#include <QCoreApplication>
#include <QUrlQuery>

namespace Gatescope {

namespace {

struct WrittenRequests
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::WrittenRequests)
};

Result<QUrl> urlOf(const QByteArray &written)
{
    if (written.isEmpty())
        return failure(ErrorCode::BadInput, WrittenRequests::tr("The command has no address."));
    const QByteArray withScheme = written.contains("://") ? written : "https://" + written;
    QUrl url = QUrl::fromEncoded(withScheme);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return failure(
            ErrorCode::BadInput, WrittenRequests::tr("The command's address is no address of the web."));
    return url;
}

} // namespace

Result<Exchange> exchangeOf(WrittenRequest request)
{
    auto url = urlOf(request.url);
    if (!url)
        return std::unexpected(url.error());
    if (request.bodyInQuery && !request.body.isEmpty()) {
        const QString before = url->hasQuery() ? url->query() + QLatin1Char('&') : QString();
        url->setQuery(before + QString::fromUtf8(request.body));
        request.body.clear();
    }
    Exchange exchange;
    exchange.url = *url;
    exchange.method = request.method;
    if (exchange.method.isEmpty())
        exchange.method = request.body.isEmpty() ? "GET" : "POST";
    exchange.requestHeaders = request.headers;
    exchange.requestBody = QUrlQuery(*url).queryItemValue(QStringLiteral("se")) == QLatin1String("1")
        ? withoutStatsigEncoding(request.body)
        : request.body;
    const auto document = JsonDocument::parse(exchange.requestBody);
    const JsonValue body = document ? (*document)->root() : JsonValue();
    exchange.endpoint = endpointAt(*url).value_or(endpointOfBody(body));
    exchange.subject = subjectOfBody(exchange.endpoint, body);
    return withoutSecrets(std::move(exchange));
}

} // namespace Gatescope
