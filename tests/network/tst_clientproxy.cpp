// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"

#include <tests/support/testregistry.h>

#include <QNetworkProxy>
#include <QNetworkProxyFactory>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

/// Stands for the system's settings: everything through one HTTP proxy.
class EverythingThrough : public QNetworkProxyFactory
{
public:
    explicit EverythingThrough(quint16 port)
        : m_proxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), port)
    { }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return {m_proxy}; }

private:
    QNetworkProxy m_proxy;
};

} // namespace

/// The application's proxies are used, but not for this computer itself.
class TstClientProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); }
    void otherHostsGoThroughTheProxy();
    void loopbackDoesNot_data();
    void loopbackDoesNot();
    void proxyThatIsDown();
    void proxyThatWantsAPassword_data();
    void proxyThatWantsAPassword();
};

void TstClientProxy::otherHostsGoThroughTheProxy()
{
    ClientBench bench;
    QNetworkProxyFactory::setApplicationProxyFactory(new EverythingThrough(bench.server.port()));
    bench.connection.apiUrl = QUrl(QStringLiteral("http://gates.test/v1"));
    QVERIFY(bench.call().response);
    QCOMPARE(bench.server.completePosts(), 1);
    QCOMPARE(
        bench.server.requests().first().line, QByteArray("POST http://gates.test/v1/check_gate HTTP/1.1"));
}

void TstClientProxy::loopbackDoesNot_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("127.0.0.1") << QStringLiteral("127.0.0.1");
    QTest::newRow("localhost") << QStringLiteral("localhost");
}

void TstClientProxy::loopbackDoesNot()
{
    QFETCH(QString, host);
    ClientBench bench;
    ScriptedServer proxy;
    QNetworkProxyFactory::setApplicationProxyFactory(new EverythingThrough(proxy.port()));
    bench.connection.apiUrl = bench.server.url(host);
    QVERIFY(bench.call().response);
    QCOMPARE(proxy.connectionCount(), 0);
}

void TstClientProxy::proxyThatIsDown()
{
    ClientBench bench;
    quint16 port = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        port = gone.serverPort();
    }
    QNetworkProxyFactory::setApplicationProxyFactory(new EverythingThrough(port));
    for (const auto &url :
        {QStringLiteral("http://gates.test/v1"), QStringLiteral("https://gates.test/v1")}) {
        bench.connection.apiUrl = QUrl(url);
        const ApiOutcome outcome = bench.call();
        QVERIFY(!outcome.response);
        QVERIFY2(
            outcome.response.error().code == ErrorCode::Proxy, qPrintable(outcome.response.error().detail));
    }
}

void TstClientProxy::proxyThatWantsAPassword_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("http") << QStringLiteral("http://gates.test/v1");
    QTest::newRow("https") << QStringLiteral("https://gates.test/v1");
}

void TstClientProxy::proxyThatWantsAPassword()
{
    QFETCH(QString, url);
    ClientBench bench;
    bench.server.setAlways({httpAnswer(407, {}, "Proxy-Authenticate: Basic realm=\"office\"\r\n")});
    QNetworkProxyFactory::setApplicationProxyFactory(new EverythingThrough(bench.server.port()));
    bench.connection.apiUrl = QUrl(url);
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QVERIFY2(outcome.response.error().code == ErrorCode::Proxy, qPrintable(outcome.response.error().detail));
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("password")));
    QVERIFY(bench.server.completePosts() <= 1);
}

GATESCOPE_TEST(TstClientProxy)
#include "tst_clientproxy.moc"
