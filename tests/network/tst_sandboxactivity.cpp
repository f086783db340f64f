// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "compression.h"
#include "sandboxfixture.h"

#include <tests/support/testregistry.h>

#include <QJsonDocument>
#include <QTest>

#include <mutex>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QByteArray twoEvents = R"({"events":[
    {"eventName":"statsig::gate_exposure","user":{"userID":"u-1"},"time":1795435521000,
     "metadata":{"gate":"new_checkout","gateValue":"true","ruleID":"r1"},"secondaryExposures":[]},
    {"eventName":"purchase","value":84.50,"user":{"customIDs":{"companyID":"acme"}},
     "time":"2026-11-23T12:00:00.250Z"}],
    "statsigMetadata":{"sdkType":"javascript-client","sdkVersion":"3.33.0"}})";

} // namespace

/// What is told of requests and events that arrive.
class TstSandboxActivity : public QObject
{
    Q_OBJECT
    Sandbox m_sandbox;
    std::mutex m_mutex;
    QList<SandboxActivity> m_seen;

    void start(const SandboxFaults &faults = {})
    {
        m_seen.clear();
        SandboxOptions options;
        options.faults = faults;
        options.observer = [this](const SandboxActivity &activity) {
            const std::lock_guard lock(m_mutex);
            m_seen.append(activity);
        };
        QVERIFY(m_sandbox.start(sampleProject(), options));
    }

    /// Everything that was seen, when the sandbox has stopped.
    QList<SandboxActivity> seen()
    {
        m_sandbox.stop();
        return m_seen;
    }

private Q_SLOTS:
    void requestsAreTold()
    {
        start();
        post(m_sandbox, "/v1/check_gate", R"({"gateName":"new_checkout","user":{"userID":"u-1"}})",
            "client-sandbox", "statsig-sdk-type: py-server\r\nstatsig-sdk-version: 1.2\r\n");
        get(m_sandbox, "/v2/download_config_specs/secret-sandbox.json");
        post(m_sandbox, "/v1/nothing", "{}");
        const QList<SandboxActivity> all = seen();
        QCOMPARE(all.size(), 3);
        const SandboxRequest check = all.at(0).request;
        QCOMPARE(check.number, 1u);
        QCOMPARE(check.method, QByteArray("POST"));
        QCOMPARE(check.path, QStringLiteral("/v1/check_gate"));
        QCOMPARE(check.endpoint, QStringLiteral("check_gate"));
        QCOMPARE(check.key, KeyKind::Client);
        QCOMPARE(check.sdkType, QStringLiteral("py-server"));
        QCOMPARE(check.sdkVersion, QStringLiteral("1.2"));
        QCOMPARE(check.user, QStringLiteral("u-1"));
        QCOMPARE(check.subject, QStringLiteral("new_checkout"));
        QCOMPARE(check.status, 200);
        QVERIFY(check.answer.contains("\"rule_id\""));
        QCOMPARE(check.answeredBytes, check.answer.size());
        QCOMPARE(all.at(1).request.path, QStringLiteral("/v2/download_config_specs/{key}.json"));
        QCOMPARE(all.at(1).request.endpoint, QStringLiteral("download_config_specs"));
        QCOMPARE(all.at(2).request.status, 404);
        QCOMPARE(all.at(2).request.endpoint, QString());
    }

    void eventsAreReceivedIntact_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("headers");
        QByteArray reversed = twoEvents.toBase64();
        std::ranges::reverse(reversed);
        QTest::newRow("plain") << QByteArray("/v1/log_event") << twoEvents << QByteArray();
        QTest::newRow("gzip") << QByteArray("/v1/log_event") << gzip(twoEvents)
                              << QByteArray("Content-Encoding: gzip\r\n");
        QTest::newRow("zstd") << QByteArray("/v1/log_event") << zstd(twoEvents)
                              << QByteArray("Content-Encoding: zstd\r\n");
        QTest::newRow("browser") << QByteArray("/v1/rgstr?se=1&k=client-sandbox") << reversed << QByteArray();
    }

    void eventsAreReceivedIntact()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, headers);
        start();
        QCOMPARE(post(m_sandbox, path, body, "client-sandbox", headers).status, 202);
        const QList<SandboxActivity> all = seen();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.at(0).request.eventCount, 2);
        QCOMPARE(all.at(0).request.sdkType, QStringLiteral("javascript-client"));
        const QList<ReceivedEvent> events = all.at(0).events;
        QCOMPARE(events.size(), 2);
        const ReceivedEvent &exposure = events.at(0);
        QCOMPARE(exposure.kind, ReceivedEvent::Kind::GateExposure);
        QCOMPARE(exposure.user, QStringLiteral("u-1"));
        QCOMPARE(exposure.subject, QStringLiteral("new_checkout"));
        QCOMPARE(exposure.verdict, QStringLiteral("true"));
        QCOMPARE(exposure.ruleId, QStringLiteral("r1"));
        QCOMPARE(exposure.time.toMSecsSinceEpoch(), 1795435521000);
        QCOMPARE(events.at(1).kind, ReceivedEvent::Kind::Custom);
        QCOMPARE(events.at(1).name, QStringLiteral("purchase"));
        QCOMPARE(events.at(1).user, QStringLiteral("acme"));
        QCOMPARE(events.at(1).time.toMSecsSinceEpoch(), 1795435200250);
        QVERIFY(events.at(1).json.contains("84.50")); // the number as written
        QCOMPARE(events.at(1).number, 2u);
        QCOMPARE(events.at(1).request, 1u);
    }

    void refusedEventsAreNotReceived_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("fault") << QStringLiteral("503") << twoEvents;
        QTest::newRow("bad body") << QString() << QByteArray(R"({"events":[{"eventName":7}]})");
    }

    void refusedEventsAreNotReceived()
    {
        QFETCH(QString, fault);
        QFETCH(QByteArray, body);
        SandboxFaults faults;
        if (!fault.isEmpty())
            QVERIFY(addFault(faults, fault));
        start(faults);
        post(m_sandbox, "/v1/log_event", body);
        const QList<SandboxActivity> all = seen();
        QCOMPARE(all.size(), 1);
        QVERIFY(all.at(0).request.status >= 400);
        QCOMPARE(all.at(0).request.fault, fault);
        QVERIFY(all.at(0).events.isEmpty());
    }

    /// The connection broke behind them, but they are in, as they would be at Statsig.
    void eventsBeforeAResetAreReceived()
    {
        SandboxFaults faults;
        QVERIFY(addFault(faults, QStringLiteral("log_event:reset")));
        start(faults);
        QCOMPARE(post(m_sandbox, "/v1/log_event", twoEvents).status, 0);
        const QList<SandboxActivity> all = seen();
        QCOMPARE(all.at(0).request.status, 0);
        QCOMPARE(all.at(0).events.size(), 2);
    }

    /// An application may send its real key here by mistake.
    void keysAreNeverTold_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("header") << QByteArray("/v1/check_gate") << QByteArray("secret-Canary0123456789");
        QTest::newRow("query") << QByteArray("/v1/initialize?k=secret-Canary0123456789") << QByteArray();
        QTest::newRow("path") << QByteArray("/v1/download_config_specs/secret-Canary0123456789.json")
                              << QByteArray();
        QTest::newRow("unknown path") << QByteArray("/v3/specs/secret-Canary0123456789.json") << QByteArray();
        QTest::newRow("path without a suffix")
            << QByteArray("/v1/download_config_specs/secret-Canary0123456789") << QByteArray();
        QTest::newRow("path with another suffix")
            << QByteArray("/v2/download_config_specs/client-Canary0123456789.js") << QByteArray();
        QTest::newRow("folder of a path") << QByteArray("/v3/secret-Canary0123456789/x") << QByteArray();
        QTest::newRow("encoded path") << QByteArray("/v3/%73ecret-Canary0123456789/x") << QByteArray();
        QTest::newRow("exception") << QByteArray("/v1/sdk_exception?k=secret-Canary0123456789")
                                   << QByteArray();
    }

    void keysAreNeverTold()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, header);
        start();
        post(m_sandbox, target, R"({"exception":"bad key secret-Canary0123456789"})", header);
        const QList<SandboxActivity> all = seen();
        QCOMPARE(all.size(), 1);
        const SandboxRequest &request = all.at(0).request;
        const QByteArray told = request.path.toUtf8() + request.body + request.answer + recordLine(request);
        QVERIFY2(!told.contains("Canary"), told.constData());
    }

    void anotherKeyInABodyIsNotToldEither()
    {
        start();
        const QByteArray body =
            R"({"events":[{"eventName":"client-side","user":{"userID":"secret-Canary0123456789abcdef"},
            "metadata":{"key":"client-Canary0123456789abcdefgh"}}]})";
        QCOMPARE(post(m_sandbox, "/v1/log_event", body, "client-sandbox").status, 202);
        const QList<SandboxActivity> all = seen();
        const ReceivedEvent &event = all.at(0).events.at(0);
        QCOMPARE(event.name, QStringLiteral("client-side")); // a word, no key
        const QByteArray told = all.at(0).request.body + event.json + event.user.toUtf8() + recordLine(event);
        QVERIFY2(!told.contains("Canary"), told.constData());
    }

    void recordLines()
    {
        start();
        post(m_sandbox, "/v1/check_gate", "{\"gateName\":\"new_checkout\",\n\"user\":{\"userID\":\"u-1\"}}");
        post(m_sandbox, "/v1/log_event", twoEvents);
        const QList<SandboxActivity> all = seen();
        const QByteArray line = recordLine(all.at(0).request);
        QVERIFY(!line.contains('\n'));
        const QJsonObject request = QJsonDocument::fromJson(line).object();
        QCOMPARE(request[QStringLiteral("kind")].toString(), QStringLiteral("request"));
        QCOMPARE(request[QStringLiteral("endpoint")].toString(), QStringLiteral("check_gate"));
        QCOMPARE(request[QStringLiteral("status")].toInt(), 200);
        QCOMPARE(request[QStringLiteral("body")][QStringLiteral("gateName")].toString(),
            QStringLiteral("new_checkout"));
        const QByteArray eventLine = recordLine(all.at(1).events.at(1));
        QVERIFY(!eventLine.contains('\n'));
        const QJsonObject event = QJsonDocument::fromJson(eventLine).object();
        QCOMPARE(event[QStringLiteral("kind")].toString(), QStringLiteral("event"));
        QCOMPARE(event[QStringLiteral("request")].toInt(), 2);
        QCOMPARE(event[QStringLiteral("event")][QStringLiteral("eventName")].toString(),
            QStringLiteral("purchase"));
    }
};

GATESCOPE_TEST(TstSandboxActivity)
#include "tst_sandboxactivity.moc"
