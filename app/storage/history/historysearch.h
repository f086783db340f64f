// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sqlstatement.h"

#include <models/ports/historystore.h>

namespace Gatescope {

/// The columns of an entry, in the order that entryOfRow() reads.
QString historyEntryColumns();
HistoryEntry historyEntryOfRow(const SqlStatement &row);

/// Whether the answer is still wanted; asked between the steps of counting, from its thread.
using StillWanted = std::function<bool()>;

/// Counted where that takes no look at more than the entries.
SqlResult<HistoryMatches> findHistory(const QSqlDatabase &database, const HistoryQuery &query);
struct HistoryCounts
{
    qint64 total = 0; ///< that match
    qint64 kept = 0;
};

/// Nothing where it is not wanted any more.
SqlResult<std::optional<HistoryCounts>> countHistory(
    const QSqlDatabase &database, const HistoryQuery &query, const StillWanted &isWanted);

} // namespace Gatescope
