// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "historyrecord.h"
#include "historysearch.h"
#include "historyusers.h"
#include "sqlstatement.h"

#include <span>

namespace Gatescope {

/// The history on an open connection, whose thread it belongs to. What returned without an error is on the
/// disk.
class HistoryDatabase
{
public:
    explicit HistoryDatabase(const QSqlDatabase &database)
        : m_database(database)
    { }

    /// Where hidden entries are listed: of this connection only, gone with it.
    SqlResult<> prepare();

    /// In one transaction; gives the records their ids.
    SqlResult<> keep(std::span<HistoryRecord> records);
    /// As it stands, with its id; within a transaction of the caller.
    SqlResult<> insert(const HistoryRecord &record);

    SqlResult<HistoryMatches> find(const HistoryQuery &query) const { return findHistory(m_database, query); }
    SqlResult<std::optional<HistoryCounts>> count(
        const HistoryQuery &query, const StillWanted &isWanted) const
    {
        return countHistory(m_database, query, isWanted);
    }
    SqlResult<std::optional<HistoryEntry>> entry(qint64 id) const; ///< hidden ones too; nothing: it is gone
    /// With its packed parts.
    SqlResult<std::optional<HistoryRecord>> record(qint64 id) const;

    /// What was asked about by name, each once, hidden entries left out.
    SqlResult<QStringList> names() const;

    /// One step; true: it was the last. Hidden entries are left out.
    SqlResult<bool> gatherMore(HistoryUserGathering &gathering) const
    {
        return gathering.gatherMore(m_database);
    }

    SqlResult<std::optional<HistoryEntry>> setPinned(qint64 id, bool pinned);
    SqlResult<std::optional<HistoryEntry>> setNote(qint64 id, const QString &note);

    /// Those of them that are there and were not hidden.
    SqlResult<QList<qint64>> hide(const QList<qint64> &ids);
    SqlResult<QList<qint64>> hideAll(); ///< but what is pinned
    SqlResult<QList<qint64>> restore(const QList<qint64> &ids);
    SqlResult<QList<qint64>> hidden() const;
    /// Removes what is hidden for good.
    SqlResult<> forgetHidden();
    /// Removes unpinned entries beyond the limits, the oldest first, at most so many at once.
    SqlResult<QList<qint64>> removeBeyond(const HistoryLimits &limits, const QDateTime &nowUtc);
    static constexpr int mostAtOnce = 200;

    /// Makes the index of words anew, and counts what each entry takes; within a transaction of the caller.
    SqlResult<> indexAll();

private:
    SqlResult<> insertEntry(const HistoryRecord &record);
    SqlResult<> insertParts(const HistoryRecord &record);
    SqlResult<> addToIndex(qint64 id, const HistoryTexts &texts);
    SqlResult<> takeFromIndex(const HistoryRecord &record);
    SqlResult<> removeForGood(std::span<const qint64> ids);
    SqlResult<> removeMost();
    SqlResult<> giveBackRoom();
    SqlResult<QList<qint64>> ids(SqlStatement statement) const;

    QSqlDatabase m_database;
};

} // namespace Gatescope
