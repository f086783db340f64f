// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientbench.h"

#include <tests/support/testregistry.h>

#include <QTcpSocket>

#include <zlib.h>

#ifdef Q_OS_LINUX
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

ClientOptions shortOptions()
{
    using namespace std::chrono_literals;
    return {.connectTimeout = 300ms, .idleTimeout = 300ms, .maxResponseBytes = 100'000};
}

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace

/// Every way a call can fail has its own code and a sentence that says what happened and what to do.
class TstClientFailures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statuses_data();
    void statuses();
    void notFoundNamesTheWayOut_data();
    void notFoundNamesTheWayOut();
    void brokenAnswers_data();
    void brokenAnswers();
    void refused();
    void hostNotFound();
    void connectLimit();
    void idleLimit_data();
    void idleLimit();
    void slowButLivelyAnswersAreWaitedFor();
    void bodiesOverTheCapAreCutOff_data();
    void bodiesOverTheCapAreCutOff();
    void bodyOfExactlyTheCapIsRead();
    void redirects_data();
    void redirects();
    void keyMissing();
    void unusableConnections_data();
    void unusableConnections();
};

void TstClientFailures::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("said");
    const QByteArray none;
    QTest::newRow("400") << 400 << none << QByteArray(R"({"message":"gateName is required"})")
                         << int(ErrorCode::BadRequest)
                         << QStringList {QStringLiteral("(400)"), QStringLiteral("“gateName is required”")};
    QTest::newRow("401") << 401 << none << QByteArray(R"({"message":"Invalid key"})")
                         << int(ErrorCode::Unauthorized)
                         << QStringList {QStringLiteral("The server refused this key (401)."),
                                QStringLiteral("“Invalid key”"),
                                QStringLiteral(
                                    "The key ending in …f3Qa may be revoked, or belong to another project. "
                                    "Nothing was logged")};
    QTest::newRow("401 as plain text")
        << 401 << none << QByteArray("Unauthorized") << int(ErrorCode::Unauthorized)
        << QStringList {QStringLiteral("(401). The key")};
    QTest::newRow("401 that asks for a password")
        << 401 << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n") << QByteArray("{}")
        << int(ErrorCode::Unauthorized) << QStringList {QStringLiteral("(401)")};
    QTest::newRow("403") << 403 << none << QByteArray(R"({"error":{"message":"client keys may not"}})")
                         << int(ErrorCode::Forbidden)
                         << QStringList {QStringLiteral("(403)"), QStringLiteral("“client keys may not”"),
                                QStringLiteral("check_gate")};
    QTest::newRow("404") << 404 << none << QByteArray("<html>nothing</html>") << int(ErrorCode::NotFound)
                         << QStringList {QStringLiteral("(404)"), QStringLiteral("/v1")};
    QTest::newRow("405") << 405 << none << none << int(ErrorCode::MethodNotAllowed)
                         << QStringList {QStringLiteral("(405)")};
    QTest::newRow("413") << 413 << none << none << int(ErrorCode::PayloadTooLarge)
                         << QStringList {QStringLiteral("(413)"), QStringLiteral("fewer events")};
    QTest::newRow("429 in seconds") << 429 << QByteArray("Retry-After: 17\r\n") << QByteArray("{}")
                                    << int(ErrorCode::RateLimited)
                                    << QStringList {
                                           QStringLiteral("(429)"), QStringLiteral("try again in 17 s")};
    QTest::newRow("429 by date") << 429 << QByteArray("Retry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n")
                                 << none << int(ErrorCode::RateLimited)
                                 << QStringList {QStringLiteral("after Wed, 21 Oct 2026 07:28:00 GMT")};
    QTest::newRow("429 without a word") << 429 << none << none << int(ErrorCode::RateLimited)
                                        << QStringList {QStringLiteral("wait a minute")};
    QTest::newRow("500") << 500 << none << QByteArray(R"({"code":500,"reason":"upstream"})")
                         << int(ErrorCode::ServerError)
                         << QStringList {QStringLiteral("(500)"), QStringLiteral("“upstream”")};
    QTest::newRow("503") << 503 << none << QByteArray(R"({"success":false})") << int(ErrorCode::ServerError)
                         << QStringList {QStringLiteral("(503)")};
    QTest::newRow("418") << 418 << none << none << int(ErrorCode::UnexpectedStatus)
                         << QStringList {QStringLiteral("(418)")};
    QTest::newRow("304") << 304 << none << none << int(ErrorCode::UnexpectedStatus)
                         << QStringList {QStringLiteral("(304)")};
    QTest::newRow("407") << 407 << none << none << int(ErrorCode::Proxy)
                         << QStringList {QStringLiteral("password")};
    QTest::newRow("rejected") << 202 << none << QByteArray(R"({"success":false,"message":"no room"})")
                              << int(ErrorCode::Rejected)
                              << QStringList {QStringLiteral("(202)"), QStringLiteral("“no room”")};
}

void TstClientFailures::statuses()
{
    QFETCH(int, status);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(QStringList, said);
    ClientBench bench;
    bench.server.setAlways({httpAnswer(status, body, headers)});
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(int(outcome.response.error().code), code);
    for (const QString &part : said)
        QVERIFY2(
            outcome.response.error().message.contains(part), qPrintable(outcome.response.error().message));
    QCOMPARE(outcome.exchange->error, outcome.response.error());
    QCOMPARE(outcome.exchange->status, status);
    QCOMPARE(outcome.exchange->responseBody, body);
    QCOMPARE(bench.server.completePosts(), 1);
}

void TstClientFailures::notFoundNamesTheWayOut_data()
{
    QTest::addColumn<ApiRequest>("request");
    QTest::addColumn<QStringList>("said");
    const QString name = QStringLiteral("n");
    QTest::newRow("check_gate_multiple") << ApiRequest(CheckGateMultipleRequest {{}, {name}})
                                         << QStringList {QStringLiteral("not in Statsig’s published API"),
                                                QStringLiteral("check_gate with several names")};
    QTest::newRow("get_experiment") << ApiRequest(GetExperimentRequest {{}, name})
                                    << QStringList {QStringLiteral("not in Statsig’s published API"),
                                           QStringLiteral("get_config")};
    QTest::newRow("get_layer") << ApiRequest(GetLayerRequest {{}, name})
                               << QStringList {QStringLiteral("knows no such layer")};
}

void TstClientFailures::notFoundNamesTheWayOut()
{
    QFETCH(ApiRequest, request);
    QFETCH(QStringList, said);
    ClientBench bench;
    bench.server.setAlways({httpAnswer(404)});
    const ApiOutcome outcome = bench.call(request);
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::NotFound);
    for (const QString &part : said)
        QVERIFY2(
            outcome.response.error().message.contains(part), qPrintable(outcome.response.error().message));
}

void TstClientFailures::brokenAnswers_data()
{
    using Then = ServerStep::Then;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("then");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &bytes, Then then, ErrorCode code,
                         const char *said) {
        QTest::newRow(name) << bytes << int(then) << int(code) << QString::fromUtf8(said);
    };
    row("closed at once", {}, Then::Close, ErrorCode::ClosedBeforeAnswer, "may have arrived");
    row("reset at once", {}, Then::Reset, ErrorCode::ClosedBeforeAnswer, "may have arrived");
    row("closed in the head", "HTTP/1.1 200 OK\r\nContent-Le", Then::Close, ErrorCode::ClosedBeforeAnswer,
        "may have arrived");
    row("no HTTP", "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", Then::Close, ErrorCode::ClosedBeforeAnswer,
        "not HTTP");
    row("body cut short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":", Then::Close,
        ErrorCode::Truncated, "broke off");
    row("body cut short by a reset", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":", Then::Reset,
        ErrorCode::Truncated, "broke off");
    row("chunks cut short", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"name\":\r\n",
        Then::Close, ErrorCode::Truncated, "broke off");
    row("whole JSON in unfinished chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        Then::Close, ErrorCode::Truncated, "broke off");
    row("until closed, cut short", "HTTP/1.1 200 OK\r\n\r\n{\"name\":", Then::Close, ErrorCode::Truncated,
        "broke off");
    row("gzip cut short",
        httpAnswer(200, gzipped(R"({"name":"g","value":true})").chopped(9), "Content-Encoding: gzip\r\n"),
        Then::Keep, ErrorCode::Truncated, "broke off");
    row("gzip damaged", httpAnswer(200, "\x1f\x8bnonsense, really", "Content-Encoding: gzip\r\n"), Then::Keep,
        ErrorCode::Truncated, "unpacked");
    row("encoding not asked for", httpAnswer(200, "{}", "Content-Encoding: br\r\n"), Then::Keep,
        ErrorCode::WrongShape, "(br)");
    row("not UTF-8", httpAnswer(200, "{\"name\":\"\xff\"}"), Then::Keep, ErrorCode::InvalidUtf8, "UTF-8");
    row("a login page", httpAnswer(200, "<html>Log in</html>"), Then::Keep, ErrorCode::InvalidJson,
        "login page");
    row("a number", httpAnswer(200, "42"), Then::Keep, ErrorCode::WrongShape, "check_gate");
    row("an error that broke off", "HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n{\"name\":", Then::Close,
        ErrorCode::ServerError, "(500)");
}

void TstClientFailures::brokenAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, then);
    QFETCH(int, code);
    QFETCH(QString, said);
    ClientBench bench;
    bench.server.setAlways({bytes, ServerStep::Then(then)});
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    const Error &error = outcome.response.error();
    QVERIFY2(int(error.code) == code, qPrintable(error.message + QLatin1Char('\n') + error.detail));
    QVERIFY2(error.message.contains(said), qPrintable(error.message));
    QCOMPARE(bench.server.completePosts(), 1);
    QCOMPARE(outcome.exchange->error, error);
}

void TstClientFailures::refused()
{
    ClientBench bench;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        bench.connection.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(gone.serverPort()));
    }
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Offline);
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("refused")));
    QVERIFY(outcome.response.error().detail.contains(QStringLiteral("ConnectionRefusedError")));
    QCOMPARE(outcome.exchange->status, 0);
    QVERIFY(outcome.exchange->connected.count() < 0);
    QVERIFY(outcome.exchange->finished.count() >= 0);
}

void TstClientFailures::hostNotFound()
{
    ClientBench bench;
    bench.connection.apiUrl = QUrl(QStringLiteral("http://no-such-host.invalid/v1"));
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Offline);
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("no-such-host.invalid was not found")));
}

/// A listener whose queue is full lets connections hang, as a firewall that drops packets does.
void TstClientFailures::connectLimit()
{
#ifdef Q_OS_LINUX
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(::listen(listener, 0), 0);
    QCOMPARE(::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size), 0);
    const quint16 port = ntohs(address.sin_port);
    std::array<QTcpSocket, 4> fillers;
    for (QTcpSocket &filler : fillers)
        filler.connectToHost(QStringLiteral("127.0.0.1"), port);
    QTRY_COMPARE_WITH_TIMEOUT(fillers[0].state(), QAbstractSocket::ConnectedState, 30'000);

    ClientBench bench(shortOptions());
    bench.connection.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(port));
    const ApiOutcome outcome = bench.call();
    ::close(listener);
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Timeout);
    QVERIFY2(outcome.response.error().message.contains(QStringLiteral("connected to within 0.3 s")),
        qPrintable(outcome.response.error().message));
    QVERIFY(outcome.exchange->connected.count() < 0);
#endif
}

void TstClientFailures::idleLimit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no answer") << QByteArray();
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":");
}

void TstClientFailures::idleLimit()
{
    QFETCH(QByteArray, bytes);
    ClientBench bench(shortOptions());
    bench.server.setAlways({bytes});
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::Timeout);
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("silent for 0.3 s")));
    QCOMPARE(bench.server.completePosts(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(bench.server.openConnections(), 0, 30'000);
}

void TstClientFailures::slowButLivelyAnswersAreWaitedFor()
{
    ClientOptions options;
    options.idleTimeout = std::chrono::seconds(1);
    ClientBench bench(options);
    bench.server.setAlways({"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n"});
    connect(&bench.server, &ScriptedServer::requestRead, this, [&bench] {
        auto *drip = new QTimer(&bench.server);
        connect(drip, &QTimer::timeout, &bench.server, [&bench] { bench.server.sendOnLast("1"); });
        drip->start(100);
    });
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::WrongShape);
    QCOMPARE(outcome.exchange->responseBody, QByteArray(20, '1'));
    QVERIFY(outcome.exchange->finished > options.idleTimeout);
}

void TstClientFailures::bodiesOverTheCapAreCutOff_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray large = "{\"x\":\"" + QByteArray(200'000, 'x') + "\"}";
    QTest::newRow("plain") << httpAnswer(200, large);
    QTest::newRow("announced, never sent")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n{");
    QTest::newRow("bomb") << httpAnswer(
        200, gzipped(QByteArray(50'000'000, ' ')), "Content-Encoding: gzip\r\n");
}

void TstClientFailures::bodiesOverTheCapAreCutOff()
{
    QFETCH(QByteArray, answer);
    ClientBench bench(shortOptions());
    bench.server.setAlways({answer});
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QVERIFY2(
        outcome.response.error().code == ErrorCode::TooLarge, qPrintable(outcome.response.error().message));
    QVERIFY(outcome.exchange->responseBody.size() <= shortOptions().maxResponseBytes);
}

void TstClientFailures::bodyOfExactlyTheCapIsRead()
{
    ClientBench bench(shortOptions());
    const QByteArray body = "{\"x\":\"" + QByteArray(100'000 - 8, 'x') + "\"}";
    QCOMPARE(body.size(), 100'000);
    bench.server.setScript(
        {{httpAnswer(200, body)}, {httpAnswer(200, gzipped(body), "Content-Encoding: gzip\r\n")}});
    QVERIFY(bench.call().response);
    const ApiOutcome packed = bench.call();
    QVERIFY(packed.response);
    QCOMPARE(packed.exchange->responseBody, body);
}

void TstClientFailures::redirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("elsewhere");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d elsewhere", status) << status << true;
        QTest::addRow("%d here", status) << status << false;
    }
}

void TstClientFailures::redirects()
{
    QFETCH(int, status);
    QFETCH(bool, elsewhere);
    ClientBench bench;
    ScriptedServer other;
    const QByteArray target =
        elsewhere ? other.url().toEncoded() + "/check_gate" : QByteArray("/v2/check_gate");
    bench.server.setAlways({httpAnswer(status, {}, "Location: " + target + "\r\n")});
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    const Error &error = outcome.response.error();
    QCOMPARE(error.code, ErrorCode::Redirected);
    QVERIFY2(error.message.contains(QString::fromLatin1(target)), qPrintable(error.message));
    QCOMPARE(error.message.contains(QStringLiteral("key was not sent there")), elsewhere);
    QCOMPARE(bench.server.completePosts(), 1);
    QCOMPARE(other.connectionCount(), 0);
}

void TstClientFailures::keyMissing()
{
    ClientBench bench;
    bench.secrets.stored.clear();
    ApiCall *call = bench.client.start(bench.connection, ClientBench::gateRequest());
    const ApiOutcome outcome = ClientBench::finish(call);
    QVERIFY(!outcome.response);
    QCOMPARE(outcome.response.error().code, ErrorCode::KeyMissing);
    QVERIFY(outcome.exchange);
    QCOMPARE(outcome.exchange->subject, QStringLiteral("new_checkout"));
    QCOMPARE(outcome.exchange->error, outcome.response.error());
    QCOMPARE(bench.server.connectionCount(), 0);

    bench.secrets.available = false;
    QCOMPARE(bench.call().response.error().code, ErrorCode::KeychainUnavailable);
}

void TstClientFailures::unusableConnections_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<int>("code");
    const QString key = QStringLiteral("secret-abcdefgh");
    const QString https = QStringLiteral("https://127.0.0.1:9/v1");
    QTest::newRow("no address") << QString() << key << QString() << int(ErrorCode::BadInput);
    QTest::newRow("no scheme") << QStringLiteral("api.statsig.com/v1") << key << QString()
                               << int(ErrorCode::BadInput);
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << key << QString()
                          << int(ErrorCode::BadInput);
    QTest::newRow("no host") << QStringLiteral("http:///v1") << key << QString() << int(ErrorCode::BadInput);
    QTest::newRow("a line break in the key")
        << https << QStringLiteral("secret-a\r\nX-Evil: 1") << QString() << int(ErrorCode::BadInput);
    QTest::newRow("empty key") << https << QStringLiteral(" ") << QString() << int(ErrorCode::BadInput);
    QTest::newRow("key beyond ASCII")
        << https << QStringLiteral("secret-ключ") << QString() << int(ErrorCode::BadInput);
    QTest::newRow("no CA file") << https << key << QStringLiteral("/nowhere/ca.pem")
                                << int(ErrorCode::FileUnreadable);
    QTest::newRow("CA file of something else")
        << https << key << QStringLiteral(GATESCOPE_SOURCE_DIR "/README.md")
        << int(ErrorCode::FileUnreadable);
}

void TstClientFailures::unusableConnections()
{
    QFETCH(QString, url);
    QFETCH(QString, key);
    QFETCH(QString, caFile);
    ClientBench bench;
    bench.connection.apiUrl = QUrl(url);
    bench.connection.caFile = caFile;
    bench.secrets.stored[bench.connection.id] = key;
    const ApiOutcome outcome = bench.call();
    QVERIFY(!outcome.response);
    QTEST(int(outcome.response.error().code), "code");
    QVERIFY(outcome.response.error().message.contains(QStringLiteral("Nothing was sent")));
    QVERIFY(outcome.exchange);
}

GATESCOPE_TEST(TstClientFailures)
#include "tst_clientfailures.moc"
