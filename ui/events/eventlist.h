// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/eventdelivery.h>
#include <models/statsig/statsigevent.h>

#include <QHash>
#include <QObject>
#include <QUndoStack>

namespace Gatescope {

/// One event being composed; its id stays when it moves, is edited or comes back by undo.
struct EventItem
{
    quint64 id = 0;
    StatsigEvent event;
    bool operator==(const EventItem &) const = default;
};

/// The events of the page, with undo, and what became of those that were sent. A sent event is a record: it
/// is edited again only after prepareAgain(). UI thread.
class EventList : public QObject
{
    Q_OBJECT
public:
    explicit EventList(QObject *parent = nullptr);

    const QList<EventItem> &items() const { return m_items; }
    const EventItem *find(quint64 id) const; ///< null if there is none
    EventDelivery delivery(quint64 id) const { return m_deliveries.value(id); }
    QUndoStack *undoStack() { return &m_undo; }

    /// \name Changes that can be undone; ids of no event and sent events are left alone
    /// @{
    quint64 add(const StatsigEvent &event = {}); ///< at the end
    quint64 duplicate(quint64 id); ///< below it; 0 if there is none
    void remove(const QList<quint64> &ids);
    /// Edits of the same field of the same event, one after the other, are one step.
    void edit(quint64 id, const StatsigEvent &event, const QString &field);
    /// @}

    /// Puts events of an earlier run in place of all there are, as if they had always been there.
    void restore(const QList<StatsigEvent> &events);
    /// What may be sent: those that were not, and those that were refused.
    QList<StatsigEvent> unsent() const;

    /// What was sent cannot be undone: setting a delivery forgets the steps before it.
    void setDelivery(const QList<quint64> &ids, const EventDelivery &delivery);
    void prepareAgain(quint64 id);

Q_SIGNALS:
    void changed();

private:
    friend class EventListStep;
    void setItems(const QList<EventItem> &items);
    qsizetype indexOf(quint64 id) const; ///< −1 if there is none
    void push(const QList<EventItem> &items, const QString &text, const QString &mergeKey = {});

    QList<EventItem> m_items;
    QHash<quint64, EventDelivery> m_deliveries;
    QUndoStack m_undo;
    quint64 m_lastId = 0;
};

} // namespace Gatescope
