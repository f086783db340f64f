// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "compression.h"
#include "memorywatermark.h"
#include "sandboxfixture.h"

#include <network/sandbox/openfiles.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The sandbox under more than it should be sent.
class TstSandboxLoad : public QObject
{
    Q_OBJECT
    Sandbox m_sandbox;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.start(sampleProject())); }

    void bombsAreRefusedAtTheCap_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        constexpr qsizetype size = 300'000'000;
        const QByteArray gzipBomb = gzipOfZeros(size);
        QTest::newRow("gzip") << QByteArray("/v1/log_event") << QByteArray("Content-Encoding: gzip\r\n")
                              << gzipBomb;
        QTest::newRow("gzip without a header") << QByteArray("/v1/rgstr?gz=1") << QByteArray() << gzipBomb;
        QTest::newRow("zstd") << QByteArray("/v1/log_event") << QByteArray("Content-Encoding: zstd\r\n")
                              << zstdOfZeros(size);
    }

    void bombsAreRefusedAtTheCap()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        QVERIFY(body.size() < 1'000'000);
        const bool isMeasured = MemoryWatermark::isAvailable();
        const MemoryWatermark memory;
        const RawAnswer answer = post(m_sandbox, target, body, "secret-sandbox", header);
        QCOMPARE(answer.status, 413);
        QVERIFY(messageOf(answer).contains(QLatin1String("unpacked")));
        if (isMeasured) // 64 MiB unpacked at most
            QVERIFY2(memory.growth() < 100'000'000, QByteArray::number(memory.growth()).constData());
        QCOMPARE(post(m_sandbox, "/v1/log_event", R"({"events":[]})").status, 202);
    }

    /// All of them open at the same time, each answered, twice over the same connection.
    void aThousandConnectionsAreAnswered()
    {
        constexpr int count = 1000;
        if (possibleConnections(2 * count) < 2 * count)
            QSKIP("This process may not open enough files for both ends of 1,000 connections.");
        const QByteArray request = httpRequest("POST", "/v1/check_gate",
            R"({"gateName":"free_shipping_banner","user":{}})", "statsig-api-key: secret-sandbox\r\n");
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < count; ++i)
            clients.push_back(std::make_unique<RawClient>(m_sandbox.port()));
        for (int round = 0; round < 2; ++round) {
            for (const auto &client : clients)
                client->send(request);
            for (const auto &client : clients) {
                const RawAnswer answer = client->receive();
                QCOMPARE(answer.status, 200);
                QCOMPARE(json(answer)[QStringLiteral("value")], QJsonValue(true));
            }
        }
    }
};

GATESCOPE_TEST(TstSandboxLoad)
#include "tst_sandboxload.moc"
