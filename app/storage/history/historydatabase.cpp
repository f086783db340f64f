// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historydatabase.h"

#include "packedbytes.h"

#include <algorithm>

namespace Gatescope {

namespace {

qint64 millisecondsOf(const QDateTime &utc)
{
    return utc.isValid() ? utc.toMSecsSinceEpoch() : 0;
}

/// A body of which nothing can be read any more counts as empty.
HistoryTexts textsOf(const HistoryRecord &record)
{
    return historyTexts(record.entry, record.exchange.url,
        unpackedBytes(record.requestBody).value_or(QByteArray()),
        unpackedBytes(record.responseBody).value_or(QByteArray()));
}

} // namespace

SqlResult<> HistoryDatabase::prepare()
{
    return runSql(m_database, QStringLiteral("CREATE TEMP TABLE hidden (id INTEGER PRIMARY KEY)"));
}

SqlResult<> HistoryDatabase::keep(std::span<HistoryRecord> records)
{
    SqlTransaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    for (HistoryRecord &record : records) {
        // The sequence, not the rows, says which was never given.
        const auto last =
            sqlNumber(m_database, QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'entries'"));
        if (!last)
            return std::unexpected(last.error());
        record.entry.id = *last + 1;
        if (const auto inserted = insert(record); !inserted)
            return inserted;
    }
    return transaction.commit();
}

SqlResult<> HistoryDatabase::insert(const HistoryRecord &record)
{
    return inTurn([&] { return insertEntry(record); }, [&] { return insertParts(record); },
        [&] { return addToIndex(record.entry.id, record.texts); });
}

SqlResult<> HistoryDatabase::insertEntry(const HistoryRecord &record)
{
    const HistoryEntry &entry = record.entry;
    SqlStatement statement(m_database,
        QStringLiteral("INSERT INTO entries (id, started, endpoint, connection_id, connection_name, subject, "
                       "user, status, error, duration, sent, received, pinned, note, bytes, words) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return statement.bind(entry.id)
        .bind(millisecondsOf(entry.startedUtc))
        .bind(pathName(entry.endpoint))
        .bind(entry.connectionId)
        .bind(entry.connectionName)
        .bind(entry.subject)
        .bind(entry.user)
        .bind(qint64(entry.status))
        .bind(entry.error ? QVariant(errorName(*entry.error)) : QVariant())
        .bind(qint64(entry.duration.count()))
        .bind(entry.bytesSent)
        .bind(entry.bytesReceived)
        .bind(qint64(entry.isPinned))
        .bind(entry.note)
        .bind(record.bytes())
        .bind(record.texts.words)
        .run();
}

SqlResult<> HistoryDatabase::insertParts(const HistoryRecord &record)
{
    const Exchange &exchange = record.exchange;
    SqlStatement statement(m_database,
        QStringLiteral("INSERT INTO parts (id, number, method, url, connected, sent_after, first_byte, "
                       "error_message, error_detail, request_headers, response_headers, request_body, "
                       "response_body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return statement.bind(record.entry.id)
        .bind(qint64(exchange.number))
        .bind(exchange.method)
        .bind(QString::fromLatin1(exchange.url.toEncoded()))
        .bind(qint64(exchange.connected.count()))
        .bind(qint64(exchange.sent.count()))
        .bind(qint64(exchange.firstByte.count()))
        .bind(exchange.error ? QVariant(exchange.error->message) : QVariant())
        .bind(exchange.error ? QVariant(exchange.error->detail) : QVariant())
        .bind(record.requestHeaders)
        .bind(record.responseHeaders)
        .bind(record.requestBody)
        .bind(record.responseBody)
        .run();
}

SqlResult<> HistoryDatabase::addToIndex(qint64 id, const HistoryTexts &texts)
{
    SqlStatement statement(
        m_database, QStringLiteral("INSERT INTO search (rowid, words, bodies) VALUES (?, ?, ?)"));
    return statement.bind(id).bind(texts.words).bind(texts.bodies).run();
}

/// The index keeps no texts of its own: it must be told what it was given.
SqlResult<> HistoryDatabase::takeFromIndex(const HistoryRecord &record)
{
    const HistoryTexts texts = textsOf(record);
    SqlStatement statement(m_database,
        QStringLiteral("INSERT INTO search (search, rowid, words, bodies) VALUES ('delete', ?, ?, ?)"));
    return statement.bind(record.entry.id).bind(texts.words).bind(texts.bodies).run();
}

SqlResult<std::optional<HistoryEntry>> HistoryDatabase::entry(qint64 id) const
{
    SqlStatement statement(m_database,
        QStringLiteral("SELECT ") + historyEntryColumns() + QStringLiteral(" FROM entries WHERE id = ?"));
    if (const auto run = statement.bind(id).run(); !run)
        return std::unexpected(run.error());
    const auto isThere = statement.next();
    if (!isThere)
        return std::unexpected(isThere.error());
    return *isThere ? std::optional(historyEntryOfRow(statement)) : std::nullopt;
}

SqlResult<std::optional<HistoryRecord>> HistoryDatabase::record(qint64 id) const
{
    const auto known = entry(id);
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return std::nullopt;
    SqlStatement row(m_database,
        QStringLiteral("SELECT number, method, url, connected, sent_after, first_byte, error_message, "
                       "error_detail, request_headers, response_headers, request_body, response_body "
                       "FROM parts WHERE id = ?"));
    if (const auto run = row.bind(id).run(); !run)
        return std::unexpected(run.error());
    if (const auto isThere = row.next(); !isThere || !*isThere)
        return isThere ? SqlResult<std::optional<HistoryRecord>>(std::nullopt)
                       : std::unexpected(isThere.error());
    HistoryRecord record;
    record.entry = **known;
    Exchange &exchange = record.exchange;
    exchange.number = quint64(row.number(0));
    exchange.method = row.bytes(1);
    exchange.url = QUrl::fromEncoded(row.text(2).toLatin1(), QUrl::StrictMode);
    exchange.connected = std::chrono::microseconds(row.number(3));
    exchange.sent = std::chrono::microseconds(row.number(4));
    exchange.firstByte = std::chrono::microseconds(row.number(5));
    if (record.entry.error)
        exchange.error = Error {*record.entry.error, row.text(6), row.text(7)};
    record.requestHeaders = row.bytes(8);
    record.responseHeaders = row.bytes(9);
    record.requestBody = row.bytes(10);
    record.responseBody = row.bytes(11);
    exchange.endpoint = record.entry.endpoint;
    exchange.connectionId = record.entry.connectionId;
    exchange.connectionName = record.entry.connectionName;
    exchange.subject = record.entry.subject;
    exchange.status = record.entry.status;
    exchange.startedUtc = record.entry.startedUtc;
    exchange.finished = record.entry.duration;
    return record;
}

SqlResult<std::optional<HistoryEntry>> HistoryDatabase::setPinned(qint64 id, bool pinned)
{
    SqlStatement statement(m_database, QStringLiteral("UPDATE entries SET pinned = ? WHERE id = ?"));
    if (const auto run = statement.bind(qint64(pinned)).bind(id).run(); !run)
        return std::unexpected(run.error());
    return entry(id);
}

SqlResult<std::optional<HistoryEntry>> HistoryDatabase::setNote(qint64 id, const QString &note)
{
    SqlTransaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    auto known = record(id);
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return std::nullopt;
    HistoryRecord changed = **known;
    if (const auto taken = takeFromIndex(changed); !taken)
        return std::unexpected(taken.error());
    changed.entry.note = note;
    changed.texts = textsOf(changed);
    SqlStatement statement(m_database, QStringLiteral("UPDATE entries SET note = ?, words = ? WHERE id = ?"));
    const auto written = inTurn([&] { return statement.bind(note).bind(changed.texts.words).bind(id).run(); },
        [&] { return addToIndex(id, changed.texts); }, [&] { return transaction.commit(); });
    if (!written)
        return std::unexpected(written.error());
    return changed.entry;
}

SqlResult<QList<qint64>> HistoryDatabase::ids(SqlStatement statement) const
{
    if (const auto run = statement.run(); !run)
        return std::unexpected(run.error());
    QList<qint64> ids;
    for (;;) {
        const auto row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return ids;
        ids.append(statement.number(0));
    }
}

SqlResult<QList<qint64>> HistoryDatabase::hide(const QList<qint64> &ids)
{
    QList<qint64> hidden;
    SqlStatement isThere(m_database,
        QStringLiteral("INSERT INTO temp.hidden SELECT id FROM entries WHERE id = ? "
                       "AND id NOT IN (SELECT id FROM temp.hidden) RETURNING id"));
    for (const qint64 id : ids) {
        if (const auto run = isThere.bind(id).run(); !run)
            return std::unexpected(run.error());
        const auto row = isThere.next();
        if (!row)
            return std::unexpected(row.error());
        if (*row)
            hidden.append(id);
    }
    return hidden;
}

SqlResult<QList<qint64>> HistoryDatabase::hideAll()
{
    return ids(SqlStatement(m_database,
        QStringLiteral("INSERT INTO temp.hidden SELECT id FROM entries WHERE pinned = 0 "
                       "AND id NOT IN (SELECT id FROM temp.hidden) RETURNING id")));
}

SqlResult<QList<qint64>> HistoryDatabase::restore(const QList<qint64> &ids)
{
    QList<qint64> restored;
    SqlStatement statement(m_database, QStringLiteral("DELETE FROM temp.hidden WHERE id = ? RETURNING id"));
    for (const qint64 id : ids) {
        if (const auto run = statement.bind(id).run(); !run)
            return std::unexpected(run.error());
        const auto row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        if (*row)
            restored.append(id);
    }
    return restored;
}

SqlResult<QStringList> HistoryDatabase::names() const
{
    SqlStatement statement(m_database,
        QStringLiteral(
            "SELECT DISTINCT subject FROM entries WHERE endpoint IN (?, ?, ?, ?) AND subject <> '' "
            "AND id NOT IN (SELECT id FROM temp.hidden) ORDER BY subject"));
    for (const Endpoint endpoint :
        {Endpoint::CheckGate, Endpoint::GetConfig, Endpoint::GetExperiment, Endpoint::GetLayer})
        statement.bind(pathName(endpoint));
    if (const auto run = statement.run(); !run)
        return std::unexpected(run.error());
    QStringList names;
    for (;;) {
        const auto row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return names;
        names.append(statement.text(0));
    }
}

SqlResult<QList<qint64>> HistoryDatabase::hidden() const
{
    return ids(SqlStatement(m_database, QStringLiteral("SELECT id FROM temp.hidden ORDER BY id")));
}

SqlResult<> HistoryDatabase::forgetHidden()
{
    const auto all = hidden();
    if (!all)
        return std::unexpected(all.error());
    if (all->isEmpty())
        return {};
    const auto kept = sqlNumber(m_database, QStringLiteral("SELECT entries FROM totals"));
    if (!kept)
        return std::unexpected(kept.error());
    if (all->size() > mostAtOnce && all->size() > *kept / 2) {
        if (const auto removed = removeMost(); !removed)
            return removed;
    } else {
        // Others may write in between.
        for (qsizetype from = 0; from < all->size(); from += mostAtOnce) {
            const auto some = std::span(*all).subspan(
                size_t(from), size_t(std::min<qsizetype>(mostAtOnce, all->size() - from)));
            if (const auto removed = removeForGood(some); !removed)
                return removed;
        }
    }
    if (const auto cleared = runSql(m_database, QStringLiteral("DELETE FROM temp.hidden")); !cleared)
        return cleared;
    return giveBackRoom();
}

SqlResult<> HistoryDatabase::removeForGood(std::span<const qint64> ids)
{
    SqlTransaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    SqlStatement statement(m_database, QStringLiteral("DELETE FROM entries WHERE id = ?"));
    for (const qint64 id : ids) {
        const auto known = record(id);
        if (!known)
            return std::unexpected(known.error());
        if (!*known)
            continue; // another Gatescope was faster
        if (const auto taken = takeFromIndex(**known); !taken)
            return taken;
        if (const auto removed = statement.bind(id).run(); !removed)
            return removed;
    }
    return transaction.commit();
}

/// Quicker where little stays: the index is made anew, and nothing is left in it of what is gone.
SqlResult<> HistoryDatabase::removeMost()
{
    SqlTransaction transaction(m_database);
    const QString hiddenOnes = QStringLiteral("DELETE FROM entries WHERE id IN (SELECT id FROM temp.hidden)");
    return inTurn([&] { return transaction.begun(); }, [&] { return runSql(m_database, hiddenOnes); },
        [&] { return indexAll(); }, [&] { return transaction.commit(); });
}

SqlResult<QList<qint64>> HistoryDatabase::removeBeyond(const HistoryLimits &limits, const QDateTime &nowUtc)
{
    SqlStatement old(m_database,
        QStringLiteral("SELECT id FROM entries WHERE started < ? AND pinned = 0 ORDER BY started LIMIT ?"));
    old.bind(nowUtc.addDays(-limits.days).toMSecsSinceEpoch()).bind(qint64(mostAtOnce));
    auto removed = ids(std::move(old));
    if (!removed)
        return removed;
    const auto total = sqlNumber(m_database, QStringLiteral("SELECT bytes FROM totals"));
    if (!total)
        return std::unexpected(total.error());
    qint64 beyond = *total - limits.bytes;
    if (removed->isEmpty() && beyond > 0) {
        SqlStatement oldest(
            m_database, QStringLiteral("SELECT id, bytes FROM entries WHERE pinned = 0 ORDER BY id LIMIT ?"));
        if (const auto run = oldest.bind(qint64(mostAtOnce)).run(); !run)
            return std::unexpected(run.error());
        while (beyond > 0 && oldest.next().value_or(false)) {
            removed->append(oldest.number(0));
            beyond -= oldest.number(1);
        }
    }
    if (removed->isEmpty())
        return removed;
    if (const auto done = removeForGood(*removed); !done)
        return std::unexpected(done.error());
    (void)giveBackRoom(); // else the next time
    return removed;
}

/// Qt takes one step of a statement without columns, which gives back one page.
SqlResult<> HistoryDatabase::giveBackRoom()
{
    SqlTransaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    const auto pages = sqlNumber(m_database, QStringLiteral("PRAGMA freelist_count"));
    if (!pages)
        return std::unexpected(pages.error());
    {
        SqlStatement statement(m_database, QStringLiteral("PRAGMA incremental_vacuum(1)"));
        for (qint64 page = 0; page < *pages; ++page) {
            if (const auto run = statement.run(); !run)
                return run;
        }
    } // nothing is committed while a statement has not come to its end
    return transaction.commit();
}

SqlResult<> HistoryDatabase::indexAll()
{
    const QString emptied = QStringLiteral("INSERT INTO search (search) VALUES ('delete-all')");
    if (const auto done = runSql(m_database, emptied); !done)
        return done;
    const auto all = ids(SqlStatement(m_database, QStringLiteral("SELECT id FROM entries ORDER BY id")));
    if (!all)
        return std::unexpected(all.error());
    SqlStatement statement(
        m_database, QStringLiteral("UPDATE entries SET bytes = ?, words = ? WHERE id = ?"));
    for (const qint64 id : *all) {
        auto known = record(id);
        if (!known)
            return std::unexpected(known.error());
        if (!*known)
            continue;
        (*known)->texts = textsOf(**known);
        const auto indexed = inTurn([&] { return addToIndex(id, (*known)->texts); },
            [&] { return statement.bind((*known)->bytes()).bind((*known)->texts.words).bind(id).run(); });
        if (!indexed)
            return indexed;
    }
    return {};
}

} // namespace Gatescope
