// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <models/items/exchangesmodel.h>
#include <models/items/exchangetiming.h>
#include <models/items/exchangewords.h>

#include <QAbstractItemModelTester>
#include <QTest>
#include <QTimeZone>

using namespace Gatescope;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<Exchange> madeExchange(quint64 number, int status, std::optional<ErrorCode> code = {})
{
    auto exchange = std::make_shared<Exchange>();
    exchange->number = number;
    exchange->endpoint = Endpoint::CheckGate;
    exchange->subject = QStringLiteral("new_checkout");
    exchange->connectionName = QStringLiteral("Shop");
    exchange->status = status;
    exchange->requestBody = QByteArray(300, ' ');
    exchange->responseBody = QByteArray(16, ' ');
    exchange->startedUtc = QDateTime(QDate(2026, 11, 23), QTime(12, 5, 21), Qt::UTC);
    exchange->finished = 12300us;
    if (code)
        exchange->error = Error {*code, QStringLiteral("Refused <b>here</b>."), {}};
    return exchange;
}

} // namespace

class TstExchangesModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsOneRowEach();
    void growsAndDrops();
    void escapesToolTips();
    void statesAndWords_data();
    void statesAndWords();
    void durations_data();
    void durations();
    void byteCounts_data();
    void byteCounts();
    void ages_data();
    void ages();
    void timing_data();
    void timing();
};

void TstExchangesModel::showsOneRowEach()
{
    ExchangesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setItems({madeExchange(3, 200)});
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.index(0, column).data().toString();
    const QStringList expected {QStringLiteral("3"), localTimeText(model.item(0)->startedUtc),
        QStringLiteral("check_gate"), QStringLiteral("new_checkout"), QStringLiteral("Shop"),
        QStringLiteral("200"), QStringLiteral("12 ms"), QStringLiteral("0.3 KB"), QStringLiteral("16 B")};
    QCOMPARE(cells, expected);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Exchange 3, check_gate, new_checkout, Shop, succeeded with 200, 12 ms"));
}

void TstExchangesModel::growsAndDrops()
{
    ExchangesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (quint64 number = 1; number <= 5; ++number)
        model.append({madeExchange(number, 200)});
    model.dropOldest(2);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(2), -1);
    QCOMPARE(model.rowOf(4), 1);
    model.dropOldest(99);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.item(0));
}

void TstExchangesModel::escapesToolTips()
{
    ExchangesModel model;
    model.setItems({madeExchange(1, 401, ErrorCode::Unauthorized)});
    QCOMPARE(model.index(0, ExchangesModel::Status).data(Qt::ToolTipRole).toString(),
        QStringLiteral("Refused &lt;b&gt;here&lt;/b&gt;."));
}

void TstExchangesModel::statesAndWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<ExchangeState>("state");
    QTest::newRow("ok") << 202 << -1 << "202" << ExchangeState::Succeeded;
    QTest::newRow("refused") << 401 << int(ErrorCode::Unauthorized) << "Refused 401" << ExchangeState::Failed;
    QTest::newRow("offline") << 0 << int(ErrorCode::Offline) << "Not reached" << ExchangeState::Failed;
    QTest::newRow("unsure") << 0 << int(ErrorCode::ClosedBeforeAnswer) << "May have arrived"
                            << ExchangeState::Failed;
    QTest::newRow("success:false") << 202 << int(ErrorCode::Rejected) << "Refused 202"
                                   << ExchangeState::Failed;
    QTest::newRow("stopped") << 0 << int(ErrorCode::Cancelled) << "Stopped" << ExchangeState::Stopped;
}

void TstExchangesModel::statesAndWords()
{
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(QString, text);
    QFETCH(ExchangeState, state);
    const auto exchange = madeExchange(1, status, code < 0 ? std::nullopt : std::optional(ErrorCode(code)));
    QCOMPARE(statusText(*exchange), text);
    QCOMPARE(stateOf(*exchange), state);
}

void TstExchangesModel::durations_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("never") << qint64(-1) << QStringLiteral("–");
    QTest::newRow("short") << qint64(240) << QStringLiteral("0.2 ms");
    QTest::newRow("one") << qint64(960) << QStringLiteral("1 ms");
    QTest::newRow("usual") << qint64(48400) << QStringLiteral("48 ms");
    QTest::newRow("long") << qint64(30000000) << QStringLiteral("30.0 s");
}

void TstExchangesModel::durations()
{
    QFETCH(qint64, microseconds);
    QFETCH(QString, text);
    QCOMPARE(durationText(std::chrono::microseconds(microseconds)), text);
}

void TstExchangesModel::byteCounts_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0 B";
    QTest::newRow("few") << qint64(16) << "16 B";
    QTest::newRow("tenth") << qint64(110) << "0.1 KB";
    QTest::newRow("kilo") << qint64(6554) << "6.4 KB";
    QTest::newRow("mega") << qint64(50) * 1024 * 1024 << "50.0 MB";
}

void TstExchangesModel::byteCounts()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(byteCountText(bytes), text);
}

void TstExchangesModel::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("clock set back") << qint64(-5) << "just now";
    QTest::newRow("now") << qint64(3) << "just now";
    QTest::newRow("a minute") << qint64(50) << "1 min ago";
    QTest::newRow("minutes") << qint64(200) << "3 min ago";
    QTest::newRow("hours") << qint64(7300) << "2 h ago";
}

void TstExchangesModel::ages()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    const QDateTime then(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    QCOMPARE(ageText(then, then.addSecs(seconds)), text);
}

void TstExchangesModel::timing_data()
{
    QTest::addColumn<QList<int>>("marks"); // connected, sent, first byte, finished, in ms
    QTest::addColumn<QString>("phases");
    QTest::newRow("whole") << QList {2, 3, 11, 12}
                           << "Connecting 0+2, Sending 2+1, Waiting 3+8, Receiving 11+1";
    QTest::newRow("kept alive") << QList {-1, 1, 9, 12} << "Sending 0+1, Waiting 1+8, Receiving 9+3";
    QTest::newRow("refused") << QList {-1, -1, -1, 5} << "Connecting 0+5!";
    QTest::newRow("no answer") << QList {2, 3, -1, 30} << "Connecting 0+2, Sending 2+1, Waiting 3+27!";
    QTest::newRow("not started") << QList {-1, -1, -1, -1} << "";
}

void TstExchangesModel::timing()
{
    QFETCH(QList<int>, marks);
    QFETCH(QString, phases);
    Exchange exchange;
    exchange.connected = std::chrono::milliseconds(marks[0]);
    exchange.sent = std::chrono::milliseconds(marks[1]);
    exchange.firstByte = std::chrono::milliseconds(marks[2]);
    exchange.finished = std::chrono::milliseconds(marks[3]);
    QStringList found;
    for (const TimingPhase &phase : timingPhases(exchange))
        found << QStringLiteral("%1 %2+%3%4")
                     .arg(timingPhaseText(phase.kind).section(QLatin1Char(' '), 0, 0))
                     .arg(phase.start.count() / 1000)
                     .arg(phase.duration.count() / 1000)
                     .arg(phase.completed ? QString() : QStringLiteral("!"));
    QCOMPARE(found.join(QStringLiteral(", ")), phases);
}

GATESCOPE_TEST(TstExchangesModel)
#include "tst_exchangesmodel.moc"
