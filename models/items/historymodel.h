// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/historystore.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// What of the history matches a query, as a table, newest first. Only a page of it is there at first, more
/// comes as a view asks for it (fetchMore()); what is kept, changed, removed or restored meanwhile shows by
/// itself. UI thread.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Endpoint, Subject, User, Connection, Status, Duration, Note, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< int of ExchangeState, for icon and colour
        PinnedRole, ///< bool
        IdRole,
    };

    /// The store must outlive it. Nothing is asked before setQuery() or refresh().
    explicit HistoryModel(HistoryStore &store, QObject *parent = nullptr);

    /// Asks for what matches; what was there stays until the answer comes. Its beforeId is not looked at.
    void setQuery(const HistoryQuery &query);
    const HistoryQuery &query() const { return m_query; }
    bool isFiltered() const; ///< the query leaves something out
    void refresh(); ///< asks again

    const QList<HistoryEntry> &entries() const { return m_entries; }
    HistoryEntry entry(int row) const { return m_entries.value(row); }
    int rowOf(qint64 id) const; ///< −1: it is not there, or not yet
    qint64 total() const { return m_total; } ///< that match, here or not; at least, while isCounting()
    bool isCounting() const { return !m_isCounted; } ///< how many match
    bool hasMore() const { return !m_isCounted || m_entries.size() < m_total; } ///< than are here
    qint64 kept() const { return m_kept; } ///< that there are
    bool isLoading() const { return m_isLoading; } ///< the query's first page
    bool isAnswered() const { return m_isAnswered; } ///< some query was
    const std::optional<Error> &error() const { return m_error; } ///< of the last asking

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void changed(); ///< the counts, the state or the error

private:
    void ask(const HistoryQuery &query);
    void takeFirst(const HistoryMatches &matches);
    void takeMore(const HistoryMatches &matches);
    void takeNewer(const HistoryMatches &matches);
    void takeCounts(const HistoryMatches &matches);
    void fail(const Error &error);
    void lookForNewer();
    void take(const HistoryEntry &entry);
    void drop(const QList<qint64> &ids);
    bool mayMatch(const HistoryEntry &entry) const;

    HistoryStore &m_store;
    QObject *m_pages; ///< whose searches are the list's
    QObject *m_older; ///< whose searches are for what is further down
    QObject *m_newer; ///< whose searches are for what came since
    HistoryQuery m_query;
    QList<HistoryEntry> m_entries;
    qint64 m_total = 0;
    bool m_isCounted = true;
    qint64 m_kept = 0;
    quint64 m_token = 0; ///< of the last asking for a page
    quint64 m_listed = 0; ///< of the last page that came; more of it are the counts
    bool m_isLoading = false;
    bool m_isFetching = false;
    bool m_isAnswered = false;
    std::optional<Error> m_error;
};

/// What of an entry is said of an exchange: its outcome's word and number.
QString statusText(const HistoryEntry &entry);
/// The time, with the day before it where that is not today's: "14:05:21", "24 Nov, 14:05".
QString historyTimeText(const QDateTime &utc, const QDateTime &nowUtc);

} // namespace Gatescope
