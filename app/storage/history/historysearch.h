// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sqlstatement.h"

#include <models/ports/historystore.h>

namespace Gatescope {

/// The columns of an entry, in the order that entryOfRow() reads.
QString historyEntryColumns();
HistoryEntry historyEntryOfRow(const SqlStatement &row);

/// Whether the answer is still wanted; asked between the steps of a search, from its thread.
using StillWanted = std::function<bool()>;

/// Nothing where it is not wanted any more.
SqlResult<std::optional<HistoryMatches>> findHistory(
    const QSqlDatabase &database, const HistoryQuery &query, const StillWanted &isWanted);

} // namespace Gatescope
