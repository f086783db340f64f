// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "outgoingrequest.h"

#include "contentdecoder.h"
#include "errorsentences.h"

#include <models/statsig/requests.h>

#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>

namespace Gatescope {

namespace {

bool isUsableKey(const QString &key)
{
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar c) {
        return c > QLatin1Char(' ') && c < QChar(0x7f);
    });
}

QList<HttpHeader> headersOf(
    Endpoint endpoint, const QByteArray &key, qsizetype bodySize, const QDateTime &now)
{
    QList<HttpHeader> headers {
        {"Content-Type", "application/json"},
        {"Content-Length", QByteArray::number(bodySize)},
        {"Accept", "application/json"},
        {"Accept-Encoding", acceptedEncodings},
        {"User-Agent", "Gatescope/" + sdkVersion()},
        {"statsig-api-key", key},
    };
    if (endpoint == Endpoint::LogEvent)
        headers.append({"STATSIG-CLIENT-TIME", QByteArray::number(now.toMSecsSinceEpoch())});
    return headers;
}

/// Everything that could put the body on the wire twice, keep something of the answer, or ask for a password
/// is off.
void setPolicies(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
}

Result<> setTrust(QNetworkRequest &request, const Connection &connection)
{
    if (request.url().scheme() != QLatin1String("https"))
        return {};
    Circumstances circumstances {.host = request.url().host(), .caFile = connection.caFile};
    if (!QSslSocket::supportsSsl())
        return std::unexpected(errorFor(Situation::TlsUnavailable, circumstances));
    if (connection.caFile.isEmpty())
        return {};
    QSslConfiguration trust = request.sslConfiguration();
    if (!trust.addCaCertificates(connection.caFile))
        return std::unexpected(errorFor(Situation::CaFileUnreadable, circumstances));
    request.setSslConfiguration(trust);
    return {};
}

} // namespace

Result<QUrl> endpointUrl(const Connection &connection, Endpoint endpoint)
{
    QUrl url = endpoint == Endpoint::LogEvent ? connection.eventsUrl : connection.apiUrl;
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty()
        || (scheme != QLatin1String("https") && scheme != QLatin1String("http"))) {
        return std::unexpected(
            errorFor(Situation::BadUrl, {.endpoint = endpoint, .target = url.toDisplayString()}));
    }
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path + QLatin1Char('/') + pathName(endpoint));
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

Result<OutgoingRequest> prepareRequest(const Connection &connection, Endpoint endpoint, const QString &key,
    qsizetype bodySize, const QDateTime &now)
{
    const Result<QUrl> url = endpointUrl(connection, endpoint);
    if (!url)
        return std::unexpected(url.error());
    if (!isUsableKey(key))
        return std::unexpected(errorFor(Situation::KeyUnusable, {.endpoint = endpoint}));

    OutgoingRequest outgoing;
    outgoing.request.setUrl(*url);
    for (const HttpHeader &header : headersOf(endpoint, key.toLatin1(), bodySize, now))
        outgoing.request.setRawHeader(header.name, header.value);
    outgoing.shownHeaders = headersOf(endpoint, keyHint(key).toUtf8(), bodySize, now);
    setPolicies(outgoing.request);
    if (const Result<> trusted = setTrust(outgoing.request, connection); !trusted)
        return std::unexpected(trusted.error());
    return outgoing;
}

} // namespace Gatescope
