// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"
#include "sandboxfixture.h"

#include <tests/support/testregistry.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

SandboxFaults faultsOf(const QStringList &texts)
{
    SandboxFaults faults;
    for (const QString &text : texts) {
        const Result<> added = addFault(faults, text);
        Q_ASSERT(added);
    }
    return faults;
}

const QByteArray gateBody = R"({"gateName":"new_checkout","user":{"userID":"u-1"}})";

} // namespace

/// What the sandbox does wrong on purpose, on the wire and as this program's own client sees it.
class TstSandboxFaults : public QObject
{
    Q_OBJECT
    Sandbox m_sandbox;

private Q_SLOTS:
    void init() { QVERIFY(m_sandbox.start(sampleProject())); }

    void ownClientSeesTheRightError_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *fault, ErrorCode code) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << code;
        };
        row("401", ErrorCode::Unauthorized);
        row("403", ErrorCode::Forbidden);
        row("404", ErrorCode::NotFound);
        row("429=30", ErrorCode::RateLimited);
        row("500", ErrorCode::ServerError);
        row("503", ErrorCode::ServerError);
        row("reset", ErrorCode::ClosedBeforeAnswer);
        row("truncated", ErrorCode::Truncated);
        row("invalid-json", ErrorCode::InvalidJson);
        row("latency=600000", ErrorCode::Timeout);
    }

    void ownClientSeesTheRightError()
    {
        QFETCH(QString, fault);
        QFETCH(ErrorCode, code);
        m_sandbox.setFaults(faultsOf({QStringLiteral("check_gate:") + fault}));
        ClientOptions options;
        if (code == ErrorCode::Timeout)
            options.idleTimeout = std::chrono::milliseconds(300);
        ClientBench bench(options);
        bench.connection.apiUrl = m_sandbox.apiUrl();
        bench.secrets.stored[bench.connection.id] = QString::fromLatin1(sandboxServerKey);
        const ApiOutcome outcome = bench.call();
        QVERIFY(!outcome.response);
        QCOMPARE(outcome.response.error().code, code);
        QVERIFY(!outcome.response.error().message.isEmpty());
        // Another endpoint is as it was.
        QCOMPARE(
            post(m_sandbox, "/v1/get_config", R"({"configName":"x","user":{"userID":"u-1"}})").status, 200);
        m_sandbox.setFaults({});
        QVERIFY(bench.call().response);
    }

    /// 200 without a body is an answer, of a shape that says nothing.
    void ownClientSaysThatAnAnswerIsEmpty()
    {
        m_sandbox.setFaults(faultsOf({QStringLiteral("empty")}));
        ClientBench bench;
        bench.connection.apiUrl = m_sandbox.apiUrl();
        bench.secrets.stored[bench.connection.id] = QString::fromLatin1(sandboxServerKey);
        const ApiOutcome outcome = bench.call();
        QVERIFY(outcome.response);
        QVERIFY(
            std::get<UnknownShape>(outcome.response->content).note.contains(QLatin1String("without a body")));
    }

    void tooManyRequestsSaysWhenToComeBack()
    {
        m_sandbox.setFaults(faultsOf({QStringLiteral("429=30")}));
        const RawAnswer answer = post(m_sandbox, "/v1/check_gate", gateBody);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.header("Retry-After"), QByteArray("30"));
        QCOMPARE(answer.header("Access-Control-Allow-Origin"), QByteArray("*"));
    }

    void resetSendsNothing()
    {
        m_sandbox.setFaults(faultsOf({QStringLiteral("reset")}));
        RawClient client(m_sandbox.port());
        client.send(httpRequest("POST", "/v1/check_gate", gateBody, "statsig-api-key: secret-sandbox\r\n"));
        QCOMPARE(client.receive().status, 0);
        QVERIFY(client.waitForEnd());
    }

    void truncatedAnnouncesTheWhole()
    {
        const QByteArray whole = post(m_sandbox, "/v1/check_gate", gateBody).body;
        m_sandbox.setFaults(faultsOf({QStringLiteral("truncated")}));
        RawClient client(m_sandbox.port());
        client.send(httpRequest("POST", "/v1/check_gate", gateBody, "statsig-api-key: secret-sandbox\r\n"));
        const RawAnswer answer = client.receiveHead();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Length"), QByteArray::number(whole.size()));
        QVERIFY(client.waitForEnd());
    }

    void dripsToTheEnd()
    {
        const QByteArray whole = post(m_sandbox, "/v1/check_gate", gateBody).body;
        m_sandbox.setFaults(faultsOf({QStringLiteral("slow-drip")}));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(post(m_sandbox, "/v1/check_gate", gateBody).body, whole);
        QVERIFY(timer.elapsed() > 2000); // twenty pieces with pauses between them
    }

    /// With more waiting than the server has threads.
    void aDelayHoldsUpNobodyElse()
    {
        m_sandbox.setFaults(faultsOf({QStringLiteral("check_gate:latency=60000")}));
        std::vector<std::unique_ptr<RawClient>> waiting;
        for (int i = 0; i < 100; ++i) {
            waiting.push_back(std::make_unique<RawClient>(m_sandbox.port()));
            waiting.back()->send(
                httpRequest("POST", "/v1/check_gate", gateBody, "statsig-api-key: secret-sandbox\r\n"));
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(
            post(m_sandbox, "/v1/get_config", R"({"configName":"x","user":{"userID":"u-1"}})").status, 200);
        QVERIFY2(timer.elapsed() < 30'000, QByteArray::number(timer.elapsed()).constData());
        m_sandbox.stop(); // with all of them waiting
        for (const auto &client : waiting)
            QVERIFY(client->waitForEnd());
    }

    void aDelayedAnswerComes()
    {
        const QByteArray whole = post(m_sandbox, "/v1/check_gate", gateBody).body;
        m_sandbox.setFaults(faultsOf({QStringLiteral("latency=700")}));
        QElapsedTimer timer;
        timer.start();
        RawClient client(m_sandbox.port());
        for (int i = 0; i < 2; ++i) { // the connection is kept
            client.send(
                httpRequest("POST", "/v1/check_gate", gateBody, "statsig-api-key: secret-sandbox\r\n"));
            QCOMPARE(client.receive().body, whole);
        }
        QVERIFY(timer.elapsed() >= 1400);
    }

    void staleSpecsAreThoseOfTheStart()
    {
        QByteArray text = sampleFile(QStringLiteral("sample-project.json"));
        const qint64 time = sampleProject()->time();
        text.replace(QByteArray::number(time), QByteArray::number(time + 1000));
        const ProjectPtr newer = Project::compile(JsonDocument::parse(text).value()).value();
        m_sandbox.setProject(newer, nullptr);
        const QByteArray path = "/v1/download_config_specs/secret-sandbox.json";
        const QByteArray since = "?sinceTime=" + QByteArray::number(time);
        QCOMPARE(json(get(m_sandbox, path + since))[QStringLiteral("time")].toInteger(), time + 1000);
        m_sandbox.setFaults(faultsOf({QStringLiteral("download_config_specs:stale-specs")}));
        QCOMPARE(json(get(m_sandbox, path))[QStringLiteral("time")].toInteger(), time);
        QCOMPARE(get(m_sandbox, path + since).body, QByteArray(R"({"has_updates":false})"));
        // A project that was loaded in its place is as it was when that was loaded.
        m_sandbox.setProject(newer, nullptr, newer);
        QCOMPARE(json(get(m_sandbox, path))[QStringLiteral("time")].toInteger(), time + 1000);
    }

    void anEndpointsOwnFaultGoesFirst()
    {
        m_sandbox.setFaults(faultsOf({QStringLiteral("500"), QStringLiteral("log_event:503")}));
        QCOMPARE(post(m_sandbox, "/v1/check_gate", gateBody).status, 500);
        QCOMPARE(post(m_sandbox, "/v1/log_event", R"({"events":[]})").status, 503);
        QCOMPARE(post(m_sandbox, "/v1/rgstr", R"({"events":[]})").status, 503);
    }
};

GATESCOPE_TEST(TstSandboxFaults)
#include "tst_sandboxfaults.moc"
