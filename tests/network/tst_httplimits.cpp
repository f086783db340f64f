// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "echoserver.h"
#include "rawhttp.h"

#include <tests/support/testregistry.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;
using namespace std::chrono_literals;

/// How much of everything the HTTP layer takes: bytes, connections, time.
class TstHttpLimits : public QObject
{
    Q_OBJECT
    EchoServer m_server;

    bool isAnswered(RawClient &client)
    {
        client.send(httpRequest("POST", "/", "again"));
        return client.receive().status == 200;
    }

private Q_SLOTS:
    void cleanup() { m_server.stop(); }

    void bodyCap()
    {
        HttpLimits limits;
        limits.bodyBytes = 1000;
        QVERIFY(m_server.start(limits));
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", QByteArray(1000, 'x'))).status, 200);
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", QByteArray(1001, 'x'))).status, 413);
        RawClient chunked(m_server.port());
        chunked.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n"
            + QByteArray(1001, 'x') + "\r\n0\r\n\r\n");
        QCOMPARE(chunked.receive().status, 413);
        QCOMPARE(m_server.answered(), 1);
    }

    void slowRequestsAreEnded_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("in the header") << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nX-Y: ");
        QTest::newRow("in the body") << QByteArray(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\n");
        QTest::newRow("in a chunk") << QByteArray(
            "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n");
        QTest::newRow("in a refused body")
            << httpRequest("POST", "/refused", QByteArray(), "Content-Length: 99999\r\n");
        QTest::newRow("empty lines before a request") << QByteArray(1000, '\n');
        QTest::newRow("zeros") << QByteArray(1000, '\0');
    }

    /// One byte after another keeps the connection from being idle; the time of the whole request ends it.
    void slowRequestsAreEnded()
    {
        QFETCH(QByteArray, start);
        HttpLimits limits;
        limits.requestTime = 300ms;
        QVERIFY(m_server.start(limits));
        RawClient slow(m_server.port());
        slow.send(start);
        const QDeadlineTimer patience(30'000);
        while (slow.isConnected() && !patience.hasExpired()) {
            if (!start.isEmpty())
                slow.send("x");
            QTest::qWait(20);
        }
        QVERIFY(!slow.isConnected());
        QCOMPARE(m_server.answered(), 0);
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", "next")).status, 200);
    }

    void theTimeBeginsAnewWithEachRequest()
    {
        HttpLimits limits;
        limits.requestTime = 2s;
        QVERIFY(m_server.start(limits));
        RawClient client(m_server.port());
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 3000) {
            client.send(httpRequest("POST", "/", "again"));
            QCOMPARE(client.receive().status, 200);
            QTest::qWait(100);
        }
    }

    void stalledClientsDoNotStallOthers()
    {
        QVERIFY(m_server.start());
        std::vector<std::unique_ptr<RawClient>> stalled;
        for (int i = 0; i < 200; ++i) {
            stalled.push_back(std::make_unique<RawClient>(m_server.port()));
            stalled.back()->send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
        }
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", "quick")).body, QByteArray("quick"));
    }

    void idleConnectionsAreEnded_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("in the header") << QByteArray("POST / HTTP/1.1\r\nHost:");
        QTest::newRow("in the body") << httpRequest("POST", "/", "four").chopped(1);
        QTest::newRow("after an answer") << httpRequest("POST", "/", "four");
    }

    void idleConnectionsAreEnded()
    {
        QFETCH(QByteArray, start);
        HttpLimits limits;
        limits.idleTime = 1s;
        limits.requestTime = 1h;
        QVERIFY(m_server.start(limits));
        RawClient client(m_server.port());
        client.send(start);
        QVERIFY(client.waitForEnd());
    }

    /// Also the time of a whole request: stop() has to wait for the answer, and does so no longer than that.
    void clientsThatReadNothingAreEnded()
    {
        HttpService service;
        std::atomic_bool asked = false;
        service.admit = [](const HttpRequest &) { return std::nullopt; };
        service.answer = [&asked](const HttpRequest &) {
            HttpResponse response;
            response.body = QByteArray(64 * 1024 * 1024, 'z');
            asked = true;
            return response;
        };
        HttpLimits limits;
        limits.requestTime = 300ms;
        limits.stopTime = 1h;
        HttpServer server;
        QVERIFY(server.start(0, service, limits));
        RawClient client(server.port());
        client.send(httpRequest("GET", "/"));
        QTRY_VERIFY_WITH_TIMEOUT(asked, 30'000);
        QElapsedTimer timer;
        timer.start();
        server.stop();
        QVERIFY2(timer.elapsed() < 30'000, QByteArray::number(timer.elapsed()).constData());
    }

    void cutConnectionsMakeRoom_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("in the request line") << QByteArray("POST");
        QTest::newRow("in the header") << QByteArray("POST / HTTP/1.1\r\nHost:");
        QTest::newRow("in the body") << httpRequest("POST", "/", "four").chopped(1);
    }

    /// Whoever goes in the middle of a request does not keep his place until he is idle for too long.
    void cutConnectionsMakeRoom()
    {
        QFETCH(QByteArray, start);
        HttpLimits limits;
        limits.connections = 4;
        limits.threads = 1;
        limits.idleTime = 1h;
        limits.requestTime = 1h;
        QVERIFY(m_server.start(limits));
        for (int i = 0; i < 8; ++i)
            RawClient(m_server.port()).send(start);
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", "next")).body, QByteArray("next"));
    }

    void connectionsBeyondTheLimitWait()
    {
        HttpLimits limits;
        limits.connections = 4;
        limits.threads = 1;
        QVERIFY(m_server.start(limits));
        std::vector<std::unique_ptr<RawClient>> kept;
        for (int i = 0; i < 4; ++i) {
            kept.push_back(std::make_unique<RawClient>(m_server.port()));
            QVERIFY(isAnswered(*kept.back()));
        }
        RawClient fifth(m_server.port());
        fifth.send(httpRequest("POST", "/", "fifth"));
        for (const auto &client : kept)
            QVERIFY(isAnswered(*client));
        QCOMPARE(m_server.answered(), 8); // the fifth is not among them
        kept.pop_back();
        QCOMPARE(fifth.receive().body, QByteArray("fifth"));
    }
};

GATESCOPE_TEST(TstHttpLimits)
#include "tst_httplimits.moc"
