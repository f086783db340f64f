// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace Gatescope {

/// Ends connections whose request has taken too long as a whole. libmicrohttpd knows only idle time, so that
/// one byte a second would hold a connection for ever.
///
/// Every socket must be taken out again before it is closed. Any thread.
class ConnectionWatch
{
public:
    explicit ConnectionWatch(std::chrono::milliseconds limit);
    ~ConnectionWatch();

    /// A connection begins, or begins to wait for its next request.
    void start(int socket);
    void remove(int socket);

private:
    using Clock = std::chrono::steady_clock;
    void run(const std::stop_token &stop);
    Clock::time_point endOverdue(Clock::time_point now);

    const std::chrono::milliseconds m_limit;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<int, Clock::time_point> m_deadlines;
    std::jthread m_thread; ///< last: the others are there before it starts
};

} // namespace Gatescope
