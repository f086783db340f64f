// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "eventlist.h"

#include <models/ports/statsigapi.h>

#include <QPointer>

namespace Gatescope {

class Workspace;

/// Sends events in one log_event call, once, and writes on the list what became of them. Nothing is retried.
/// UI thread.
class EventSender : public QObject
{
    Q_OBJECT
public:
    EventSender(Workspace &workspace, EventList &list, QObject *parent = nullptr);

    /// The request of these events; those without a time get `now`, so that its body no longer depends on it.
    LogEventRequest request(const QList<quint64> &ids, const QDateTime &now) const;
    /// The exact body of that request on the chosen connection.
    QByteArray body(const QList<quint64> &ids, const QDateTime &now) const;

    bool isSending() const { return m_call; }
    void send(const QList<quint64> &ids);
    bool stop(); ///< false if nothing is being sent

Q_SIGNALS:
    void started();
    void finished(const Gatescope::ApiOutcome &outcome);

private:
    void finish(const ApiOutcome &outcome);

    Workspace &m_workspace;
    EventList &m_list;
    QPointer<ApiCall> m_call;
    QList<quint64> m_ids;
};

} // namespace Gatescope
