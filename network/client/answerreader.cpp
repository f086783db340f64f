// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "answerreader.h"

#include "contentdecoder.h"

#include <models/statsig/servermessage.h>

namespace Gatescope {

namespace {

QByteArray headerValue(const QList<HttpHeader> &headers, const char *name)
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QString headerText(const WireAnswer &raw, const char *name)
{
    return boundedServerText(raw.redactor(QString::fromUtf8(headerValue(raw.headers, name))));
}

Error decodeError(DecodeFault fault, const WireAnswer &raw)
{
    Circumstances circumstances = raw.circumstances;
    circumstances.target = headerText(raw, "Content-Encoding");
    switch (fault) {
    case DecodeFault::UnknownEncoding:
        return errorFor(Situation::UnknownEncoding, circumstances);
    case DecodeFault::Broken:
        return errorFor(Situation::BrokenEncoding, circumstances);
    case DecodeFault::Truncated:
        return errorFor(Situation::Truncated, circumstances);
    case DecodeFault::TooLarge:
        return errorFor(Situation::TooLarge, circumstances);
    }
    Q_UNREACHABLE();
}

QString messageIn(const QByteArray &body)
{
    constexpr qsizetype largestMessageBody = 1 << 20;
    if (body.size() > largestMessageBody)
        return {};
    if (const auto document = JsonDocument::parse(body))
        return serverMessage((*document)->root());
    return {};
}

/// A message in JSON goes into the sentence; anything else a server said, such as a proxy's page, into the
/// detail.
Error statusError(const WireAnswer &raw, const QByteArray &body)
{
    Circumstances circumstances = raw.circumstances;
    circumstances.serverSaid = messageIn(body);
    circumstances.retryAfter = headerText(raw, "Retry-After");
    const QString detail = circumstances.serverSaid.isEmpty()
        ? boundedServerText(QString::fromUtf8(body.left(2000)))
        : QString();
    Situation situation = situationOfStatus(raw.status, raw.endpoint);
    if (situation == Situation::ProxyWantsPassword && circumstances.hasProxyPassword)
        situation = Situation::ProxyRefusedPassword;
    return errorFor(situation, circumstances, detail);
}

Error redirectError(const WireAnswer &raw)
{
    Circumstances circumstances = raw.circumstances;
    circumstances.target = headerText(raw, "Location");
    const QUrl target = raw.url.resolved(QUrl(circumstances.target));
    const bool elsewhere = target.scheme() != raw.url.scheme() || target.authority() != raw.url.authority();
    return errorFor(elsewhere ? Situation::RedirectedElsewhere : Situation::RedirectedHere, circumstances);
}

Error parseError(const WireAnswer &raw, const Error &error)
{
    Circumstances circumstances = raw.circumstances;
    circumstances.where = error.message;
    switch (error.code) {
    case ErrorCode::InvalidJson:
        return errorFor(Situation::InvalidJson, circumstances, error.detail);
    case ErrorCode::InvalidUtf8:
        return errorFor(Situation::InvalidUtf8, circumstances, error.detail);
    case ErrorCode::Truncated:
        return errorFor(Situation::Truncated, circumstances, error.message);
    default:
        return error;
    }
}

bool isRedirect(const WireAnswer &raw)
{
    return raw.status >= 300 && raw.status <= 399 && !headerValue(raw.headers, "Location").isEmpty();
}

Result<ApiResponse> understand(const WireAnswer &raw, const DecodedContent &content)
{
    if (isRedirect(raw))
        return std::unexpected(redirectError(raw));
    if (raw.status < 200 || raw.status > 299)
        return std::unexpected(statusError(raw, content.bytes));
    if (raw.transportError)
        return std::unexpected(*raw.transportError);
    if (content.fault)
        return std::unexpected(decodeError(*content.fault, raw));
    if (content.bytes.isEmpty())
        return readResponse(raw.endpoint, raw.status, nullptr);
    auto document = JsonDocument::parse(content.bytes);
    if (!document)
        return std::unexpected(parseError(raw, document.error()));
    return readResponse(raw.endpoint, raw.status, std::move(*document));
}

} // namespace

ReadAnswer readAnswer(const WireAnswer &raw)
{
    DecodedContent content =
        decodeContent(raw.chunks, headerValue(raw.headers, "Content-Encoding"), raw.maxBytes);
    content.bytes = raw.redactor(std::move(content.bytes));
    makeRoomForJson(content.bytes); // the exchange and the document share them
    Result<ApiResponse> response = understand(raw, content);
    return {std::move(content.bytes), std::move(response)};
}

} // namespace Gatescope
