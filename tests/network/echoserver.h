// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <network/sandbox/httpserver.h>

#include <atomic>

namespace Gatescope::Test {

/// The HTTP layer alone, over a service that repeats the body; the path /refused is not admitted.
class EchoServer
{
public:
    [[nodiscard]] bool start(const HttpLimits &limits = {});
    void stop() { m_server.stop(); }
    quint16 port() const { return m_server.port(); }
    int answered() const { return m_answered; } ///< since the last start

private:
    std::atomic_int m_answered = 0;
    HttpServer m_server;
};

} // namespace Gatescope::Test
