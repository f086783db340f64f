// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <expected>

namespace Gatescope {

/// What went wrong, for code that branches on it. People read Error::message.
enum class ErrorCode {
    Cancelled, ///< the user stopped it; never shown as an error
    BadInput, ///< a file, field or argument that cannot be understood
    FileUnreadable,
    FileUnwritable,
    // Getting there
    Offline, ///< no route, DNS failure or connection refused
    Tls, ///< the certificate is not trusted or the handshake failed
    Proxy,
    Timeout, ///< connect or idle limit reached
    ClosedBeforeAnswer, ///< the peer hung up after the request was written: it may have arrived
    Redirected, ///< redirect to another host: refused, the key is not sent on
    // What the server said
    BadRequest, ///< 400
    Unauthorized, ///< 401
    Forbidden, ///< 403
    NotFound, ///< 404
    MethodNotAllowed, ///< 405
    PayloadTooLarge, ///< 413
    RateLimited, ///< 429
    ServerError, ///< 5xx
    UnexpectedStatus, ///< any other status
    Rejected, ///< an accepted request answered with success:false
    // What the body was
    TooLarge, ///< over the configured cap
    Truncated,
    InvalidUtf8,
    InvalidJson, ///< with line and column in the message
    WrongShape, ///< valid JSON of another type than the endpoint answers
    // Keys
    KeyMissing, ///< the connection has no key stored
    KeychainUnavailable, ///< no secret service, or it is locked
    // Evaluation
    Unsupported,
    Internal,
};

/// A failure as people and engineers see it. Both texts are free of secrets.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< translated sentence: what happened, likely cause, what to do
    QString detail; ///< for engineers, redacted; may be empty

    bool operator==(const Error &) const = default;
};

template<class T = void>
using Result = std::expected<T, Error>;

/// Shorthand for `return failure(ErrorCode::BadInput, tr("…"));`
inline std::unexpected<Error> failure(ErrorCode code, QString message, QString detail = {})
{
    return std::unexpected(Error {code, std::move(message), std::move(detail)});
}

} // namespace Gatescope
