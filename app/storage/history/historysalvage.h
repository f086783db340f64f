// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sqlstatement.h"

namespace Gatescope {

/// What became of a damaged file.
struct SalvagedHistory
{
    QString asideFileName; ///< the damaged file; empty: it could not be moved
    qint64 entries = 0; ///< that could be read
    qint64 withoutBodies = 0; ///< of them
};

/// Moves a file that nobody has open out of the way, with what lies beside it; its new name, empty if that
/// failed.
QString setHistoryAside(const QString &fileName);
/// Copies row by row what can be read of the damaged file into an empty one of this version.
SalvagedHistory salvageHistory(const QString &damagedFileName, const QSqlDatabase &into);

} // namespace Gatescope
