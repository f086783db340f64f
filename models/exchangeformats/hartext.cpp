// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "hartext.h"

#include "coderequest.h"

#include <models/json/jsonmember.h>
#include <models/statsig/members.h>

#include <QUrlQuery>

#include <algorithm>

namespace Gatescope {

namespace {

QString harKey(const char *name)
{
    return QLatin1String(name);
}

QByteArray harList(const QByteArrayList &items)
{
    return '[' + items.join(',') + ']';
}

QByteArray namedValue(const QString &name, const QString &value)
{
    return membersToJson({{harKey("name"), jsonQuoted(name)}, {harKey("value"), jsonQuoted(value)}});
}

QByteArray headersJson(const QList<HttpHeader> &headers)
{
    QByteArrayList items;
    for (const HttpHeader &header : headers) {
        const QString value = isKeyHeader(header) ? QLatin1Char('$') + QLatin1String(keyVariable)
                                                  : QString::fromUtf8(header.value);
        items << namedValue(QString::fromUtf8(header.name), value);
    }
    return harList(items);
}

QString harTypeOf(const QList<HttpHeader> &headers)
{
    const auto found = std::ranges::find_if(headers, [](const HttpHeader &header) {
        return header.name.compare("Content-Type", Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QStringLiteral("application/octet-stream")
                                  : QString::fromUtf8(found->value);
}

/// A body as text, or in Base64 where it is none.
void addText(JsonMembers &members, const QByteArray &body)
{
    const bool isText = body.isValidUtf8();
    members.append({harKey("text"), jsonQuoted(QString::fromUtf8(isText ? body : body.toBase64()))});
    if (!isText)
        members.append({harKey("encoding"), jsonQuoted(u"base64")});
}

QByteArray queryJson(const QUrl &url)
{
    QByteArrayList items;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        items << namedValue(name, value);
    return harList(items);
}

QByteArray requestJson(const Exchange &exchange)
{
    JsonMembers members {{harKey("method"), jsonQuoted(QString::fromLatin1(exchange.method))},
        {harKey("url"), jsonQuoted(QString::fromLatin1(exchange.url.toEncoded()))},
        {harKey("httpVersion"), jsonQuoted(u"HTTP/1.1")}, {harKey("cookies"), "[]"},
        {harKey("headers"), headersJson(exchange.requestHeaders)},
        {harKey("queryString"), queryJson(exchange.url)}, {harKey("headersSize"), "-1"},
        {harKey("bodySize"), QByteArray::number(exchange.requestBody.size())}};
    if (!exchange.requestBody.isEmpty()) {
        JsonMembers body {{harKey("mimeType"), jsonQuoted(harTypeOf(exchange.requestHeaders))}};
        addText(body, exchange.requestBody);
        members.append({harKey("postData"), membersToJson(body)});
    }
    return membersToJson(members);
}

QByteArray responseJson(const Exchange &exchange)
{
    const bool isAnswered = exchange.status > 0;
    JsonMembers content {{harKey("size"), QByteArray::number(exchange.responseBody.size())},
        {harKey("mimeType"),
            jsonQuoted(isAnswered ? harTypeOf(exchange.responseHeaders) : QStringLiteral("x-unknown"))}};
    if (!exchange.responseBody.isEmpty())
        addText(content, exchange.responseBody);
    JsonMembers members {{harKey("status"), QByteArray::number(exchange.status)},
        {harKey("statusText"), "\"\""},
        {harKey("httpVersion"), isAnswered ? jsonQuoted(u"HTTP/1.1") : "\"\""}, {harKey("cookies"), "[]"},
        {harKey("headers"), headersJson(exchange.responseHeaders)},
        {harKey("content"), membersToJson(content)}, {harKey("redirectURL"), "\"\""},
        {harKey("headersSize"), "-1"}, {harKey("bodySize"), "-1"}};
    if (exchange.error)
        members.append({harKey("comment"), jsonQuoted(exchange.error->message)});
    return membersToJson(members);
}

QByteArray millisecondsText(std::chrono::microseconds time)
{
    return QByteArray::number(double(std::max<qint64>(time.count(), 0)) / 1000, 'f', 3);
}

/// What passed from one moment to the next; a moment that was never reached counts as the one before.
QByteArray timingsJson(const Exchange &exchange)
{
    std::chrono::microseconds before {0};
    const auto phase = [&before](std::chrono::microseconds until) {
        const auto passed = until.count() < 0 ? std::chrono::microseconds(0) : until - before;
        before = std::max(before, until);
        return millisecondsText(passed);
    };
    const QByteArray connect = exchange.connected.count() < 0 ? "-1" : phase(exchange.connected);
    const QByteArray send = phase(exchange.sent);
    const QByteArray wait = phase(exchange.firstByte);
    return membersToJson({{harKey("blocked"), "-1"}, {harKey("dns"), "-1"}, {harKey("connect"), connect},
        {harKey("send"), send}, {harKey("wait"), wait}, {harKey("receive"), phase(exchange.finished)},
        {harKey("ssl"), "-1"}});
}

QByteArray entryJson(const Exchange &exchange)
{
    return membersToJson(
        {{harKey("startedDateTime"), jsonQuoted(exchange.startedUtc.toUTC().toString(Qt::ISODateWithMs))},
            {harKey("time"), millisecondsText(exchange.finished)}, {harKey("request"), requestJson(exchange)},
            {harKey("response"), responseJson(exchange)}, {harKey("cache"), "{}"},
            {harKey("timings"), timingsJson(exchange)}});
}

} // namespace

QByteArray harText(const QList<Exchange> &exchanges, const QString &version)
{
    QByteArrayList entries;
    for (const Exchange &exchange : exchanges)
        entries << '\n' + entryJson(exchange);
    const QByteArray creator =
        membersToJson({{harKey("name"), jsonQuoted(u"Gatescope")}, {harKey("version"), jsonQuoted(version)}});
    return membersToJson({{harKey("log"),
               membersToJson({{harKey("version"), jsonQuoted(u"1.2")}, {harKey("creator"), creator},
                   {harKey("pages"), "[]"}, {harKey("entries"), harList(entries)}})}})
        + '\n';
}

} // namespace Gatescope
