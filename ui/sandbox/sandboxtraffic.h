// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/receivedeventsmodel.h>
#include <models/items/sandboxrequestsmodel.h>
#include <models/ports/sandboxcontrol.h>

namespace Gatescope {

/// What has arrived at the sandbox in this run, as far as it is kept: beyond the limits the oldest go. UI
/// thread.
class SandboxTraffic : public QObject
{
    Q_OBJECT
public:
    explicit SandboxTraffic(SandboxControl &sandbox, QObject *parent = nullptr);

    static constexpr qsizetype maxRequests = 10'000;
    static constexpr qsizetype maxEvents = 50'000;
    static constexpr qint64 maxBytes = 128LL * 1024 * 1024;

    SandboxRequestsModel &requests() { return m_requests; }
    ReceivedEventsModel &events() { return m_events; }
    quint64 leftOut() const { return m_leftOut; } ///< requests that were dropped, or never kept
    void clear();
    /// Brings back what the last clear() took, before what came since.
    void restore();
    qsizetype restorable() const { return m_clearedRequests.size(); } ///< requests
    void forgetCleared();

Q_SIGNALS:
    void changed();

private:
    void take(const QList<SandboxActivity> &activities);
    void forget();

    SandboxRequestsModel m_requests;
    ReceivedEventsModel m_events;
    qint64 m_bytes = 0;
    quint64 m_leftOut = 0;
    QList<SandboxRequestPtr> m_clearedRequests; ///< as long as they can come back
    QList<ReceivedEventPtr> m_clearedEvents;
    qint64 m_clearedBytes = 0;
    quint64 m_clearedLeftOut = 0;
};

/// One line of JSON each, requests before their events, as `gatescope sandbox --record` writes them. Any
/// thread.
QByteArray trafficLines(const QList<SandboxRequestPtr> &requests, const QList<ReceivedEventPtr> &events);

} // namespace Gatescope
