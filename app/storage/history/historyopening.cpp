// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historyopening.h"

#include "historydatabase.h"
#include "historysalvage.h"
#include "historyschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QtEndian>

#include <atomic>

namespace Gatescope {

namespace {

/// A larger file that was closed as it should be is not looked through before it is used: damage shows when
/// it is read.
constexpr qint64 quicklyChecked = 16LL * 1024 * 1024;
constexpr int longestWait = 30'000; ///< ms, for another program that upgrades or writes
/// ms; more than the 30 s after which QLockFile takes what a program left that was killed while it took a
/// dead one's lock.
constexpr int longestLockWait = 2 * longestWait;

struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::HistoryFile)
};

QString shown(const QString &fileName)
{
    return QDir::toNativeSeparators(fileName);
}

std::unexpected<Error> newerFile(const QString &fileName, qint64 version)
{
    return failure(ErrorCode::Unsupported,
        HistoryWords::tr("Nothing is kept in the history in this run: %1 was written by a newer Gatescope "
                         "(format %2; this one knows %3). The file is left as it is. Update Gatescope, or "
                         "move the file away to begin a new one.")
            .arg(shown(fileName))
            .arg(version)
            .arg(historyVersion()));
}

std::unexpected<Error> foreignFile(const QString &fileName)
{
    return failure(ErrorCode::Unsupported,
        HistoryWords::tr("Nothing is kept in the history in this run: %1 is another program's database. It "
                         "is left as it is. Move it away to begin a new history.")
            .arg(shown(fileName)));
}

std::unexpected<Error> unwritable(const QString &fileName, const SqlError &error)
{
    return failure(ErrorCode::FileUnwritable, sqlErrorSentence(fileName, error), error.detail);
}

/// Version and mark as they stand in the file's first bytes (the SQLite file format, §1.3): SQLite itself
/// may write to a file it opens.
std::optional<Error> refusedUnopened(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(100);
    if (head.size() < 100 || !head.startsWith("SQLite format 3"))
        return {};
    const auto version = qFromBigEndian<quint32>(head.constData() + 60);
    const auto mark = qFromBigEndian<quint32>(head.constData() + 68);
    if (mark == historyApplicationId && version > quint32(historyVersion()))
        return newerFile(fileName, version).error();
    return mark != 0 && mark != historyApplicationId ? std::optional(foreignFile(fileName).error())
                                                     : std::nullopt;
}

/// Before SQLite would make it for all to read; its log gets the same permissions.
void makePrivate(const QString &fileName)
{
    QFile file(fileName);
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return; // opening it will tell why
    const auto owners = QFile::ReadOwner | QFile::WriteOwner;
    const auto all = file.permissions();
    if (all & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
        file.setPermissions(owners);
}

SqlResult<QSqlDatabase> connectTo(const QString &fileName)
{
    static std::atomic<int> number = 0;
    QSqlDatabase database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("history-%1").arg(++number));
    database.setDatabaseName(fileName);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(longestWait));
    if (!database.open())
        return std::unexpected(sqlErrorOf(database.lastError()));
    return database;
}

/// Nothing acknowledged is lost when the power fails either: FULL waits for the disk at each commit. It is
/// our own thread that waits, and a burst of exchanges shares one commit.
SqlResult<> configure(const QSqlDatabase &database)
{
    for (const char *pragma : {"auto_vacuum = INCREMENTAL", "journal_mode = WAL", "synchronous = FULL",
             "foreign_keys = ON", "secure_delete = ON", "temp_store = MEMORY", "cache_size = -16000",
             "journal_size_limit = 67108864"}) {
        if (const auto set = runSql(database, QStringLiteral("PRAGMA ") + QLatin1String(pragma)); !set)
            return set;
    }
    return {};
}

SqlResult<> check(const QSqlDatabase &database)
{
    SqlStatement statement(database, QStringLiteral("PRAGMA quick_check(1)"));
    if (const auto run = statement.run(); !run)
        return run;
    const auto row = statement.next();
    if (!row)
        return std::unexpected(row.error());
    if (const QString said = statement.text(0); said != QLatin1String("ok"))
        return std::unexpected(SqlError {SqlFault::Corrupt, said});
    return {};
}

/// A copy of the file as it stands, whatever is in its log.
SqlResult<> backUp(const QSqlDatabase &database, const QString &fileName, qint64 version)
{
    const QFileInfo file(fileName);
    const QString copy = file.dir().filePath(
        file.completeBaseName() + QStringLiteral("-before-version-%1.sqlite").arg(version + 1));
    QFile::remove(copy); // of an upgrade that did not come to its end
    makePrivate(copy);
    SqlStatement statement(database, QStringLiteral("VACUUM INTO ?"));
    return statement.bind(copy).run();
}

/// One way of opening a file; what it finds damaged is left to the caller.
class Opener
{
public:
    explicit Opener(const QString &fileName, bool isSuspect = false)
        : m_fileName(fileName)
        , m_isSuspect(isSuspect)
    { }

    /// Errors: with a fault, or (fault Other, detail empty) refused().
    SqlResult<> open()
    {
        const QFileInfo log(m_fileName + QStringLiteral("-wal"));
        const bool wasClosed = !log.exists() || log.size() == 0;
        auto connected = connectTo(m_fileName);
        if (!connected)
            return std::unexpected(connected.error());
        m_history = OpenHistory(*std::move(connected));
        const bool isChecked = m_isSuspect || !wasClosed || QFileInfo(m_fileName).size() <= quicklyChecked;
        return inTurn([this] { return look(); },
            [&] { return isChecked ? check(m_history.database()) : SqlResult<>(); },
            [this] { return configure(m_history.database()); }, [this] { return upgrade(); },
            [this] { return m_isSuspect ? indexAnew() : SqlResult<>(); });
    }
    void close() { m_history.close(); }
    const OpenHistory &history() const { return m_history; }
    const std::optional<Error> &refused() const { return m_refused; }

private:
    /// Whose file it is; nothing is written yet.
    SqlResult<> look()
    {
        const auto number = [this](const char *sql) {
            return sqlNumber(m_history.database(), QString::fromLatin1(sql));
        };
        const auto version = number("PRAGMA user_version");
        const auto mark = number("PRAGMA application_id");
        const auto tables = number("SELECT count(*) FROM sqlite_master");
        for (const auto *each : {&version, &mark, &tables}) {
            if (!*each)
                return std::unexpected(each->error());
        }
        m_version = *version;
        const bool isEmpty = *tables == 0 && *version == 0;
        if (*mark != historyApplicationId && !isEmpty)
            m_refused = foreignFile(m_fileName).error();
        else if (*version > historyVersion())
            m_refused = newerFile(m_fileName, *version).error();
        return m_refused ? SqlResult<>(std::unexpected(SqlError())) : SqlResult<>();
    }

    SqlResult<> upgrade()
    {
        if (m_version == historyVersion())
            return {};
        if (m_version > 0) {
            if (const auto copied = backUp(m_history.database(), m_fileName, m_version); !copied)
                return copied;
        }
        return migrateHistory(m_history.database(), int(m_version));
    }

    SqlResult<> indexAnew()
    {
        SqlTransaction transaction(m_history.database());
        return inTurn([&] { return transaction.begun(); },
            [this] { return HistoryDatabase(m_history.database()).indexAll(); },
            [&] { return transaction.commit(); });
    }

    QString m_fileName;
    bool m_isSuspect;
    OpenHistory m_history;
    std::optional<Error> m_refused;
    qint64 m_version = 0;
};

QString storyOf(const QString &fileName, const SalvagedHistory &salvaged)
{
    QString story = HistoryWords::tr("The history file %1 was damaged. %n of its entries could be saved; the "
                                     "damaged file is kept as %2.",
        nullptr, int(salvaged.entries))
                        .arg(shown(fileName), shown(salvaged.asideFileName));
    if (salvaged.withoutBodies > 0)
        story +=
            u' ' + HistoryWords::tr("%n of them lack their bodies.", nullptr, int(salvaged.withoutBodies));
    return story;
}

Result<HistoryOpening> startAnew(const QString &fileName)
{
    const QString aside = setHistoryAside(fileName);
    if (aside.isEmpty())
        return failure(ErrorCode::FileUnwritable,
            HistoryWords::tr("Nothing is kept in the history: %1 is damaged and cannot be moved out of the "
                             "way. Move it yourself, and check the permissions of its folder.")
                .arg(shown(fileName)));
    makePrivate(fileName);
    Opener opener(fileName);
    if (const auto opened = opener.open(); !opened) {
        opener.close();
        return unwritable(fileName, opened.error());
    }
    const SalvagedHistory salvaged = salvageHistory(aside, opener.history().database());
    return HistoryOpening {opener.history(), storyOf(fileName, salvaged)};
}

} // namespace

void OpenHistory::close()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    if (!name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

namespace {

Result<HistoryOpening> openLocked(const QString &fileName, bool isSuspect)
{
    if (!QDir().mkpath(QFileInfo(fileName).absolutePath()))
        return unwritable(fileName, {SqlFault::Unwritable, QStringLiteral("no folder")});
    // One upgrades or repairs at a time; where no lock can be made, nothing can be written either.
    QLockFile lock(fileName + QStringLiteral(".lock"));
    // A program killed before its lock said whose it is left one that only its age tells. That of a program
    // at work cannot be taken, however old: the system holds it too.
    lock.setStaleLockTime(1000);
    if (!lock.tryLock(longestLockWait) && lock.error() == QLockFile::LockFailedError)
        return unwritable(fileName, {SqlFault::Busy, QStringLiteral("locked")});
    if (const auto refused = refusedUnopened(fileName))
        return std::unexpected(*refused);
    makePrivate(fileName);
    Opener opener(fileName, isSuspect);
    const auto opened = opener.open();
    if (opened)
        return HistoryOpening {opener.history(), {}};
    opener.close();
    if (opener.refused())
        return std::unexpected(*opener.refused());
    return opened.error().fault == SqlFault::Corrupt ? startAnew(fileName)
                                                     : unwritable(fileName, opened.error());
}

} // namespace

Result<HistoryOpening> openHistory(const QString &fileName)
{
    return openLocked(fileName, false);
}

Result<HistoryOpening> openDamagedHistory(const QString &fileName)
{
    return openLocked(fileName, true);
}

QString sqlErrorSentence(const QString &fileName, const SqlError &error)
{
    const QString file = shown(fileName);
    switch (error.fault) {
    case SqlFault::Full:
        return HistoryWords::tr("Exchanges are not kept in the history: there is no room left on the disk of "
                                "%1. Make room; what is missing is kept with the next exchange.")
            .arg(file);
    case SqlFault::Unwritable:
        return HistoryWords::tr("Exchanges are not kept in the history: %1 cannot be written. Check the "
                                "permissions of the file and its folder; what is missing is kept with the "
                                "next exchange.")
            .arg(file);
    case SqlFault::Busy:
        return HistoryWords::tr("Exchanges are not kept in the history: another program holds %1. What is "
                                "missing is kept with the next exchange.")
            .arg(file);
    default:
        return HistoryWords::tr("Exchanges are not kept in the history: reading or writing %1 failed. The "
                                "disk may be full or failing; what is missing is kept with the next "
                                "exchange.")
            .arg(file);
    }
}

} // namespace Gatescope
