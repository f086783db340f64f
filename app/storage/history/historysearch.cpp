// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historysearch.h"

#include "historyrecord.h"

namespace Gatescope {

namespace {

/// So many ids are counted without a look at whether anybody still waits.
constexpr qint64 slice = 20'000;
constexpr qsizetype shortestIndexed = 3; ///< characters, of the index of three-letter pieces

/// A query as SQL: what is looked up in the index, and what rows are asked.
class HistoryCondition
{
public:
    explicit HistoryCondition(const HistoryQuery &query)
    {
        const QStringList words = query.text.simplified().split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            if (word.toUcs4().size() >= shortestIndexed)
                addIndexed(word);
            else
                addShort(word);
        }
        if (query.outcome != HistoryQuery::Outcome::Any)
            m_rows += query.outcome == HistoryQuery::Outcome::Failed
                ? QStringLiteral(" AND error IS NOT NULL")
                : QStringLiteral(" AND error IS NULL");
        if (!query.connectionId.isEmpty()) {
            m_rows += QStringLiteral(" AND connection_id = ?");
            m_rowValues.append(query.connectionId);
        }
        if (query.onlyPinned)
            m_rows += QStringLiteral(" AND pinned = 1");
    }

    bool isEmpty() const { return m_index.isEmpty() && m_rows.isEmpty(); }

    /// From where, and which; to be followed by more conditions on `id`.
    QString sql(bool needsRows) const
    {
        static const QString visible = QStringLiteral(" AND %1 NOT IN (SELECT id FROM temp.hidden)");
        if (m_index.isEmpty())
            return QStringLiteral(" FROM entries WHERE 1") + m_rows + visible.arg(id());
        // The index comes first, whatever SQLite makes of it: it hands out ids in order.
        const QString from = needsRows || !m_rows.isEmpty()
            ? QStringLiteral(" FROM search CROSS JOIN entries ON entries.id = search.rowid")
            : QStringLiteral(" FROM search");
        return from + QStringLiteral(" WHERE search MATCH ?") + m_rows + visible.arg(id());
    }
    QString id() const
    {
        return m_index.isEmpty() ? QStringLiteral("entries.id") : QStringLiteral("search.rowid");
    }
    void bind(SqlStatement &statement) const
    {
        if (!m_index.isEmpty())
            statement.bind(m_index);
        for (const QString &value : m_rowValues)
            statement.bind(value);
    }

private:
    void addIndexed(QString word)
    {
        word.remove(QChar(u'\0')).replace(u'"', QLatin1String("\"\""));
        m_index += (m_index.isEmpty() ? QLatin1String("\"") : QLatin1String(" AND \"")) + word + u'"';
    }

    /// Too short for the index: bodies are not looked through.
    void addShort(QString word)
    {
        for (const char16_t special : {u'\\', u'%', u'_'})
            word.replace(QChar(special), QString(u'\\') + QChar(special));
        m_rows += QStringLiteral(" AND entries.words LIKE ? ESCAPE '\\'");
        m_rowValues.append(u'%' + word + u'%');
    }

    QString m_index;
    QString m_rows;
    QStringList m_rowValues;
};

SqlResult<QList<HistoryEntry>> findPage(
    const QSqlDatabase &database, const HistoryQuery &query, const HistoryCondition &condition)
{
    QString sql = QStringLiteral("SELECT ") + historyEntryColumns() + condition.sql(true);
    if (query.beforeId > 0)
        sql += QStringLiteral(" AND %1 < ?").arg(condition.id());
    SqlStatement statement(database, sql + QStringLiteral(" ORDER BY %1 DESC LIMIT ?").arg(condition.id()));
    condition.bind(statement);
    if (query.beforeId > 0)
        statement.bind(query.beforeId);
    statement.bind(qint64(std::max(0, query.limit)));
    if (const auto run = statement.run(); !run)
        return std::unexpected(run.error());
    QList<HistoryEntry> entries;
    for (;;) {
        const auto row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return entries;
        entries.append(historyEntryOfRow(statement));
    }
}

SqlResult<qint64> keptCount(const QSqlDatabase &database)
{
    return sqlNumber(database,
        QStringLiteral("SELECT totals.entries - (SELECT count(*) FROM temp.hidden JOIN entries USING (id)) "
                       "FROM totals"));
}

} // namespace

QString historyEntryColumns()
{
    return QStringLiteral(
        "entries.id, entries.started, entries.endpoint, entries.connection_id, entries.connection_name, "
        "entries.subject, entries.user, entries.status, entries.error, entries.duration, entries.sent, "
        "entries.received, entries.pinned, entries.note");
}

HistoryEntry historyEntryOfRow(const SqlStatement &row)
{
    HistoryEntry entry;
    entry.id = row.number(0);
    entry.startedUtc = QDateTime::fromMSecsSinceEpoch(row.number(1), Qt::UTC);
    entry.endpoint = endpointOfName(row.text(2)).value_or(Endpoint::CheckGate);
    entry.connectionId = row.text(3);
    entry.connectionName = row.text(4);
    entry.subject = row.text(5);
    entry.user = row.text(6);
    entry.status = int(row.number(7));
    if (!row.isNull(8))
        entry.error = errorOfName(row.text(8));
    entry.duration = std::chrono::microseconds(row.number(9));
    entry.bytesSent = row.number(10);
    entry.bytesReceived = row.number(11);
    entry.isPinned = row.number(12) != 0;
    entry.note = row.text(13);
    return entry;
}

SqlResult<HistoryMatches> findHistory(const QSqlDatabase &database, const HistoryQuery &query)
{
    const HistoryCondition condition(query);
    HistoryMatches matches;
    const auto kept = keptCount(database);
    if (!kept)
        return std::unexpected(kept.error());
    matches.kept = *kept;
    auto page = findPage(database, query, condition);
    if (!page)
        return std::unexpected(page.error());
    matches.entries = *std::move(page);
    const bool isAll = query.beforeId == 0 && matches.entries.size() < query.limit;
    matches.total = condition.isEmpty() ? matches.kept : matches.entries.size();
    matches.isCounted = condition.isEmpty() || isAll;
    return matches;
}

SqlResult<std::optional<HistoryCounts>> countHistory(
    const QSqlDatabase &database, const HistoryQuery &query, const StillWanted &isWanted)
{
    const HistoryCondition condition(query);
    const auto lowest = sqlNumber(database, QStringLiteral("SELECT min(id) FROM entries"));
    if (!lowest)
        return std::unexpected(lowest.error());
    const auto highest = sqlNumber(database, QStringLiteral("SELECT max(id) FROM entries"));
    if (!highest)
        return std::unexpected(highest.error());
    SqlStatement statement(database,
        QStringLiteral("SELECT count(*)") + condition.sql(false)
            + QStringLiteral(" AND %1 BETWEEN ? AND ?").arg(condition.id()));
    qint64 total = 0;
    for (qint64 from = *lowest; from <= *highest; from += slice) {
        if (!isWanted())
            return std::nullopt;
        condition.bind(statement);
        statement.bind(from).bind(from + slice - 1);
        if (const auto run = statement.run(); !run)
            return std::unexpected(run.error());
        const auto row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        total += *row ? statement.number(0) : 0;
    }
    const auto kept = keptCount(database);
    if (!kept)
        return std::unexpected(kept.error());
    return HistoryCounts {total, *kept};
}

} // namespace Gatescope
