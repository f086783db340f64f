// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tsvline.h"

#include "spreadsheettext.h"

#include <algorithm>

namespace Gatescope {

namespace {

QString tsvCell(QString cell)
{
    cell = withoutFormula(cell);
    if (!std::ranges::any_of(cell, [](QChar c) { return QStringView(u"\t\r\n\"").contains(c); }))
        return cell;
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QString tsvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written << tsvCell(cell);
    return written.join(u'\t');
}

} // namespace Gatescope
