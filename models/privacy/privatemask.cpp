// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "privatemask.h"

#include <models/json/jsonrewrite.h>
#include <models/json/utf8text.h>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr std::string_view privateKey = "privateAttributes";
const QByteArray quotedMask = QByteArrayLiteral("\"[private]\"");

/// Whether there may be such a member; a key may be written with escapes.
bool mayNamePrivate(const QByteArray &json)
{
    return json.contains("privateAttributes") || json.contains("\\u");
}

bool isPrivate(const JsonValue &value, std::string &scratch)
{
    return value.hasKey() && value.keyUtf8(scratch) == privateKey && !value.isNull();
}

/// Masks the members, or the whole where it is no object.
void maskMembers(JsonRewrite &rewrite, const JsonValue &attributes)
{
    if (!attributes.isObject())
        rewrite.replace(attributes, quotedMask);
    for (quint32 i = 0; i < attributes.size() && attributes.isObject(); ++i)
        rewrite.replace(attributes.at(i), quotedMask);
}

/// Texts and numbers, at any depth.
void collectTold(const JsonValue &value, QStringList &told)
{
    const QString text = value.isString() ? value.toString()
        : value.isNumber()                ? utf8Text(value.rawText())
                                          : QString();
    if (text.size() >= PrivateMask::shortestTold)
        told.append(text);
    for (quint32 i = 0; i < value.size(); ++i)
        collectTold(value.at(i), told);
}

JsonValue nodeOf(const JsonDocumentPtr &document, JsonValue::Id id)
{
    return {document.get(), id};
}

} // namespace

PrivateMask::PrivateMask(const QByteArray &requestBody)
    : m_body(requestBody)
    , m_masked(requestBody)
{
    if (!mayNamePrivate(requestBody))
        return;
    if (const auto document = JsonDocument::parse(requestBody))
        readPrivate(*document);
    else if (requestBody.contains("privateAttributes"))
        m_masked = mask;
}

void PrivateMask::readPrivate(const JsonDocumentPtr &document)
{
    JsonRewrite rewrite(document);
    std::string scratch;
    for (JsonValue::Id id = 0; id < document->nodeCount(); ++id) {
        const JsonValue value = nodeOf(document, id);
        if (!isPrivate(value, scratch))
            continue;
        maskMembers(rewrite, value);
        collectTold(value, m_told);
    }
    if (!rewrite.isEmpty())
        m_masked = rewrite.text();
    std::ranges::sort(m_told, std::greater(), &QString::size);
    m_told.removeDuplicates();
}

QByteArray PrivateMask::response(const QByteArray &body) const
{
    if (isEmpty() || body.isEmpty())
        return body;
    const auto document = JsonDocument::parse(body);
    if (!document)
        return bytes(body);
    JsonRewrite rewrite(*document);
    std::string scratch;
    for (JsonValue::Id id = 0; id < (*document)->nodeCount(); ++id) {
        const JsonValue value = nodeOf(*document, id);
        if (isPrivate(value, scratch))
            maskMembers(rewrite, value);
        if (value.isString()) {
            const QString told = value.toString();
            if (const QString masked = text(told); masked != told)
                rewrite.replace(value, jsonQuoted(masked));
        } else if (value.isNumber() && m_told.contains(utf8Text(value.rawText()))) {
            rewrite.replace(value, quotedMask);
        }
    }
    return rewrite.isEmpty() ? body : rewrite.text();
}

QString PrivateMask::text(QString text) const
{
    for (const QString &told : m_told)
        text.replace(told, QLatin1String(mask));
    return text;
}

QByteArray PrivateMask::bytes(QByteArray bytes) const
{
    for (const QString &told : m_told)
        bytes.replace(told.toUtf8(), mask);
    return bytes;
}

void PrivateMask::cleanAnswer(Exchange &exchange) const
{
    exchange.responseBody = response(exchange.responseBody);
    for (HttpHeader &header : exchange.responseHeaders)
        header.value = bytes(header.value);
    if (exchange.error) {
        exchange.error->message = text(exchange.error->message);
        exchange.error->detail = text(exchange.error->detail);
    }
}

ExchangePtr withPrivateMasked(const ExchangePtr &exchange)
{
    const PrivateMask mask(exchange->requestBody);
    if (mask.isEmpty())
        return exchange;
    auto masked = std::make_shared<Exchange>(*exchange);
    masked->requestBody = mask.request();
    mask.cleanAnswer(*masked);
    return masked;
}

} // namespace Gatescope
