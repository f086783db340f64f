// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>

namespace Gatescope {

/// \name Tables as text: RFC 4180 with any delimiter, line ends of any system. Any thread
/// @{
struct CsvRow
{
    int line = 1; ///< where it begins, from 1: a cell may hold line breaks
    QStringList cells;
    bool operator==(const CsvRow &) const = default;
};

struct CsvTable
{
    QList<CsvRow> rows; ///< empty lines are passed over
    QStringList problems; ///< sentences about rows that were left out, with their lines
};

/// UTF-8, or UTF-16 where a byte order mark says so; else as Latin-1, which every file can be.
QString decodedTable(const QByteArray &bytes);
/// The one of comma, semicolon, tab and bar that divides the first rows most evenly; a comma if none does.
QChar guessedDelimiter(const QString &text);
/// A row of more cells is left out.
inline constexpr qsizetype maxTableColumns = 1000;
/// At most `maxRows` rows. Of many problems the first are told, and how many more there are.
CsvTable readCsv(const QString &text, QChar delimiter, qsizetype maxRows);
/// A cell as it is written: in quotes where it has to be, or always.
QString csvCell(const QString &cell, QChar delimiter = u',', bool isQuoted = false);
/// @}

} // namespace Gatescope
