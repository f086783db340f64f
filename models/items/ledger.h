// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "growingtable.h"
#include "ledgerentry.h"

namespace Gatescope {

/// Every exposure and event this program caused in this run, as a table. Kept when exchanges are cleared;
/// beyond maxEntries the oldest are no longer listed, but counted.
class Ledger : public GrowingTable<LedgerEntry>
{
    Q_OBJECT
public:
    enum Column { Number, Time, Connection, Kind, Name, User, Outcome, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< a number or text to order the column by
        FilterTextRole, ///< what the text filter looks at, whatever the column
    };
    static constexpr qsizetype maxEntries = 20000;

    using GrowingTable::GrowingTable;

    /// Adds what the exchange had logged.
    void record(const Exchange &exchange);

    /// How many of this run have come to that, listed or not.
    quint64 count(LedgerEntry::Outcome outcome) const { return m_counts.at(std::size_t(outcome)); }
    quint64 total() const { return m_total; }
    quint64 unlisted() const { return m_total - quint64(items().size()); } ///< the oldest

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void recorded(); ///< the counts have changed

private:
    std::array<quint64, 3> m_counts {};
    quint64 m_total = 0;
};

} // namespace Gatescope
