// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/storage/snapshotfolder.h>
#include <tests/support/fakeports.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

namespace {

constexpr int snapshotPatience = 30000;
const QString shop = QStringLiteral("shop");

struct SnapshotBench
{
    QTemporaryDir dir;
    Test::FakePreferences preferences;
    SnapshotFolder folder {preferences, dir.filePath(QStringLiteral("snapshots"))};

    explicit SnapshotBench(bool keeps = true, int count = 20, int days = 30)
    {
        PreferenceValues values;
        values.keepSnapshots = keeps;
        values.maxSnapshots = count;
        values.snapshotDays = days;
        preferences.setValues(values);
    }
    void keep(const QByteArray &json, const QString &connection = shop)
    {
        folder.keep(connection, *JsonDocument::parse(json));
    }
    QByteArrayList contents(const QString &connection = shop) const
    {
        QByteArrayList all;
        const auto snapshots = folder.snapshots(connection);
        for (const SpecsSnapshot &snapshot : snapshots)
            all.append(Test::readFile(snapshot.fileName));
        return all;
    }
    /// As if it had been kept at that time.
    void put(const QDateTime &utc, const QByteArray &json) const
    {
        const QString path = dir.filePath(QStringLiteral("snapshots/shop"));
        QVERIFY(QDir().mkpath(path));
        QFile file(path + u'/' + utc.toString(QStringLiteral("yyyy-MM-dd'T'HHmmss.zzz'Z.json'")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    }
};

} // namespace

class TstSnapshotFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsNothingUnlessAsked();
    void keepsWhatIsNewNewestFirst();
    void theOldestGoByNumber();
    void theOldestGoByAge();
    void otherFilesAreLeftAlone();
    void connectionsStayApart();
    void onlyTheOwnerReads();
    void removesAll();
    void saysWhatFailed();
};

void TstSnapshotFolder::keepsNothingUnlessAsked()
{
    SnapshotBench bench(false);
    bench.keep("{}");
    QVERIFY(!QFileInfo::exists(bench.dir.filePath(QStringLiteral("snapshots"))));
    QVERIFY(bench.folder.snapshots(shop).isEmpty());
}

void TstSnapshotFolder::keepsWhatIsNewNewestFirst()
{
    SnapshotBench bench;
    const QSignalSpy changed(&bench.folder, &SnapshotStore::changed);
    bench.put(QDateTime::currentDateTimeUtc().addSecs(-60), R"({"time":1})");
    bench.keep(R"({"time":1})"); // the same: nothing to tell
    bench.keep(R"({"time":2})");
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, snapshotPatience);
    QCOMPARE(changed[0][0].toString(), shop);
    QCOMPARE(bench.contents(), (QByteArrayList {R"({"time":2})", R"({"time":1})"}));
    QCOMPARE(bench.folder.snapshots(shop)[0].bytes, 10);
    QVERIFY(bench.folder.snapshots(shop)[0].takenUtc > bench.folder.snapshots(shop)[1].takenUtc);
}

void TstSnapshotFolder::theOldestGoByNumber()
{
    SnapshotBench bench(true, 2);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    bench.put(now.addSecs(-30), "[1]");
    bench.put(now.addSecs(-20), "[2]");
    bench.put(now.addSecs(-10), "[3]");
    bench.keep("[4]");
    QTRY_COMPARE_WITH_TIMEOUT(bench.contents(), (QByteArrayList {"[4]", "[3]"}), snapshotPatience);
}

void TstSnapshotFolder::theOldestGoByAge()
{
    SnapshotBench bench(true, 20, 7);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    bench.put(now.addDays(-9), "[1]");
    bench.put(now.addDays(-8), "[2]");
    bench.keep("[2]"); // the newest stays however old it is
    QTRY_COMPARE_WITH_TIMEOUT(bench.contents(), QByteArrayList {"[2]"}, snapshotPatience);
}

void TstSnapshotFolder::otherFilesAreLeftAlone()
{
    SnapshotBench bench(true, 1);
    bench.put(QDateTime::currentDateTimeUtc().addSecs(-10), "[1]");
    QFile other(bench.dir.filePath(QStringLiteral("snapshots/shop/notes.json")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    bench.keep("[2]");
    QTRY_COMPARE_WITH_TIMEOUT(bench.contents(), QByteArrayList {"[2]"}, snapshotPatience);
    QVERIFY(other.exists());
}

void TstSnapshotFolder::connectionsStayApart()
{
    SnapshotBench bench;
    const QString hostile = QStringLiteral("../../shop");
    bench.keep("[1]");
    bench.keep("[2]", hostile);
    QTRY_COMPARE_WITH_TIMEOUT(bench.contents(hostile), QByteArrayList {"[2]"}, snapshotPatience);
    QCOMPARE(bench.contents(), QByteArrayList {"[1]"});
    QCOMPARE(QDir(bench.dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
        QStringList {QStringLiteral("snapshots")});
}

void TstSnapshotFolder::onlyTheOwnerReads()
{
    SnapshotBench bench;
    bench.keep("[1]");
    QTRY_COMPARE_WITH_TIMEOUT(bench.folder.snapshots(shop).size(), 1, snapshotPatience);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(bench.folder.snapshots(shop)[0].fileName) & others));
}

void TstSnapshotFolder::removesAll()
{
    SnapshotBench bench;
    bench.keep("[1]");
    bench.folder.removeAll(shop);
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(bench.dir.filePath(QStringLiteral("snapshots/shop")))
            && QFileInfo::exists(bench.dir.filePath(QStringLiteral("snapshots"))),
        snapshotPatience);
}

void TstSnapshotFolder::saysWhatFailed()
{
    SnapshotBench bench;
    QFile inTheWay(bench.dir.filePath(QStringLiteral("snapshots")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const QSignalSpy failed(&bench.folder, &SnapshotStore::failed);
    bench.keep("[1]");
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, snapshotPatience);
    const Error error = failed[0][0].value<Error>();
    QCOMPARE(error.code, ErrorCode::FileUnwritable);
    QVERIFY2(error.message.contains(QStringLiteral("snapshots")), qPrintable(error.message));
}

GATESCOPE_TEST(TstSnapshotFolder)
#include "tst_snapshotfolder.moc"
