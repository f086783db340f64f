// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ledgerentry.h"

namespace Gatescope {

/// \name The ledger as it leaves the program, oldest first; any thread
/// @{
/// RFC 4180 in UTF-8 with a row of titles. A text that a spreadsheet would run as a formula begins with an
/// apostrophe.
QByteArray ledgerCsv(const QList<LedgerEntry> &entries);
/// An array of objects, one a line: number, time (UTC), connection, endpoint, kind, name, user, outcome,
/// note (where there is one) and exchange.
QByteArray ledgerJson(const QList<LedgerEntry> &entries);
/// @}

} // namespace Gatescope
