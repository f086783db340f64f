// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionwatch.h"

#ifdef _WIN32
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

#include <algorithm>

namespace Gatescope {

namespace {

/// Both ends see the end of the stream; closing stays with the owner of the socket.
void endStream(int socket)
{
#ifdef _WIN32
    ::shutdown(SOCKET(socket), SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

} // namespace

ConnectionWatch::ConnectionWatch(std::chrono::milliseconds limit)
    : m_limit(limit)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{ }

ConnectionWatch::~ConnectionWatch() = default;

void ConnectionWatch::start(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_deadlines[socket] = Clock::now() + m_limit;
    // A later deadline needs no waking: the thread looks again when the earliest it knows of has passed.
    if (m_deadlines.size() == 1)
        m_changed.notify_one();
}

void ConnectionWatch::remove(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_deadlines.erase(socket);
}

void ConnectionWatch::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_changed.wait(lock, stop, [this] { return !m_deadlines.empty(); });
        const Clock::time_point next = endOverdue(Clock::now());
        m_changed.wait_until(lock, stop, next, [] { return false; });
    }
}

/// Returns the moment to look again.
ConnectionWatch::Clock::time_point ConnectionWatch::endOverdue(Clock::time_point now)
{
    Clock::time_point next = now + m_limit;
    for (auto it = m_deadlines.begin(); it != m_deadlines.end();) {
        if (it->second <= now) {
            endStream(it->first);
            it = m_deadlines.erase(it);
        } else {
            next = std::min(next, it->second);
            ++it;
        }
    }
    return next;
}

} // namespace Gatescope
