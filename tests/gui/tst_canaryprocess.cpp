// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/scriptedserver.h>
#include <tests/support/testregistry.h>

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Gatescope::Test;

namespace {

constexpr int processPatience = 30000;

const QByteArray plantedKey("secret-CanaryKey0123456789abcdefZq7Xf3Qa");
const QByteArray plantedCanary("CanaryKey0123456789");

/// The real program as a process of its own, with the key in its environment and folders of its own.
class Process : public QProcess
{
public:
    explicit Process(const QString &folder)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name :
            {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), folder);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
        environment.insert(QStringLiteral("GATESCOPE_BENCH_READY"), QStringLiteral("1"));
        environment.insert(QStringLiteral("GATESCOPE_API_KEY"), QString::fromLatin1(plantedKey));
        setProcessEnvironment(environment);
        setWorkingDirectory(folder);
        setProgram(QStringLiteral(GATESCOPE_PROGRAM));
    }
    ~Process() override
    {
        kill();
        waitForFinished(processPatience);
    }

    bool says(const QByteArray &word)
    {
        return QTest::qWaitFor(
            [&] {
                m_out += readAllStandardOutput();
                return m_out.contains(word);
            },
            processPatience);
    }
    bool abort()
    {
        ::kill(pid_t(processId()), SIGABRT);
        return waitForFinished(processPatience);
    }
    QByteArray output()
    {
        m_out += readAllStandardOutput();
        return m_out + readAllStandardError();
    }
    /// As any program of the user can read it.
    QByteArray systemsView() const
    {
        QByteArray all;
        for (const char *name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/").arg(processId()) + QLatin1String(name));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

private:
    QByteArray m_out;
};

QByteArray filesBelow(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        all += file.fileName().toUtf8() + '\n';
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll() + '\n';
    }
    return all;
}

} // namespace

/// A key in the environment of the real program: what the system shows of the process, what it says when it
/// crashes, what it leaves behind.
class TstCanaryProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
#ifndef Q_OS_LINUX
        QSKIP("what is looked at is /proc");
#endif
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void theWindow();
    void aCommandThatAsks();
    void theSandboxsRecord();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCanaryProcess::theWindow()
{
    Process program(m_folder->path());
    program.start();
    QVERIFY(program.says("ready "));
    const QByteArray view = program.systemsView();
    QVERIFY(view.contains("gatescope"));
    QVERIFY(view.contains("GATESCOPE_BENCH_READY=1")); // the environment can be read
    QVERIFY2(!view.contains(plantedCanary), view.constData());
    QVERIFY(program.abort());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    QVERIFY(!program.output().contains(plantedCanary));
    QVERIFY(!filesBelow(m_folder->path()).contains(plantedCanary));
}

/// Killed while it waits for an answer, and once more after one that repeats the key.
void TstCanaryProcess::aCommandThatAsks()
{
    ScriptedServer server;
    QFile user(m_folder->filePath(QStringLiteral("user.json")));
    QVERIFY(user.open(QIODevice::WriteOnly));
    user.write(R"({"userID":"u-1"})");
    user.close();
    const QStringList arguments {QStringLiteral("ask"), QStringLiteral("check_gate"), QStringLiteral("g"),
        QStringLiteral("--user"), user.fileName(), QStringLiteral("--api-url"), server.url().toString()};

    server.setAlways({{}, ServerStep::Then::Keep});
    Process waiting(m_folder->path());
    waiting.setArguments(arguments);
    waiting.start();
    QTRY_COMPARE_WITH_TIMEOUT(server.completePosts(), 1, processPatience);
    QCOMPARE(server.requests().first().header("statsig-api-key"), plantedKey);
    const QByteArray view = waiting.systemsView();
    QVERIFY(view.contains("check_gate"));
    QVERIFY2(!view.contains(plantedCanary), view.constData());
    QVERIFY(waiting.abort());
    QCOMPARE(waiting.exitStatus(), QProcess::CrashExit);
    QVERIFY(!waiting.output().contains(plantedCanary));

    for (const int status : {200, 401}) {
        server.setAlways({httpAnswer(status, "{\"message\":\"" + plantedKey + "\",\"value\":true}")});
        Process answered(m_folder->path());
        answered.setArguments(arguments);
        answered.start();
        QTRY_COMPARE_WITH_TIMEOUT(answered.state(), QProcess::NotRunning, processPatience);
        const QByteArray output = answered.output();
        QVERIFY2(output.contains("secret-\u2026f3Qa"), output.constData());
        QVERIFY2(!output.contains(plantedCanary), output.constData());
        QCOMPARE(answered.exitCode(), status == 200 ? 0 : 1);
    }
    QVERIFY(!filesBelow(m_folder->path()).contains(plantedCanary));
}

/// Other applications' keys arrive at the sandbox; its record of what arrived has none of them.
void TstCanaryProcess::theSandboxsRecord()
{
    const QString record = m_folder->filePath(QStringLiteral("record.jsonl"));
    Process sandbox(m_folder->path());
    sandbox.setArguments({QStringLiteral("sandbox"), QStringLiteral("--record"), record});
    sandbox.start();
    QVERIFY(sandbox.says("Address: http://127.0.0.1:"));
    static const QRegularExpression address(QStringLiteral("Address: http://127\\.0\\.0\\.1:([0-9]+)/v1"));
    const QString said = QString::fromUtf8(sandbox.output());
    const auto port = address.match(said).captured(1).toUShort();
    QVERIFY2(port > 0, qPrintable(said));

    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    const QByteArray body = R"({"gateName":"g","user":{"userID":"u-1"}})";
    socket.write("POST /v1/check_gate?k=" + plantedKey
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nstatsig-api-key: " + plantedKey
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, processPatience);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 401"));
    ::kill(pid_t(sandbox.processId()), SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(sandbox.state(), QProcess::NotRunning, processPatience);
    const QByteArray files = filesBelow(m_folder->path());
    QVERIFY2(files.contains("check_gate"), files.constData());
    QVERIFY2(!files.contains(plantedCanary), files.constData());
    QVERIFY(!sandbox.output().contains(plantedCanary));
}

GATESCOPE_TEST(TstCanaryProcess)
#include "tst_canaryprocess.moc"
