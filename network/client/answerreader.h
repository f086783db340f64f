// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "errorsentences.h"
#include "redactor.h"

#include <models/statsig/exchange.h>
#include <models/statsig/responses.h>

#include <optional>

namespace Gatescope {

/// An answer as it came off the wire.
struct WireAnswer
{
    Endpoint endpoint = Endpoint::CheckGate;
    QUrl url;
    int status = 0;
    QList<HttpHeader> headers;
    QList<QByteArray> chunks;
    qint64 maxBytes = 0;
    std::optional<Error> transportError; ///< the body broke off, went silent, grew too large
    Circumstances circumstances;
    Redactor redactor;
};

struct ReadAnswer
{
    QByteArray body; ///< unpacked, at most maxBytes, without the key
    Result<ApiResponse> response;
};

/// Unpacks, redacts and understands an answer. Slow for large ones: for worker threads.
ReadAnswer readAnswer(const WireAnswer &raw);

} // namespace Gatescope
