// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/commands/command.h>
#include <tests/support/testregistry.h>

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace Gatescope;

namespace {

QStringList linesOf(const QString &path)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    return isOpen ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')) : QStringList();
}

/// The command on a thread of its own, until it is told to end.
class Served
{
public:
    Served(const QString &outPath, const QStringList &arguments)
        : m_outPath(outPath)
        , m_errPath(outPath + QLatin1String(".err"))
    {
        QFile::remove(outPath);
        QFile::remove(m_errPath);
        m_command = std::thread([this, arguments] {
            QFile outFile(m_outPath);
            QFile errFile(m_errPath);
            if (!outFile.open(QIODevice::WriteOnly) || !errFile.open(QIODevice::WriteOnly))
                return;
            QTextStream out(&outFile);
            QTextStream err(&errFile);
            m_exitCode = runSandbox(arguments, {out, err});
        });
    }
    ~Served() { end(SIGTERM); }
    Q_DISABLE_COPY_MOVE(Served)

    QStringList lines() const { return linesOf(m_outPath); }
    QString errors() const { return linesOf(m_errPath).join(QLatin1Char(' ')); }
    bool waitForPort()
    {
        return QTest::qWaitFor([this] { return lines().size() == 5 && port() != 0; }, 30'000);
    }
    quint16 port() const
    {
        static const QRegularExpression address(
            QStringLiteral("^Address: http://127\\.0\\.0\\.1:([0-9]+)/v1$"));
        return address.match(lines().constFirst()).captured(1).toUShort();
    }

    /// The status of the answer; 0 if there was none.
    int ask(const QByteArray &method, const QByteArray &target, const QByteArray &body)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port());
        socket.write(method + ' ' + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nstatsig-api-key: "
              "secret-sandbox\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        while (socket.waitForReadyRead(30'000)) { }
        m_answer = socket.readAll();
        return m_answer.mid(9, 3).toInt();
    }
    QByteArray lastBody() const { return m_answer.mid(m_answer.indexOf("\r\n\r\n") + 4); }

    int end(int signal)
    {
        if (m_command.joinable()) {
            pthread_kill(m_command.native_handle(), signal);
            m_command.join();
        }
        return m_exitCode;
    }

private:
    const QString m_outPath;
    const QString m_errPath;
    int m_exitCode = -1;
    QByteArray m_answer;
    std::thread m_command;
};

} // namespace

/// `gatescope sandbox` as somebody at a terminal, or a script, meets it.
class TstSandboxCommand : public QObject
{
    Q_OBJECT
    QTemporaryDir m_directory;

    struct Run
    {
        int exitCode;
        QString out;
        QString err;
    };

    static Run run(const QStringList &arguments)
    {
        Run run {};
        QTextStream out(&run.out);
        QTextStream err(&run.err);
        run.exitCode = runSandbox(arguments, {out, err});
        return run;
    }

    QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(m_directory.filePath(name));
        const bool isOpen = file.open(QIODevice::WriteOnly);
        Q_ASSERT(isOpen);
        file.write(content);
        return file.fileName();
    }

private Q_SLOTS:
    void servesUntilASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("interrupt") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
    }

    void servesUntilASignal()
    {
        QFETCH(int, signal);
        Served served(m_directory.filePath(QStringLiteral("out")), {});
        QVERIFY(served.waitForPort());
        QCOMPARE(served.lines().at(1), QStringLiteral("Server key: secret-sandbox"));
        QCOMPARE(served.lines().at(2), QStringLiteral("Client key: client-sandbox"));
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), served.port());
        QVERIFY(socket.waitForConnected(30'000));
        QCOMPARE(served.end(signal), int(ExitSuccess));
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 30'000);
    }

    void recordsWhatArrives()
    {
        const QString path = file(QStringLiteral("record.jsonl"), "{\"before\":1}\n");
        Served served(m_directory.filePath(QStringLiteral("out")), {QStringLiteral("--record"), path});
        QVERIFY(served.waitForPort());
        QCOMPARE(
            served.ask("POST", "/v1/log_event", R"({"events":[{"eventName":"a"},{"eventName":"b"}]})"), 202);
        QCOMPARE(served.end(SIGTERM), int(ExitSuccess));
        const QStringList lines = linesOf(path);
        QCOMPARE(lines.size(), 5); // the last is empty
        QCOMPARE(lines.at(0), QStringLiteral("{\"before\":1}"));
        QVERIFY2(lines.at(1).startsWith(QLatin1String("{\"kind\":\"request\",\"seq\":1,")),
            qPrintable(lines.at(1)));
        QVERIFY2(lines.at(2).endsWith(QLatin1String("\"request\":1,\"event\":{\"eventName\":\"a\"}}")),
            qPrintable(lines.at(2)));
        QVERIFY2(
            lines.at(3).endsWith(QLatin1String("\"event\":{\"eventName\":\"b\"}}")), qPrintable(lines.at(3)));
    }

    void aRecordThatCannotBeWrittenIsAFailure()
    {
        const Run result =
            run({QStringLiteral("--record"), m_directory.filePath(QStringLiteral("no/where"))});
        QCOMPARE(result.exitCode, int(ExitFailed));
        QVERIFY2(result.err.contains(QLatin1String("no/where")), qPrintable(result.err));
    }

    void whatIsInFlightIsFinished()
    {
        const QString path = m_directory.filePath(QStringLiteral("inflight.jsonl"));
        Served served(m_directory.filePath(QStringLiteral("out")),
            {QStringLiteral("--record"), path, QStringLiteral("--fault"), QStringLiteral("latency=300")});
        QVERIFY(served.waitForPort());
        int status = 0;
        std::thread asking(
            [](Served *asked, int *answered) {
                *answered = asked->ask("POST", "/v1/log_event", R"({"events":[{"eventName":"a"}]})");
            },
            &served, &status);
        // Told of before its answer has gone out.
        const bool hasArrived = QTest::qWaitFor([&] { return linesOf(path).size() == 3; }, 30'000);
        const int exitCode = served.end(SIGTERM);
        asking.join();
        QVERIFY(hasArrived);
        QCOMPARE(exitCode, int(ExitSuccess));
        QCOMPARE(status, 202);
    }

    void faultsAreInForce()
    {
        Served served(m_directory.filePath(QStringLiteral("out")),
            {QStringLiteral("--fault"), QStringLiteral("503"), QStringLiteral("--fault"),
                QStringLiteral("log_event:429=7")});
        QVERIFY(served.waitForPort());
        QCOMPARE(served.ask("GET", "/v1/get_id_lists", {}), 503);
        QCOMPARE(served.ask("POST", "/v1/log_event", R"({"events":[]})"), 429);
        QCOMPARE(served.end(SIGTERM), int(ExitSuccess));
    }

    void rewrittenIdListsAreServed()
    {
        const QString path = file(QStringLiteral("served-lists.json"), R"({"vip":["+/1zlhGW"]})");
        Served served(m_directory.filePath(QStringLiteral("out")), {QStringLiteral("--id-lists"), path});
        QVERIFY(served.waitForPort());
        QCOMPARE(served.ask("GET", "/v1/id_lists/vip", {}), 200);
        QCOMPARE(served.lastBody(), QByteArray("++/1zlhGW\n"));
        file(QStringLiteral("served-lists.json"), R"({"vip":["+/1zlhGW","QOQK9tOc"]})");
        QTRY_VERIFY_WITH_TIMEOUT(
            served.ask("GET", "/v1/id_lists/vip", {}) == 200 && served.lastBody().contains("QOQK9tOc"),
            30'000);
        QCOMPARE(served.end(SIGTERM), int(ExitSuccess));
    }

    void aRewrittenSpecsFileIsServed()
    {
        const QByteArray first =
            R"({"has_updates":true,"time":1,"feature_gates":[],"dynamic_configs":[],"layer_configs":[]})";
        const QString path = file(QStringLiteral("specs.json"), first);
        Served served(m_directory.filePath(QStringLiteral("out")), {QStringLiteral("--specs"), path});
        QVERIFY(served.waitForPort());
        const QByteArray target = "/v1/download_config_specs/secret-sandbox.json?sinceTime=1";
        QCOMPARE(served.ask("GET", target, {}), 200);
        QVERIFY(served.lastBody().contains("\"has_updates\":false"));
        file(QStringLiteral("specs.json"), "{ half");
        QTRY_VERIFY_WITH_TIMEOUT(served.errors().contains(QLatin1String("still served")), 30'000);
        file(QStringLiteral("specs.json"), QByteArray(first).replace("\"time\":1", "\"time\":22"));
        QTRY_VERIFY_WITH_TIMEOUT(
            served.ask("GET", target, {}) == 200 && served.lastBody().contains("\"time\":22"), 30'000);
        QCOMPARE(served.end(SIGTERM), int(ExitSuccess));
    }

    void badInput_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char *name, const QStringList &arguments, const QStringList &says) {
            QTest::newRow(name) << arguments << says;
        };
        const QString specs = QStringLiteral("--specs");
        row("unknown option", {QStringLiteral("--what")}, {QStringLiteral("what")});
        row("stray word", {QStringLiteral("x")}, {QStringLiteral("“x”")});
        row("port of words", {QStringLiteral("--port"), QStringLiteral("web")}, {QStringLiteral("“web”")});
        row("port too high", {QStringLiteral("--port"), QStringLiteral("65536")}, {QStringLiteral("65536")});
        row("no such file", {specs, QStringLiteral("/nowhere.json")}, {QStringLiteral("/nowhere.json")});
        row("not JSON", {specs, file(QStringLiteral("broken.json"), "{\n  \"time\": }")},
            {QStringLiteral("broken.json"), QStringLiteral("Line 2, column 11")});
        row("not specs", {specs, file(QStringLiteral("array.json"), "[]")}, {QStringLiteral("array.json")});
        const QString fault = QStringLiteral("--fault");
        row("unknown fault", {fault, QStringLiteral("slow")},
            {QStringLiteral("“slow”"), QStringLiteral("latency")});
        row("fault of no endpoint", {fault, QStringLiteral("check:503")},
            {QStringLiteral("“check”"), QStringLiteral("check_gate")});
        row("endless latency", {fault, QStringLiteral("latency=600001")}, {QStringLiteral("600000")});
        row("bad ID lists",
            {QStringLiteral("--id-lists"), file(QStringLiteral("lists.json"), R"({"a":[1]})")},
            {QStringLiteral("lists.json")});
        row("no countries", {QStringLiteral("--ip-countries"), QStringLiteral("/nowhere.mmdb")},
            {QStringLiteral("/nowhere.mmdb")});
    }

    void badInput()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, says);
        const Run result = run(arguments);
        QCOMPARE(result.exitCode, int(ExitBadInput));
        QVERIFY(result.out.isEmpty());
        for (const QString &part : std::as_const(says))
            QVERIFY2(result.err.contains(part), qPrintable(result.err));
    }

    void aTakenPortIsAFailure()
    {
        QTcpSocket taker;
        QVERIFY(taker.bind(QHostAddress::LocalHost));
        const QString port = QString::number(taker.localPort());
        const Run result = run({QStringLiteral("--port"), port});
        QCOMPARE(result.exitCode, int(ExitFailed));
        QVERIFY2(result.err.contains(port), qPrintable(result.err));
    }

    void helpIsTheOnlyOutput()
    {
        const Run result = run({QStringLiteral("--help")});
        QCOMPARE(result.exitCode, int(ExitSuccess));
        QVERIFY(result.out.startsWith(QLatin1String("Usage: gatescope sandbox")));
        QVERIFY(result.err.isEmpty());
    }
};

GATESCOPE_TEST(TstSandboxCommand)
#include "tst_sandboxcommand.moc"
