// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tableexport.h"

#include <models/explain/markdowntext.h>
#include <models/json/spreadsheettext.h>
#include <models/statsig/members.h>

namespace Gatescope {

namespace {

QString csvField(const QString &text)
{
    QString field = withoutFormula(text);
    const bool needsQuotes =
        field.contains(u'"') || field.contains(u',') || field.contains(u'\n') || field.contains(u'\r');
    return needsQuotes ? u'"' + field.replace(u'"', QStringLiteral("\"\"")) + u'"' : field;
}

QString csvLine(const QStringList &cells)
{
    QStringList fields;
    for (const QString &cell : cells)
        fields << csvField(cell);
    return fields.join(u',') + QStringLiteral("\r\n");
}

/// A bar would end the cell, in a code span as well.
QString markdownCell(const QString &text)
{
    QString cell = markdownWords(text);
    return cell.replace(QStringLiteral("\\|"), QStringLiteral("|")).replace(u'|', QStringLiteral("\\|"));
}

QString markdownLine(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString markdownRow(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written << markdownCell(cell);
    return markdownLine(written);
}

} // namespace

QByteArray tableCsv(const ExportedTable &table)
{
    QString csv = csvLine(table.titles);
    for (const QStringList &row : table.rows)
        csv += csvLine(row);
    return csv.toUtf8();
}

QByteArray tableMarkdown(const ExportedTable &table)
{
    QString markdown =
        markdownRow(table.titles) + markdownLine(QStringList(table.titles.size(), QStringLiteral("---")));
    for (const QStringList &row : table.rows)
        markdown += markdownRow(row);
    return markdown.toUtf8();
}

QByteArray tableJson(const ExportedTable &table)
{
    QByteArray json("[");
    for (const QStringList &row : table.rows) {
        JsonMembers members;
        for (qsizetype i = 0; i < row.size(); ++i)
            members.append({table.titles.value(i), jsonQuoted(row[i])});
        json += json.size() > 1 ? ",\n" : "\n";
        json += membersToJson(members);
    }
    return json + "\n]\n";
}

} // namespace Gatescope
