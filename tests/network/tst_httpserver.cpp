// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <network/sandbox/httpserver.h>

#include "rawhttp.h"
#include <tests/support/testregistry.h>

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace Gatescope;
using namespace Gatescope::Test;
using namespace std::chrono_literals;

/// The HTTP layer alone, over a service that repeats the body.
class TstHttpServer : public QObject
{
    Q_OBJECT
    HttpServer m_server;
    std::atomic_int m_answered = 0;

    void start(const HttpLimits &limits = {})
    {
        m_answered = 0;
        HttpService service;
        service.admit = [](const HttpRequest &request) {
            return request.path() == "/refused" ? std::optional(refusal(401, "No.")) : std::nullopt;
        };
        service.answer = [this](const HttpRequest &request) {
            ++m_answered;
            HttpResponse response;
            response.body = request.body;
            return response;
        };
        QVERIFY(m_server.start(0, service, limits));
    }

private Q_SLOTS:
    void cleanup() { m_server.stop(); }

    void answersAndKeepsTheConnection()
    {
        start();
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
        start();
        RawClient client(m_server.port());
        client.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
        QCOMPARE(client.receive().body, QByteArray("abcdefg"));
    }

    void asksForTheBodyOnExpect()
    {
        start();
        RawClient client(m_server.port());
        client.send(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        client.send("ok");
        QCOMPARE(client.receive().body, QByteArray("ok"));
    }

    void refusesBeforeTheBodyOnExpect()
    {
        start();
        RawClient client(m_server.port());
        client.send(
            "POST /refused HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.receive().status, 401);
    }

    void aRefusalIsHeardAfterALongBody()
    {
        start();
        const RawAnswer answer =
            exchange(m_server.port(), httpRequest("POST", "/refused", QByteArray(4 * 1024 * 1024, 'x')));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.body, QByteArray(R"({"message":"No."})"));
        QCOMPARE(m_answered.load(), 0);
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status"); // 0: closed without an answer
        const QByteArray host = "Host: localhost\r\n";
        const auto row = [](const char *name, const QByteArray &request, int status) {
            QTest::newRow(name) << request << status;
        };
        row("two lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
            400);
        row("two equal lengths",
            "POST / HTTP/1.1\r\n" + host + "Content-Length: 2\r\ncontent-length: 2\r\n\r\nab", 400);
        row("list of lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 2, 2\r\n\r\nab", 400);
        row("negative length", "POST / HTTP/1.1\r\n" + host + "Content-Length: -2\r\n\r\nab", 400);
        row("signed length", "POST / HTTP/1.1\r\n" + host + "Content-Length: +2\r\n\r\nab", 400);
        row("length in hex", "POST / HTTP/1.1\r\n" + host + "Content-Length: 0x2\r\n\r\nab", 400);
        row("length and chunks",
            "POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400);
        row("two transfer encodings",
            "POST / HTTP/1.1\r\n" + host
                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400);
        row("other transfer encoding",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n0\r\n\r\n", 400);
        row("chunked in HTTP/1.0",
            "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("two hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", 400);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("no host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400);
        row("another host", "GET / HTTP/1.1\r\nHost: attacker.example\r\n\r\n", 403);
        row("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 403);
        row("absolute target", "GET http://attacker.example/ HTTP/1.1\r\n" + host + "\r\n", 400);
        row("target without a slash", "GET echo HTTP/1.1\r\n" + host + "\r\n", 400);
        row("space in a field name", "GET / HTTP/1.1\r\n" + host + "X y: 1\r\n\r\n", 400);
        row("space before the colon", "GET / HTTP/1.1\r\n" + host + "X-Y : 1\r\n\r\n", 400);
        row("control character in a field", "GET / HTTP/1.1\r\n" + host + "X-Y: a\x01z\r\n\r\n", 400);
        row("header too large",
            "GET / HTTP/1.1\r\n" + host + "X-Y: " + QByteArray(64 * 1024, 'y') + "\r\n\r\n", 431);
        row("target too long", "GET /" + QByteArray(64 * 1024, 'y') + " HTTP/1.1\r\n" + host + "\r\n", 414);
        row("bad chunk size",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", 400);
    }

    void malformed()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        start();
        RawClient client(m_server.port());
        client.send(request);
        QCOMPARE(client.receive().status, status);
        QVERIFY(client.waitForEnd()); // what follows on such a connection is not believed
        QCOMPARE(m_answered.load(), 0);
    }

    void nonsenseIsNoRequest()
    {
        start();
        for (const QByteArray &bytes :
            {QByteArray(QByteArray("\x16\x03\x01\x02\0\x01", 6) + QByteArray(200, '\0')),
                QByteArray("hello\r\n\r\n"), QByteArray("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n")}) {
            RawClient client(m_server.port());
            client.send(bytes + "\r\n\r\n");
            const int status = client.receive().status;
            QVERIFY2(status == 0 || status == 400 || status == 505, QByteArray::number(status).constData());
        }
        QCOMPARE(m_answered.load(), 0);
    }

    void loopbackNamesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host :
            {"localhost", "LocalHost:80", "127.0.0.1", "127.0.0.1:4711", "[::1]", "[::1]:80"})
            QTest::newRow(host) << QByteArray(host);
    }

    void loopbackNamesAreAnswered()
    {
        QFETCH(QByteArray, host);
        start();
        QCOMPARE(exchange(m_server.port(), "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status, 200);
    }

    void otherNamesAreNot_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host :
            {"localhost.attacker.example", "127.0.0.1.attacker.example", "128.0.0.1", "0.0.0.0", "[::2]",
                "[::1", "localhost:", "localhost:80x", "user@localhost", "2130706433", "localhost,evil"})
            QTest::newRow(host) << QByteArray(host);
    }

    void otherNamesAreNot()
    {
        QFETCH(QByteArray, host);
        start();
        QCOMPARE(exchange(m_server.port(), "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status, 403);
    }

    void bodyCap()
    {
        HttpLimits limits;
        limits.bodyBytes = 1000;
        start(limits);
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", QByteArray(1000, 'x'))).status, 200);
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", QByteArray(1001, 'x'))).status, 413);
        RawClient chunked(m_server.port());
        chunked.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n"
            + QByteArray(1001, 'x') + "\r\n0\r\n\r\n");
        QCOMPARE(chunked.receive().status, 413);
        QCOMPARE(m_answered.load(), 1);
    }

    void slowRequestsAreEnded_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("in the header") << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nX-Y: ");
        QTest::newRow("in the body") << QByteArray(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\n");
    }

    /// One byte after another keeps the connection from being idle; the time of the whole request ends it.
    void slowRequestsAreEnded()
    {
        QFETCH(QByteArray, start);
        HttpLimits limits;
        limits.requestTime = 300ms;
        this->start(limits);
        RawClient slow(m_server.port());
        slow.send(start);
        const QDeadlineTimer patience(30'000);
        while (slow.isConnected() && !patience.hasExpired()) {
            if (!start.isEmpty())
                slow.send("x");
            QTest::qWait(20);
        }
        QVERIFY(!slow.isConnected());
        QCOMPARE(m_answered.load(), 0);
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", "next")).status, 200);
    }

    void theTimeBeginsAnewWithEachRequest()
    {
        HttpLimits limits;
        limits.requestTime = 2s;
        start(limits);
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
        start();
        std::vector<std::unique_ptr<RawClient>> stalled;
        for (int i = 0; i < 200; ++i) {
            stalled.push_back(std::make_unique<RawClient>(m_server.port()));
            stalled.back()->send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
        }
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", "quick")).body, QByteArray("quick"));
    }

    void stopsWithStalledClients()
    {
        start();
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
        QVERIFY(m_server.start(0, service));
        RawClient client(m_server.port());
        client.send(httpRequest("GET", "/"));
        QTRY_VERIFY_WITH_TIMEOUT(asked, 30'000);
        std::thread stopper([this] { m_server.stop(); });
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
        QVERIFY(m_server.start(0, service, limits));
        RawClient client(m_server.port());
        client.send(httpRequest("GET", "/"));
        QTRY_VERIFY_WITH_TIMEOUT(asked, 30'000);
        QElapsedTimer timer;
        timer.start();
        m_server.stop();
        QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
    }

    void aTakenPortIsAnError()
    {
        start();
        HttpServer second;
        const Result<> result = second.start(m_server.port(), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadInput);
        QVERIFY(result.error().message.contains(QString::number(m_server.port())));
        QVERIFY(!second.isRunning());
    }

    void startsAgain()
    {
        start();
        m_server.stop();
        QCOMPARE(m_server.port(), quint16(0));
        start();
        QCOMPARE(exchange(m_server.port(), httpRequest("POST", "/", "again")).status, 200);
    }
};

GATESCOPE_TEST(TstHttpServer)
#include "tst_httpserver.moc"
