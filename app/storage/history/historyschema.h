// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sqlstatement.h"

#include <span>

namespace Gatescope {

/// Marks a file as ours: "GsHi".
inline constexpr qint64 historyApplicationId = 0x47734869;

/// One step of the file's format; it names tables and columns literally, as they were then.
using HistoryMigration = SqlResult<> (*)(const QSqlDatabase &);

/// The steps of this program, oldest first: step n leads from version n to n + 1, the first from an empty
/// file. Never reordered, never removed.
std::span<const HistoryMigration> historyMigrations();
int historyVersion(); ///< of this program

/// Runs the steps that the file has not seen, each in a transaction of its own.
SqlResult<> migrateHistory(const QSqlDatabase &database, int from);

} // namespace Gatescope
