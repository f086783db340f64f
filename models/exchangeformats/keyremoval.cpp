// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "keyremoval.h"

#include <models/statsig/connection.h>

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace Gatescope {

namespace {

/// Anything shorter is no secret, and would turn up in ordinary words.
constexpr qsizetype shortestSecret = 4;

/// Every text is searched for each. Nobody's request has more; of one that does no text is kept.
constexpr qsizetype mostSecrets = 100;

const QString ellipsis = QStringLiteral("…");

bool isKeyHeader(const QByteArray &name)
{
    return name.compare("statsig-api-key", Qt::CaseInsensitive) == 0;
}

/// No secret, whatever it is called: taken out wherever it stands, it would leave no JSON.
bool isPlainValue(const QString &value)
{
    bool isNumber = false;
    value.toDouble(&isNumber);
    return isNumber || value == QLatin1String("true") || value == QLatin1String("false")
        || value == QLatin1String("null");
}

bool isKeyItem(const QString &name)
{
    return name == QLatin1String("k") || name.compare(QLatin1String("sdkKey"), Qt::CaseInsensitive) == 0;
}

/// Keys of SDKs wherever they stand: the prefix and what is too long for a name that people gave.
const QRegularExpression &keyPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(?:client|secret|console)-[A-Za-z0-9]{20,}\\b"));
    return pattern;
}

class SecretRemoval
{
public:
    explicit SecretRemoval(const Exchange &exchange)
    {
        for (const HttpHeader &header : exchange.requestHeaders + exchange.responseHeaders)
            learnHeader(header);
        for (const auto &[name, value] : QUrlQuery(exchange.url).queryItems(QUrl::FullyDecoded)) {
            if (isKeyItem(name) || namesCredential(name))
                learn(value, isKeyItem(name) ? keyHint(value) : ellipsis);
        }
        learn(exchange.url.password(QUrl::FullyDecoded), ellipsis);
        static const QRegularExpression inPath(QStringLiteral("/download_config_specs/([^/]+)\\.json$"));
        if (const auto found = inPath.match(exchange.url.path()); found.hasMatch())
            learn(found.captured(1), keyHint(found.captured(1)));
    }

    QByteArray operator()(QByteArray bytes) const
    {
        if (m_secrets.size() > mostSecrets)
            return {};
        for (const auto &[secret, hint] : m_secrets)
            bytes.replace(secret, hint);
        return withoutKeys(std::move(bytes));
    }

    QString operator()(const QString &text) const { return QString::fromUtf8(operator()(text.toUtf8())); }

private:
    void learn(const QString &secret, const QString &hint)
    {
        if (secret.size() >= shortestSecret && !secret.startsWith(u'$') && !isPlainValue(secret))
            remember({secret.toUtf8(), hint.toUtf8()});
    }

    void remember(const std::pair<QByteArray, QByteArray> &secret)
    {
        if (m_secrets.size() <= mostSecrets && !m_secrets.contains(secret))
            m_secrets.append(secret);
    }

    void learnHeader(const HttpHeader &header)
    {
        const QString value = QString::fromUtf8(header.value);
        if (isKeyHeader(header.name))
            learn(value, keyHint(value));
        else if (namesCredential(QString::fromUtf8(header.name)))
            learn(value, ellipsis);
    }

    QList<std::pair<QByteArray, QByteArray>> m_secrets;
};

QUrl cleanUrl(QUrl url, const SecretRemoval &clean)
{
    url.setUserInfo({});
    url.setFragment({});
    url.setPath(clean(url.path(QUrl::FullyDecoded)), QUrl::DecodedMode);
    if (!url.hasQuery())
        return url;
    QUrlQuery query;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        QString kept = clean(value);
        if (isKeyItem(name))
            kept = keyKindOf(value) == KeyKind::Unknown ? ellipsis : keyHint(value);
        else if (namesCredential(name))
            kept = ellipsis;
        query.addQueryItem(QString::fromUtf8(QUrl::toPercentEncoding(name)),
            QString::fromUtf8(QUrl::toPercentEncoding(kept)));
    }
    url.setQuery(query);
    return url;
}

HttpHeader cleanHeader(const HttpHeader &header, const SecretRemoval &clean)
{
    const QString value = QString::fromUtf8(header.value);
    if (isKeyHeader(header.name))
        return {header.name, (keyKindOf(value) == KeyKind::Unknown ? ellipsis : keyHint(value)).toUtf8()};
    if (namesCredential(QString::fromUtf8(header.name)))
        return {header.name, ellipsis.toUtf8()};
    return {header.name, clean(header.value)};
}

} // namespace

bool namesCredential(const QString &name)
{
    // What a browser may do, whom it speaks to and how it should say who it is: no secrets, though they sound
    // so.
    static const QRegularExpression others(
        QStringLiteral("^(?:access-control-.*|:?authority|(?:x-)?author|(?:www|proxy)-authenticate)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression words(
        QStringLiteral("auth|cookie|token|secret|passw|credential|session|api[-_]?key|signature"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(name).hasMatch() && !others.match(name).hasMatch();
}

QByteArray withoutKeys(QByteArray bytes)
{
    // Most bodies hold none of the prefixes: those are not decoded.
    if (!bytes.contains("client-") && !bytes.contains("secret-") && !bytes.contains("console-"))
        return bytes;
    // Latin-1 keeps every byte as it is, also of bodies that are no text.
    const QString text = QString::fromLatin1(bytes);
    QByteArray clean;
    qsizetype end = 0;
    for (auto matches = keyPattern().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        clean += bytes.mid(end, match.capturedStart() - end) + keyHint(match.captured()).toUtf8();
        end = match.capturedEnd();
    }
    return clean + bytes.mid(end);
}

Exchange withoutSecrets(Exchange exchange)
{
    const SecretRemoval clean(exchange);
    for (QList<HttpHeader> *headers : {&exchange.requestHeaders, &exchange.responseHeaders}) {
        for (HttpHeader &header : *headers)
            header = cleanHeader(header, clean);
    }
    exchange.url = cleanUrl(exchange.url, clean);
    exchange.requestBody = clean(std::move(exchange.requestBody));
    exchange.responseBody = clean(std::move(exchange.responseBody));
    exchange.subject = clean(exchange.subject);
    return exchange;
}

} // namespace Gatescope
