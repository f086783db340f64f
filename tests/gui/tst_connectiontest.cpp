// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakeports.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <app/application.h>
#include <app/desktop.h>
#include <network/client/statsigclient.h>
#include <network/sandbox/sandbox.h>
#include <network/sandbox/sandboxhost.h>
#include <ui/settings/connectiontest.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QDir>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

using TrialOutcome = CapabilityRow::Outcome;

constexpr int trialPatience = 30000;

QList<TrialOutcome> outcomesOf(const ConnectionReport &report)
{
    QList<TrialOutcome> outcomes;
    for (const CapabilityRow &row : report.rows)
        outcomes.append(row.outcome);
    return outcomes;
}

} // namespace

/// What the test of a connection says of the sandbox's keys, over the wire.
class TstConnectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void serverKey();
    void clientKey();
    void wrongKey();
    void consoleKey();
    void noKey();
    void nobodyThere();
    void theEnvironmentsKeyIsAConnectionOfThisRun();

private:
    ConnectionReport run(const QString &key);

    FakeSecretStore m_secrets;
    std::unique_ptr<SandboxHost> m_sandbox;
    std::unique_ptr<StatsigClient> m_client;
    Connection m_connection;
    int m_calls = 0;
};

void TstConnectionTest::init()
{
    const auto options = applicationOptions({});
    QVERIFY(options);
    m_sandbox = std::make_unique<SandboxHost>(options->projectName, options->project, SandboxOptions());
    QVERIFY(m_sandbox->startNow());
    m_client = std::make_unique<StatsigClient>(m_secrets);
    m_calls = 0;
    connect(m_client.get(), &StatsigApi::exchangeFinished, this, [this] { ++m_calls; });
    m_connection = {};
    m_connection.id = QStringLiteral("trial");
    m_connection.apiUrl = m_connection.eventsUrl = m_sandbox->status().apiUrl;
}

void TstConnectionTest::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

ConnectionReport TstConnectionTest::run(const QString &key)
{
    ConnectionTest test(*m_client, m_secrets);
    ConnectionReport last;
    connect(
        &test, &ConnectionTest::changed, this, [&last](const ConnectionReport &report) { last = report; });
    test.start(m_connection, {key, {}});
    [&] { QTRY_VERIFY_WITH_TIMEOUT(last.isOver, trialPatience); }();
    return last;
}

void TstConnectionTest::serverKey()
{
    const ConnectionReport report = run(QLatin1String(sandboxServerKey));
    using enum TrialOutcome;
    QCOMPARE(outcomesOf(report), (QList {Works, Works, Works, Works, NotTried}));
    QCOMPARE(m_calls, 4);
    QVERIFY(report.worksForAll());
    QVERIFY(report.isReached);
    QCOMPARE(verdictText(report), QStringLiteral("This connection works. Nothing was logged."));
    QVERIFY2(
        wayText(report).startsWith(
            QStringLiteral("Reached %1 without TLS, without a proxy, in ").arg(m_connection.apiUrl.host())),
        qPrintable(wayText(report)));
    QCOMPARE(report.rows.last().note, QStringLiteral("It would write."));
}

void TstConnectionTest::clientKey()
{
    const ConnectionReport report = run(QLatin1String(sandboxClientKey));
    using enum TrialOutcome;
    QCOMPARE(outcomesOf(report), (QList {Works, Works, Works, NotTried, NotTried}));
    QVERIFY(report.rows.at(3).note.contains(QStringLiteral("client key cannot download specs")));
    QCOMPARE(m_calls, 3);
}

void TstConnectionTest::wrongKey()
{
    const ConnectionReport report = run(QStringLiteral("secret-wrong-0123456789"));
    using enum TrialOutcome;
    QCOMPARE(outcomesOf(report), (QList {Refused, Refused, Refused, Refused, NotTried}));
    QVERIFY(report.isReached);
    QVERIFY(!report.worksForSome());
    QCOMPARE(verdictText(report), report.rows.first().note);
    QVERIFY(!verdictText(report).contains(QStringLiteral("wrong-0123")));
}

void TstConnectionTest::consoleKey()
{
    const ConnectionReport report = run(QStringLiteral("console-0123456789"));
    using enum TrialOutcome;
    QCOMPARE(outcomesOf(report), (QList {NotTried, NotTried, NotTried, NotTried, NotTried}));
    QCOMPARE(m_calls, 0); // a key that is for another service is not sent
    QVERIFY(verdictText(report).contains(QStringLiteral("console key")));
}

void TstConnectionTest::noKey()
{
    const ConnectionReport report = run({});
    using enum TrialOutcome;
    QCOMPARE(outcomesOf(report), (QList {Failed, NotTried, NotTried, NotTried, NotTried}));
    QCOMPARE(report.rows.at(1).note, QStringLiteral("Nothing was sent."));
    QVERIFY(!report.isReached);
}

void TstConnectionTest::nobodyThere()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    m_connection.apiUrl.setPort(gone.serverPort());
    gone.close();
    const ConnectionReport report = run(QLatin1String(sandboxServerKey));
    using enum TrialOutcome;
    QCOMPARE(outcomesOf(report), (QList {Failed, NotTried, NotTried, NotTried, NotTried}));
    QCOMPARE(report.rows.at(1).note, QStringLiteral("The server was not reached."));
    QVERIFY(!report.isReached);
    QVERIFY(wayText(report).isEmpty());
    QCOMPARE(m_calls, 1);
}

/// It can be chosen and its key be read, and nothing of it is in the settings.
void TstConnectionTest::theEnvironmentsKeyIsAConnectionOfThisRun()
{
    const QTemporaryDir folder;
    auto options = applicationOptions({});
    QVERIFY(options);
    options->files = {
        folder.filePath(QStringLiteral("settings.ini")), folder.filePath(QStringLiteral("view.ini"))};
    options->snapshotsFolder = folder.filePath(QStringLiteral("snapshots"));
    options->draftsFolder = folder.filePath(QStringLiteral("drafts"));
    options->environmentKey = QStringLiteral("secret-CanaryKey0123456789");
    {
        Application program(*options);
        QVERIFY(program.start());
        Workspace &workspace = program.workspace();
        const Connection offered = workspace.connections().constLast();
        QCOMPARE(offered.name, QStringLiteral("From the environment"));
        QVERIFY(offered.isTemporary);
        QVERIFY(offered.isProduction());
        QCOMPARE(offered.keyHint, QStringLiteral("secret-…6789"));
        QVERIFY(workspace.connection().builtIn); // offered, not chosen
        QString key;
        workspace.secrets().read(
            offered.id, &workspace, [&key](const Result<QString> &read) { key = read.value_or(QString()); });
        QTRY_COMPARE_WITH_TIMEOUT(key, options->environmentKey, trialPatience);
        workspace.setExposuresOn(true); // writes the connections
    }
    for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files)) {
        const QByteArray text = readFile(file.filePath());
        QVERIFY(!text.contains("Canary"));
        QVERIFY(!text.contains("From the environment"));
    }
}

GATESCOPE_TEST(TstConnectionTest)
#include "tst_connectiontest.moc"
