// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace Gatescope {

/// Cells as one line for a spreadsheet, without its end: such with tabs, quotes or line breaks in quotes;
/// what would be taken for a formula, and is no number, behind an apostrophe.
QString tsvLine(const QStringList &cells);

} // namespace Gatescope
