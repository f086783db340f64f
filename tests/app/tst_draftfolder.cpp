// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/storage/draftfolder.h>
#include <tests/support/testregistry.h>

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

namespace {

constexpr int draftPatience = 30000;
const QString draftName = QStringLiteral("user");

std::function<QByteArray()> always(const QByteArray &text)
{
    return [text] { return text; };
}

/// One that has ended.
qint64 pidOfTheDead()
{
    QProcess process;
    process.start(QStringLiteral("true"), {});
    process.waitForStarted();
    const qint64 pid = process.processId();
    process.waitForFinished();
    return pid;
}

bool makeOld(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadWrite)
        && file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime);
}

} // namespace

class TstDraftFolder : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString folder() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

private Q_SLOTS:
    void anotherRunFindsTheLast();
    void writesWhileTheProgramRuns();
    void whatIsForgottenIsGone();
    void onlyTheOwnerReads();
    void programsAtOnceKeepApart();
    void theNextTakesUpWhatAKilledOneLeft();
    void anEmptyLockIsNobodys();
    void whatWasWrittenLastIsTakenUp();
    void setsAsideWhatCannotBeRead();
    void saysOnceThatNothingIsKept();
};

void TstDraftFolder::anotherRunFindsTheLast()
{
    {
        DraftFolder drafts(folder());
        QCOMPARE(drafts.read(draftName), QByteArray());
        drafts.keep(draftName, always("first"));
        drafts.keep(draftName, always("last"));
        drafts.keep(QStringLiteral("events"), always("other"));
    } // writes what is left
    const DraftFolder drafts(folder());
    QCOMPARE(drafts.read(draftName), QByteArray("last"));
    QCOMPARE(drafts.read(QStringLiteral("events")), QByteArray("other"));
}

void TstDraftFolder::writesWhileTheProgramRuns()
{
    DraftFolder drafts(folder());
    drafts.keep(draftName, always("typed"));
    QTRY_COMPARE_WITH_TIMEOUT(drafts.read(draftName), QByteArray("typed"), draftPatience);
}

void TstDraftFolder::whatIsForgottenIsGone()
{
    {
        DraftFolder drafts(folder());
        drafts.keep(draftName, always("typed"));
    }
    {
        DraftFolder drafts(folder());
        drafts.forget(draftName);
    }
    QCOMPARE(DraftFolder(folder()).read(draftName), QByteArray());
}

void TstDraftFolder::onlyTheOwnerReads()
{
    DraftFolder drafts(folder());
    drafts.keep(draftName, always("typed"));
    const QString file = folder() + QStringLiteral("/1/user.json");
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), draftPatience);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
}

void TstDraftFolder::programsAtOnceKeepApart()
{
    {
        DraftFolder one(folder());
        // However long it has been running.
        QVERIFY(makeOld(folder() + QStringLiteral("/1/lock")));
        DraftFolder two(folder());
        one.keep(draftName, always("one"));
        two.keep(draftName, always("two"));
    }
    const DraftFolder one(folder());
    QCOMPARE(one.read(draftName), QByteArray("one"));
    QCOMPARE(DraftFolder(folder()).read(draftName), QByteArray("two"));
}

void TstDraftFolder::theNextTakesUpWhatAKilledOneLeft()
{
    {
        DraftFolder drafts(folder());
        drafts.keep(draftName, always("typed"));
    }
    QFile lock(folder() + QStringLiteral("/1/lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(pidOfTheDead()) + "\ngatescope\n" + QSysInfo::machineHostName().toUtf8()
        + '\n' + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
    lock.close();
    QCOMPARE(DraftFolder(folder()).read(draftName), QByteArray("typed"));
}

/// Its program was killed before it could write into it.
void TstDraftFolder::anEmptyLockIsNobodys()
{
    {
        DraftFolder drafts(folder());
        drafts.keep(draftName, always("typed"));
    }
    const QString lock = folder() + QStringLiteral("/1/lock");
    QFile file(lock);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(makeOld(lock));
    QCOMPARE(DraftFolder(folder()).read(draftName), QByteArray("typed"));
}

/// Of two programs the second was composed in last; whoever runs alone then goes on with that, and the other
/// one's stays for a second.
void TstDraftFolder::whatWasWrittenLastIsTakenUp()
{
    {
        DraftFolder one(folder());
        DraftFolder two(folder());
        one.keep(draftName, always("older"));
        two.keep(draftName, always("newer"));
    }
    const QString draft = QStringLiteral("/%1/") + draftName + QStringLiteral(".json");
    QVERIFY(makeOld(folder() + draft.arg(1)));
    const DraftFolder alone(folder());
    QCOMPARE(alone.read(draftName), QByteArray("newer"));
    QCOMPARE(DraftFolder(folder()).read(draftName), QByteArray("older"));
}

void TstDraftFolder::setsAsideWhatCannotBeRead()
{
    {
        DraftFolder drafts(folder());
        drafts.keep(draftName, always("{oops"));
    }
    DraftFolder drafts(folder());
    const QString aside = drafts.setAside(draftName);
    QFile file(aside);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{oops"));
    QCOMPARE(drafts.read(draftName), QByteArray());
    QVERIFY(drafts.setAside(draftName).isEmpty()); // there is nothing any more
}

void TstDraftFolder::saysOnceThatNothingIsKept()
{
    QFile blocker(folder());
    QVERIFY(blocker.open(QIODevice::WriteOnly)); // where the folder should be
    DraftFolder drafts(folder());
    const QSignalSpy failed(&drafts, &DraftStore::failed);
    drafts.keep(draftName, always("typed"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, draftPatience);
    QVERIFY(failed[0][0].value<Error>().message.contains(QLatin1String("Save what matters")));
    drafts.keep(draftName, always("more"));
    QTest::qWait(0);
    QCOMPARE(failed.size(), 1);
}

GATESCOPE_TEST(TstDraftFolder)
#include "tst_draftfolder.moc"
