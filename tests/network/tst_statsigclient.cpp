// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"

#include <tests/support/testregistry.h>

#include <QFile>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What a call sends, and what an answered one hands back.
class TstStatsigClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainHttpLoadsNoTls();
    void sendsEveryEndpoint_data();
    void sendsEveryEndpoint();
    void sendsTheHeadersOfTheApi();
    void eventsGoToTheirOwnHostWithTheClock();
    void addressesAreJoined_data();
    void addressesAreJoined();
    void keyIsReadAtEachCall();
    void answersAreUnderstood();
    void packedAnswersAreUnpacked_data();
    void packedAnswersAreUnpacked();
    void exchangeTellsTheWholeStory();
    void exchangesComeInOrderOfFinishing();
    void nothingNewIsNoBody();
    void progressIsReported();
    void largeBodiesAreSentOnce();
};

/// First of all, before anything in this process has used TLS: loading it would delay the start.
void TstStatsigClient::plainHttpLoadsNoTls()
{
    ClientBench bench;
    QVERIFY(bench.call().exchange);
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (maps.open(QIODevice::ReadOnly))
        QVERIFY(!maps.readAll().contains("libssl"));
}

void TstStatsigClient::sendsEveryEndpoint_data()
{
    QTest::addColumn<ApiRequest>("request");
    QTest::addColumn<QByteArray>("path");
    const StatsigUser user;
    const QString name = QStringLiteral("n");
    QTest::newRow("check_gate") << ApiRequest(CheckGateRequest {user, {name}}) << QByteArray("check_gate");
    QTest::newRow("check_gate_multiple")
        << ApiRequest(CheckGateMultipleRequest {user, {name}}) << QByteArray("check_gate_multiple");
    QTest::newRow("get_config") << ApiRequest(GetConfigRequest {user, name}) << QByteArray("get_config");
    QTest::newRow("get_experiment") << ApiRequest(GetExperimentRequest {user, name})
                                    << QByteArray("get_experiment");
    QTest::newRow("get_layer") << ApiRequest(GetLayerRequest {user, name}) << QByteArray("get_layer");
    QTest::newRow("initialize") << ApiRequest(InitializeRequest {user}) << QByteArray("initialize");
    QTest::newRow("log_event") << ApiRequest(LogEventRequest {user, {}}) << QByteArray("log_event");
    QTest::newRow("specs") << ApiRequest(DownloadConfigSpecsRequest {})
                           << QByteArray("download_config_specs");
}

void TstStatsigClient::sendsEveryEndpoint()
{
    QFETCH(ApiRequest, request);
    QFETCH(QByteArray, path);
    ClientBench bench;
    const ApiOutcome outcome = bench.call(request);
    QVERIFY(outcome.response);
    QCOMPARE(bench.server.requests().size(), 1);
    const ServedRequest served = bench.server.requests().first();
    QCOMPARE(served.line, "POST /v1/" + path + " HTTP/1.1");
    QCOMPARE(served.body, outcome.exchange->requestBody);
    QCOMPARE(outcome.exchange->endpoint, endpointOf(request));
}

void TstStatsigClient::sendsTheHeadersOfTheApi()
{
    ClientBench bench;
    const ApiOutcome outcome = bench.call();
    const ServedRequest served = bench.server.requests().first();
    QCOMPARE(served.header("statsig-api-key"), bench.key.toLatin1());
    QCOMPARE(served.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(served.header("Content-Length"), QByteArray::number(served.body.size()));
    QVERIFY(served.header("User-Agent").startsWith("Gatescope/"));
    QVERIFY(served.header("STATSIG-CLIENT-TIME").isEmpty());
    QVERIFY(served.header("Cookie").isEmpty());
    for (const HttpHeader &shown : outcome.exchange->requestHeaders) {
        const QByteArray expected =
            shown.name == "statsig-api-key" ? QByteArray("secret-…f3Qa") : served.header(shown.name);
        QCOMPARE(shown.value, expected);
    }
}

void TstStatsigClient::eventsGoToTheirOwnHostWithTheClock()
{
    ClientBench bench;
    ScriptedServer events;
    events.setAlways({httpAnswer(202, R"({"success":true})")});
    bench.connection.eventsUrl = events.url();
    StatsigEvent event;
    event.name = QStringLiteral("purchase");
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const ApiOutcome outcome = bench.call(LogEventRequest {{}, {event}});
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(outcome.response);
    QVERIFY(std::holds_alternative<LogEventReceipt>(outcome.response->content));
    QCOMPARE(bench.server.requests().size(), 0);
    QCOMPARE(events.requests().size(), 1);
    const qint64 clock = events.requests().first().header("STATSIG-CLIENT-TIME").toLongLong();
    QVERIFY(before <= clock && clock <= after);
    QVERIFY(events.requests().first().body.contains(QByteArray("\"time\":" + QByteArray::number(clock))));
}

void TstStatsigClient::addressesAreJoined_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("usual") << QStringLiteral("/v1") << QByteArray("/v1/check_gate");
    QTest::newRow("slashes") << QStringLiteral("/v1//") << QByteArray("/v1/check_gate");
    QTest::newRow("no path") << QString() << QByteArray("/check_gate");
    QTest::newRow("deep") << QStringLiteral("/a b/c") << QByteArray("/a%20b/c/check_gate");
    QTest::newRow("query and fragment are left out")
        << QStringLiteral("/v1?k=x#y") << QByteArray("/v1/check_gate");
}

void TstStatsigClient::addressesAreJoined()
{
    QFETCH(QString, base);
    QFETCH(QByteArray, target);
    ClientBench bench;
    bench.connection.apiUrl = QUrl(QStringLiteral("http://user:password@127.0.0.1:%1%2")
            .arg(QString::number(bench.server.port()), base));
    const ApiOutcome outcome = bench.call();
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.server.requests().first().line, "POST " + target + " HTTP/1.1");
    QVERIFY(bench.server.requests().first().header("Authorization").isEmpty());
    QVERIFY(!outcome.exchange->url.toString().contains(QStringLiteral("password")));
}

void TstStatsigClient::keyIsReadAtEachCall()
{
    ClientBench bench;
    bench.call();
    bench.secrets.stored[bench.connection.id] = QStringLiteral("  secret-another-key-0001\n");
    bench.call();
    QCOMPARE(bench.server.requests().last().header("statsig-api-key"), QByteArray("secret-another-key-0001"));
}

void TstStatsigClient::answersAreUnderstood()
{
    ClientBench bench;
    bench.server.setAlways(
        {httpAnswer(200, R"({"name":"new_checkout","value":true,"rule_id":"r","group_name":"G"})")});
    const ApiOutcome outcome = bench.call();
    QVERIFY(outcome.response);
    const auto *results = std::get_if<GateResults>(&outcome.response->content);
    QVERIFY(results);
    QCOMPARE(results->gates.size(), 1);
    QCOMPARE(results->gates.first().ruleId, QStringLiteral("r"));
    QVERIFY(outcome.response->body);
    QVERIFY(!outcome.exchange->error);
}

void TstStatsigClient::packedAnswersAreUnpacked_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    // {"name":"g","value":true}
    QTest::newRow("gzip") << QByteArray("gzip")
                          << QByteArray::fromHex(
                                 "1f8b0800000000000203ab56ca4bcc4d55b2524a57d2512a4bcc2905b24b8a4a"
                                 "536b013d79ee0a19000000");
    QTest::newRow("deflate") << QByteArray(
        "deflate") << QByteArray::fromHex("78daab56ca4bcc4d55b2524a57d2512a4bcc2905b24b8a4a536b0165f1084a");
    QTest::newRow("bare deflate") << QByteArray(
        "deflate") << QByteArray::fromHex("ab56ca4bcc4d55b2524a57d2512a4bcc2905b24b8a4a536b01");
    QTest::newRow("identity") << QByteArray("identity") << QByteArray(R"({"name":"g","value":true})");
}

void TstStatsigClient::packedAnswersAreUnpacked()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    ClientBench bench;
    bench.server.setAlways({httpAnswer(200, body, "Content-Encoding: " + encoding + "\r\n")});
    const ApiOutcome outcome = bench.call();
    QVERIFY2(outcome.response, outcome.response ? "" : qPrintable(outcome.response.error().message));
    QCOMPARE(outcome.exchange->responseBody, QByteArray(R"({"name":"g","value":true})"));
}

void TstStatsigClient::exchangeTellsTheWholeStory()
{
    ClientBench bench;
    bench.server.setAlways({httpAnswer(200, R"({"value": true})", "X-Statsig-Region: eu\r\n")});
    QList<Endpoint> started;
    connect(
        &bench.client, &StatsigApi::started, this, [&started](Endpoint endpoint) { started << endpoint; });
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const ApiOutcome outcome = bench.call();
    QCOMPARE(started, {Endpoint::CheckGate});

    const Exchange &exchange = *outcome.exchange;
    QCOMPARE(exchange.number, 1u);
    QCOMPARE(exchange.connectionId, QStringLiteral("test"));
    QCOMPARE(exchange.connectionName, QStringLiteral("Test"));
    QCOMPARE(exchange.subject, QStringLiteral("new_checkout"));
    QCOMPARE(exchange.method, QByteArray("POST"));
    QCOMPARE(exchange.url, QUrl(bench.server.url().toString() + QStringLiteral("/check_gate")));
    QCOMPARE(exchange.status, 200);
    QVERIFY(exchange.responseHeaders.contains({"X-Statsig-Region", "eu"}));
    QCOMPARE(exchange.responseBody, QByteArray(R"({"value": true})"));
    QVERIFY(!exchange.error);
    QVERIFY(exchange.startedUtc >= before);
    QCOMPARE(exchange.startedUtc.timeSpec(), Qt::UTC);
    QVERIFY(exchange.connected.count() >= 0);
    QVERIFY(exchange.sent >= exchange.connected);
    QVERIFY(exchange.firstByte >= exchange.sent);
    QVERIFY(exchange.finished >= exchange.firstByte);
    QCOMPARE(bench.exchanges, {outcome.exchange});
}

void TstStatsigClient::exchangesComeInOrderOfFinishing()
{
    ClientBench bench;
    ScriptedServer slow;
    slow.setAlways({});
    Connection slowConnection = bench.connection;
    slowConnection.apiUrl = slow.url();
    ApiCall *first = bench.client.start(slowConnection, ClientBench::gateRequest());
    QTRY_COMPARE_WITH_TIMEOUT(slow.requests().size(), 1, 30'000);
    bench.call();
    first->cancel();
    ClientBench::finish(first);
    QCOMPARE(bench.exchanges.size(), 2);
    QCOMPARE(bench.exchanges.at(0)->number, 2u);
    QCOMPARE(bench.exchanges.at(1)->number, 1u);
}

void TstStatsigClient::nothingNewIsNoBody()
{
    ClientBench bench;
    bench.server.setAlways({"HTTP/1.1 204 No Content\r\n\r\n"});
    const ApiOutcome outcome = bench.call(InitializeRequest {});
    QVERIFY(outcome.response);
    QVERIFY(!outcome.response->body);
    QCOMPARE(std::get<InitializeAnswer>(outcome.response->content).hasUpdates, false);
}

void TstStatsigClient::progressIsReported()
{
    ClientBench bench;
    const QByteArray body = "{\"x\":\"" + QByteArray(3'000'000, 'x') + "\"}";
    bench.server.setAlways({httpAnswer(200, body)});
    qint64 last = 0;
    qint64 total = 0;
    ApiCall *call = bench.client.start(bench.connection, ClientBench::gateRequest());
    connect(call, &ApiCall::progress, this, [&](qint64 received, qint64 of) {
        QVERIFY(received >= last);
        last = received;
        total = of;
    });
    QVERIFY(ClientBench::finish(call).response);
    QCOMPARE(last, body.size());
    QCOMPARE(total, body.size());
}

void TstStatsigClient::largeBodiesAreSentOnce()
{
    ClientBench bench;
    StatsigUser user;
    user.setText(UserField::UserId, QString(3'000'000, QLatin1Char('u')));
    const ApiOutcome outcome = bench.call(InitializeRequest {user});
    QVERIFY(outcome.response);
    QCOMPARE(bench.server.completePosts(), 1);
    QCOMPARE(bench.server.requests().first().body, outcome.exchange->requestBody);
}

GATESCOPE_TEST(TstStatsigClient)
#include "tst_statsigclient.moc"
