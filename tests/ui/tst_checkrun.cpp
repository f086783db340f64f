// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>
#include <ui/check/checkrun.h>

#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

class TstCheckRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewAtATime();
    void cancelFinishesOnce();
    void newRunReplacesOld();
    void nothingToDo();
    void destroyedUnderWay();
};

namespace {

QList<CheckCall> callsFor(int count)
{
    CheckItems items;
    for (int i = 0; i < count; ++i)
        items.append({EntityKind::Gate, QString::number(i)});
    return planCalls(items, {}, {}, false);
}

struct Fixture
{
    Fixture() { api.setAnswer(Endpoint::CheckGate, R"({"name":"","value":true,"rule_id":"r"})"); }

    Test::FakeStatsigApi api;
    CheckRun run {[this](const ApiRequest &request) { return api.start({}, request); }};
    QSignalSpy answered {&run, &CheckRun::answered};
    QSignalSpy finished {&run, &CheckRun::finished};
};

} // namespace

void TstCheckRun::fewAtATime()
{
    Fixture fixture;
    fixture.api.hold();
    fixture.run.start(callsFor(9));
    QCOMPARE(fixture.api.calls().size(), CheckRun::maxCallsAtOnce);
    QVERIFY(fixture.run.isRunning());
    fixture.api.release();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.finished.size(), 1, 30000);
    QCOMPARE(fixture.answered.size(), 9);
    QCOMPARE(fixture.finished.first().first().toBool(), false);
    QVERIFY(!fixture.run.isRunning());
}

void TstCheckRun::cancelFinishesOnce()
{
    Fixture fixture;
    fixture.api.hold();
    fixture.run.start(callsFor(9));
    fixture.run.cancel();
    fixture.run.cancel();
    QCOMPARE(fixture.finished.size(), 1);
    QCOMPARE(fixture.finished.first().first().toBool(), true);
    fixture.api.release();
    QCoreApplication::processEvents();
    QCOMPARE(fixture.answered.size(), 0);
    QCOMPARE(fixture.finished.size(), 1);
    QCOMPARE(fixture.api.calls().size(), CheckRun::maxCallsAtOnce);
}

void TstCheckRun::newRunReplacesOld()
{
    Fixture fixture;
    fixture.api.hold();
    fixture.run.start(callsFor(6));
    fixture.run.start(callsFor(2));
    QCOMPARE(fixture.finished.size(), 1);
    fixture.api.release();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.finished.size(), 2, 30000);
    QCOMPARE(fixture.answered.size(), 2);
}

void TstCheckRun::nothingToDo()
{
    Fixture fixture;
    fixture.run.start({});
    QCOMPARE(fixture.finished.size(), 1);
}

void TstCheckRun::destroyedUnderWay()
{
    Test::FakeStatsigApi api;
    api.hold();
    {
        CheckRun run([&api](const ApiRequest &request) { return api.start({}, request); });
        run.start(callsFor(3));
    }
    api.release();
    QCoreApplication::processEvents();
    QCOMPARE(api.calls().size(), 3);
}

GATESCOPE_TEST(TstCheckRun)
#include "tst_checkrun.moc"
