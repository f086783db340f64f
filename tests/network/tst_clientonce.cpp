// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"

#include <tests/support/testregistry.h>

using namespace Gatescope;
using namespace Gatescope::Test;

/// A call puts its body on the wire at most once, whatever the server does.
class TstClientOnce : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onePostACall_data();
    void onePostACall();
    void connectionsAreKeptAlive();
    void oldConnectionsAreNotTrusted();
    void closedWhileIdle();
    void answerBeforeTheBodyIsRead();
    void manyAtOnce();
};

void TstClientOnce::onePostACall_data()
{
    using Then = ServerStep::Then;
    QTest::addColumn<bool>("keptAlive");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("then");
    const QByteArray login = "WWW-Authenticate: ";
    for (const bool keptAlive : {false, true}) {
        const auto row = [keptAlive](const char *name, const QByteArray &bytes, Then then) {
            QTest::addRow("%s, %s", name, keptAlive ? "kept alive" : "fresh")
                << keptAlive << bytes << int(then);
        };
        row("closed before answering", {}, Then::Close);
        row("reset before answering", {}, Then::Reset);
        row("closed in the status line", "HTTP/1.1 2", Then::Close);
        row("closed in the head", "HTTP/1.1 200 OK\r\nX: y\r\n", Then::Close);
        row("closed in the body", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", Then::Close);
        row("redirected", httpAnswer(307, {}, "Location: /v1/check_gate\r\n"), Then::Keep);
        row("redirected and closed", httpAnswer(308, {}, "Location: /v1/check_gate\r\n"), Then::Close);
        row("asked to log in, Basic", httpAnswer(401, "{}", login + "Basic realm=\"x\"\r\n"), Then::Keep);
        row("asked to log in, Digest",
            httpAnswer(401, "{}", login + "Digest realm=\"x\", nonce=\"1\", qop=\"auth\"\r\n"), Then::Keep);
        row("asked to log in, NTLM", httpAnswer(401, "{}", login + "NTLM\r\n"), Then::Keep);
        row("asked to log in, Negotiate", httpAnswer(401, "{}", login + "Negotiate\r\n"), Then::Close);
        row("asked to retry", httpAnswer(503, "{}", "Retry-After: 0\r\n"), Then::Close);
        row("request timed out", httpAnswer(408, {}, "Connection: close\r\n"), Then::Close);
        row("misdirected", httpAnswer(421), Then::Close);
    }
}

void TstClientOnce::onePostACall()
{
    QFETCH(bool, keptAlive);
    QFETCH(QByteArray, bytes);
    QFETCH(int, then);
    ClientBench bench;
    if (keptAlive)
        QVERIFY(bench.call().response);
    bench.server.setScript({{bytes, ServerStep::Then(then)}});
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(bench.server.completePosts(), keptAlive ? 2 : 1);
    QCOMPARE(bench.server.requests().last().connection, 1);
    // A further call shows that nothing was still under way. It is another client's, for the kept connection
    // may be on its way down.
    StatsigClient other(bench.secrets);
    QVERIFY(ClientBench::finish(other.start(bench.connection, ClientBench::gateRequest())).response);
    QCOMPARE(bench.server.completePosts(), keptAlive ? 3 : 2);
}

void TstClientOnce::connectionsAreKeptAlive()
{
    ClientBench bench;
    for (int i = 0; i < 3; ++i)
        QVERIFY(bench.call().response);
    QCOMPARE(bench.server.connectionCount(), 1);
    QCOMPARE(bench.server.completePosts(), 3);
}

void TstClientOnce::oldConnectionsAreNotTrusted()
{
    ClientBench bench({.keepAlive = std::chrono::milliseconds(0)});
    for (int i = 0; i < 3; ++i)
        QVERIFY(bench.call().response);
    QCOMPARE(bench.server.connectionCount(), 3);
    QCOMPARE(bench.server.completePosts(), 3);

    // A call under way keeps its connection.
    bench.server.setScript({{}});
    ApiCall *waiting = bench.client.start(bench.connection, ClientBench::gateRequest());
    QTRY_COMPARE_WITH_TIMEOUT(bench.server.requests().size(), 4, 30'000);
    QVERIFY(bench.call().response);
    QCOMPARE(bench.server.openConnections(), 2);
    waiting->cancel();
    ClientBench::finish(waiting);
    QCOMPARE(bench.server.completePosts(), 5);
}

void TstClientOnce::closedWhileIdle()
{
    ClientBench bench;
    QVERIFY(bench.call().response);
    bench.server.hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(bench.server.openConnections(), 0, 30'000);
    QVERIFY(bench.call().response);
    QCOMPARE(bench.server.completePosts(), 2);
    QCOMPARE(bench.server.connectionCount(), 2);
}

/// A server may refuse a large body from its head alone and hang up: its answer counts, not the broken pipe.
void TstClientOnce::answerBeforeTheBodyIsRead()
{
    ClientBench bench;
    bench.server.setScript({{httpAnswer(413, R"({"message":"too large"})", "Connection: close\r\n"),
        ServerStep::Then::Keep, ServerStep::When::HeadRead}});
    StatsigUser user;
    user.setText(UserField::UserId, QString(200'000, QLatin1Char('u')));
    const ApiOutcome outcome = bench.call(InitializeRequest {user});
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::PayloadTooLarge);
    QCOMPARE(bench.server.connectionCount(), 1);
}

void TstClientOnce::manyAtOnce()
{
    constexpr int calls = 40;
    ClientBench bench;
    int finished = 0;
    for (int i = 0; i < calls; ++i) {
        ApiCall *call = bench.client.start(bench.connection, ClientBench::gateRequest(QString::number(i)));
        connect(call, &ApiCall::finished, this, [&finished](const ApiOutcome &outcome) {
            QVERIFY(outcome.response);
            ++finished;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished, calls, 30'000);
    QCOMPARE(bench.server.completePosts(), calls);
    QSet<QByteArray> bodies;
    for (const ServedRequest &request : bench.server.requests())
        bodies.insert(request.body);
    QCOMPARE(bodies.size(), calls);
    QCOMPARE(bench.exchanges.size(), calls);
}

GATESCOPE_TEST(TstClientOnce)
#include "tst_clientonce.moc"
