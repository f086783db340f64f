// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventlist.h"

#include <QUndoCommand>

#include <algorithm>

namespace Gatescope {

/// The whole list before and after: its strings are shared, so a step costs a few pointers an event.
class EventListStep : public QUndoCommand
{
public:
    EventListStep(
        EventList *list, const QList<EventItem> &after, const QString &text, const QString &mergeKey)
        : QUndoCommand(text)
        , m_list(list)
        , m_before(list->items())
        , m_after(after)
        , m_mergeKey(mergeKey)
    { }

    void undo() override { m_list->setItems(m_before); }
    void redo() override { m_list->setItems(m_after); }
    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const EventListStep *>(other);
        if (next->m_mergeKey != m_mergeKey)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    EventList *m_list;
    QList<EventItem> m_before;
    QList<EventItem> m_after;
    QString m_mergeKey;
};

EventList::EventList(QObject *parent)
    : QObject(parent)
{ }

qsizetype EventList::indexOf(quint64 id) const
{
    const auto found = std::ranges::find(m_items, id, &EventItem::id);
    return found == m_items.end() ? -1 : found - m_items.begin();
}

const EventItem *EventList::find(quint64 id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_items.at(index);
}

void EventList::setItems(const QList<EventItem> &items)
{
    m_items = items;
    Q_EMIT changed();
}

void EventList::push(const QList<EventItem> &items, const QString &text, const QString &mergeKey)
{
    m_undo.push(new EventListStep(this, items, text, mergeKey));
}

quint64 EventList::add(const StatsigEvent &event)
{
    QList<EventItem> items = m_items;
    items.append({++m_lastId, event});
    push(items, tr("Add event"));
    return m_lastId;
}

void EventList::restore(const QList<StatsigEvent> &events)
{
    QList<EventItem> items;
    for (const StatsigEvent &event : events)
        items.append({++m_lastId, event});
    m_undo.clear();
    m_deliveries.clear();
    setItems(items);
}

QList<StatsigEvent> EventList::unsent() const
{
    QList<StatsigEvent> events;
    for (const EventItem &item : m_items) {
        const EventState state = delivery(item.id).state;
        if (state == EventState::NotSent || state == EventState::Refused)
            events.append(item.event);
    }
    return events;
}

quint64 EventList::duplicate(quint64 id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return 0;
    QList<EventItem> items = m_items;
    items.insert(index + 1, {++m_lastId, items.at(index).event});
    push(items, tr("Duplicate event"));
    return m_lastId;
}

void EventList::remove(const QList<quint64> &ids)
{
    QList<EventItem> items = m_items;
    const qsizetype removed = items.removeIf([&ids](const EventItem &item) { return ids.contains(item.id); });
    if (removed > 0)
        push(items, removed == 1 ? tr("Remove event") : tr("Remove %1 events").arg(removed));
}

void EventList::edit(quint64 id, const StatsigEvent &event, const QString &field)
{
    const qsizetype index = indexOf(id);
    if (index < 0 || m_items.at(index).event == event || delivery(id).state != EventState::NotSent)
        return;
    QList<EventItem> items = m_items;
    items[index].event = event;
    push(items, tr("Edit event"), QString::number(id) + QLatin1Char(' ') + field);
}

void EventList::setDelivery(const QList<quint64> &ids, const EventDelivery &delivery)
{
    for (const quint64 id : ids)
        m_deliveries[id] = delivery;
    m_undo.clear();
    Q_EMIT changed();
}

void EventList::prepareAgain(quint64 id)
{
    if (m_deliveries.value(id).state != EventState::Sending && m_deliveries.remove(id))
        Q_EMIT changed();
}

} // namespace Gatescope
