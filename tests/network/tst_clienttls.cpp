// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"

#include <tests/support/testcertificates.h>
#include <tests/support/testregistry.h>

#include <QFile>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Trust comes from the system, or from the CA file of the connection; nothing is ever ignored.
class TstClientTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trustedByTheCaFile();
    void untrusted();
    void wrongHostName();
    void expired();
    void plainServerBehindHttps();
    void tlsServerBehindHttp();
    void handshakeThatStalls();
    void trustIsNotLentToOtherConnections();

private:
    QString localNames() const { return QStringLiteral("IP:127.0.0.1,DNS:localhost"); }

    TestCertificates m_certificates;
};

void TstClientTls::initTestCase()
{
    QVERIFY2(m_certificates.isValid(), "the openssl command is needed");
}

void TstClientTls::trustedByTheCaFile()
{
    ClientBench bench({}, m_certificates.serverFor(localNames()));
    bench.connection.caFile = m_certificates.caFile();
    const ApiOutcome outcome = bench.call();
    QVERIFY2(outcome.response, outcome.response ? "" : qPrintable(outcome.response.error().detail));
    QCOMPARE(bench.server.completePosts(), 1);
    QCOMPARE(outcome.exchange->url.scheme(), QStringLiteral("https"));
    QVERIFY(bench.call().response);
    QCOMPARE(bench.server.connectionCount(), 1);
}

void TstClientTls::untrusted()
{
    ClientBench bench({}, m_certificates.serverFor(localNames()));
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Tls);
    QVERIFY2(outcome.response.error().message.contains(QStringLiteral("not trusted")),
        qPrintable(outcome.response.error().message + outcome.response.error().detail));
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("key was not sent")));
    QCOMPARE(bench.server.completePosts(), 0);
}

void TstClientTls::wrongHostName()
{
    ClientBench bench({}, m_certificates.serverFor(QStringLiteral("DNS:elsewhere.test")));
    bench.connection.caFile = m_certificates.caFile();
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Tls);
    QVERIFY2(outcome.response.error().message.contains(QStringLiteral("belongs to another host")),
        qPrintable(outcome.response.error().message + outcome.response.error().detail));
    QCOMPARE(bench.server.completePosts(), 0);
}

void TstClientTls::expired()
{
    ClientBench bench({}, m_certificates.serverFor(localNames(), -1));
    bench.connection.caFile = m_certificates.caFile();
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Tls);
    QVERIFY2(outcome.response.error().message.contains(QStringLiteral("not valid today")),
        qPrintable(outcome.response.error().message + outcome.response.error().detail));
    QCOMPARE(bench.server.completePosts(), 0);
}

void TstClientTls::plainServerBehindHttps()
{
    ClientBench bench;
    bench.server.setAlways({httpAnswer(400), ServerStep::Then::Close, ServerStep::When::Connected});
    QUrl url = bench.server.url();
    url.setScheme(QStringLiteral("https"));
    bench.connection.apiUrl = url;
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Tls);
    QVERIFY2(outcome.response.error().message.contains(QStringLiteral("may not speak TLS")),
        qPrintable(outcome.response.error().message + outcome.response.error().detail));
}

void TstClientTls::tlsServerBehindHttp()
{
    ClientBench bench({}, m_certificates.serverFor(localNames()));
    QUrl url = bench.server.url();
    url.setScheme(QStringLiteral("http"));
    bench.connection.apiUrl = url;
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QVERIFY(outcome.response.error().code == ErrorCode::ClosedBeforeAnswer
        || outcome.response.error().code == ErrorCode::UnexpectedStatus);
}

void TstClientTls::handshakeThatStalls()
{
    ClientBench bench({.connectTimeout = std::chrono::milliseconds(300)});
    bench.server.setAlways({{}, ServerStep::Then::Keep, ServerStep::When::Connected});
    QUrl url = bench.server.url();
    url.setScheme(QStringLiteral("https"));
    bench.connection.apiUrl = url;
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Timeout);
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("Nothing was sent")));
}

/// A kept-alive connection that one CA file vouched for must not serve a connection that does not name the
/// file.
void TstClientTls::trustIsNotLentToOtherConnections()
{
    ClientBench bench({}, m_certificates.serverFor(localNames()));
    bench.connection.caFile = m_certificates.caFile();
    QVERIFY(bench.call().response);
    bench.connection.caFile.clear();
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Tls);
    QCOMPARE(bench.server.completePosts(), 1);
}

GATESCOPE_TEST(TstClientTls)
#include "tst_clienttls.moc"
