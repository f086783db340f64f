// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historyrecord.h"

#include "packedbytes.h"

#include <models/privacy/privatemask.h>
#include <models/statsig/statsiguser.h>

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace Gatescope {

namespace {

/// Of each body; what comes later is kept, but not found.
constexpr qsizetype mostSearched = 32 * 1024;
/// What the index of all three-letter pieces takes for a letter, measured over answers of many kinds.
constexpr qint64 indexBytesPerCharacter = 3;
constexpr qint64 rowBytes = 400;

constexpr std::array<std::pair<ErrorCode, const char *>, 29> errorNames {{
    {ErrorCode::Cancelled, "cancelled"},
    {ErrorCode::BadInput, "bad_input"},
    {ErrorCode::FileUnreadable, "file_unreadable"},
    {ErrorCode::FileUnwritable, "file_unwritable"},
    {ErrorCode::Offline, "offline"},
    {ErrorCode::Tls, "tls"},
    {ErrorCode::Proxy, "proxy"},
    {ErrorCode::Timeout, "timeout"},
    {ErrorCode::ClosedBeforeAnswer, "closed_before_answer"},
    {ErrorCode::Redirected, "redirected"},
    {ErrorCode::BadRequest, "bad_request"},
    {ErrorCode::Unauthorized, "unauthorized"},
    {ErrorCode::Forbidden, "forbidden"},
    {ErrorCode::NotFound, "not_found"},
    {ErrorCode::MethodNotAllowed, "method_not_allowed"},
    {ErrorCode::PayloadTooLarge, "payload_too_large"},
    {ErrorCode::RateLimited, "rate_limited"},
    {ErrorCode::ServerError, "server_error"},
    {ErrorCode::UnexpectedStatus, "unexpected_status"},
    {ErrorCode::Rejected, "rejected"},
    {ErrorCode::TooLarge, "too_large"},
    {ErrorCode::Truncated, "truncated"},
    {ErrorCode::InvalidUtf8, "invalid_utf8"},
    {ErrorCode::InvalidJson, "invalid_json"},
    {ErrorCode::WrongShape, "wrong_shape"},
    {ErrorCode::KeyMissing, "key_missing"},
    {ErrorCode::KeychainUnavailable, "keychain_unavailable"},
    {ErrorCode::Unsupported, "unsupported"},
    {ErrorCode::Internal, "internal"},
}};

/// JSON's escapes as the characters they stand for, wherever they are: a text that is no JSON loses nothing
/// that anybody would look for.
QString unescaped(const QString &text)
{
    if (!text.contains(u'\\'))
        return text;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 >= text.size()) {
            plain += text[i];
            continue;
        }
        const QChar kind = text[++i];
        bool isCode = false;
        const ushort code = kind == u'u' ? text.mid(i + 1, 4).toUShort(&isCode, 16) : ushort(0);
        if (isCode) {
            plain += QChar(code);
            i += 4;
        } else {
            plain += QStringLiteral("nrtbf").contains(kind) ? QChar(u' ') : kind;
        }
    }
    return plain;
}

QString searched(const QByteArray &body)
{
    QString text = unescaped(QString::fromUtf8(body.left(mostSearched)));
    text.replace(QChar(u'\0'), QChar(u' '));
    return text;
}

/// Of the user asked about, or of the first event's.
QString userLabel(const QByteArray &requestBody)
{
    const auto document = JsonDocument::parse(requestBody);
    if (!document)
        return {};
    JsonValue user = (*document)->root()["user"];
    if (!user.isValid())
        user = (*document)->root()["events"].at(0)["user"];
    const auto known = StatsigUser::fromJson(user);
    return known ? known->label() : QString();
}

HistoryEntry entryOf(const Exchange &exchange)
{
    HistoryEntry entry;
    entry.startedUtc = exchange.startedUtc;
    entry.endpoint = exchange.endpoint;
    entry.connectionId = exchange.connectionId;
    entry.connectionName = exchange.connectionName;
    entry.subject = exchange.subject;
    entry.user = userLabel(exchange.requestBody);
    entry.status = exchange.status;
    if (exchange.error)
        entry.error = exchange.error->code;
    entry.duration = exchange.finished;
    entry.bytesSent = exchange.requestBody.size();
    entry.bytesReceived = exchange.responseBody.size();
    return entry;
}

QByteArray packedWithin(QByteArray &body, qint64 most)
{
    QByteArray packed = packedBytes(body);
    if (packed.size() <= most)
        return packed;
    body.clear();
    return packedBytes(body);
}

} // namespace

qint64 HistoryRecord::bytes() const
{
    return requestHeaders.size() + requestBody.size() + responseHeaders.size() + responseBody.size()
        + indexBytesPerCharacter * (texts.words.size() + texts.bodies.size()) + rowBytes;
}

HistoryRecord historyRecord(const ExchangePtr &exchange, const HistoryLimits &limits)
{
    HistoryRecord record;
    record.exchange = limits.keepsPrivate ? *exchange : *withPrivateMasked(exchange);
    Exchange &kept = record.exchange;
    record.entry = entryOf(*exchange);
    record.requestHeaders = packedHeaders(kept.requestHeaders);
    record.responseHeaders = packedHeaders(kept.responseHeaders);
    record.requestBody = packedWithin(kept.requestBody, limits.bytes / 4);
    record.responseBody = packedWithin(kept.responseBody, limits.bytes / 4);
    record.texts = historyTexts(record.entry, kept.url, kept.requestBody, kept.responseBody);
    return record;
}

HistoryTexts historyTexts(
    const HistoryEntry &entry, const QUrl &url, const QByteArray &requestBody, const QByteArray &responseBody)
{
    const QStringList words {entry.subject, entry.user, entry.note, entry.connectionName, url.path()};
    return {words.join(u'\n'), searched(requestBody) + u'\n' + searched(responseBody)};
}

QByteArray packedHeaders(const QList<HttpHeader> &headers)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    for (const HttpHeader &header : headers)
        stream << header.name << header.value;
    return packedBytes(bytes);
}

std::optional<QList<HttpHeader>> unpackedHeaders(const QByteArray &packed)
{
    const std::optional<QByteArray> bytes = unpackedBytes(packed);
    if (!bytes)
        return {};
    QDataStream stream(*bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    QList<HttpHeader> headers;
    while (!stream.atEnd()) {
        HttpHeader header;
        stream >> header.name >> header.value;
        if (stream.status() != QDataStream::Ok)
            return {};
        headers.append(header);
    }
    return headers;
}

QString errorName(ErrorCode code)
{
    const auto found = std::ranges::find(errorNames, code, &std::pair<ErrorCode, const char *>::first);
    Q_ASSERT(found != errorNames.end());
    return QString::fromLatin1(found->second);
}

ErrorCode errorOfName(const QString &name)
{
    const auto found = std::ranges::find_if(
        errorNames, [&name](const auto &each) { return name == QLatin1String(each.second); });
    return found == errorNames.end() ? ErrorCode::Internal : found->first;
}

std::optional<Endpoint> endpointOfName(const QString &name)
{
    const auto found = std::ranges::find(allEndpoints, name, pathName);
    return found == allEndpoints.end() ? std::nullopt : std::optional(*found);
}

} // namespace Gatescope
