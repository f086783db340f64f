// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/storage/settingsmigrations.h>
#include <app/storage/settingsstore.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

namespace {

/// The files of one test; closing the store writes them.
struct SettingsFolder
{
    QTemporaryDir dir;
    SettingsStore::Files files {
        dir.filePath(QStringLiteral("settings.ini")), dir.filePath(QStringLiteral("view.ini"))};

    void write(const QByteArray &text) const
    {
        QFile file(files.settings);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray settings() const { return Test::readFile(files.settings); }
};

Connection exampleConnection()
{
    Connection connection;
    connection.id = QStringLiteral("c1");
    connection.name = QStringLiteral("Shop, \"staging\" = ü; [x]");
    connection.apiUrl = QUrl(QStringLiteral("https://proxy.example.com:8443/v1"));
    connection.eventsUrl = QUrl(QStringLiteral("https://events.example.com/v1"));
    connection.tier = QStringLiteral("staging");
    connection.caFile = QStringLiteral("/etc/own ca.pem");
    connection.color = ConnectionColor::Violet;
    connection.proxy = {
        ConnectionProxy::Kind::Socks5, QStringLiteral("fd00::1"), 1080, QStringLiteral("ä;b")};
    connection.connectTimeout = std::chrono::seconds(5);
    connection.idleTimeout = std::chrono::seconds(3600);
    connection.exposuresOn = true;
    connection.keyKind = KeyKind::Server;
    connection.keyHint = QStringLiteral("secret-…f3Qa");
    return connection;
}

} // namespace

class TstSettingsStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsWithTheDefaults();
    void keepsPreferences();
    void tellsOfAChangeOnce();
    void badValuesFallBackOneByOne();
    void aBrokenFileIsNoObstacle();
    void unknownKeysStay();
    void keepsConnections();
    void fewerConnectionsLeaveNoRest();
    void connectionsWithoutAnIdAreLeftOut();
    void readsConnectionsOfTheFirstFormat();
    void badNetworkValuesFallBack();
    void viewStateIsInAFileOfItsOwn();
    void lookingWritesNothing();
    void viewStateIsWrittenAMomentLater();
    void noSecretIsWritten();
    void migrationsRunOnceAndInOrder();
    void newerFilesKeepTheirVersion();
};

void TstSettingsStore::startsWithTheDefaults()
{
    const SettingsFolder folder;
    const SettingsStore store(folder.files);
    QCOMPARE(store.values(), PreferenceValues());
    QVERIFY(store.load().isEmpty());
    QVERIFY(store.selectedId().isEmpty());
    QVERIFY(store.viewState(QStringLiteral("window")).isEmpty());
}

void TstSettingsStore::keepsPreferences()
{
    const SettingsFolder folder;
    const PreferenceValues values {ThemeChoice::Dark, 150, std::chrono::seconds(3), std::chrono::seconds(90),
        1 << 24, QStringLiteral("/data/geo, \"lite\" = ü.mmdb"), QStringLiteral("@lists;2.json"), true, 7, 90,
        4711, false, 5'000'000'000, 7, true};
    SettingsStore(folder.files).setValues(values);
    QCOMPARE(SettingsStore(folder.files).values(), values);
}

void TstSettingsStore::tellsOfAChangeOnce()
{
    const SettingsFolder folder;
    SettingsStore store(folder.files);
    QSignalSpy changes(&store, &Preferences::changed);
    PreferenceValues values;
    values.fontPercent = 125;
    store.setValues(values);
    store.setValues(values);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().value<PreferenceValues>(), values);
}

void TstSettingsStore::badValuesFallBackOneByOne()
{
    const SettingsFolder folder;
    folder.write("[appearance]\ntheme=sepia\nfontPercent=5000\n"
                 "[network]\nconnectTimeoutSeconds=7\nidleTimeoutSeconds=soon\nmaxResponseBytes=-1\n"
                 "[snapshots]\nkeep=yes\ncount=0\ndays=7\n[sandbox]\nport=70000\n"
                 "[history]\nkeep=no\nmaxBytes=12\ndays=14\nkeepPrivate=1\n");
    PreferenceValues expected;
    expected.historyOn = false;
    expected.historyDays = 14;
    expected.connectTimeout = std::chrono::seconds(7);
    expected.snapshotDays = 7;
    QCOMPARE(SettingsStore(folder.files).values(), expected);
}

void TstSettingsStore::aBrokenFileIsNoObstacle()
{
    const SettingsFolder folder;
    QByteArray noise("\0\xff\xfe[[[\n=\n]x=\x01 %zz @Variant(\\0\\0)\n", 30);
    folder.write(noise.repeated(20));
    {
        SettingsStore store(folder.files);
        QCOMPARE(store.values(), PreferenceValues());
        QVERIFY(store.load().isEmpty());
        store.save({exampleConnection()});
    }
    QCOMPARE(SettingsStore(folder.files).load(), {exampleConnection()});
}

void TstSettingsStore::unknownKeysStay()
{
    const SettingsFolder folder;
    folder.write("[meta]\nversion=1\n[later]\nthing=7\n");
    {
        SettingsStore store(folder.files);
        PreferenceValues values;
        values.fontPercent = 90;
        store.setValues(values);
    }
    QVERIFY(folder.settings().contains("[later]\nthing=7"));
}

void TstSettingsStore::keepsConnections()
{
    const SettingsFolder folder;
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.builtIn = true;
    Connection plain;
    plain.id = QStringLiteral("c2");
    {
        SettingsStore store(folder.files);
        store.save({sandbox, exampleConnection(), plain});
        store.setSelectedId(plain.id);
    }
    const SettingsStore store(folder.files);
    QCOMPARE(store.load(), (QList {exampleConnection(), plain}));
    QCOMPARE(store.selectedId(), plain.id);
}

void TstSettingsStore::fewerConnectionsLeaveNoRest()
{
    const SettingsFolder folder;
    Connection other = exampleConnection();
    other.id = QStringLiteral("c2");
    other.name = QStringLiteral("Gone");
    SettingsStore(folder.files).save({exampleConnection(), other});
    SettingsStore(folder.files).save({exampleConnection()});
    QCOMPARE(SettingsStore(folder.files).load(), {exampleConnection()});
    QVERIFY(!folder.settings().contains("Gone"));
}

void TstSettingsStore::connectionsWithoutAnIdAreLeftOut()
{
    const SettingsFolder folder;
    folder.write(
        "[connections]\n1\\name=Nameless\n2\\id=c2\n2\\exposuresOn=perhaps\n2\\keyKind=emperor\nsize=2\n");
    Connection expected;
    expected.id = QStringLiteral("c2");
    QCOMPARE(SettingsStore(folder.files).load(), {expected});
}

/// As the first version wrote it, which knew neither colours nor proxies.
void TstSettingsStore::readsConnectionsOfTheFirstFormat()
{
    const SettingsFolder folder;
    folder.write("[meta]\nversion=1\n[connections]\n1\\apiUrl=https://api.statsig.com/v1\n1\\caFile=\n"
                 "1\\eventsUrl=https://events.statsigapi.net/v1\n1\\exposuresOn=false\n1\\id=c1\n"
                 "1\\keyHint=\n1\\keyKind=client\n1\\name=Shop\n1\\tier=staging\nsize=1\n");
    Connection expected;
    expected.id = QStringLiteral("c1");
    expected.name = QStringLiteral("Shop");
    expected.tier = QStringLiteral("staging");
    expected.keyKind = KeyKind::Client;
    QCOMPARE(SettingsStore(folder.files).load(), {expected});
}

void TstSettingsStore::badNetworkValuesFallBack()
{
    const SettingsFolder folder;
    folder.write("[connections]\n1\\id=c1\n1\\color=sepia\n1\\proxy\\kind=ftp\n1\\proxy\\port=70000\n"
                 "1\\connectTimeoutSeconds=soon\n1\\idleTimeoutSeconds=99999\nsize=1\n");
    Connection expected;
    expected.id = QStringLiteral("c1");
    QCOMPARE(SettingsStore(folder.files).load(), {expected});
}

void TstSettingsStore::viewStateIsInAFileOfItsOwn()
{
    const SettingsFolder folder;
    const QByteArray state("\0\1\xff splitter", 12);
    SettingsStore(folder.files).setViewState(QStringLiteral("events/splitter"), state);
    QCOMPARE(SettingsStore(folder.files).viewState(QStringLiteral("events/splitter")), state);
    QVERIFY(!folder.settings().contains("splitter"));
    QVERIFY(QFile::remove(folder.files.viewState));
    QVERIFY(SettingsStore(folder.files).viewState(QStringLiteral("events/splitter")).isEmpty());
}

void TstSettingsStore::lookingWritesNothing()
{
    const SettingsFolder folder;
    {
        SettingsStore store(folder.files);
        store.setValues(store.values());
        store.setViewState(QStringLiteral("window"), store.viewState(QStringLiteral("window")));
    }
    QVERIFY(!QFile::exists(folder.files.settings));
    QVERIFY(!QFile::exists(folder.files.viewState));

    SettingsStore(folder.files).setSelectedId(QStringLiteral("c1"));
    QVERIFY(folder.settings().contains("version=1"));
}

void TstSettingsStore::viewStateIsWrittenAMomentLater()
{
    const SettingsFolder folder;
    SettingsStore store(folder.files);
    store.setViewState(QStringLiteral("events/splitter"), "one");
    store.setViewState(QStringLiteral("events/splitter"), "two");
    QCOMPARE(store.viewState(QStringLiteral("events/splitter")), QByteArray("two"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.files.viewState), 30000);
    QCOMPARE(SettingsStore(folder.files).viewState(QStringLiteral("events/splitter")), QByteArray("two"));
}

void TstSettingsStore::noSecretIsWritten()
{
    const SettingsFolder folder;
    Connection careless = exampleConnection();
    careless.keyHint = QStringLiteral("secret-canary"); // a whole key where a hint belongs
    careless.apiUrl = QUrl(QStringLiteral("https://me:canary@proxy.example.com/v1"));
    {
        SettingsStore store(folder.files);
        store.save({careless});
        store.setSelectedId(careless.id);
        store.setViewState(QStringLiteral("window"), "state");
    }
    for (const QFileInfo &file : QDir(folder.dir.path()).entryInfoList(QDir::Files | QDir::Hidden))
        QVERIFY2(!Test::readFile(file.filePath()).contains("canary"), qPrintable(file.filePath()));
}

void TstSettingsStore::migrationsRunOnceAndInOrder()
{
    const SettingsFolder folder;
    folder.write("[a]\nold=1\n");
    const std::array<SettingsMigration, 2> steps {
        [](QSettings &s) {
            s.setValue(QStringLiteral("a/new"), s.value(QStringLiteral("a/old")).toInt() + 1);
        },
        [](QSettings &s) {
            s.setValue(QStringLiteral("a/new"), s.value(QStringLiteral("a/new")).toInt() * 10);
        },
    };
    QSettings settings(folder.files.settings, QSettings::IniFormat);
    migrateSettings(settings, steps);
    migrateSettings(settings, steps);
    QCOMPARE(settings.value(QStringLiteral("a/new")).toInt(), 20);
    QCOMPARE(settings.value(QStringLiteral("meta/version")).toInt(), 3);
}

void TstSettingsStore::newerFilesKeepTheirVersion()
{
    const SettingsFolder folder;
    folder.write("[meta]\nversion=9\n[appearance]\ntheme=dark\n");
    {
        SettingsStore store(folder.files);
        QCOMPARE(store.values().theme, ThemeChoice::Dark);
        store.setSelectedId(QStringLiteral("c1"));
    }
    QVERIFY(folder.settings().contains("version=9"));
}

GATESCOPE_TEST(TstSettingsStore)
#include "tst_settingsstore.moc"
