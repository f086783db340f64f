// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventsender.h"

#include <ui/workspace.h>

#include <utility>

namespace Gatescope {

EventSender::EventSender(Workspace &workspace, EventList &list, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_list(list)
{ }

LogEventRequest EventSender::request(const QList<quint64> &ids, const QDateTime &now) const
{
    LogEventRequest request;
    request.user = m_workspace.user();
    for (const quint64 id : ids) {
        const EventItem *item = m_list.find(id);
        if (!item)
            continue;
        StatsigEvent event = item->event;
        event.time = event.time.value_or(now);
        request.events.append(event);
    }
    return request;
}

QByteArray EventSender::body(const QList<quint64> &ids, const QDateTime &now) const
{
    return requestBody(request(ids, now), m_workspace.connection().tier, now);
}

void EventSender::send(const QList<quint64> &ids)
{
    if (m_call || ids.isEmpty())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_ids = ids;
    m_call = m_workspace.start(request(ids, now));
    connect(m_call, &ApiCall::finished, this, &EventSender::finish);
    m_list.setDelivery(ids, {EventState::Sending, {}, now, 0});
    Q_EMIT started();
}

bool EventSender::stop()
{
    if (!m_call)
        return false;
    m_call->cancel();
    return true;
}

void EventSender::finish(const ApiOutcome &outcome)
{
    m_call = nullptr;
    m_list.setDelivery(std::exchange(m_ids, {}), deliveryOf(outcome));
    Q_EMIT finished(outcome);
}

} // namespace Gatescope
