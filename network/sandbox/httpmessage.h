// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

#include <QByteArray>
#include <QList>

#include <chrono>

namespace Gatescope {

/// A request as it came over the wire: nothing in it has been believed yet.
struct HttpRequest
{
    QByteArray method;
    QByteArray version; ///< "HTTP/1.1"
    QByteArray target; ///< as sent, with the query, nothing decoded
    QList<HttpHeader> headers; ///< all of them, in their order, doubles included
    bool isPlain =
        true; ///< false: the header holds a NUL, a line that does not end in CR LF, or a folded one
    QByteArray body; ///< as sent: chunks joined, content encoding untouched

    QByteArrayView path() const; ///< of the target, not decoded
    /// The first of that name, whatever its case; empty if there is none.
    QByteArray header(QByteArrayView name) const;
    int headerCount(QByteArrayView name) const;
    /// The first query item of that name, decoded; empty if there is none.
    QByteArray queryItem(QByteArrayView name) const;
};

struct HttpResponse
{
    /// How the answer reaches the client; all but Whole are faults on purpose.
    enum class Delivery {
        Whole,
        Truncated, ///< all of it is announced, half of it sent, then the connection ends
        Dripping, ///< a few bytes at a time
        Reset, ///< nothing is sent: the connection is reset
    };

    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QList<HttpHeader> headers; ///< beside Content-Type, Content-Length and Date
    std::chrono::milliseconds delay {0}; ///< before anything of it is sent; holds up nobody else
    Delivery delivery = Delivery::Whole;
    bool closes = false; ///< the connection cannot be trusted to be in step and ends with this answer

    void addHeader(const QByteArray &name, const QByteArray &value)
    {
        headers.append(HttpHeader {name, value});
    }
};

/// The body of every refusal: {"message": "…"} (facts §1.1).
HttpResponse refusal(int status, const QByteArray &message);

} // namespace Gatescope
