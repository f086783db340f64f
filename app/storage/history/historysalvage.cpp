// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historysalvage.h"

#include "historydatabase.h"
#include "packedbytes.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>

namespace Gatescope {

namespace {

constexpr qint64 rowsPerTransaction = 500;

QString freeName(const QString &fileName)
{
    const QFileInfo file(fileName);
    const QString stem = file.dir().filePath(
        file.completeBaseName() + QStringLiteral("-damaged-") + QDate::currentDate().toString(Qt::ISODate));
    QString name = stem + QStringLiteral(".sqlite");
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = stem + QStringLiteral("-%1.sqlite").arg(number);
    return name;
}

/// Whatever of these can be read: an interior page may be damaged, or the sequence.
std::pair<qint64, qint64> idRange(const QSqlDatabase &damaged)
{
    const auto number = [&damaged](const char *sql) {
        return sqlNumber(damaged, QString::fromLatin1(sql)).value_or(0);
    };
    const qint64 last = std::max(number("SELECT seq FROM sqlite_sequence WHERE name = 'entries'"),
        number("SELECT max(id) FROM entries"));
    return {std::max<qint64>(1, number("SELECT min(id) FROM entries")), last};
}

/// A part that does not unpack is none.
void dropDamaged(HistoryRecord &record, bool &isWhole)
{
    if (!unpackedHeaders(record.requestHeaders) || !unpackedHeaders(record.responseHeaders)) {
        record.requestHeaders = record.responseHeaders = packedHeaders({});
        isWhole = false;
    }
    for (QByteArray *body : {&record.requestBody, &record.responseBody}) {
        if (unpackedBytes(*body))
            continue;
        *body = packedBytes({});
        isWhole = false;
    }
}

class Salvage
{
public:
    Salvage(const QSqlDatabase &damaged, const QSqlDatabase &into)
        : m_damaged(damaged)
        , m_damagedConnection(damaged)
        , m_into(into)
        , m_connection(into)
    { }

    SalvagedHistory run()
    {
        const auto [first, last] = idRange(m_damagedConnection);
        for (qint64 from = first; from <= last; from += rowsPerTransaction)
            copy(from, std::min(from + rowsPerTransaction - 1, last));
        if (last > 0)
            keepSequence(last);
        return m_done;
    }

private:
    void copy(qint64 from, qint64 to)
    {
        SqlTransaction transaction(m_connection);
        SalvagedHistory done = m_done;
        for (qint64 id = from; id <= to; ++id)
            copyRow(id, done);
        if (transaction.commit())
            m_done = done;
    }

    void copyRow(qint64 id, SalvagedHistory &done)
    {
        const auto entry = m_damaged.entry(id);
        if (!entry || !*entry)
            return;
        auto whole = m_damaged.record(id);
        bool isWhole = whole && *whole;
        HistoryRecord record = isWhole ? **std::move(whole) : HistoryRecord();
        record.entry = **entry;
        dropDamaged(record, isWhole);
        record.texts = historyTexts(record.entry, record.exchange.url,
            unpackedBytes(record.requestBody).value_or(QByteArray()),
            unpackedBytes(record.responseBody).value_or(QByteArray()));
        if (!m_into.insert(record))
            return;
        ++done.entries;
        done.withoutBodies += isWhole ? 0 : 1;
    }

    /// Ids of what is lost are not given again.
    void keepSequence(qint64 last)
    {
        SqlStatement statement(m_connection,
            QStringLiteral("UPDATE sqlite_sequence SET seq = ? WHERE name = 'entries' AND seq < ?"));
        (void)statement.bind(last).bind(last).run();
    }

    HistoryDatabase m_damaged;
    QSqlDatabase m_damagedConnection;
    HistoryDatabase m_into;
    QSqlDatabase m_connection;
    SalvagedHistory m_done;
};

} // namespace

QString setHistoryAside(const QString &fileName)
{
    const QString aside = freeName(fileName);
    if (!QFile::rename(fileName, aside))
        return {};
    // What was written last may be in the log alone.
    QFile::rename(fileName + QStringLiteral("-wal"), aside + QStringLiteral("-wal"));
    QFile::remove(fileName + QStringLiteral("-shm"));
    return aside;
}

SalvagedHistory salvageHistory(const QString &damagedFileName, const QSqlDatabase &into)
{
    SalvagedHistory salvaged;
    const QString name = into.connectionName() + QStringLiteral("-damaged");
    {
        QSqlDatabase damaged = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        damaged.setDatabaseName(damagedFileName);
        // A file whose end is missing is read, too, where its schema may be wrong.
        if (damaged.open() && runSql(damaged, QStringLiteral("PRAGMA writable_schema = ON")))
            salvaged = Salvage(damaged, into).run();
    }
    QSqlDatabase::removeDatabase(name);
    salvaged.asideFileName = damagedFileName;
    return salvaged;
}

} // namespace Gatescope
