// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>

#include <ui/workspace.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int patience = 30000;

QByteArray workspaceSpecs(qint64 time)
{
    return R"({"has_updates":true,"time":)" + QByteArray::number(time)
        + R"(,"feature_gates":[],"dynamic_configs":[],"layer_configs":[]})";
}

Connection connectionNamed(const QString &name, KeyKind kind)
{
    Connection connection;
    connection.id = name.toLower();
    connection.name = name;
    connection.apiUrl = QUrl(QStringLiteral("https://%1.example/v1").arg(connection.id));
    connection.tier = QStringLiteral("staging");
    connection.keyKind = kind;
    return connection;
}

/// A user whom an earlier run left in the composer.
class LeftUser : public DraftStore
{
public:
    QByteArray user;

    QByteArray read(const QString &) const override { return user; }
    QString setAside(const QString &) override { return {}; }
    void keep(const QString &, const std::function<QByteArray()> &) override { }
    void forget(const QString &) override { }
};

/// A workspace over fakes; the sandbox has a server key.
struct Bench
{
    FakeStatsigApi api;
    FakeSecretStore secrets;
    FakeConnectionStore store;
    FakePreferences preferences;
    Connection sandbox = [] {
        Connection connection = connectionNamed(QStringLiteral("Sandbox"), KeyKind::Server);
        connection.tier = QStringLiteral("development");
        connection.builtIn = true;
        return connection;
    }();
    ProjectPtr sandboxSpecs;
    std::unique_ptr<Workspace> made;

    Workspace &workspace()
    {
        if (!made)
            made = std::make_unique<Workspace>(
                Workspace::Ports {api, secrets, store, preferences}, sandbox, sandboxSpecs);
        return *made;
    }
    void waitForSpecs() { QTRY_VERIFY_WITH_TIMEOUT(workspace().specs().project, patience); }
};

} // namespace

/// The state all pages share.
class TstWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void downloadsSpecsAtStart();
    void sandboxSpecsAreAtHand();
    void sandboxSpecsAreNoOtherConnections();
    void asksForNewerSpecsOnly();
    void keepsOldSpecsOnError();
    void clientKeyCannotDownload();
    void stopKeepsOldSpecs();
    void anotherConnectionDropsLateSpecs();
    void opensSpecsFromFile();
    void refusesFiles_data();
    void refusesFiles();
    void tierIsTheUsersElseTheConnections();
    void remembersTheChosenConnection();
    void renamingKeepsSpecs();
    void removingFallsBackToTheSandbox();
    void exposuresAreOffUntilSwitched();
    void confirmsWritesToProductionOncePerRun();
    void keepsABoundedNumberOfExchanges();
    void theLedgerOutlivesExchanges();
    void clearedExchangesComeBack();
    void exposuresOfAProductionTierEndWithTheRun();
    void exposuresEndForAUserLeftInProduction();
    void exposuresDoNotComeAlongToProduction();
    void anotherProjectIsConfirmedAnew();
    void temporaryConnectionsAreNotStored();
};

void TstWorkspace::downloadsSpecsAtStart()
{
    Bench bench;
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(42));
    QSignalSpy changed(&bench.workspace(), &Workspace::specsChanged);
    QVERIFY(!bench.workspace().specs().project);
    bench.waitForSpecs();
    QCOMPARE(bench.workspace().specs().project->time(), 42);
    QCOMPARE(bench.workspace().specs().source, QStringLiteral("Sandbox"));
    QVERIFY(!bench.workspace().specs().loading);
    QVERIFY(!bench.workspace().specs().error);
    QVERIFY(changed.count() >= 2); // begun, done
    QCOMPARE(bench.workspace().exchanges().size(), 1);
}

void TstWorkspace::sandboxSpecsAreAtHand()
{
    Bench bench;
    bench.sandboxSpecs = *Project::compile(*JsonDocument::parse(workspaceSpecs(42)));
    const SpecsState &specs = bench.workspace().specs();
    QCOMPARE(specs.project, bench.sandboxSpecs);
    QCOMPARE(specs.source, QStringLiteral("Sandbox"));
    QVERIFY(specs.fromServer);
    QVERIFY(specs.loadedUtc.isValid());

    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, R"({"has_updates":false})");
    bench.workspace().refreshSpecs();
    QTRY_COMPARE_WITH_TIMEOUT(bench.workspace().exchanges().size(), 1, patience);
    const auto calls = bench.api.callsTo(Endpoint::DownloadConfigSpecs);
    QCOMPARE(calls.size(), 1); // nothing was asked before
    QCOMPARE(std::get<DownloadConfigSpecsRequest>(calls.first().request).sinceTime, 42);
}

void TstWorkspace::sandboxSpecsAreNoOtherConnections()
{
    Bench bench;
    bench.sandboxSpecs = *Project::compile(*JsonDocument::parse(workspaceSpecs(42)));
    bench.store.connections = {connectionNamed(QStringLiteral("Shop"), KeyKind::Server)};
    bench.store.selected = QStringLiteral("shop");
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(7));
    QVERIFY(!bench.workspace().specs().project);
    bench.waitForSpecs();
    QCOMPARE(bench.workspace().specs().project->time(), 7);
}

void TstWorkspace::asksForNewerSpecsOnly()
{
    Bench bench;
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(42));
    bench.workspace();
    bench.waitForSpecs();
    const ProjectPtr before = bench.workspace().specs().project;

    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, R"({"has_updates":false})");
    bench.workspace().refreshSpecs();
    QVERIFY(bench.workspace().specs().loading);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace().specs().loading, patience);
    QCOMPARE(bench.workspace().specs().project, before);
    QVERIFY(!bench.workspace().specs().error);
    const auto calls = bench.api.callsTo(Endpoint::DownloadConfigSpecs);
    QCOMPARE(std::get<DownloadConfigSpecsRequest>(calls.at(0).request).sinceTime, 0);
    QCOMPARE(std::get<DownloadConfigSpecsRequest>(calls.at(1).request).sinceTime, 42);
}

void TstWorkspace::keepsOldSpecsOnError()
{
    Bench bench;
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(42));
    bench.workspace();
    bench.waitForSpecs();
    bench.api.setFailure(
        Endpoint::DownloadConfigSpecs, {ErrorCode::Unauthorized, QStringLiteral("Refused."), {}}, 401);
    bench.workspace().refreshSpecs();
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().specs().error, patience);
    QCOMPARE(bench.workspace().specs().error->code, ErrorCode::Unauthorized);
    QVERIFY(bench.workspace().specs().project);
    QVERIFY(!bench.workspace().specs().loading);
}

void TstWorkspace::clientKeyCannotDownload()
{
    Bench bench;
    bench.store.connections = {connectionNamed(QStringLiteral("Web"), KeyKind::Client)};
    bench.store.selected = QStringLiteral("web");
    bench.workspace();
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().specs().error, patience);
    QVERIFY(!bench.workspace().specs().loading);
    QVERIFY(!bench.workspace().specsRefusal().isEmpty());
    QVERIFY(bench.workspace().specs().error->message.contains(QStringLiteral("client key")));
    QCOMPARE(bench.api.calls().size(), 0);
}

void TstWorkspace::stopKeepsOldSpecs()
{
    Bench bench;
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(42));
    bench.workspace();
    bench.waitForSpecs();
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(43));
    bench.api.hold();
    bench.workspace().refreshSpecs();
    bench.workspace().stopSpecs();
    QVERIFY(!bench.workspace().specs().loading);
    QVERIFY(!bench.workspace().specs().error);
    bench.api.release();
    QCoreApplication::processEvents();
    QCOMPARE(bench.workspace().specs().project->time(), 42);
}

void TstWorkspace::anotherConnectionDropsLateSpecs()
{
    Bench bench;
    bench.store.connections = {connectionNamed(QStringLiteral("Shop"), KeyKind::None)};
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(42));
    bench.api.hold();
    bench.workspace();
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().specs().loading, patience);
    bench.workspace().selectConnection(QStringLiteral("shop"));
    bench.api.release();
    QTest::qWait(0);
    QVERIFY(!bench.workspace().specs().loading);
    QVERIFY(!bench.workspace().specs().project);
    QVERIFY(!bench.workspace().specs().error);
}

void TstWorkspace::opensSpecsFromFile()
{
    Bench bench;
    bench.sandbox.keyKind = KeyKind::None;
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("specs.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(workspaceSpecs(7));
    file.close();
    bench.workspace().openSpecs(file.fileName());
    QVERIFY(bench.workspace().specs().loading);
    bench.waitForSpecs();
    QCOMPARE(bench.workspace().specs().source, QStringLiteral("specs.json"));
    QCOMPARE(bench.workspace().specs().project->time(), 7);
    QCOMPARE(bench.api.calls().size(), 0);

    // Its time says nothing about what the server has.
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(6));
    bench.workspace().refreshSpecs();
    QTRY_COMPARE_WITH_TIMEOUT(bench.workspace().specs().project->time(), 6, patience);
    QCOMPARE(std::get<DownloadConfigSpecsRequest>(bench.api.calls().first().request).sinceTime, 0);
}

void TstWorkspace::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("cap");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("over the cap") << workspaceSpecs(7) << qint64(20) << ErrorCode::TooLarge;
    QTest::newRow("not JSON") << QByteArrayLiteral("{\"time\": nope}") << qint64(1000)
                              << ErrorCode::InvalidJson;
    QTest::newRow("not specs") << QByteArrayLiteral("[1, 2]") << qint64(1000) << ErrorCode::WrongShape;
    QTest::newRow("absent") << QByteArray() << qint64(1000) << ErrorCode::FileUnreadable;
}

void TstWorkspace::refusesFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, cap);
    QFETCH(ErrorCode, code);
    Bench bench;
    bench.sandbox.keyKind = KeyKind::None;
    PreferenceValues values;
    values.maxResponseBytes = cap;
    bench.preferences.setValues(values);
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("specs.json")));
    if (!bytes.isEmpty()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
    }
    bench.workspace().openSpecs(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().specs().error, patience);
    QCOMPARE(bench.workspace().specs().error->code, code);
    QVERIFY(!bench.workspace().specs().error->message.isEmpty());
    QVERIFY(!bench.workspace().specs().project);
}

void TstWorkspace::tierIsTheUsersElseTheConnections()
{
    Bench bench;
    Workspace &workspace = bench.workspace();
    QSignalSpy changed(&workspace, &Workspace::userChanged);
    QCOMPARE(workspace.tier(), QStringLiteral("development"));
    workspace.setTier(QStringLiteral("qa-7"));
    QCOMPARE(workspace.tier(), QStringLiteral("qa-7"));
    QCOMPARE(workspace.user().tier(), QStringLiteral("qa-7"));
    workspace.setTier(QStringLiteral("qa-7"));
    QCOMPARE(changed.count(), 1);
    workspace.setTier({});
    QCOMPARE(workspace.tier(), QStringLiteral("development"));
}

void TstWorkspace::remembersTheChosenConnection()
{
    Bench bench;
    QSignalSpy listed(&bench.workspace(), &Workspace::connectionsChanged);
    QSignalSpy chosen(&bench.workspace(), &Workspace::connectionChanged);
    bench.workspace().saveConnection(connectionNamed(QStringLiteral("Shop"), KeyKind::None));
    QCOMPARE(listed.count(), 1);
    QCOMPARE(chosen.count(), 0);
    bench.workspace().selectConnection(QStringLiteral("shop"));
    bench.workspace().selectConnection(QStringLiteral("nowhere"));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(bench.store.selected, QStringLiteral("shop"));
    QCOMPARE(bench.store.connections.size(), 1); // the sandbox is not stored

    bench.made.reset();
    QCOMPARE(bench.workspace().connection().name, QStringLiteral("Shop"));
    QCOMPARE(bench.workspace().connections().first().name, QStringLiteral("Sandbox"));
}

void TstWorkspace::renamingKeepsSpecs()
{
    Bench bench;
    bench.store.connections = {connectionNamed(QStringLiteral("Shop"), KeyKind::Server)};
    bench.store.selected = QStringLiteral("shop");
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, workspaceSpecs(42));
    bench.workspace();
    bench.waitForSpecs();
    Connection changed = bench.workspace().connection();
    changed.name = QStringLiteral("Shop, new");
    bench.workspace().saveConnection(changed);
    QVERIFY(bench.workspace().specs().project);
    QCOMPARE(bench.api.calls().size(), 1);

    changed.apiUrl = QUrl(QStringLiteral("https://other.example/v1"));
    bench.workspace().saveConnection(changed);
    QVERIFY(!bench.workspace().specs().project);
    bench.waitForSpecs();
    QCOMPARE(bench.api.calls().last().connection.apiUrl, changed.apiUrl);
}

void TstWorkspace::removingFallsBackToTheSandbox()
{
    Bench bench;
    bench.store.connections = {connectionNamed(QStringLiteral("Shop"), KeyKind::Server)};
    bench.store.selected = QStringLiteral("shop");
    bench.secrets.stored[QStringLiteral("shop")] = QStringLiteral("secret-shop");
    bench.workspace().removeConnection(bench.sandbox.id);
    QCOMPARE(bench.workspace().connections().size(), 2);
    bench.workspace().removeConnection(QStringLiteral("shop"));
    QCOMPARE(bench.workspace().connections().size(), 1);
    QVERIFY(bench.workspace().connection().builtIn);
    QVERIFY(bench.store.connections.isEmpty());
    QVERIFY(bench.secrets.stored.isEmpty());
}

void TstWorkspace::exposuresAreOffUntilSwitched()
{
    Bench bench;
    bench.store.connections = {connectionNamed(QStringLiteral("Shop"), KeyKind::None)};
    QVERIFY(!bench.workspace().logExposures());
    QSignalSpy changed(&bench.workspace(), &Workspace::connectionChanged);
    bench.workspace().setExposuresOn(true);
    bench.workspace().setExposuresOn(true);
    QCOMPARE(changed.count(), 1);
    QVERIFY(bench.workspace().logExposures());
    bench.workspace().selectConnection(QStringLiteral("shop"));
    QVERIFY(!bench.workspace().logExposures());
}

void TstWorkspace::confirmsWritesToProductionOncePerRun()
{
    Bench bench;
    Connection production = connectionNamed(QStringLiteral("Live"), KeyKind::Server);
    production.tier = QStringLiteral("Production");
    bench.store.connections = {production, connectionNamed(QStringLiteral("Shop"), KeyKind::None)};
    QVERIFY(bench.workspace().isWriteConfirmed(QStringLiteral("shop")));
    QVERIFY(!bench.workspace().isWriteConfirmed(QStringLiteral("live")));
    bench.workspace().confirmWrite(QStringLiteral("live"));
    QVERIFY(bench.workspace().isWriteConfirmed(QStringLiteral("live")));
    bench.made.reset();
    QVERIFY(!bench.workspace().isWriteConfirmed(QStringLiteral("live")));
}

void TstWorkspace::keepsABoundedNumberOfExchanges()
{
    Bench bench;
    Workspace &workspace = bench.workspace();
    QSignalSpy dropped(&workspace, &Workspace::exchangesDropped);
    const auto add = [&](quint64 number, qsizetype bytes) {
        auto exchange = std::make_shared<Exchange>();
        exchange->number = number;
        exchange->responseBody = QByteArray(bytes, 'x');
        Q_EMIT bench.api.exchangeFinished(exchange);
    };
    for (quint64 number = 1; number <= Workspace::maxExchanges + 2; ++number)
        add(number, 10);
    QCOMPARE(workspace.exchanges().size(), Workspace::maxExchanges);
    QCOMPARE(dropped.count(), 2);
    QVERIFY(!workspace.exchange(2));
    QVERIFY(workspace.exchange(3));

    // One beyond the total is still kept: it is what the user looks at.
    add(5000, Workspace::maxExchangeBytes + 1);
    QCOMPARE(workspace.exchanges().size(), 1);
    QCOMPARE(workspace.exchanges().first()->number, 5000U);
    workspace.clearExchanges();
    QVERIFY(workspace.exchanges().isEmpty());
}

void TstWorkspace::theLedgerOutlivesExchanges()
{
    Bench bench;
    bench.api.setAnswer(Endpoint::CheckGate, R"({"name":"g","value":true})");
    Workspace &workspace = bench.workspace();
    const QStringList gate {QStringLiteral("g")};
    workspace.start(CheckGateRequest {{}, {QStringLiteral("quiet")}, false});
    workspace.start(CheckGateRequest {{}, gate, true});
    QTRY_COMPARE_WITH_TIMEOUT(workspace.exchanges().size(), 3, 30000); // with that for the specs
    workspace.clearExchanges();
    QCOMPARE(workspace.ledger()->count(LedgerEntry::Outcome::Logged), 1U);
    QCOMPARE(workspace.ledger()->item(0).name, QStringLiteral("g"));
    QCOMPARE(workspace.ledger()->item(0).connectionName, workspace.connection().name);
}

void TstWorkspace::clearedExchangesComeBack()
{
    Bench bench;
    Workspace &workspace = bench.workspace();
    const auto add = [&](quint64 number) {
        auto exchange = std::make_shared<Exchange>();
        exchange->number = number;
        Q_EMIT bench.api.exchangeFinished(exchange);
    };
    const auto numbers = [&] {
        QList<quint64> all;
        for (const ExchangePtr &each : workspace.exchanges())
            all.append(each->number);
        return all;
    };
    add(1);
    add(2);
    workspace.clearExchanges();
    QCOMPARE(workspace.restorableExchanges(), 2);
    workspace.clearExchanges(); // nothing to clear: the first can still come back
    add(3);
    QSignalSpy restored(&workspace, &Workspace::exchangesRestored);
    workspace.restoreExchanges();
    QCOMPARE(restored.count(), 1);
    QCOMPARE(numbers(), (QList<quint64> {1, 2, 3}));
    workspace.restoreExchanges();
    QCOMPARE(restored.count(), 1);

    workspace.clearExchanges();
    workspace.forgetClearedExchanges();
    workspace.restoreExchanges();
    QVERIFY(workspace.exchanges().isEmpty());
}

void TstWorkspace::exposuresOfAProductionTierEndWithTheRun()
{
    Bench bench;
    Connection production = connectionNamed(QStringLiteral("Live"), KeyKind::None);
    production.tier = QStringLiteral("Production");
    production.exposuresOn = true;
    Connection staging = connectionNamed(QStringLiteral("Shop"), KeyKind::None);
    staging.tier = QStringLiteral("staging");
    staging.exposuresOn = true;
    bench.store.connections = {production, staging};
    bench.store.selected = QStringLiteral("live");
    QCOMPARE(bench.workspace().exposuresOffAtStart(), QStringList {QStringLiteral("Live")});
    QVERIFY(!bench.workspace().logExposures());
    QVERIFY(!bench.store.connections.first().exposuresOn); // nor in the run after this
    bench.workspace().selectConnection(QStringLiteral("shop"));
    QVERIFY(bench.workspace().logExposures());
    bench.made.reset();
    QVERIFY(bench.workspace().exposuresOffAtStart().isEmpty()); // said once
}

/// The connection is none of production, the user who is taken up again is.
void TstWorkspace::exposuresEndForAUserLeftInProduction()
{
    Bench bench;
    Connection staging = connectionNamed(QStringLiteral("Shop"), KeyKind::None);
    staging.tier = QStringLiteral("staging");
    staging.exposuresOn = true;
    bench.store.connections = {staging};
    bench.store.selected = QStringLiteral("shop");
    LeftUser drafts;
    StatsigUser user;
    user.setTier(productionTier.toString());
    drafts.user = user.toJson();
    Workspace::Ports ports {bench.api, bench.secrets, bench.store, bench.preferences};
    ports.drafts = &drafts;
    const Workspace workspace(ports, bench.sandbox);
    QCOMPARE(workspace.tier(), productionTier.toString());
    QVERIFY(!workspace.logExposures());
    QCOMPARE(workspace.exposuresOffAtStart(), QStringList {QStringLiteral("Shop")});
}

void TstWorkspace::exposuresDoNotComeAlongToProduction()
{
    Bench bench;
    Connection staging = connectionNamed(QStringLiteral("Shop"), KeyKind::None);
    staging.tier = QStringLiteral("staging");
    bench.store.connections = {staging};
    bench.store.selected = QStringLiteral("shop");
    Workspace &workspace = bench.workspace();
    QSignalSpy switchedOff(&workspace, &Workspace::exposuresSwitchedOff);
    QSignalSpy changed(&workspace, &Workspace::connectionChanged);
    workspace.setExposuresOn(true);
    QVERIFY(workspace.isWriteConfirmed(QStringLiteral("shop")));
    workspace.setTier(QStringLiteral("Production")); // the user's own
    QVERIFY(!workspace.isWriteConfirmed(QStringLiteral("shop")));
    QVERIFY(!workspace.logExposures());
    QCOMPARE(switchedOff.count(), 1);
    QCOMPARE(changed.count(), 2);

    // Somebody else may be written about than the composer's user.
    QVERIFY(workspace.isWriteConfirmed(QStringLiteral("shop"), QString()));
    QVERIFY(!workspace.isWriteConfirmed(QStringLiteral("shop"), QStringLiteral("production")));

    workspace.confirmWrite(QStringLiteral("shop")); // asked, they stay
    workspace.setExposuresOn(true);
    workspace.setTier({});
    workspace.setTier(QStringLiteral("production"));
    QVERIFY(workspace.logExposures());
    QCOMPARE(switchedOff.count(), 1);

    bench.made.reset();
    Connection moved = bench.workspace().connection();
    QVERIFY(moved.exposuresOn);
    moved.tier = productionTier.toString(); // edited in the settings
    QSignalSpy again(&bench.workspace(), &Workspace::exposuresSwitchedOff);
    bench.workspace().saveConnection(moved);
    QVERIFY(!bench.workspace().logExposures());
    QCOMPARE(again.count(), 1);
}

/// The name that was typed was another project's.
void TstWorkspace::anotherProjectIsConfirmedAnew()
{
    Bench bench;
    Connection live = connectionNamed(QStringLiteral("Shop"), KeyKind::None);
    live.tier = productionTier.toString();
    bench.store.connections = {live};
    Workspace &workspace = bench.workspace();
    workspace.confirmWrite(live.id);
    live.name = QStringLiteral("Shop, EU");
    workspace.saveConnection(live);
    QVERIFY(workspace.isWriteConfirmed(live.id));
    live.apiUrl = QUrl(QStringLiteral("https://other.example/v1"));
    workspace.saveConnection(live);
    QVERIFY(!workspace.isWriteConfirmed(live.id));
}

void TstWorkspace::temporaryConnectionsAreNotStored()
{
    Bench bench;
    bench.store.connections = {connectionNamed(QStringLiteral("Shop"), KeyKind::None)};
    Connection fromOutside = connectionNamed(QStringLiteral("Outside"), KeyKind::None);
    fromOutside.isTemporary = true;
    bench.workspace().addTemporaryConnection(fromOutside);
    bench.workspace().selectConnection(fromOutside.id);
    QCOMPARE(bench.workspace().connection().name, fromOutside.name);
    bench.workspace().setExposuresOn(true);
    bench.workspace().removeConnection(fromOutside.id);
    QCOMPARE(bench.workspace().connection().name, fromOutside.name);
    QCOMPARE(bench.store.connections.size(), 1);
    QCOMPARE(bench.store.connections.first().name, QStringLiteral("Shop"));
}

GATESCOPE_TEST(TstWorkspace)
#include "tst_workspace.moc"
