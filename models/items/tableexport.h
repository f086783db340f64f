// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace Gatescope {

/// A table as it was on the screen: the shown columns and rows in their order.
struct ExportedTable
{
    QStringList titles;
    QList<QStringList> rows; ///< as many cells as there are titles
    bool operator==(const ExportedTable &) const = default;
};

/// \name A table as it leaves the program, in UTF-8; any thread
/// @{
/// RFC 4180 with a row of titles. A text that a spreadsheet would run as a formula begins with an apostrophe.
QByteArray tableCsv(const ExportedTable &table);
/// A table of GitHub's Markdown; all text stays text.
QByteArray tableMarkdown(const ExportedTable &table);
/// An array of objects, one a line: title and text of each cell.
QByteArray tableJson(const ExportedTable &table);
/// @}

} // namespace Gatescope
