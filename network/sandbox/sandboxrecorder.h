// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sandboxservice.h"

#include <models/sandbox/sandboxactivity.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>

namespace Gatescope {

/// Turns answered requests into what people read of them, on a thread of its own, so that decoding bodies
/// costs the clients no time. Keys are taken out here.
class SandboxRecorder
{
public:
    using Observer = std::function<void(const SandboxActivity &)>;

    /// The observer is called on the recorder's thread, in the order of the answers.
    explicit SandboxRecorder(Observer observer);
    ~SandboxRecorder(); ///< when all that was added has been observed

    /// A request as it was answered. Where nothing keeps up, the newest are left out and counted in
    /// SandboxActivity::leftOutBefore. Any thread; blocks for no longer than a queue takes.
    void add(const HttpRequest &request, SandboxService::Answer answer, QDateTime receivedUtc,
        std::chrono::microseconds duration);

private:
    using Redacted = std::function<QByteArray(QByteArray)>;
    struct Answered
    {
        HttpRequest request;
        SandboxService::Answer answer;
        QDateTime receivedUtc;
        std::chrono::microseconds duration;
        qsizetype answeredBytes; ///< before the answer was cut
        quint64 leftOutBefore;

        qint64 bytes() const;
    };

    void run(const std::stop_token &stop);
    SandboxActivity read(const Answered &answered);
    void readBody(SandboxActivity &activity, const Answered &answered, const Redacted &redacted);

    const Observer m_observer;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Answered> m_queue;
    qint64 m_queuedBytes = 0;
    quint64 m_leftOut = 0;
    quint64 m_requests = 0; ///< of the thread
    quint64 m_events = 0; ///< likewise
    std::jthread m_thread; ///< last: the others are there before it starts
};

} // namespace Gatescope
