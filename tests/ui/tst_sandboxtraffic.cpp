// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>
#include <ui/sandbox/sandboxtraffic.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gatescope;

namespace {

/// Tells what a test says.
class ToldSandbox : public SandboxControl
{
public:
    const SandboxStatus &status() const override { return m_status; }
    void start() override { }
    void stop() override { }
    void moveTo(quint16) override { }
    void serve(const SandboxEdition &) override { }
    void setFaults(const SandboxFaults &) override { }

    /// A request with so many events and a body of so many bytes.
    void tell(int events = 0, qsizetype bytes = 0)
    {
        SandboxActivity activity;
        activity.request.number = ++m_requests;
        activity.request.path = QStringLiteral("/v1/log_event");
        activity.request.body = QByteArray(bytes, ' ');
        activity.request.eventCount = events;
        for (int i = 0; i < events; ++i) {
            ReceivedEvent event;
            event.number = ++m_events;
            event.request = m_requests;
            event.name = QStringLiteral("e%1").arg(event.number);
            event.json = "{\"eventName\":\"" + event.name.toUtf8() + "\"}";
            activity.events.append(event);
        }
        Q_EMIT happened({activity});
    }

private:
    SandboxStatus m_status;
    quint64 m_requests = 0;
    quint64 m_events = 0;
};

} // namespace

/// What is kept of what arrives at the sandbox, and how it is saved.
class TstSandboxTraffic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOldestGoWithTheirEvents()
    {
        ToldSandbox sandbox;
        SandboxTraffic traffic(sandbox);
        const QAbstractItemModelTester requestsTester(
            &traffic.requests(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester eventsTester(
            &traffic.events(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        sandbox.tell(2);
        sandbox.tell(0, SandboxTraffic::maxBytes / 2);
        QCOMPARE(traffic.requests().rowCount(), 2);
        sandbox.tell(1, SandboxTraffic::maxBytes / 2);
        QCOMPARE(traffic.leftOut(), 2u); // the second was as large as the third
        QCOMPARE(traffic.requests().rowCount(), 1);
        QCOMPARE(traffic.events().rowCount(), 1);
        QCOMPARE(traffic.events().item(0)->name, QStringLiteral("e3"));
        QCOMPARE(traffic.requests().rowOf(3), 0);
        QCOMPARE(traffic.requests().rowOf(1), -1);
        traffic.clear();
        QCOMPARE(traffic.requests().rowCount(), 0);
        QCOMPARE(traffic.leftOut(), 0u);
    }

    void clearedTrafficComesBack()
    {
        ToldSandbox sandbox;
        SandboxTraffic traffic(sandbox);
        sandbox.tell(2);
        traffic.clear();
        QCOMPARE(traffic.restorable(), 1);
        sandbox.tell(1);
        traffic.restore();
        QCOMPARE(traffic.requests().rowCount(), 2);
        QCOMPARE(traffic.requests().rowOf(1), 0);
        QCOMPARE(traffic.events().rowCount(), 3);
        QCOMPARE(traffic.restorable(), 0);
        traffic.clear();
        traffic.forgetCleared();
        traffic.restore();
        QCOMPARE(traffic.requests().rowCount(), 0);
    }

    void theNewestStaysWhateverItHolds()
    {
        ToldSandbox sandbox;
        SandboxTraffic traffic(sandbox);
        sandbox.tell();
        sandbox.tell(int(SandboxTraffic::maxEvents) + 1);
        QCOMPARE(traffic.requests().rowCount(), 1);
        QCOMPARE(traffic.events().rowCount(), int(SandboxTraffic::maxEvents) + 1);
    }

    void eventsAreSavedBehindTheirRequest()
    {
        ToldSandbox sandbox;
        SandboxTraffic traffic(sandbox);
        sandbox.tell(1);
        sandbox.tell();
        sandbox.tell(2);
        const QList<QByteArray> lines =
            trafficLines(traffic.requests().items(), traffic.events().items()).split('\n');
        const char *const starts[] = {"{\"kind\":\"request\",\"seq\":1",
            "{\"kind\":\"event\",\"seq\":1,\"request\":1", "{\"kind\":\"request\",\"seq\":2",
            "{\"kind\":\"request\",\"seq\":3", "{\"kind\":\"event\",\"seq\":2,\"request\":3",
            "{\"kind\":\"event\",\"seq\":3,\"request\":3", ""};
        QCOMPARE(lines.size(), qsizetype(std::size(starts)));
        for (qsizetype i = 0; i < lines.size(); ++i)
            QVERIFY2(lines.at(i).startsWith(starts[i]), lines.at(i).constData());
    }
};

GATESCOPE_TEST(TstSandboxTraffic)
#include "tst_sandboxtraffic.moc"
