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

    static QStringList linesOf(const QString &path)
    {
        QFile file(path);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        return isOpen ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')) : QStringList();
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
        const QString outPath = file(QStringLiteral("out"), {});
        int exitCode = -1;
        std::thread command([&] {
            QFile outFile(outPath);
            QTextStream out(&outFile);
            QString errors;
            QTextStream err(&errors);
            if (outFile.open(QIODevice::WriteOnly))
                exitCode = runSandbox({}, {out, err});
        });
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(outPath).size(), 5, 30'000);
        const QStringList lines = linesOf(outPath);
        static const QRegularExpression address(
            QStringLiteral("^Address: http://127\\.0\\.0\\.1:([0-9]+)/v1$"));
        const auto match = address.match(lines.at(0));
        QVERIFY2(match.hasMatch(), qPrintable(lines.at(0)));
        QCOMPARE(lines.at(1), QStringLiteral("Server key: secret-sandbox"));
        QCOMPARE(lines.at(2), QStringLiteral("Client key: client-sandbox"));
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), match.captured(1).toUShort());
        QVERIFY(socket.waitForConnected(30'000));
        pthread_kill(command.native_handle(), signal);
        command.join();
        QCOMPARE(exitCode, int(ExitSuccess));
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 30'000);
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
