// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"

#include <tests/support/testregistry.h>

#include <QPointer>
#include <QSignalSpy>

using namespace Gatescope;
using namespace Gatescope::Test;

/// start → cancel → exactly one finish; destroying a call or the client ends it without a word.
class TstClientCancel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingHappensInsideStart();
    void cancelAtEachStage_data();
    void cancelAtEachStage();
    void cancelTwiceAndAfterTheEnd();
    void destroyingACallIsSilent_data();
    void destroyingACallIsSilent();
    void destroyingTheClientIsSilent();
    void callsDeleteThemselves();
    void callMayBeDestroyedFromItsExchange();
};

namespace {

enum class Stage { AtOnce, Connected, RequestRead, HalfABody, WholeBody };

void addStages()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("at once") << int(Stage::AtOnce);
    QTest::newRow("connected") << int(Stage::Connected);
    QTest::newRow("request read") << int(Stage::RequestRead);
    QTest::newRow("half a body") << int(Stage::HalfABody);
    QTest::newRow("whole body") << int(Stage::WholeBody);
}

ServerStep answerOf(Stage stage)
{
    switch (stage) {
    case Stage::HalfABody:
        return {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"};
    case Stage::WholeBody:
        return {httpAnswer(200, R"({"name":"g","value":true})")};
    default:
        return {};
    }
}

/// Runs `action` once the call has come that far.
void atStage(Stage stage, ClientBench &bench, ApiCall *call, const std::function<void()> &action)
{
    const auto once = Qt::ConnectionType(Qt::SingleShotConnection);
    if (stage == Stage::Connected)
        QObject::connect(&bench.server, &ScriptedServer::connected, call, action, once);
    else if (stage == Stage::RequestRead)
        QObject::connect(&bench.server, &ScriptedServer::requestRead, call, action, once);
    else if (stage == Stage::HalfABody || stage == Stage::WholeBody)
        QObject::connect(call, &ApiCall::progress, call, action, once);
    else
        action();
}

} // namespace

void TstClientCancel::nothingHappensInsideStart()
{
    ClientBench bench;
    bench.secrets.stored.clear();
    bench.connection.apiUrl = QUrl();
    ApiCall *call = bench.client.start(bench.connection, ClientBench::gateRequest());
    QSignalSpy finished(call, &ApiCall::finished);
    call->cancel();
    QCOMPARE(finished.size(), 0);
    QVERIFY(finished.wait(30'000));
    QCOMPARE(finished.size(), 1);
}

void TstClientCancel::cancelAtEachStage_data()
{
    addStages();
}

void TstClientCancel::cancelAtEachStage()
{
    QFETCH(int, stage);
    ClientBench bench;
    bench.server.setScript({answerOf(Stage(stage))});
    QPointer<ApiCall> call = bench.client.start(bench.connection, ClientBench::gateRequest());
    QList<ApiOutcome> outcomes;
    connect(
        call, &ApiCall::finished, this, [&outcomes](const ApiOutcome &outcome) { outcomes.append(outcome); });
    atStage(Stage(stage), bench, call, [call] { call->cancel(); });
    QTRY_VERIFY_WITH_TIMEOUT(!call, 30'000);

    QCOMPARE(outcomes.size(), 1);
    QVERIFY(!outcomes.first().response);
    QCOMPARE(outcomes.first().response.error().code, ErrorCode::Cancelled);
    QVERIFY(outcomes.first().exchange);
    QCOMPARE(bench.exchanges.size(), 1);
    const bool mayHaveArrived =
        outcomes.first().response.error().message.contains(QStringLiteral("may have arrived"));
    if (stage == int(Stage::AtOnce))
        QVERIFY(!mayHaveArrived);
    else if (stage > int(Stage::Connected))
        QVERIFY(mayHaveArrived);
    bench.server.setScript({});
    // The next call shows that the cancelled one left nothing behind.
    QVERIFY(bench.call().response);
    QVERIFY(bench.server.completePosts() <= 2);
    QCOMPARE(outcomes.size(), 1);
}

void TstClientCancel::cancelTwiceAndAfterTheEnd()
{
    ClientBench bench;
    ApiCall *call = bench.client.start(bench.connection, ClientBench::gateRequest());
    QSignalSpy finished(call, &ApiCall::finished);
    connect(call, &ApiCall::finished, call, [call] { call->cancel(); });
    call->cancel();
    call->cancel();
    QVERIFY(finished.wait(30'000));
    QVERIFY(bench.call().response);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(bench.exchanges.size(), 2);
}

void TstClientCancel::destroyingACallIsSilent_data()
{
    addStages();
}

void TstClientCancel::destroyingACallIsSilent()
{
    QFETCH(int, stage);
    ClientBench bench;
    bench.server.setScript({answerOf(Stage(stage))});
    QPointer<ApiCall> call = bench.client.start(bench.connection, ClientBench::gateRequest());
    QSignalSpy finished(call, &ApiCall::finished);
    atStage(Stage(stage), bench, call, [&call] { delete call; });
    QTRY_VERIFY_WITH_TIMEOUT(!call, 30'000);
    bench.server.setScript({});
    QVERIFY(bench.call().response);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(bench.exchanges.size(), 1);
    if (stage > int(Stage::AtOnce) && stage < int(Stage::WholeBody))
        QTRY_VERIFY_WITH_TIMEOUT(bench.server.openConnections() <= 1, 30'000);
}

void TstClientCancel::destroyingTheClientIsSilent()
{
    ScriptedServer server;
    server.setAlways({});
    FakeSecretStore secrets;
    secrets.stored[QStringLiteral("test")] = QStringLiteral("secret-abcdefgh");
    Connection connection;
    connection.id = QStringLiteral("test");
    connection.apiUrl = server.url();
    auto client = std::make_unique<StatsigClient>(secrets);
    QPointer<ApiCall> waiting = client->start(connection, ClientBench::gateRequest());
    QSignalSpy finished(waiting, &ApiCall::finished);
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, 30'000);
    QPointer<ApiCall> fresh = client->start(connection, ClientBench::gateRequest());
    client.reset();
    QVERIFY(!waiting);
    QVERIFY(!fresh);
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, 30'000);
}

void TstClientCancel::callsDeleteThemselves()
{
    ClientBench bench;
    QPointer<ApiCall> call = bench.client.start(bench.connection, ClientBench::gateRequest());
    ClientBench::finish(call);
    QTRY_VERIFY_WITH_TIMEOUT(!call, 30'000);
}

void TstClientCancel::callMayBeDestroyedFromItsExchange()
{
    ClientBench bench;
    QPointer<ApiCall> call = bench.client.start(bench.connection, ClientBench::gateRequest());
    connect(&bench.client, &StatsigApi::exchangeFinished, this, [&call] { delete call; });
    QTRY_VERIFY_WITH_TIMEOUT(!call, 30'000);
    QCOMPARE(bench.exchanges.size(), 1);
}

GATESCOPE_TEST(TstClientCancel)
#include "tst_clientcancel.moc"
