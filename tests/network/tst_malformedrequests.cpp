// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "echoserver.h"
#include "rawhttp.h"

#include <tests/support/testregistry.h>

#include <QTest>

#include <random>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QByteArray hostLine = "Host: localhost\r\n";
const QByteArray postLine = "POST / HTTP/1.1\r\n";

/// With the NULs in it.
template<std::size_t Size>
QByteArray bytes(const char (&text)[Size])
{
    return {text, qsizetype(Size - 1)};
}

void malformedRow(const char *name, const QByteArray &request, int status)
{
    QTest::newRow(name) << request << status;
}

/// The fields of a POST whose body would be "ab".
void fieldRow(const char *name, const QByteArray &fields, int status = 400)
{
    malformedRow(name, postLine + hostLine + fields + "\r\nab", status);
}

void chunkRow(const char *name, const QByteArray &body, int status = 400)
{
    malformedRow(name, postLine + hostLine + "Transfer-Encoding: chunked\r\n\r\n" + body, status);
}

void requestLineRow(const char *name, const QByteArray &line, int status = 400)
{
    malformedRow(name, line + hostLine + "\r\n", status);
}

void lengthRows()
{
    fieldRow("two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n");
    fieldRow("two equal lengths", "Content-Length: 2\r\ncontent-length: 2\r\n");
    fieldRow("list of lengths", "Content-Length: 2, 2\r\n");
    fieldRow("negative length", "Content-Length: -2\r\n");
    fieldRow("signed length", "Content-Length: +2\r\n");
    fieldRow("length in hex", "Content-Length: 0x2\r\n");
    fieldRow("no length in it", "Content-Length:\r\n");
    fieldRow("length with a fraction", "Content-Length: 2.0\r\n");
    fieldRow("length in two parts", "Content-Length: 2 2\r\n");
    fieldRow("length with a vertical tab", "Content-Length: \v2\r\n");
    fieldRow("length cut by a NUL", bytes("Content-Length: 2\0002\r\n"));
    fieldRow("folded length", "Content-Length:\r\n 2\r\n");
    fieldRow("length of 2^63", "Content-Length: 9223372036854775808\r\n");
    fieldRow("length of 2^64 and 2", "Content-Length: 18446744073709551618\r\n", 413);
    fieldRow("length beyond patience", "Content-Length: 999999999999999999\r\n", 413);
    fieldRow("length and chunks", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n");
    fieldRow("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n");
    fieldRow("space before the length's colon", "Content-Length : 2\r\n");
}

void encodingRows()
{
    fieldRow("two transfer encodings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
    fieldRow("list of transfer encodings", "Transfer-Encoding: chunked, identity\r\n");
    fieldRow("other transfer encoding", "Transfer-Encoding: gzip\r\n");
    fieldRow("nearly chunked", "Transfer-Encoding: xchunked\r\n");
    fieldRow("chunked behind a vertical tab", "Transfer-Encoding: \vchunked\r\n");
    fieldRow("chunked before a NUL", bytes("Transfer-Encoding: chunked\0\r\n"));
    fieldRow("no transfer encoding in it", "Transfer-Encoding:\r\nContent-Length: 2\r\n");
    malformedRow("chunked in HTTP/1.0",
        "POST / HTTP/1.0\r\n" + hostLine + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
}

void chunkRows()
{
    chunkRow("chunk size not hex", "zz\r\nabc\r\n0\r\n\r\n");
    chunkRow("chunk size with 0x", "0x3\r\nabc\r\n0\r\n\r\n");
    chunkRow("signed chunk size", "+3\r\nabc\r\n0\r\n\r\n");
    chunkRow("negative chunk size", "-3\r\nabc\r\n0\r\n\r\n");
    chunkRow("no chunk size", "\r\nabc\r\n0\r\n\r\n");
    chunkRow("space before the chunk size", " 3\r\nabc\r\n0\r\n\r\n");
    chunkRow("NUL behind the chunk size", bytes("3\0\r\nabc\r\n0\r\n\r\n"));
    chunkRow("bare CR behind the chunk size", "3\rabc\r\n0\r\n\r\n");
    chunkRow("chunk size of 2^64 and 3", "10000000000000003\r\nabc\r\n0\r\n\r\n", 413);
    chunkRow("chunk longer than its size", "2\r\nabc\r\n0\r\n\r\n");
    chunkRow("chunk without its end", "3\r\nabc0\r\n\r\n");
    chunkRow("field behind the chunks not one", bytes("3\r\nabc\r\n0\r\nX Y\0: 1\r\n\r\n"));
}

void hostRows()
{
    malformedRow("two hosts", "GET / HTTP/1.1\r\n" + hostLine + hostLine + "\r\n", 400);
    malformedRow(
        "two hosts, one far away", "GET / HTTP/1.1\r\n" + hostLine + "host: far.example\r\n\r\n", 400);
    malformedRow("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    malformedRow("no host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400);
    malformedRow("another host", "GET / HTTP/1.1\r\nHost: attacker.example\r\n\r\n", 403);
    malformedRow("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 403);
    malformedRow(
        "host cut by a NUL", bytes("GET / HTTP/1.1\r\nHost: localhost\0.attacker.example\r\n\r\n"), 400);
    malformedRow("folded host", "GET / HTTP/1.1\r\nHost: localhost\r\n .attacker.example\r\n\r\n", 400);
}

void headerRows()
{
    fieldRow("space in a field name", "X y: 1\r\n");
    fieldRow("space before the colon", "X-Y : 1\r\n");
    fieldRow("no field name", ": 1\r\n");
    fieldRow("no colon", "nonsense\r\n");
    fieldRow("NUL in a field name", bytes("X\0Y: 1\r\n"));
    fieldRow("NUL in a field", bytes("X-Y: a\0z\r\n"));
    fieldRow("NUL at a field's end", bytes("X-Y: a\0\r\n"));
    fieldRow("control character in a field", "X-Y: a\x01z\r\n");
    fieldRow("DEL in a field", "X-Y: a\x7fz\r\n");
    fieldRow("letter beyond ASCII in a field name", "X\xfc: 1\r\n");
    fieldRow("folded line", "X-Y: a\r\n z\r\n");
    fieldRow("line folded by a tab", "X-Y: a\r\n\tz\r\n");
    malformedRow("folded first line", postLine + " X-Y: a\r\n" + hostLine + "\r\n", 400);
    fieldRow("bare CR in a field", "X-Y: a\rz\r\n");
    fieldRow("bare CR before a line's end", "X-Y: a\r\r\n");
    fieldRow("bare LF", "X-Y: a\nX-Z: b\r\n");
    fieldRow("bare LF at the end", "X-Y: a\n\n");
    malformedRow(
        "line hidden behind a NUL", bytes("GET / HTTP/1.1\r\nHost: localhost\r\nX-Y: a\n\0t\n"), 400);
    malformedRow("only bare LF", "GET / HTTP/1.1\nHost: localhost\n\n", 400);
    malformedRow("header too large",
        "GET / HTTP/1.1\r\n" + hostLine + "X-Y: " + QByteArray(64 * 1024, 'y') + "\r\n\r\n", 431);
    malformedRow("too many fields",
        "GET / HTTP/1.1\r\n" + hostLine + QByteArray("X: 1\r\n").repeated(10'000) + "\r\n", 431);
}

void requestLineRows()
{
    requestLineRow("no version", "GET /\r\n");
    requestLineRow("no target", "GET\r\n", 0);
    requestLineRow("no target but a space", "GET  HTTP/1.1\r\n");
    requestLineRow("no method", " / HTTP/1.1\r\n", 0);
    requestLineRow("method not a token", "GE(T / HTTP/1.1\r\n");
    requestLineRow("method beyond ASCII", "GE\xc3\x96T / HTTP/1.1\r\n");
    requestLineRow("two spaces", "GET  /  HTTP/1.1\r\n", 0);
    requestLineRow("tabs", "GET\t/\tHTTP/1.1\r\n", 0);
    requestLineRow("space in the target", "GET /a b HTTP/1.1\r\n", 0);
    requestLineRow("more behind the version", "GET / HTTP/1.1 x\r\n");
    requestLineRow("long version", "GET / HTTP/1.10\r\n");
    requestLineRow("version in small letters", "GET / http/1.1\r\n");
    requestLineRow("old version", "GET / HTTP/0.9\r\n", 505);
    requestLineRow("new version", "PRI * HTTP/2.0\r\n", 505);
    requestLineRow("bare LF behind the request line", "GET / HTTP/1.1\n");
    requestLineRow("NUL in the method", bytes("GET\0X / HTTP/1.1\r\n"));
    requestLineRow("NUL in the target", bytes("GET /\0x HTTP/1.1\r\n"));
    requestLineRow("NUL behind the version", bytes("GET / HTTP/1.1\0\r\n"));
    requestLineRow("absolute target", "GET http://attacker.example/ HTTP/1.1\r\n");
    requestLineRow("target without a slash", "GET echo HTTP/1.1\r\n");
    requestLineRow("target of a proxy", "CONNECT localhost:80 HTTP/1.1\r\n");
    requestLineRow("target beyond ASCII", "GET /\xff HTTP/1.1\r\n");
    requestLineRow("target too long", "GET /" + QByteArray(64 * 1024, 'y') + " HTTP/1.1\r\n", 414);
    requestLineRow("method too long", QByteArray(64 * 1024, 'Y') + " / HTTP/1.1\r\n", 414);
    malformedRow(
        "a greeting of TLS", bytes("\x16\x03\x01\x02\0\x01") + QByteArray(200, '\xfc') + "\r\n\r\n", 0);
    malformedRow("a greeting", "hello\r\n\r\n", 0);
}

} // namespace

/// What is no proper HTTP gets 400 (or what the library calls it) or no answer, the end of its connection,
/// and harms nobody.
class TstMalformedRequests : public QObject
{
    Q_OBJECT
    EchoServer m_server;

    int statusOf(const QByteArray &request) { return exchange(m_server.port(), request).status; }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void areRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status"); // 0: closed without an answer
        lengthRows();
        encodingRows();
        chunkRows();
        hostRows();
        headerRows();
        requestLineRows();
    }

    void areRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const int answered = m_server.answered();
        RawClient client(m_server.port());
        client.send(request);
        QCOMPARE(client.receive().status, status);
        QVERIFY(client.waitForEnd()); // what follows on such a connection is not believed
        QCOMPARE(m_server.answered(), answered);
        QCOMPARE(statusOf(httpRequest("POST", "/", "next")), 200);
    }

    /// The same request with a few bytes changed, taken out or put in: whatever becomes of each, others are
    /// answered.
    void mutatedRequestsHarmNobody()
    {
        std::mt19937 random(7); // NOLINT: the same requests in every run
        const QByteArray request = httpRequest("POST", "/a?b=c", "12", "X-Y: z\r\n")
            + "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n";
        const QByteArray odd = bytes("\0\t\n\r :,;\x7f\xff+-0x");
        for (int i = 0; i < 2000; ++i) {
            QByteArray mutated = request;
            for (unsigned changes = 1 + random() % 3; changes > 0; --changes) {
                const auto at = qsizetype(random() % mutated.size());
                const auto count = qsizetype(random() % 3);
                mutated.replace(
                    at, count, QByteArray(qsizetype(random() % 3), odd.at(qsizetype(random() % odd.size()))));
            }
            RawClient(m_server.port()).send(mutated);
            if (i % 100 == 99)
                QCOMPARE(statusOf(httpRequest("POST", "/", "next")), 200);
        }
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
        QCOMPARE(statusOf("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"), 200);
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
        QCOMPARE(statusOf("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"), 403);
    }

    /// Odd but allowed (RFC 9112): what is refused above must not take these along.
    void unusualRequestsAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("request");
        const auto row = [](const char *name, const QByteArray &request) { QTest::newRow(name) << request; };
        row("no space behind the colon", "GET / HTTP/1.1\r\nHost:localhost\r\nX-Y:z\r\n\r\n");
        row("spaces and tabs around a field", "GET / HTTP/1.1\r\nHost: \t localhost\r\nX-Y: \t z \t\r\n\r\n");
        row("empty field", "GET / HTTP/1.1\r\nX-Y:\r\nHost: localhost\r\nX-Z: \r\n\r\n");
        row("bytes beyond ASCII in a field", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Y: \xfc\xff\r\n\r\n");
        row("empty line first", "\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        row("cookies", "GET / HTTP/1.1\r\nCookie: a=b; c=\"d\"\r\nHost: localhost\r\nCookie: =;\r\n\r\n");
        row("HTTP/1.0", "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
        row("query", "GET /?a=%00&b=+&&c HTTP/1.1\r\nHost: localhost\r\n\r\n");
        row("length with zeros", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0002\r\n\r\nab");
        row("chunk with an extension",
            "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: "
            "Chunked\r\n\r\n00A;x=y\r\n0123456789\r\n0\r\nX-Y: "
            "z\r\n\r\n");
        row("large header",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Y: " + QByteArray(20'000, 'y') + "\r\n\r\n");
        row("many fields",
            "GET / HTTP/1.1\r\nHost: localhost\r\n" + QByteArray("X-Y: 1\r\n").repeated(150) + "\r\n");
    }

    void unusualRequestsAreAnswered()
    {
        QFETCH(QByteArray, request);
        QCOMPARE(statusOf(request), 200);
        RawClient inPieces(m_server.port());
        for (qsizetype sent = 0; sent < request.size(); sent += request.size() / 20 + 1)
            inPieces.send(request.mid(sent, request.size() / 20 + 1));
        QCOMPARE(inPieces.receive().status, 200);
    }
};

GATESCOPE_TEST(TstMalformedRequests)
#include "tst_malformedrequests.moc"
