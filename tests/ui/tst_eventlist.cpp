// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>
#include <ui/events/eventlist.h>

#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

namespace {

StatsigEvent listedEvent(const char *name)
{
    StatsigEvent event;
    event.name = QString::fromLatin1(name);
    return event;
}

QString printedList(const EventList &list)
{
    QStringList names;
    for (const EventItem &item : list.items())
        names << item.event.name;
    return names.join(QLatin1Char(' '));
}

} // namespace

class TstEventList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsDuplicatesAndRemoves();
    void everyChangeCanBeUndone();
    void typingIsOneStep();
    void typingBackIsNoStep();
    void whatWasSentIsNotEdited();
    void sendingForgetsTheSteps();
    void unknownIdsAreLeftAlone();
};

void TstEventList::addsDuplicatesAndRemoves()
{
    EventList list;
    QSignalSpy changes(&list, &EventList::changed);
    const quint64 a = list.add(listedEvent("a"));
    const quint64 b = list.add(listedEvent("b"));
    const quint64 copy = list.duplicate(a);
    QCOMPARE(printedList(list), QStringLiteral("a a b"));
    QVERIFY(copy != a && copy != b);
    list.remove({a, b});
    QCOMPARE(printedList(list), QStringLiteral("a"));
    QCOMPARE(list.items().first().id, copy);
    QCOMPARE(changes.count(), 4);
}

void TstEventList::everyChangeCanBeUndone()
{
    EventList list;
    const quint64 a = list.add(listedEvent("a"));
    list.duplicate(a);
    list.edit(a, listedEvent("x"), QStringLiteral("name"));
    list.remove({a});
    for (const char *expected : {"x a", "a a", "a", ""}) {
        list.undoStack()->undo();
        QCOMPARE(printedList(list), QString::fromLatin1(expected));
    }
    QVERIFY(!list.undoStack()->canUndo());
    for (int i = 0; i < 4; ++i)
        list.undoStack()->redo();
    QCOMPARE(printedList(list), QStringLiteral("a"));
}

void TstEventList::typingIsOneStep()
{
    EventList list;
    const quint64 a = list.add();
    for (const char *name : {"p", "pu", "pur"})
        list.edit(a, listedEvent(name), QStringLiteral("name"));
    StatsigEvent valued = listedEvent("pur");
    valued.value = QStringLiteral("v");
    list.edit(a, valued, QStringLiteral("value"));
    QCOMPARE(list.undoStack()->count(), 3); // add, name, value
    list.undoStack()->undo();
    QCOMPARE(list.items().first().event, listedEvent("pur"));
    list.undoStack()->undo();
    QCOMPARE(list.items().first().event, StatsigEvent());
}

void TstEventList::typingBackIsNoStep()
{
    EventList list;
    const quint64 a = list.add();
    list.edit(a, listedEvent("p"), QStringLiteral("name"));
    list.edit(a, StatsigEvent(), QStringLiteral("name"));
    QCOMPARE(list.undoStack()->count(), 1);
}

void TstEventList::whatWasSentIsNotEdited()
{
    EventList list;
    const quint64 a = list.add(listedEvent("a"));
    list.setDelivery({a}, {EventState::Accepted, {}, QDateTime::currentDateTimeUtc(), 1});
    list.edit(a, listedEvent("b"), QStringLiteral("name"));
    QCOMPARE(printedList(list), QStringLiteral("a"));
    list.prepareAgain(a);
    QCOMPARE(list.delivery(a), EventDelivery());
    list.edit(a, listedEvent("b"), QStringLiteral("name"));
    QCOMPARE(printedList(list), QStringLiteral("b"));
}

void TstEventList::sendingForgetsTheSteps()
{
    EventList list;
    const quint64 a = list.add(listedEvent("a"));
    list.setDelivery({a}, {EventState::Sending, {}, {}, 0});
    QVERIFY(!list.undoStack()->canUndo());
    list.prepareAgain(a); // not while it is under way
    QCOMPARE(list.delivery(a).state, EventState::Sending);
    list.remove({a});
    list.undoStack()->undo();
    QCOMPARE(list.delivery(a).state, EventState::Sending);
}

void TstEventList::unknownIdsAreLeftAlone()
{
    EventList list;
    QSignalSpy changes(&list, &EventList::changed);
    list.edit(7, listedEvent("x"), QStringLiteral("name"));
    list.remove({7});
    list.prepareAgain(7);
    QCOMPARE(list.duplicate(7), 0u);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(list.find(7), nullptr);
}

GATESCOPE_TEST(TstEventList)
#include "tst_eventlist.moc"
