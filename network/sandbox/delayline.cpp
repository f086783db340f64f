// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "delayline.h"

#include "connectionwatch.h"

#include <microhttpd.h>

namespace Gatescope {

int socketOf(MHD_Connection *connection)
{
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}

DelayLine::DelayLine(ConnectionWatch &watch)
    : m_watch(watch)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{ }

DelayLine::~DelayLine() = default;

bool DelayLine::hold(MHD_Connection *connection, std::chrono::milliseconds time)
{
    const std::lock_guard lock(m_mutex);
    if (m_isStopped)
        return false;
    m_watch.remove(socketOf(connection));
    MHD_suspend_connection(connection);
    m_held.emplace(Clock::now() + time, connection);
    m_changed.notify_one();
    return true;
}

void DelayLine::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    for (const auto &[due, connection] : m_held)
        resume(connection);
    m_held.clear();
}

void DelayLine::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        while (!m_held.empty() && m_held.begin()->first <= Clock::now()) {
            resume(m_held.begin()->second);
            m_held.erase(m_held.begin());
        }
        if (m_held.empty()) {
            m_changed.wait(lock, stop, [this] { return !m_held.empty(); });
        } else {
            const Clock::time_point due = m_held.begin()->first;
            m_changed.wait_until(
                lock, stop, due, [this, due] { return !m_held.empty() && m_held.begin()->first < due; });
        }
    }
}

void DelayLine::resume(MHD_Connection *connection)
{
    m_watch.start(socketOf(connection));
    MHD_resume_connection(connection);
}

} // namespace Gatescope
