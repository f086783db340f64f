// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/statsig/connection.h>
#include <models/statsig/endpoint.h>
#include <tests/support/testregistry.h>

#include <QSet>
#include <QTest>

using namespace Gatescope;

class TstConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kindComesFromThePrefix_data();
    void kindComesFromThePrefix();
    void hintShowsAtMostFourCharacters_data();
    void hintShowsAtMostFourCharacters();
    void productionIsRecognised();
    void everyEndpointHasItsOwnPath();
};

void TstConnection::kindComesFromThePrefix_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("kind");
    QTest::newRow("none") << QString() << int(KeyKind::None);
    QTest::newRow("client") << QStringLiteral("client-abc") << int(KeyKind::Client);
    QTest::newRow("server") << QStringLiteral("secret-abc") << int(KeyKind::Server);
    QTest::newRow("console") << QStringLiteral("console-abc") << int(KeyKind::Console);
    QTest::newRow("another prefix") << QStringLiteral("sdk-abc") << int(KeyKind::Unknown);
    QTest::newRow("prefix in the middle") << QStringLiteral("x-secret-abc") << int(KeyKind::Unknown);
}

void TstConnection::kindComesFromThePrefix()
{
    QFETCH(QString, key);
    QTEST(int(keyKindOf(key)), "kind");
}

void TstConnection::hintShowsAtMostFourCharacters_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("hint");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("usual") << QStringLiteral("secret-9IWfdzNwExEYHEW4YfOQcFZ4xreZyFkbOXHf3Qa")
                           << QStringLiteral("secret-…f3Qa");
    QTest::newRow("client") << QStringLiteral("client-0123456789abcdef") << QStringLiteral("client-…cdef");
    QTest::newRow("no prefix") << QStringLiteral("0123456789abcdef") << QStringLiteral("…cdef");
    QTest::newRow("short: a quarter") << QStringLiteral("secret-12345678") << QStringLiteral("secret-…78");
    QTest::newRow("sandbox") << QStringLiteral("secret-sandbox") << QStringLiteral("secret-…x");
    QTest::newRow("tiny: nothing") << QStringLiteral("secret-abc") << QStringLiteral("secret-…");
    QTest::newRow("prefix only") << QStringLiteral("secret-") << QStringLiteral("secret-…");
}

void TstConnection::hintShowsAtMostFourCharacters()
{
    QFETCH(QString, key);
    QTEST(keyHint(key), "hint");
}

void TstConnection::productionIsRecognised()
{
    Connection connection;
    QVERIFY(!connection.isProduction());
    connection.tier = QStringLiteral("Production");
    QVERIFY(connection.isProduction());
    connection.tier = QStringLiteral("staging");
    QVERIFY(!connection.isProduction());
}

void TstConnection::everyEndpointHasItsOwnPath()
{
    QSet<QString> names;
    for (const Endpoint endpoint : allEndpoints)
        names.insert(pathName(endpoint));
    QCOMPARE(names.size(), 8);
    QCOMPARE(pathName(Endpoint::CheckGateMultiple), QStringLiteral("check_gate_multiple"));
    QCOMPARE(pathName(Endpoint::DownloadConfigSpecs), QStringLiteral("download_config_specs"));
}

GATESCOPE_TEST(TstConnection)
#include "tst_connection.moc"
