// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "echoserver.h"
#include "rawhttp.h"

#include <tests/support/testregistry.h>

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace Gatescope;
using namespace Gatescope::Test;
using namespace std::chrono_literals;

/// Requests, answers and the end of the HTTP layer; what it refuses is in tst_malformedrequests and
/// tst_httplimits.
class TstHttpServer : public QObject
{
    Q_OBJECT
    EchoServer m_server;

private Q_SLOTS:
    void cleanup() { m_server.stop(); }

    void answersAndKeepsTheConnection()
    {
        QVERIFY(m_server.start());
        RawClient client(m_server.port());
        for (const char *body : {"one", "two"}) {
            client.send(httpRequest("POST", "/echo", body));
            const RawAnswer answer = client.receive();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, QByteArray(body));
            QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
        }
    }

    void joinsChunks()
    {
        QVERIFY(m_server.start());
        RawClient client(m_server.port());
        client.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
        QCOMPARE(client.receive().body, QByteArray("abcdefg"));
    }

    void asksForTheBodyOnExpect()
    {
        QVERIFY(m_server.start());
        RawClient client(m_server.port());
        client.send(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        client.send("ok");
        QCOMPARE(client.receive().body, QByteArray("ok"));
    }

    void refusesBeforeTheBodyOnExpect()
    {
        QVERIFY(m_server.start());
        RawClient client(m_server.port());
        client.send(
            "POST /refused HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.receive().status, 401);
    }

    void aRefusalIsHeardAfterALongBody()
    {
        QVERIFY(m_server.start());
        const RawAnswer answer =
            exchange(m_server.port(), httpRequest("POST", "/refused", QByteArray(4 * 1024 * 1024, 'x')));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.body, QByteArray(R"({"message":"No."})"));
        QCOMPARE(m_server.answered(), 0);
    }

    void stopsWithStalledClients()
    {
        QVERIFY(m_server.start());
        RawClient silent(m_server.port());
        RawClient inHeader(m_server.port());
        inHeader.send("POST / HTTP/1.1\r\nHost:");
        RawClient inBody(m_server.port());
        inBody.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", "ok")).status, 200);
        QElapsedTimer timer;
        timer.start();
        m_server.stop();
        QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(silent.waitForEnd() && inHeader.waitForEnd() && inBody.waitForEnd());
    }

    void stopLetsAnAnswerGoOut()
    {
        std::atomic_bool asked = false;
        HttpService service;
        service.admit = [](const HttpRequest &) { return std::nullopt; };
        service.answer = [&asked](const HttpRequest &) {
            asked = true;
            std::this_thread::sleep_for(200ms);
            HttpResponse response;
            response.body = QByteArray(1024 * 1024, 'z');
            return response;
        };
        HttpServer server;
        QVERIFY(server.start(0, service));
        RawClient client(server.port());
        client.send(httpRequest("GET", "/"));
        QTRY_VERIFY_WITH_TIMEOUT(asked, 30'000);
        std::thread stopper([&server] { server.stop(); });
        const RawAnswer answer = client.receive();
        stopper.join();
        QCOMPARE(answer.body.size(), qsizetype(1024 * 1024));
    }

    void stopDoesNotWaitForAClientThatReadsNothing()
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
        limits.stopTime = 100ms;
        HttpServer server;
        QVERIFY(server.start(0, service, limits));
        RawClient client(server.port());
        client.send(httpRequest("GET", "/"));
        QTRY_VERIFY_WITH_TIMEOUT(asked, 30'000);
        QElapsedTimer timer;
        timer.start();
        server.stop();
        QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
    }

    void aTakenPortIsAnError()
    {
        QVERIFY(m_server.start());
        HttpServer second;
        const Result<> result = second.start(m_server.port(), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadInput);
        QVERIFY(result.error().message.contains(QString::number(m_server.port())));
        QVERIFY(!second.isRunning());
    }

    void startsAgain()
    {
        QVERIFY(m_server.start());
        m_server.stop();
        QCOMPARE(m_server.port(), quint16(0));
        QVERIFY(m_server.start());
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", "again")).status, 200);
    }
};

GATESCOPE_TEST(TstHttpServer)
#include "tst_httpserver.moc"
