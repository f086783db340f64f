// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/commandline.h>
#include <app/commands/command.h>
#include <app/desktop.h>
#include <app/environmentkey.h>
#include <tests/support/testregistry.h>

#include <network/sandbox/sandbox.h>
#include <network/sandbox/sandboxhost.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

namespace {

struct AskRun
{
    int code = -1;
    QString out;
    QString err;
};

AskRun ask(const QStringList &arguments, const QString &key)
{
    AskRun run;
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.code = runAsk(arguments, key, {out, err});
    return run;
}

} // namespace

/// The command against the sandbox, which answers as Statsig does.
class TstAskCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void printsTheAnswer();
    void printsOneLineEach();
    void asksForNoExposure();
    void refusedKey();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keysAreNoArguments_data();
    void keysAreNoArguments();
    void theKeyLeavesTheEnvironment();

private:
    QStringList at(const QStringList &arguments) const
    {
        return arguments
            + QStringList {QStringLiteral("--api-url"), m_sandbox->status().apiUrl.toString(),
                QStringLiteral("--user"), m_userFile};
    }
    const QString m_key = QString::fromLatin1(sandboxServerKey);
    QTemporaryDir m_folder;
    QString m_userFile;
    std::unique_ptr<SandboxHost> m_sandbox;
    QList<SandboxActivity> m_activity;
};

void TstAskCommand::initTestCase()
{
    const auto options = applicationOptions({});
    QVERIFY(options);
    m_sandbox = std::make_unique<SandboxHost>(options->projectName, options->project, SandboxOptions());
    connect(m_sandbox.get(), &SandboxControl::happened, this,
        [this](const QList<SandboxActivity> &news) { m_activity += news; });
    QVERIFY(m_sandbox->startNow());
    m_userFile = m_folder.filePath(QStringLiteral("user.json"));
    QFile file(m_userFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"userID":"u-1","country":"DE"})");
}

void TstAskCommand::printsTheAnswer()
{
    const AskRun run = ask(at({QStringLiteral("check_gate"), QStringLiteral("no_such_gate")}), m_key);
    QVERIFY2(run.code == ExitSuccess, qPrintable(run.err));
    QCOMPARE(run.err, QString());
    const QJsonObject answer = QJsonDocument::fromJson(run.out.toUtf8()).object();
    QCOMPARE(answer.value(QStringLiteral("name")).toString(), QStringLiteral("no_such_gate"));
    QCOMPARE(answer.value(QStringLiteral("value")), QJsonValue(false));
    QVERIFY(!run.out.contains(m_key));
}

void TstAskCommand::printsOneLineEach()
{
    const AskRun run = ask(at({QStringLiteral("check_gate"), QStringLiteral("a"), QStringLiteral("b"),
                               QStringLiteral("--json")}),
        m_key);
    QCOMPARE(run.code, int(ExitSuccess));
    const QStringList lines = run.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    const QJsonObject second = QJsonDocument::fromJson(lines.last().toUtf8()).object();
    QCOMPARE(second.value(QStringLiteral("name")).toString(), QStringLiteral("b"));
    QCOMPARE(second.value(QStringLiteral("status")).toInt(), 200);
    QVERIFY(second.value(QStringLiteral("answer")).isObject());
}

void TstAskCommand::asksForNoExposure()
{
    for (const auto *endpoint : {"check_gate", "get_config", "get_experiment"}) {
        const AskRun run =
            ask(at({QLatin1String(endpoint), QStringLiteral("shop_banner_that_is_not_there")}), m_key);
        QVERIFY2(run.code == ExitSuccess, qPrintable(run.err));
    }
    QTest::qWait(0);
    for (const SandboxActivity &each : std::as_const(m_activity))
        QVERIFY(!each.request.body.contains("check_gate")
            || each.request.body.contains("\"exposureLoggingDisabled\":true"));
}

void TstAskCommand::refusedKey()
{
    const QString wrong = QStringLiteral("secret-Canary0123456789");
    const AskRun run = ask(at({QStringLiteral("initialize"), QStringLiteral("--json")}), wrong);
    QCOMPARE(run.code, int(ExitFailed));
    const QJsonObject line = QJsonDocument::fromJson(run.out.toUtf8()).object();
    QCOMPARE(line.value(QStringLiteral("status")).toInt(), 401);
    QVERIFY(line.contains(QStringLiteral("error")));
    QVERIFY(!QString(run.out + run.err).contains(QStringLiteral("Canary0123456789")));
}

void TstAskCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *arguments, const QString &key, const QString &said) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                                 << key << said;
    };
    const QString key = QStringLiteral("secret-0123456789abcdef");
    row("", key, QStringLiteral("Which endpoint"));
    row("check_gates a", key, QStringLiteral("no endpoint “check_gates”"));
    row("check_gate --user u.json", key, QStringLiteral("needs a name"));
    row("check_gate a", key, QStringLiteral("--user FILE"));
    row("initialize a --user u.json", key, QStringLiteral("takes no name"));
    row("log_event a --user u.json", key, QStringLiteral("writes"));
    row("check_gate a --user u.json --api-url api.statsig.com", key, QStringLiteral("--api-url"));
    row("check_gate a --user u.json", {}, QStringLiteral("GATESCOPE_API_KEY"));
    row("check_gate a --user /nowhere/u.json", key, QStringLiteral("u.json"));
}

void TstAskCommand::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, key);
    QFETCH(QString, said);
    const AskRun run = ask(arguments, key);
    QCOMPARE(run.code, int(ExitBadInput));
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void TstAskCommand::keysAreNoArguments_data()
{
    QTest::addColumn<QString>("argument");
    QTest::newRow("bare") << QStringLiteral("secret-Canary0123456789");
    QTest::newRow("option") << QStringLiteral("--key=Canary0123456789");
    QTest::newRow("option with a space") << QStringLiteral("--api-key");
    QTest::newRow("within a URL") << QStringLiteral("--api-url=https://api.test/?k=client-Canary0123456789");
}

void TstAskCommand::keysAreNoArguments()
{
    QFETCH(QString, argument);
    const AskRun run = ask({QStringLiteral("check_gate"), QStringLiteral("a"), argument}, m_key);
    QCOMPARE(run.code, int(ExitBadInput));
    QVERIFY2(run.err.contains(QStringLiteral("GATESCOPE_API_KEY")), qPrintable(run.err));
    QVERIFY(!run.err.contains(QStringLiteral("Canary")));
    const auto line = readCommandLine({argument});
    QVERIFY(!line);
    QVERIFY(!line.error().message.contains(QStringLiteral("Canary")));
    // Names may begin like one.
    QVERIFY(refuseKeyArguments({QStringLiteral("client-side_banner"), QStringLiteral("secret-sandbox")}));
}

void TstAskCommand::theKeyLeavesTheEnvironment()
{
    qputenv(environmentKeyName, " secret-Canary0123456789\n");
    QCOMPARE(takeEnvironmentKey(), QStringLiteral("secret-Canary0123456789"));
    QVERIFY(!qEnvironmentVariableIsSet(environmentKeyName));
    QCOMPARE(takeEnvironmentKey(), QString());
    QProcess child;
    child.start(QStringLiteral("env"), QStringList());
    QVERIFY(child.waitForFinished());
    QVERIFY(!child.readAllStandardOutput().contains("Canary"));
}

GATESCOPE_TEST(TstAskCommand)
#include "tst_askcommand.moc"
