// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "compression.h"
#include "sandboxfixture.h"

#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// log_event and its other names, in the encodings SDKs use (facts §1.8).
class TstSandboxEvents : public QObject
{
    Q_OBJECT
    Sandbox m_sandbox;

    static inline const QByteArray body = R"({"events":[
        {"eventName":"purchase","value":84.50,"metadata":{"sku":"TEE-041"},"time":1795435521000,
         "user":{"userID":"u_48213","privateAttributes":null},"secondaryExposures":[]},
        {"eventName":"add_to_cart","value":"1","metadata":null,"user":null,"time":"2026-11-23T12:00:00Z"}],
        "statsigMetadata":{"sdkType":"test"}})";

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.start(sampleProject())); }

    void isAccepted_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("headers");
        const auto row = [](const char *name, const char *path, const QByteArray &sent, const char *headers) {
            QTest::newRow(name) << QByteArray(path) << sent << QByteArray(headers);
        };
        row("plain", "/v1/log_event", body, "STATSIG-CLIENT-TIME: 1795435521000\r\n");
        row("gzip", "/v1/log_event", gzip(body), "Content-Encoding: gzip\r\n");
        row("zstd", "/v1/log_event", zstd(body), "Content-Encoding: zstd\r\n");
        row("js-client", "/v1/rgstr?ec=2", body, "Content-Type: text/plain\r\n");
        row("js-client, gzip", "/v1/rgstr?ec=2&gz=1", gzip(body), "Content-Type: text/plain\r\n");
        row("an SDK's exception", "/v1/sdk_exception", "whatever", "");
        row("no events", "/v1/log_event", R"({"events":[]})", "");
    }

    void isAccepted()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, headers);
        const RawAnswer answer = post(m_sandbox, path, sent, "client-sandbox", headers);
        QCOMPARE(answer.status, 202);
        QCOMPARE(answer.body, QByteArray(R"({"success":true})"));
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<int>("status");
        const QByteArray bomb(80'000'000, ' ');
        QTest::newRow("gzip bomb") << gzip(bomb) << QByteArray("gzip") << 413;
        QTest::newRow("zstd bomb") << zstd(bomb) << QByteArray("zstd") << 413;
        QTest::newRow("cut gzip") << gzip(body).chopped(9) << QByteArray("gzip") << 400;
        QTest::newRow("not gzip") << body << QByteArray("gzip") << 400;
        QTest::newRow("brotli") << body << QByteArray("br") << 415;
        QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, ' ') << QByteArray("identity") << 413;
    }

    void isRefused()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, encoding);
        QFETCH(int, status);
        const RawAnswer answer = post(
            m_sandbox, "/v1/log_event", sent, "secret-sandbox", "Content-Encoding: " + encoding + "\r\n");
        QCOMPARE(answer.status, status);
        QVERIFY(!messageOf(answer).isEmpty());
    }
};

GATESCOPE_TEST(TstSandboxEvents)
#include "tst_sandboxevents.moc"
