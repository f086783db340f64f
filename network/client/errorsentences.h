// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <models/statsig/endpoint.h>

#include <chrono>

namespace Gatescope {

/// What may go wrong with a call, finer than ErrorCode: each has its own sentence.
enum class Situation {
    Cancelled,
    CancelledAfterSending,
    BadUrl,
    KeyUnusable,
    CaFileUnreadable,
    HostNotFound,
    Refused,
    Unreachable,
    TlsUntrusted,
    TlsWrongHost,
    TlsExpired,
    TlsFailed,
    TlsUnavailable,
    ProxyFailed,
    ProxyWantsPassword,
    ProxyRefusedPassword,
    ConnectTimeout,
    IdleTimeout,
    ClosedBeforeAnswer,
    NotHttp,
    RedirectedElsewhere,
    RedirectedHere,
    BadRequest,
    Unauthorized,
    Forbidden,
    NotFound,
    NotFoundCheckGateMultiple,
    NotFoundGetExperiment,
    NotFoundGetLayer,
    MethodNotAllowed,
    PayloadTooLarge,
    RateLimited,
    ServerError,
    UnexpectedStatus,
    TooLarge,
    Truncated,
    UnknownEncoding,
    BrokenEncoding,
    InvalidUtf8,
    InvalidJson,
    Internal,
};

/// What the sentences mention. Leave open what is not known.
struct Circumstances
{
    Endpoint endpoint = Endpoint::CheckGate;
    QString host {};
    QString keyHint {};
    int status = 0;
    QString serverSaid {}; ///< the server's own message, bounded
    QString retryAfter {}; ///< the header's value: seconds or a date
    QString target {}; ///< of a redirect
    QString caFile {};
    QString where {}; ///< in a JSON text: the parser's sentence
    std::chrono::milliseconds limit {0};
    qint64 maxBytes = 0;
    bool hasOwnProxy = false; ///< the connection's, not the system's
    bool hasProxyPassword = false;
};

/// The error of a situation; `detail` is for engineers. Any thread.
Error errorFor(Situation situation, const Circumstances &circumstances, const QString &detail = {});
/// The situation of an HTTP status outside 200 to 299 that is no redirect.
Situation situationOfStatus(int status, Endpoint endpoint);

} // namespace Gatescope
