// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personatable.h"

#include "personafile.h"

#include <models/json/spreadsheettext.h>
#include <models/statsig/useredit.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Gatescope {

namespace {

using TargetKind = ColumnTarget::Kind;

constexpr qsizetype mostDigits = 15; ///< beyond, doubles do not tell neighbours apart
constexpr qsizetype mostRowProblems = 100;

QString trTable(const char *text)
{
    return QCoreApplication::translate("Gatescope::PersonaTable", text);
}

/// As a sentence can hold it.
QString inShort(const QString &text)
{
    constexpr qsizetype mostShown = 80;
    return text.size() <= mostShown ? text : QString(text.left(mostShown) + u'…');
}

JsonDocumentPtr jsonIn(const QString &cell)
{
    const auto document = JsonDocument::parse(cell.trimmed().toUtf8());
    return document ? *document : nullptr;
}

bool isShortNumber(const JsonDocumentPtr &json, const QString &cell)
{
    const auto digits = std::ranges::count_if(cell, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return json && json->root().isNumber() && digits <= mostDigits;
}

bool isBooleanWord(const QString &cell)
{
    const QString word = cell.trimmed();
    return word.compare(u"true", Qt::CaseInsensitive) == 0
        || word.compare(u"false", Qt::CaseInsensitive) == 0;
}

QStringList columnCells(const QList<CsvRow> &rows, qsizetype column)
{
    QStringList cells;
    for (const CsvRow &row : rows)
        cells.append(row.cells.value(column));
    return cells;
}

bool isTyped(const ColumnTarget &target)
{
    return target.kind == TargetKind::Member && target.table != UserTable::CustomIds;
}

Result<QStringList> tagsIn(const QString &cell)
{
    if (!cell.trimmed().startsWith(u'[')) {
        static const QRegularExpression separator(QStringLiteral("[,;]"));
        QStringList tags;
        for (const QString &tag : cell.split(separator)) {
            if (!tag.trimmed().isEmpty())
                tags.append(tag.trimmed());
        }
        return tags;
    }
    const JsonDocumentPtr json = jsonIn(cell);
    QStringList tags;
    for (quint32 i = 0; json && i < json->root().size(); ++i)
        tags.append(json->root().at(i).toString());
    if (!json)
        return failure(ErrorCode::BadInput, trTable("“%1” is no list of tags").arg(inShort(cell)));
    return tags;
}

/// One row on its way to a persona.
class RowReader
{
public:
    Result<Persona> read(const QList<TableColumn> &columns, const CsvRow &row)
    {
        for (qsizetype i = 0; i < columns.size() && i < row.cells.size(); ++i) {
            if (row.cells[i].isEmpty())
                continue;
            if (const auto taken = take(columns[i], row.cells[i]); !taken)
                return std::unexpected(taken.error());
        }
        const auto more = row.cells.mid(columns.size());
        if (std::ranges::any_of(more, [](const QString &cell) { return !cell.isEmpty(); }))
            return failure(ErrorCode::BadInput, trTable("there are more cells than titles"));
        for (const UserTable table : userTables) {
            if (!m_tables[table].isEmpty())
                m_persona.user.setTable(table, m_persona.user.table(table) + m_tables[table]);
        }
        if (m_persona.user.isEmpty() && !m_hasUser)
            return failure(ErrorCode::BadInput, trTable("there is nothing of a user in it"));
        if (m_persona.name.isEmpty())
            m_persona.name = m_persona.user.label();
        if (m_persona.name.isEmpty())
            m_persona.name = trTable("Line %1").arg(row.line);
        return m_persona;
    }

private:
    Result<> take(const TableColumn &column, const QString &cell)
    {
        const ColumnTarget &target = column.target;
        switch (target.kind) {
        case TargetKind::Skip:
            return {};
        case TargetKind::Name:
            m_persona.name = cell;
            return {};
        case TargetKind::Notes:
            m_persona.notes = cell;
            return {};
        case TargetKind::Tags:
            return takeTags(cell);
        case TargetKind::Field:
            m_persona.user.setText(target.field, cell);
            return {};
        case TargetKind::Tier:
            m_persona.user.setTier(cell);
            return {};
        case TargetKind::Member:
            return takeMember(column, cell);
        case TargetKind::User:
            return takeUser(cell);
        }
        Q_UNREACHABLE();
    }

    Result<> takeTags(const QString &cell)
    {
        const auto tags = tagsIn(cell);
        if (!tags)
            return std::unexpected(tags.error());
        m_persona.tags = *tags;
        return {};
    }

    Result<> takeMember(const TableColumn &column, const QString &cell)
    {
        const auto json = cellJson(cell, isTyped(column.target) ? column.type : ValueType::Text);
        if (!json)
            return failure(ErrorCode::BadInput,
                trTable("“%1” in “%2” is no %3")
                    .arg(inShort(cell), inShort(column.title), valueTypeName(column.type)));
        m_tables[column.target.table].append({column.target.key, *json});
        return {};
    }

    Result<> takeUser(const QString &cell)
    {
        auto user = StatsigUser::fromJson(cell.toUtf8());
        if (!user)
            return failure(
                user.error().code, trTable("the user cannot be read: %1").arg(user.error().message));
        m_persona.user = std::move(*user);
        m_hasUser = true;
        return {};
    }

    Persona m_persona;
    bool m_hasUser = false; ///< as JSON
    QHash<UserTable, JsonMembers> m_tables;
};

/// "user" means the whole user as JSON only where there is such a cell.
ColumnTarget likelyTarget(const QString &title, const QList<CsvRow> &rows, qsizetype column)
{
    const ColumnTarget target = guessedTarget(title);
    if (target.kind != TargetKind::User)
        return target;
    bool isEmpty = true;
    for (const CsvRow &row : rows) {
        const QString cell = row.cells.value(column).trimmed();
        if (cell.startsWith(u'{'))
            return target;
        isEmpty = isEmpty && cell.isEmpty();
    }
    return isEmpty ? target : ColumnTarget {TargetKind::Field, UserField::UserId};
}

/// Of columns with one target the best named stays, the first of equals; the user sees that others are left
/// out, and may choose otherwise.
void leaveOutWorse(QList<TableColumn> &columns)
{
    QHash<QString, qsizetype> best;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        TableColumn &column = columns[i];
        if (column.target.kind == TargetKind::Skip)
            continue;
        const QString name = targetText(column.target);
        const auto other = best.constFind(name);
        if (other == best.cend()) {
            best.insert(name, i);
        } else if (titleMatch(column.title, column.target)
            < titleMatch(columns[*other].title, columns[*other].target)) {
            columns[*other].target = {};
            best.insert(name, i);
        } else {
            column.target = {};
        }
    }
}

/// As the user may have chosen them.
QList<TableColumn> withoutDoubled(QList<TableColumn> columns, QStringList &problems)
{
    QHash<QString, QString> titles;
    for (TableColumn &column : columns) {
        if (column.target.kind == TargetKind::Skip)
            continue;
        const QString name = targetText(column.target);
        if (titles.contains(name)) {
            problems.append(trTable("“%1” is left out: “%2” is %3 already.")
                    .arg(inShort(column.title), inShort(titles.value(name)), inShort(name)));
            column.target = {};
        } else {
            titles.insert(name, column.title);
        }
    }
    return columns;
}

/// The error is a sentence.
Result<Persona> draftOf(const QList<TableColumn> &columns, const CsvRow &row)
{
    auto persona = personaOf(columns, row);
    if (!persona)
        return failure(persona.error().code,
            trTable("Line %1: %2. The row is left out.").arg(row.line).arg(persona.error().message));
    if (const auto fits = checkPersonaSize(*persona); !fits)
        return failure(fits.error().code,
            trTable("Line %1: %2 The row is left out.").arg(row.line).arg(fits.error().message));
    return persona;
}

} // namespace

PersonaTable readPersonaTable(const QByteArray &bytes)
{
    const QString text = decodedTable(bytes);
    PersonaTable table;
    table.delimiter = guessedDelimiter(text);
    CsvTable csv = readCsv(text, table.delimiter, maxImportedPersonas + 1);
    table.problems = csv.problems;
    if (csv.rows.isEmpty())
        return table;
    for (CsvRow &row : csv.rows) {
        for (QString &cell : row.cells)
            cell = withFormula(cell);
    }
    const QStringList titles = csv.rows.takeFirst().cells;
    table.rows = csv.rows;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        const QString title = titles[i].trimmed();
        if (title.size() > maxColumnTitle) // nobody's name; it is left out
            table.columns.append({inShort(title), {}, ValueType::Text});
        else
            table.columns.append({title, likelyTarget(title, table.rows, i), ValueType::Text});
    }
    leaveOutWorse(table.columns);
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        if (isTyped(table.columns[i].target))
            table.columns[i].type = guessedType(columnCells(table.rows, i));
    }
    return table;
}

ValueType guessedType(const QStringList &cells)
{
    bool areNumbers = true;
    bool areBooleans = true;
    bool areJson = true;
    bool isEmpty = true;
    for (const QString &cell : cells) {
        if (cell.isEmpty())
            continue;
        isEmpty = false;
        const JsonDocumentPtr json = jsonIn(cell);
        areNumbers = areNumbers && isShortNumber(json, cell);
        areBooleans = areBooleans && isBooleanWord(cell);
        areJson = areJson && json && (!json->root().isNumber() || isShortNumber(json, cell));
        if (!areNumbers && !areBooleans && !areJson)
            return ValueType::Text;
    }
    if (isEmpty)
        return ValueType::Text;
    if (areNumbers)
        return ValueType::Number;
    return areBooleans ? ValueType::Boolean : ValueType::Json;
}

std::optional<QByteArray> cellJson(const QString &cell, ValueType type)
{
    if (type != ValueType::Json)
        return typedTextToJson({type, cell});
    const JsonDocumentPtr json = jsonIn(cell);
    return json ? jsonCompact(json->root()) : jsonQuoted(cell);
}

Result<Persona> personaOf(const QList<TableColumn> &columns, const CsvRow &row)
{
    return RowReader().read(columns, row);
}

TableDrafts personasOf(const PersonaTable &table)
{
    TableDrafts drafts;
    drafts.problems = table.problems;
    const QList<TableColumn> columns = withoutDoubled(table.columns, drafts.problems);
    qsizetype faults = 0;
    for (const CsvRow &row : table.rows) {
        auto persona = draftOf(columns, row);
        if (persona)
            drafts.personas.append(std::move(*persona));
        else if (++faults <= mostRowProblems)
            drafts.problems.append(persona.error().message);
    }
    if (faults > mostRowProblems)
        drafts.problems.append(
            trTable("%1 more rows cannot be read and are left out.").arg(faults - mostRowProblems));
    return drafts;
}

} // namespace Gatescope
