// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

struct MHD_Connection;

namespace Gatescope {

class ConnectionWatch;

/// The socket of a connection of libmicrohttpd.
int socketOf(MHD_Connection *connection);

/// Suspends connections for a while and resumes them, so that an answer that comes late costs no thread and
/// holds up nobody. Meanwhile they are not watched. Any thread.
class DelayLine
{
public:
    explicit DelayLine(ConnectionWatch &watch);
    ~DelayLine();

    /// To be called from the library's callbacks for the connection. False: the server is stopping and
    /// nothing is held any more.
    bool hold(MHD_Connection *connection, std::chrono::milliseconds time);
    /// Resumes everything at once and holds nothing from now on.
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    void run(const std::stop_token &stop);
    void resume(MHD_Connection *connection);

    ConnectionWatch &m_watch;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::multimap<Clock::time_point, MHD_Connection *> m_held;
    bool m_isStopped = false;
    std::jthread m_thread; ///< last: the others are there before it starts
};

} // namespace Gatescope
