// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tsvline.h"

#include <algorithm>

namespace Gatescope {

namespace {

bool isFormula(const QString &cell)
{
    constexpr QStringView signs = u"=+-@";
    bool isNumber = false;
    cell.toDouble(&isNumber);
    return !cell.isEmpty() && signs.contains(cell.front()) && !isNumber;
}

QString tsvCell(QString cell)
{
    if (isFormula(cell))
        cell.prepend(u'\'');
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
