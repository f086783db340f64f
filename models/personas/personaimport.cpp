// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personaimport.h"

#include "jsonpersonas.h"
#include "personafile.h"
#include "requestusers.h"

#include <models/exchangeformats/curlcommand.h>
#include <models/exchangeformats/harfile.h>

#include <QCoreApplication>
#include <QStringConverter>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr qsizetype mostLineProblems = 100;
constexpr qsizetype commandHead = 4096; ///< enough to tell that it is one

QString trImport(const char *text)
{
    return QCoreApplication::translate("Gatescope::PersonaImport", text);
}

PersonaImport importOf(ImportFormat format, const JsonPersonas &found)
{
    return {format, found.personas(), found.problems()};
}

/// What the shells and spreadsheets of Windows write is told by its mark.
QByteArray inUtf8(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    return marked && *marked != QStringConverter::Utf8 ? decodedTable(bytes).toUtf8() : bytes;
}

/// Statsig's debug views assign their state to a variable of the page.
QByteArray withoutAssignment(const QByteArray &text)
{
    const qsizetype equals = text.indexOf('=');
    if (!text.startsWith("window.") || equals < 0)
        return text;
    QByteArray json = text.mid(equals + 1).trimmed();
    if (json.endsWith(';'))
        json.chop(1);
    return json;
}

/// Hands on each line that is not empty, with its number, until `take` says that it is enough.
template<typename Take>
void readFilledLines(const QByteArray &bytes, Take take)
{
    qsizetype number = 1;
    for (qsizetype at = 0; at < bytes.size(); ++number) {
        const qsizetype lineEnd = bytes.indexOf('\n', at);
        const qsizetype end = lineEnd < 0 ? bytes.size() : lineEnd;
        const QByteArrayView line = QByteArrayView(bytes).sliced(at, end - at).trimmed();
        if (!line.isEmpty() && !take(number, line.toByteArray()))
            return;
        at = end + 1;
    }
}

PersonaImport importLines(const QByteArray &bytes)
{
    JsonPersonas found;
    readFilledLines(bytes, [&found](qsizetype number, const QByteArray &line) {
        if (found.isFull() || found.problems().size() >= mostLineProblems) {
            found.takeProblem(trImport("The lines from %1 on are not read.").arg(number));
            return false;
        }
        const QString where = trImport("Line %1: ").arg(number);
        if (const auto document = JsonDocument::parse(line))
            found.take((*document)->root(), where);
        else
            found.takeProblem(where + document.error().message);
        return true;
    });
    return importOf(ImportFormat::Lines, found);
}

/// Lines of JSON are no JSON as a whole: the first of them is.
bool areLines(const QByteArray &bytes)
{
    QByteArray first;
    int filled = 0;
    readFilledLines(bytes, [&](qsizetype, const QByteArray &line) {
        if (++filled == 1)
            first = line;
        return filled == 1;
    });
    const auto document = JsonDocument::parse(first);
    return filled > 1 && document && (*document)->root().isObject();
}

bool isTableName(const QString &fileName)
{
    return fileName.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)
        || fileName.endsWith(QStringLiteral(".tsv"), Qt::CaseInsensitive);
}

/// A title that says what it is of a user; any text might be a custom attribute.
bool isTelling(const TableColumn &column)
{
    const ColumnTarget::Kind kind = column.target.kind;
    return kind == ColumnTarget::Kind::Field || kind == ColumnTarget::Kind::Tier
        || (kind == ColumnTarget::Kind::Member && column.target.table != UserTable::Custom)
        || column.title == targetText(column.target);
}

bool isTable(const PersonaTable &table, const QString &fileName)
{
    if (table.columns.isEmpty() || table.rows.isEmpty())
        return false;
    return isTableName(fileName) || std::ranges::any_of(table.columns, isTelling);
}

PersonaImport importTable(const PersonaTable &table)
{
    const TableDrafts drafts = personasOf(table);
    return {ImportFormat::Table, drafts.personas, drafts.problems, table};
}

PersonaImport importJson(const JsonValue &root)
{
    JsonPersonas found;
    found.take(root);
    return importOf(ImportFormat::Json, found);
}

PersonaImport importCommands(const QByteArray &bytes)
{
    JsonPersonas found;
    takeCommands(QString::fromUtf8(bytes.left(maxCommandsBytes)), found);
    if (bytes.size() > maxCommandsBytes)
        found.takeProblem(trImport("Of these commands only the first %1 MB are read.")
                .arg(maxCommandsBytes / (1024 * 1024)));
    return importOf(ImportFormat::Command, found);
}

/// What only speaks of a log, as a user may, is none.
std::optional<HarFile> harIn(const QByteArray &bytes)
{
    if (!looksLikeHar(bytes))
        return std::nullopt;
    auto har = readHar(bytes);
    return har ? std::optional(std::move(*har)) : std::nullopt;
}

PersonaImport recognised(const QByteArray &bytes, const QString &fileNameHint)
{
    if (looksLikeCommand(QString::fromUtf8(bytes.left(commandHead))))
        return importCommands(bytes);
    const QByteArray text = withoutAssignment(bytes.trimmed());
    const auto document = JsonDocument::parse(text);
    if (document && (*document)->root().isContainer())
        return importJson((*document)->root());
    if (areLines(bytes))
        return importLines(bytes);
    if (!isTableName(fileNameHint) && (text.startsWith('{') || text.startsWith('[')))
        return {ImportFormat::Json, {}, {document.error().message}};
    if (const PersonaTable table = readPersonaTable(bytes); isTable(table, fileNameHint))
        return importTable(table);
    return {ImportFormat::Unknown, {},
        {trImport(
            "No user was found. Expected are a persona, users as JSON, JSON lines or a table (CSV, TSV), "
            "a command of curl, a HAR file or a dump of a Statsig SDK.")}};
}

/// What would not be read again from its file.
void leaveOutLarge(PersonaImport &import)
{
    import.personas.removeIf([&import](const Persona &persona) {
        const auto fits = checkPersonaSize(persona);
        if (!fits)
            import.problems.append(trImport("%1 It is left out.").arg(fits.error().message));
        return !fits;
    });
}

} // namespace

PersonaImport readPersonas(const QByteArray &bytes, const QString &fileNameHint)
{
    const QByteArray text = inUtf8(bytes);
    if (const auto har = harIn(text)) {
        JsonPersonas found;
        takeHar(*har, found);
        PersonaImport result = importOf(ImportFormat::Har, found);
        leaveOutLarge(result);
        return result;
    }
    if (bytes.size() > maxImportBytes)
        return {ImportFormat::Unknown, {},
            {trImport("This is larger than 64 MB, more than is read of personas at once. Divide it.")}};
    PersonaImport result = recognised(text, fileNameHint);
    leaveOutLarge(result);
    if (result.personas.isEmpty() && result.problems.isEmpty())
        result.problems.append(trImport("There is no user in it."));
    return result;
}

QString formatName(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Unknown:
        return trImport("unknown");
    case ImportFormat::Json:
        return trImport("JSON");
    case ImportFormat::Lines:
        return trImport("JSON lines");
    case ImportFormat::Table:
        return trImport("table");
    case ImportFormat::Command:
        return trImport("command");
    case ImportFormat::Har:
        return trImport("HAR file");
    }
    Q_UNREACHABLE();
}

} // namespace Gatescope
