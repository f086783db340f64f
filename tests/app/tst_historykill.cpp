// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historybench.h"

#include <tests/support/testregistry.h>

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <csignal>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int kills = 200;
constexpr int killsPerCheck = 10;
constexpr int killPatience =
    3 * historyPatience; ///< a kill in the middle of taking a lock is seen after 30 s
constexpr int mostKills = 2000; ///< of a machine so busy that most come before anything is kept

} // namespace

/// A program that keeps exchanges is killed at random moments: nothing it acknowledged is lost, and the file
/// is sound.
class TstHistoryKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingAcknowledgedIsLost();

private:
    bool runAndKill();
    bool hasSeenEnough() const;
    void read(const QByteArray &told);
    void checkThatItOpens();
    void checkAll();

    QTemporaryDir m_folder;
    QString m_fileName = m_folder.filePath(QStringLiteral("history.sqlite"));
    QRandomGenerator m_random {20261126};
    QMap<qint64, int> m_kept; ///< id, number
    QSet<qint64> m_pinned;
    QSet<qint64> m_noted;
    int m_next = 1;
};

bool TstHistoryKill::runAndKill()
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QStringLiteral(GATESCOPE_HISTORY_WRITER), {m_fileName, QString::number(m_next)});
    if (!writer.waitForReadyRead(killPatience))
        return false;
    // Half of them while it opens the file, half once it is at work.
    if (m_random.bounded(2) == 0 && !writer.waitForReadyRead(killPatience))
        return false;
    QTest::qSleep(int(m_random.bounded(30))); // the moment itself, no wait for anything
    ::kill(pid_t(writer.processId()), SIGKILL);
    if (!writer.waitForFinished(killPatience))
        return false;
    read(writer.readAllStandardOutput());
    return true;
}

bool TstHistoryKill::hasSeenEnough() const
{
    return m_kept.size() > kills && !m_pinned.isEmpty() && !m_noted.isEmpty();
}

void TstHistoryKill::read(const QByteArray &told)
{
    const QByteArrayList lines = told.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArrayList words = line.split(' ');
        const qint64 id = words.value(1).toLongLong();
        if (words[0] == "kept") {
            QVERIFY2(!m_kept.contains(id), "an id was given twice");
            m_kept[id] = words.value(2).toInt();
            m_next = std::max(m_next, m_kept[id] + 10);
        } else if (words[0] == "pinned") {
            m_pinned.insert(id);
        } else if (words[0] == "noted") {
            m_noted.insert(id);
        }
    }
}

/// It was not closed, so it is looked through; damage would be told.
void TstHistoryKill::checkThatItOpens()
{
    const HistoryBench bench(m_fileName);
    const auto found = bench.find();
    QVERIFY2(found, found ? "" : qPrintable(found.error().message + found.error().detail));
    QVERIFY(found->kept >= m_kept.size());
    QCOMPARE(bench->notice(), QString());
}

void TstHistoryKill::checkAll()
{
    const HistoryBench bench(m_fileName);
    for (auto it = m_kept.cbegin(); it != m_kept.cend(); ++it) {
        const auto exchange = bench.load(it.key());
        QVERIFY2(exchange, qPrintable(QStringLiteral("%1 is lost").arg(it.key())));
        QVERIFY(isNumbered(**exchange, it.value()));
    }
}

void TstHistoryKill::nothingAcknowledgedIsLost()
{
    for (int kill = 1; kill <= kills || !hasSeenEnough(); ++kill) {
        QVERIFY(kill <= mostKills && runAndKill());
        if (kill % killsPerCheck == 0)
            checkThatItOpens();
    }
    checkAll();
    QCOMPARE(sqlOn(m_fileName, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));

    const HistoryBench bench(m_fileName);
    HistoryQuery query;
    query.limit = 1'000'000;
    const HistoryMatches all = bench.find(query).value();
    QVERIFY(all.entries.size() >= m_kept.size()); // and what was kept, but not told any more
    QCOMPARE(all.kept, all.entries.size());
    QSet<qint64> pinned;
    QSet<qint64> noted;
    for (const HistoryEntry &entry : all.entries) {
        if (entry.isPinned)
            pinned.insert(entry.id);
        if (!entry.note.isEmpty())
            noted.insert(entry.id);
    }
    QVERIFY(pinned.contains(m_pinned));
    QVERIFY(noted.contains(m_noted));
    query.text = QStringLiteral("user-13");
    QVERIFY(bench.find(query).value().total > 0); // the index came with them
    qInfo("%lld acknowledged of %lld kept", qint64(m_kept.size()), qint64(all.kept));
}

GATESCOPE_TEST(TstHistoryKill)
#include "tst_historykill.moc"
