// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/historystore.h>

namespace Gatescope {

/// What the user sets.
struct HistoryLimits
{
    qint64 bytes = 0;
    int days = 0;
    bool keepsPrivate = false;
};

/// What an entry is found by.
struct HistoryTexts
{
    QString words; ///< subject, user, note, connection, path
    QString bodies; ///< as they read when decoded, up to a bound
};

/// An exchange as it is kept.
struct HistoryRecord
{
    HistoryEntry entry;
    Exchange exchange; ///< its bodies and headers are in the packed ones
    QByteArray requestHeaders; ///< packed, as the others
    QByteArray requestBody;
    QByteArray responseHeaders;
    QByteArray responseBody;
    HistoryTexts texts;

    qint64 bytes() const; ///< what it takes on disk, about
};

/// Without the values of private attributes, unless they are to be kept; a body that would take more than a
/// quarter of the whole history is left out.
HistoryRecord historyRecord(const ExchangePtr &exchange, const HistoryLimits &limits);
/// Of what is stored: the same whenever it is asked, since the index must be told what to take out.
HistoryTexts historyTexts(const HistoryEntry &entry, const QUrl &url, const QByteArray &requestBody,
    const QByteArray &responseBody);

QByteArray packedHeaders(const QList<HttpHeader> &headers);
std::optional<QList<HttpHeader>> unpackedHeaders(const QByteArray &packed);

/// \name As they are written: names that stay the same in later versions
/// @{
QString errorName(ErrorCode code);
ErrorCode errorOfName(const QString &name); ///< Internal, if unknown
std::optional<Endpoint> endpointOfName(const QString &pathName);
/// @}

} // namespace Gatescope
