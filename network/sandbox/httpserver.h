// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpmessage.h"

#include <models/result.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Gatescope {

struct HttpLimits
{
    unsigned int connections =
        2048; ///< more wait until one ends; fewer where the system lets us have no more
    unsigned int threads = 4;
    qsizetype headerBytes = 32 * 1024; ///< more: 431
    qsizetype bodyBytes = 16 * 1024 * 1024; ///< more: 413
    std::chrono::seconds idleTime {30};
    std::chrono::milliseconds requestTime {
        60'000}; ///< from its first byte, or the end of the one before, to its end
    std::chrono::milliseconds stopTime {1'000}; ///< how long stop() waits for answers under way
};

/// What is served. Both are called on the server's threads, several at once, and must not block.
struct HttpService
{
    /// Asked when the header is there: an answer here spares reading the body.
    std::function<std::optional<HttpResponse>(const HttpRequest &)> admit;
    std::function<HttpResponse(const HttpRequest &)> answer;
};

/// HTTP/1.1 on 127.0.0.1 by libmicrohttpd, knowing nothing of what is served. Malformed requests never reach
/// the service (requestguard.h).
class HttpServer
{
public:
    HttpServer();
    ~HttpServer(); ///< stops

    /// Port 0: any free one. Errors: BadInput where the port is taken. Returns when connections are accepted.
    Result<> start(quint16 port, HttpService service, const HttpLimits &limits = {});
    /// Accepts no more, lets answers under way go out for stopTime, then ends every connection.
    void stop();
    bool isRunning() const;
    quint16 port() const; ///< 0 if not running

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatescope
