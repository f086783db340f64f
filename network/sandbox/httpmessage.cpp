// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "httpmessage.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Gatescope {

namespace {

bool sameHeader(QByteArrayView left, QByteArrayView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

QByteArray queryDecoded(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' '));
}

} // namespace

QByteArrayView HttpRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? QByteArrayView(target) : QByteArrayView(target).first(query);
}

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found =
        std::ranges::find_if(headers, [name](const HttpHeader &h) { return sameHeader(h.name, name); });
    return found == headers.end() ? QByteArray() : found->value;
}

int HttpRequest::headerCount(QByteArrayView name) const
{
    return int(
        std::ranges::count_if(headers, [name](const HttpHeader &h) { return sameHeader(h.name, name); }));
}

QByteArray HttpRequest::queryItem(QByteArrayView name) const
{
    const qsizetype query = target.indexOf('?');
    if (query < 0)
        return {};
    const QList<QByteArray> items = target.mid(query + 1).split('&');
    for (const QByteArray &item : items) {
        const qsizetype equals = item.indexOf('=');
        if (queryDecoded(equals < 0 ? item : item.first(equals)) == name)
            return equals < 0 ? QByteArray() : queryDecoded(item.sliced(equals + 1));
    }
    return {};
}

HttpResponse refusal(int status, const QByteArray &message)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(QJsonObject {{QStringLiteral("message"), QString::fromUtf8(message)}})
                        .toJson(QJsonDocument::Compact);
    return response;
}

} // namespace Gatescope
