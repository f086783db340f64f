// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/keyrefusal.h>
#include <ui/settings/connectionadvice.h>
#include <ui/settings/connectionform.h>

#include <QTest>

using namespace Gatescope;

class TstConnectionAdvice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBaseUrls_data();
    void readsBaseUrls();
    void warnsOfPlainHttp_data();
    void warnsOfPlainHttp();
    void refusesWhatAKeyCannotDo();
    void draftsBecomeConnections();
    void readsProxyAddresses_data();
    void readsProxyAddresses();
    void draftsKeepTheNetwork();
};

void TstConnectionAdvice::readsBaseUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: refused
    QTest::newRow("plain") << "https://api.statsig.com/v1" << "https://api.statsig.com/v1";
    QTest::newRow("spaces and slash") << " https://api.statsig.com/v1/ " << "https://api.statsig.com/v1";
    QTest::newRow("port") << "http://127.0.0.1:4000/v1" << "http://127.0.0.1:4000/v1";
    QTest::newRow("no scheme") << "api.statsig.com/v1" << "";
    QTest::newRow("file") << "file:///etc/passwd" << "";
    QTest::newRow("other scheme") << "ftp://api.statsig.com" << "";
    QTest::newRow("no host") << "https:///v1" << "";
    QTest::newRow("password") << "https://me:secret@api.statsig.com/v1" << "";
    QTest::newRow("query") << "https://api.statsig.com/v1?k=1" << "";
    QTest::newRow("empty") << "" << "";
}

void TstConnectionAdvice::readsBaseUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const auto read = readBaseUrl(text);
    QCOMPARE(read.has_value(), !url.isEmpty());
    if (read)
        QCOMPARE(read->toString(), url);
    else
        QVERIFY(!read.error().message.isEmpty());
}

void TstConnectionAdvice::readsProxyAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host"); // empty: refused
    QTest::addColumn<int>("port");
    QTest::newRow("plain") << "proxy.example.com:8080" << "proxy.example.com" << 8080;
    QTest::newRow("as a web address") << " http://proxy.example.com:3128/ " << "proxy.example.com" << 3128;
    QTest::newRow("number") << "10.0.0.7:1080" << "10.0.0.7" << 1080;
    QTest::newRow("six") << "[fd00::1]:1080" << "fd00::1" << 1080;
    QTest::newRow("no port") << "proxy.example.com" << "" << 0;
    QTest::newRow("port too large") << "proxy.example.com:99999" << "" << 0;
    QTest::newRow("password") << "ada:secret@proxy.example.com:8080" << "" << 0;
    QTest::newRow("path") << "proxy.example.com:8080/x" << "" << 0;
    QTest::newRow("empty") << "" << "" << 0;
}

void TstConnectionAdvice::readsProxyAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto read = readProxyAddress(text);
    QCOMPARE(read.has_value(), !host.isEmpty());
    if (!read) {
        QVERIFY(!read.error().message.contains(QStringLiteral("secret")));
        return;
    }
    QCOMPARE(read->host, host);
    QCOMPARE(read->port, port);
    const ConnectionProxy proxy {ConnectionProxy::Kind::Http, host, port, {}};
    QCOMPARE(readProxyAddress(proxyAddressText(proxy))->host, host);
}

void TstConnectionAdvice::draftsKeepTheNetwork()
{
    Connection connection;
    connection.id = QStringLiteral("c1");
    connection.name = QStringLiteral("Shop");
    connection.color = ConnectionColor::Teal;
    connection.proxy = {
        ConnectionProxy::Kind::Http, QStringLiteral("proxy.example.com"), 8080, QStringLiteral("ada")};
    connection.idleTimeout = std::chrono::seconds(90);
    QCOMPARE(connectionOf(ConnectionDraft(connection), {}).value(), connection);

    ConnectionDraft draft(connection);
    draft.network.proxyAddress = QStringLiteral("proxy.example.com");
    QCOMPARE(connectionOf(draft, {}).error().code, ErrorCode::BadInput);
    draft.network.proxyKind = ConnectionProxy::Kind::None; // what is typed beside it does not count then
    const Connection direct = connectionOf(draft, {}).value();
    QCOMPARE(direct.proxy, (ConnectionProxy {ConnectionProxy::Kind::None, {}, 0, {}}));
}

void TstConnectionAdvice::warnsOfPlainHttp_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("warns");
    QTest::newRow("https") << "https://api.statsig.com/v1" << false;
    QTest::newRow("loopback") << "http://127.0.0.1:4000/v1" << false;
    QTest::newRow("loopback block") << "http://127.9.8.7/v1" << false;
    QTest::newRow("loopback six") << "http://[::1]:80/v1" << false;
    QTest::newRow("localhost") << "http://localhost:4000/v1" << false;
    QTest::newRow("network") << "http://proxy.internal:8000/v1" << true;
    QTest::newRow("looks like loopback") << "http://127.0.0.1.evil.example/v1" << true;
    QTest::newRow("not localhost") << "http://notlocalhost/v1" << true;
}

void TstConnectionAdvice::warnsOfPlainHttp()
{
    QFETCH(QString, url);
    QFETCH(bool, warns);
    QCOMPARE(!urlAdvice(QUrl(url)).isEmpty(), warns);
}

void TstConnectionAdvice::refusesWhatAKeyCannotDo()
{
    QVERIFY(!keyRefusal(KeyKind::Client, Endpoint::DownloadConfigSpecs).isEmpty());
    QVERIFY(keyRefusal(KeyKind::Client, Endpoint::Initialize).isEmpty());
    QVERIFY(keyRefusal(KeyKind::Unknown, Endpoint::DownloadConfigSpecs).isEmpty());
    for (const Endpoint endpoint : allEndpoints) {
        QVERIFY(!keyRefusal(KeyKind::Console, endpoint).isEmpty());
        QVERIFY(keyRefusal(KeyKind::Server, endpoint).isEmpty());
    }
}

void TstConnectionAdvice::draftsBecomeConnections()
{
    Connection stored;
    stored.id = QStringLiteral("shop");
    stored.name = QStringLiteral("Shop");
    stored.tier = QStringLiteral("staging");
    stored.keyKind = KeyKind::Server;
    stored.keyHint = QStringLiteral("secret-…f3Qa");
    ConnectionDraft draft(stored);
    QCOMPARE(connectionOf(draft, {stored}), Result<Connection>(stored));

    draft.name = QStringLiteral(" Shop, web ");
    draft.key = QStringLiteral("client-0123456789abcd");
    const auto changed = connectionOf(draft, {stored});
    QVERIFY(changed);
    QCOMPARE(changed->name, QStringLiteral("Shop, web"));
    QCOMPARE(changed->keyKind, KeyKind::Client);
    QVERIFY(!changed->keyHint.contains(QStringLiteral("0123456789")));

    Connection other = stored;
    other.id = QStringLiteral("other");
    other.name = QStringLiteral("SHOP, WEB");
    QVERIFY(!connectionOf(draft, {stored, other}));
    draft.name.clear();
    QVERIFY(!connectionOf(draft, {stored}));
}

GATESCOPE_TEST(TstConnectionAdvice)
#include "tst_connectionadvice.moc"
