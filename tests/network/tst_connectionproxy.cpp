// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"
#include "tinyproxy.h"

#include <tests/support/testcertificates.h>
#include <tests/support/testregistry.h>

#include <QNetworkProxy>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QString proxyUser = QStringLiteral("ada");
const QString proxyPassword = QStringLiteral("Canary-proxy-Pa55word");

ConnectionProxy proxyAt(const TinyProxy &server, ConnectionProxy::Kind kind, const QString &user = {})
{
    return {kind, QStringLiteral("127.0.0.1"), server.port(), user};
}

/// Everything of an exchange, in one text.
QByteArray textOf(const ApiOutcome &outcome)
{
    const Exchange &exchange = *outcome.exchange;
    QByteArray all = exchange.url.toString().toUtf8() + exchange.proxy.toUtf8() + exchange.requestBody
        + exchange.responseBody;
    for (const auto &headers : {exchange.requestHeaders, exchange.responseHeaders})
        for (const HttpHeader &header : headers)
            all += '\n' + header.name + ": " + header.value;
    if (exchange.error)
        all += (exchange.error->message + exchange.error->detail).toUtf8();
    return all;
}

} // namespace

/// A connection's own proxy, by the protocols of tiny ones.
class TstConnectionProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); }
    void httpThrough_data();
    void httpThrough();
    void tlsThrough_data();
    void tlsThrough();
    void wrongPassword_data();
    void wrongPassword();
    void echoedPasswordsAreNotKept();
    void noneIsDirect();
    void aChangedProxyIsUsedAtOnce();
    void connectionsHaveTheirOwnLimits();
};

void TstConnectionProxy::httpThrough_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("asked");
    const auto http = int(TinyProxy::Kind::Http);
    const auto socks = int(TinyProxy::Kind::Socks5);
    QTest::newRow("http") << http << QString() << QByteArray("POST http://gates.test/v1/check_gate HTTP/1.1");
    QTest::newRow("http with a password")
        << http << proxyUser << QByteArray("POST http://gates.test/v1/check_gate HTTP/1.1");
    QTest::newRow("socks5") << socks << QString() << QByteArray("SOCKS5 gates.test:80");
    QTest::newRow("socks5 with a password") << socks << proxyUser << QByteArray("SOCKS5 gates.test:80");
}

void TstConnectionProxy::httpThrough()
{
    QFETCH(int, kind);
    QFETCH(QString, user);
    QFETCH(QByteArray, asked);
    ClientBench bench;
    TinyProxy proxy(TinyProxy::Kind(kind), bench.server.port());
    if (!user.isEmpty())
        proxy.setCredentials((user + u':' + proxyPassword).toUtf8());
    const bool isHttp = TinyProxy::Kind(kind) == TinyProxy::Kind::Http;
    bench.connection.apiUrl = QUrl(QStringLiteral("http://gates.test/v1"));
    bench.connection.proxy =
        proxyAt(proxy, isHttp ? ConnectionProxy::Kind::Http : ConnectionProxy::Kind::Socks5, user);
    bench.secrets.stored[proxySecretId(bench.connection.id)] = proxyPassword;
    const ApiOutcome outcome = bench.call();
    QVERIFY2(outcome.response, outcome.response ? "" : qPrintable(outcome.response.error().detail));
    QCOMPARE(proxy.asked(), QList<QByteArray> {asked}); // once: nothing was sent to be asked for a password
    QCOMPARE(bench.server.completePosts(), 1);
    QCOMPARE(bench.server.requests().first().header("statsig-api-key"), bench.key.toLatin1());
    QCOMPARE(outcome.exchange->proxy, QStringLiteral("127.0.0.1:%1").arg(proxy.port()));
    QVERIFY(!textOf(outcome).contains(proxyPassword.toUtf8()));
    QVERIFY(!textOf(outcome).toLower().contains("proxy-authorization"));
}

void TstConnectionProxy::tlsThrough_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("user");
    QTest::newRow("http") << int(TinyProxy::Kind::Http) << QString();
    QTest::newRow("http with a password") << int(TinyProxy::Kind::Http) << proxyUser;
    QTest::newRow("socks5") << int(TinyProxy::Kind::Socks5) << QString();
}

/// What is read on the way is the host alone.
void TstConnectionProxy::tlsThrough()
{
    QFETCH(int, kind);
    QFETCH(QString, user);
    TestCertificates certificates;
    QVERIFY2(certificates.isValid(), "the openssl command is needed");
    ClientBench bench({}, certificates.serverFor(QStringLiteral("DNS:gates.test")));
    TinyProxy proxy(TinyProxy::Kind(kind), bench.server.port());
    if (!user.isEmpty())
        proxy.setCredentials((user + u':' + proxyPassword).toUtf8());
    const bool isHttp = TinyProxy::Kind(kind) == TinyProxy::Kind::Http;
    bench.connection.caFile = certificates.caFile();
    bench.connection.apiUrl = QUrl(QStringLiteral("https://gates.test/v1"));
    bench.connection.proxy =
        proxyAt(proxy, isHttp ? ConnectionProxy::Kind::Http : ConnectionProxy::Kind::Socks5, user);
    bench.secrets.stored[proxySecretId(bench.connection.id)] = proxyPassword;
    const ApiOutcome outcome = bench.call();
    QVERIFY2(outcome.response, outcome.response ? "" : qPrintable(outcome.response.error().detail));
    QCOMPARE(proxy.asked().last(),
        isHttp ? QByteArray("CONNECT gates.test:443 HTTP/1.1") : QByteArray("SOCKS5 gates.test:443"));
    QVERIFY(!proxy.heard().contains(bench.key.toLatin1()));
    QCOMPARE(bench.server.completePosts(), 1);
}

void TstConnectionProxy::wrongPassword_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("url");
    QTest::newRow("http") << int(TinyProxy::Kind::Http) << QStringLiteral("http://gates.test/v1");
    QTest::newRow("connect") << int(TinyProxy::Kind::Http) << QStringLiteral("https://gates.test/v1");
    QTest::newRow("socks5") << int(TinyProxy::Kind::Socks5) << QStringLiteral("https://gates.test/v1");
}

void TstConnectionProxy::wrongPassword()
{
    QFETCH(int, kind);
    QFETCH(QString, url);
    ClientBench bench;
    TinyProxy proxy(TinyProxy::Kind(kind), bench.server.port());
    proxy.setCredentials("ada:right");
    const bool isHttp = TinyProxy::Kind(kind) == TinyProxy::Kind::Http;
    bench.connection.apiUrl = QUrl(url);
    bench.connection.proxy =
        proxyAt(proxy, isHttp ? ConnectionProxy::Kind::Http : ConnectionProxy::Kind::Socks5, proxyUser);
    bench.secrets.stored[proxySecretId(bench.connection.id)] = proxyPassword;
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    const Error &error = outcome.response.error();
    QVERIFY2(error.code == ErrorCode::Proxy, qPrintable(error.message + error.detail));
    QVERIFY2(error.message.contains(QStringLiteral("refused the name and the password")),
        qPrintable(error.message + error.detail));
    QVERIFY(error.message.contains(QStringLiteral("this connection’s proxy settings")));
    QVERIFY(proxy.refused() >= 1);
    QCOMPARE(bench.server.completePosts(), 0);
    QVERIFY(!textOf(outcome).contains(proxyPassword.toUtf8()));
}

/// A proxy may repeat what it was sent, as it was sent.
void TstConnectionProxy::echoedPasswordsAreNotKept()
{
    const QByteArray credentials = QString(proxyUser + u':' + proxyPassword).toUtf8();
    for (const int status : {200, 502}) {
        ClientBench bench;
        TinyProxy proxy(TinyProxy::Kind::Http, bench.server.port());
        proxy.setCredentials(credentials);
        bench.server.setAlways(
            {httpAnswer(status, "{\"value\":true,\"message\":\"" + proxyPassword.toUtf8() + "\"}",
                "X-Seen: Basic " + credentials.toBase64() + "\r\n")});
        bench.connection.apiUrl = QUrl(QStringLiteral("http://gates.test/v1"));
        bench.connection.proxy = proxyAt(proxy, ConnectionProxy::Kind::Http, proxyUser);
        bench.secrets.stored[proxySecretId(bench.connection.id)] = proxyPassword;
        const ApiOutcome outcome = bench.call();
        QCOMPARE(outcome.exchange->status, status);
        const QByteArray text = textOf(outcome);
        QVERIFY(text.contains("X-Seen: Basic \u2026"));
        QVERIFY2(!text.contains(proxyPassword.toUtf8()), text.constData());
        QVERIFY2(!text.contains(credentials.toBase64()), text.constData());
    }
}

void TstConnectionProxy::noneIsDirect()
{
    ClientBench bench;
    ScriptedServer systems;
    QNetworkProxy::setApplicationProxy(
        {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), systems.port()});
    bench.connection.apiUrl = QUrl(QStringLiteral("http://gates.invalid/v1"));
    QVERIFY(bench.call().response); // through the system's
    QCOMPARE(systems.completePosts(), 1);
    bench.connection.proxy.kind = ConnectionProxy::Kind::None;
    const ApiOutcome outcome = bench.call();
    QNetworkProxy::setApplicationProxy(QNetworkProxy());
    QVERIFY(!outcome.response); // nobody has that name
    QCOMPARE(outcome.response.error().code, ErrorCode::Offline);
    QCOMPARE(systems.completePosts(), 1);
    QVERIFY(outcome.exchange->proxy.isEmpty());
}

void TstConnectionProxy::aChangedProxyIsUsedAtOnce()
{
    ClientBench bench;
    TinyProxy first(TinyProxy::Kind::Http, bench.server.port());
    TinyProxy second(TinyProxy::Kind::Socks5, bench.server.port());
    bench.connection.apiUrl = QUrl(QStringLiteral("http://gates.test/v1"));
    bench.connection.proxy = proxyAt(first, ConnectionProxy::Kind::Http);
    QVERIFY(bench.call().response);
    bench.connection.proxy = proxyAt(second, ConnectionProxy::Kind::Socks5);
    QVERIFY(bench.call().response);
    QCOMPARE(first.asked().size(), 1);
    QCOMPARE(second.asked().size(), 1);
}

void TstConnectionProxy::connectionsHaveTheirOwnLimits()
{
    ClientBench bench({.idleTimeout = std::chrono::minutes(5)});
    bench.server.setAlways({{}, ServerStep::Then::Keep}); // never answers
    bench.connection.idleTimeout = std::chrono::seconds(1);
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Timeout);
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("1 s")));
}

GATESCOPE_TEST(TstConnectionProxy)
#include "tst_connectionproxy.moc"
