// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/eventsmodel.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

namespace {

EventRow exampleRow(quint64 id, const QString &name)
{
    EventRow row;
    row.id = id;
    row.event.name = name;
    row.userText = QStringLiteral("u-1");
    return row;
}

QStringList printedRow(const EventsModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.index(row, column).data().toString();
    return cells;
}

} // namespace

class TstEventsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsEvents();
    void statesAreWords_data();
    void statesAreWords();
    void aChangeOfContentKeepsTheRows();
    void cellsSpeakTheWholeSentence();
    void toolTipsArePlainText();
    void findsRowsById();
};

void TstEventsModel::showsEvents()
{
    EventsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    EventRow full = exampleRow(1, QStringLiteral("purchase"));
    full.event.value = StatsigEvent::NumberValue {"84.50"};
    full.event.metadata = {{QStringLiteral("a"), "1"}, {QStringLiteral("b"), "2"}};
    full.event.time = QDateTime(QDate(2026, 11, 22), QTime(14, 5, 0), Qt::UTC);
    EventRow text = exampleRow(2, QStringLiteral("search"));
    text.event.value = QStringLiteral("shoes");
    text.event.metadata = {{QStringLiteral("a"), "1"}};
    model.setRows({full, text, exampleRow(3, {})});

    QCOMPARE(printedRow(model, 0),
        (QStringList {QStringLiteral("1"), QStringLiteral("purchase"), QStringLiteral("u-1"),
            QStringLiteral("84.50"), QStringLiteral("2 keys"), QStringLiteral("2026-11-22 14:05"),
            QStringLiteral("Ready")}));
    QCOMPARE(printedRow(model, 1).mid(3, 3),
        (QStringList {QStringLiteral("shoes"), QStringLiteral("1 key"), QStringLiteral("Now")}));
    QCOMPARE(printedRow(model, 2).mid(1, 4),
        (QStringList {QStringLiteral("no name yet"), QStringLiteral("u-1"), QStringLiteral("–"),
            QStringLiteral("none")}));
    QCOMPARE(model.index(0, EventsModel::ValueColumn).data(EventsModel::SuffixRole).toString(),
        QStringLiteral("number"));
    QVERIFY(!model.index(1, EventsModel::ValueColumn).data(EventsModel::SuffixRole).isValid());
}

void TstEventsModel::statesAreWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("warnings");
    QTest::addColumn<bool>("blocked");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("sendable");
    QTest::newRow("ready") << int(EventState::NotSent) << 0 << false << "Ready" << true;
    QTest::newRow("one warning") << int(EventState::NotSent) << 1 << false << "1 warning" << true;
    QTest::newRow("warnings") << int(EventState::NotSent) << 2 << false << "2 warnings" << true;
    QTest::newRow("blocked") << int(EventState::NotSent) << 1 << true << "Blocked" << false;
    QTest::newRow("sending") << int(EventState::Sending) << 1 << false << "Sending" << false;
    QTest::newRow("accepted") << int(EventState::Accepted) << 0 << false << "Accepted" << false;
    QTest::newRow("refused") << int(EventState::Refused) << 0 << false << "Refused" << false;
    QTest::newRow("unknown") << int(EventState::Unknown) << 0 << false << "Unknown" << false;
}

void TstEventsModel::statesAreWords()
{
    QFETCH(int, state);
    QFETCH(int, warnings);
    QFETCH(bool, blocked);
    QFETCH(QString, word);
    QFETCH(bool, sendable);
    EventRow row = exampleRow(1, QStringLiteral("purchase"));
    row.delivery.state = EventState(state);
    if (blocked)
        row.findings << EventFinding {EventSeverity::Blocks, EventProblem::NameEmpty, {}, {}};
    for (int i = 0; i < warnings; ++i)
        row.findings << EventFinding {EventSeverity::Warning, EventProblem::NoUnitId, {}, {}};
    row.findings << EventFinding {EventSeverity::Note, EventProblem::PrivateAttributesRemoved, {}, {}};
    EventsModel model;
    model.setRows({row});
    QCOMPARE(model.index(0, EventsModel::StateColumn).data().toString(), word);
    QCOMPARE(row.isSendable(), sendable);
}

void TstEventsModel::aChangeOfContentKeepsTheRows()
{
    EventsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({exampleRow(1, QStringLiteral("a")), exampleRow(2, QStringLiteral("b"))});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRows({exampleRow(1, QStringLiteral("a")), exampleRow(2, QStringLiteral("c"))});
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toModelIndex().row(), 1);
    model.setRows({exampleRow(2, QStringLiteral("c"))});
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.rowCount(), 1);
}

void TstEventsModel::cellsSpeakTheWholeSentence()
{
    EventsModel model;
    EventRow row = exampleRow(1, QStringLiteral("purchase"));
    row.event.value = StatsigEvent::NumberValue {"1"};
    model.setRows({row});
    QCOMPARE(model.index(0, EventsModel::TimeColumn).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Event 1, purchase, user u-1, value 1, metadata none, time Now, Ready"));
}

void TstEventsModel::toolTipsArePlainText()
{
    EventsModel model;
    EventRow row = exampleRow(1, QStringLiteral("<img src=x>"));
    row.delivery = {EventState::Refused, QStringLiteral("<b>no</b>"), {}, 1};
    model.setRows({row});
    QVERIFY(
        !model.index(0, EventsModel::NameColumn).data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
    QVERIFY(!model.index(0, EventsModel::StateColumn)
            .data(Qt::ToolTipRole)
            .toString()
            .contains(QLatin1Char('<')));
}

void TstEventsModel::findsRowsById()
{
    EventsModel model;
    model.setRows({exampleRow(7, {}), exampleRow(3, {})});
    QCOMPARE(model.rowOf(3), 1);
    QCOMPARE(model.rowOf(4), -1);
}

GATESCOPE_TEST(TstEventsModel)
#include "tst_eventsmodel.moc"
