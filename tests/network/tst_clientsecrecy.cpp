// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"

#include <network/client/redactor.h>
#include <tests/support/testregistry.h>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The key is in the request on the wire and nowhere in what a call hands back.
class TstClientSecrecy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keyIsNowhere_data();
    void keyIsNowhere();
    void sentencesAreFreeOfEscapedKeys();
    void redactorReplacesEveryOccurrence();
};

namespace {

/// Everything of an outcome that anybody could see or keep, in one text.
QByteArray everythingIn(const ApiOutcome &outcome)
{
    const Exchange &exchange = *outcome.exchange;
    QByteArray all = (exchange.connectionId + exchange.connectionName + exchange.subject).toUtf8()
        + exchange.method + exchange.url.toString().toUtf8() + exchange.requestBody + exchange.responseBody;
    for (const auto &headers : {exchange.requestHeaders, exchange.responseHeaders}) {
        for (const HttpHeader &header : headers)
            all += '\n' + header.name + ": " + header.value;
    }
    if (exchange.error)
        all += (exchange.error->message + exchange.error->detail).toUtf8();
    if (outcome.response && outcome.response->body)
        all += QByteArray::fromStdString(std::string(outcome.response->body->source()));
    if (!outcome.response)
        all += (outcome.response.error().message + outcome.response.error().detail).toUtf8();
    return all;
}

} // namespace

void TstClientSecrecy::keyIsNowhere_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("then");
    // KEY stands for the key.
    const auto row = [](const char *name, const QByteArray &answer,
                         ServerStep::Then then = ServerStep::Then::Keep) {
        QTest::newRow(name) << answer << int(then);
    };
    row("success", httpAnswer(200, R"({"name":"g","value":true})"));
    row("echoed in a success",
        "HTTP/1.1 200 OK\r\nX-Echo: KEY\r\n\r\n{\"name\":\"KEY\",\"value\":true,\"k\":[\"KEY\"]}",
        ServerStep::Then::Close);
    row("echoed in a message", "HTTP/1.1 401 No\r\n\r\n{\"message\":\"KEY is not KEY\"}",
        ServerStep::Then::Close);
    row("echoed in plain text", "HTTP/1.1 500 No\r\n\r\n<b>KEY</b>", ServerStep::Then::Close);
    row("echoed in a redirect",
        "HTTP/1.1 302 No\r\nLocation: https://evil.test/?k=KEY\r\nContent-Length: 0\r\n\r\n");
    row("echoed in Retry-After", "HTTP/1.1 429 No\r\nRetry-After: KEY\r\nContent-Length: 0\r\n\r\n");
    row("echoed in the encoding", "HTTP/1.1 200 OK\r\nContent-Encoding: KEY\r\nContent-Length: 2\r\n\r\n{}");
    row("echoed in the reason", "HTTP/1.1 400 KEY\r\nContent-Length: 0\r\n\r\n");
    row("echoed as broken JSON", "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\nKEY   ");
    row("echoed as no HTTP", "KEY\r\n\r\n", ServerStep::Then::Close);
    row("closed", {}, ServerStep::Then::Close);
}

void TstClientSecrecy::keyIsNowhere()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, then);
    ClientBench bench({.idleTimeout = std::chrono::milliseconds(300)});
    bench.server.setAlways({answer.replace("KEY", bench.key.toLatin1()), ServerStep::Then(then)});
    // The key may have been pasted into the wrong field, too.
    StatsigUser user;
    user.setText(UserField::Email, bench.key);
    const ApiOutcome outcome = bench.call(GetConfigRequest {user, QStringLiteral("x") + bench.key, false});
    QVERIFY(outcome.exchange);
    QVERIFY(bench.server.requests().first().header("statsig-api-key") == bench.key.toLatin1());
    QVERIFY(bench.server.requests().first().body.contains(bench.key.toLatin1()));
    const QByteArray all = everythingIn(outcome);
    QVERIFY2(!all.contains("Canary0123456789"), all.constData());
    QVERIFY(all.contains("secret-…f3Qa"));
}

void TstClientSecrecy::sentencesAreFreeOfEscapedKeys()
{
    ClientBench bench;
    bench.server.setAlways(
        {httpAnswer(401, "{\"message\":\"no \\u0073ecret-Canary0123456789abcdefZq7Xf3Qa\"}")});
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("“no secret-…f3Qa”")));
}

void TstClientSecrecy::redactorReplacesEveryOccurrence()
{
    const Redactor redact(QStringLiteral("client-0123456789abcdef"));
    QCOMPARE(redact(QStringLiteral("a client-0123456789abcdef b client-0123456789abcdef")),
        QStringLiteral("a client-…cdef b client-…cdef"));
    QCOMPARE(redact(QByteArray("\0client-0123456789abcdef\0", 25)),
        QByteArray("\0", 1) + "client-…cdef" + QByteArray("\0", 1));
    QCOMPARE(Redactor()(QStringLiteral("client-")), QStringLiteral("client-"));
    QCOMPARE(Redactor(QStringLiteral("a"))(QStringLiteral("banana")), QStringLiteral("banana"));
}

GATESCOPE_TEST(TstClientSecrecy)
#include "tst_clientsecrecy.moc"
