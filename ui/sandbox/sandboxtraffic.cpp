// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxtraffic.h"

namespace Gatescope {

namespace {

constexpr qint64 entryBytes = 512; ///< about what one takes beside its bodies

qint64 keptBytes(const SandboxRequest &request)
{
    return entryBytes + request.body.size() + request.answer.size();
}

qint64 keptBytes(const ReceivedEvent &event)
{
    return entryBytes + event.json.size();
}

} // namespace

SandboxTraffic::SandboxTraffic(SandboxControl &sandbox, QObject *parent)
    : QObject(parent)
{
    connect(&sandbox, &SandboxControl::happened, this, &SandboxTraffic::take);
}

void SandboxTraffic::take(const QList<SandboxActivity> &activities)
{
    QList<SandboxRequestPtr> requests;
    QList<ReceivedEventPtr> events;
    for (const SandboxActivity &activity : activities) {
        m_leftOut += activity.leftOutBefore;
        m_bytes += keptBytes(activity.request);
        requests.append(std::make_shared<const SandboxRequest>(activity.request));
        for (const ReceivedEvent &event : activity.events) {
            m_bytes += keptBytes(event);
            events.append(std::make_shared<const ReceivedEvent>(event));
        }
    }
    m_requests.append(requests);
    m_events.append(events);
    forget();
    Q_EMIT changed();
}

/// The oldest requests go, each with its events; the newest stays whatever it holds.
void SandboxTraffic::forget()
{
    const QList<SandboxRequestPtr> &requests = m_requests.items();
    const QList<ReceivedEventPtr> &events = m_events.items();
    qsizetype oldRequests = 0;
    qsizetype oldEvents = 0;
    while (oldRequests + 1 < requests.size()
        && (requests.size() - oldRequests > maxRequests || events.size() - oldEvents > maxEvents
            || m_bytes > maxBytes)) {
        const SandboxRequest &oldest = *requests.at(oldRequests++);
        m_bytes -= keptBytes(oldest);
        while (oldEvents < events.size() && events.at(oldEvents)->request <= oldest.number)
            m_bytes -= keptBytes(*events.at(oldEvents++));
    }
    m_leftOut += quint64(oldRequests);
    m_requests.dropOldest(oldRequests);
    m_events.dropOldest(oldEvents);
}

void SandboxTraffic::clear()
{
    if (!m_requests.items().isEmpty()) {
        m_clearedRequests = m_requests.items();
        m_clearedEvents = m_events.items();
        m_clearedBytes = m_bytes;
        m_clearedLeftOut = m_leftOut;
    }
    m_requests.setItems({});
    m_events.setItems({});
    m_bytes = 0;
    m_leftOut = 0;
    Q_EMIT changed();
}

void SandboxTraffic::restore()
{
    if (m_clearedRequests.isEmpty())
        return;
    m_requests.setItems(m_clearedRequests + m_requests.items());
    m_events.setItems(m_clearedEvents + m_events.items());
    m_bytes += m_clearedBytes;
    m_leftOut += m_clearedLeftOut;
    forgetCleared();
    forget();
    Q_EMIT changed();
}

void SandboxTraffic::forgetCleared()
{
    m_clearedRequests.clear();
    m_clearedEvents.clear();
    m_clearedBytes = 0;
    m_clearedLeftOut = 0;
}

QByteArray trafficLines(const QList<SandboxRequestPtr> &requests, const QList<ReceivedEventPtr> &events)
{
    QByteArray lines;
    auto event = events.cbegin();
    for (const SandboxRequestPtr &request : requests) {
        lines += recordLine(*request) + '\n';
        for (; event != events.cend() && (*event)->request <= request->number; ++event)
            lines += recordLine(**event) + '\n';
    }
    return lines;
}

} // namespace Gatescope
