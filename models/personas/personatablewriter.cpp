// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personatablewriter.h"

#include "personafile.h"

#include <models/json/spreadsheettext.h>
#include <models/statsig/useredit.h>

#include <QSet>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

using TargetKind = ColumnTarget::Kind;

constexpr int mostRounds = 8; ///< then all users are written whole

const QString tagSeparator = QStringLiteral("; ");

QString tagsCell(const QStringList &tags)
{
    const bool isPlain = std::ranges::none_of(tags, [](const QString &tag) {
        return tag.isEmpty() || tag != tag.trimmed() || tag.contains(u';') || tag.contains(u',')
            || tag.startsWith(u'[');
    });
    if (isPlain)
        return tags.join(tagSeparator);
    QByteArrayList quoted;
    for (const QString &tag : tags)
        quoted.append(jsonQuoted(tag));
    return QString::fromUtf8('[' + quoted.join(',') + ']');
}

/// Text as it is; nothing where an empty cell would be read as none.
std::optional<QString> plainCell(const QByteArray &json)
{
    const TypedText typed = typedTextFromJson(json);
    return typed.text.isEmpty() ? std::nullopt : std::optional(typed.text);
}

/// Writes a table in rounds: whose user does not come back from its cells gets it whole.
class TableWriter
{
public:
    explicit TableWriter(const QList<Persona> &personas)
        : m_personas(personas)
    { }

    PersonaTable write()
    {
        for (int round = 1; true; ++round) {
            m_table = {};
            addColumns();
            const bool isTooWide = m_table.columns.size() > maxTableColumns;
            if (!isTooWide) {
                fillRows();
                if (areAllTheSame())
                    return m_table;
            }
            for (qsizetype row = 0; (isTooWide || round == mostRounds) && row < m_personas.size(); ++row)
                m_whole.insert(row);
        }
    }

private:
    bool isWhole(qsizetype row) const { return m_whole.contains(row); }

    void addColumns()
    {
        addColumn({TargetKind::Name});
        if (std::ranges::any_of(m_personas, [](const Persona &persona) { return !persona.tags.isEmpty(); }))
            addColumn({TargetKind::Tags});
        if (std::ranges::any_of(m_personas, [](const Persona &persona) { return !persona.notes.isEmpty(); }))
            addColumn({TargetKind::Notes});
        for (const UserField field : userFields)
            addColumnIfAny({TargetKind::Field, field});
        addColumnIfAny({TargetKind::Tier});
        for (const UserTable table : {UserTable::Custom, UserTable::PrivateAttributes, UserTable::CustomIds})
            addMembers(table);
        if (!m_whole.isEmpty())
            addColumn({TargetKind::User});
    }

    void addColumn(const ColumnTarget &target)
    {
        const QString title = targetText(target);
        const bool isShort = title.size() <= maxColumnTitle;
        if (isShort && guessedTarget(title) == target && title.isValidUtf16()) // else no title says so
            m_table.columns.append({title, target, ValueType::Text});
    }

    void addColumnIfAny(const ColumnTarget &target)
    {
        for (qsizetype row = 0; row < m_personas.size(); ++row) {
            if (!isWhole(row) && !userCell(m_personas[row].user, target).isEmpty()) {
                addColumn(target);
                return;
            }
        }
    }

    void addMembers(UserTable table)
    {
        QSet<QString> known;
        for (qsizetype row = 0; row < m_personas.size(); ++row) {
            for (const JsonMember &member :
                isWhole(row) ? JsonMembers() : m_personas[row].user.table(table)) {
                if (known.contains(member.key))
                    continue;
                known.insert(member.key);
                addColumn({TargetKind::Member, {}, table, member.key});
            }
        }
    }

    static QString userCell(const StatsigUser &user, const ColumnTarget &target)
    {
        return target.kind == TargetKind::Tier ? user.tier() : user.text(target.field);
    }

    QString cellOf(qsizetype row, const ColumnTarget &target) const
    {
        const Persona &persona = m_personas[row];
        switch (target.kind) {
        case TargetKind::Name:
            return persona.name;
        case TargetKind::Tags:
            return tagsCell(persona.tags);
        case TargetKind::Notes:
            return persona.notes;
        case TargetKind::User:
            return isWhole(row) ? QString::fromUtf8(persona.user.toJson()) : QString();
        case TargetKind::Field:
        case TargetKind::Tier:
            return isWhole(row) ? QString() : userCell(persona.user, target);
        case TargetKind::Member:
        case TargetKind::Skip:
            return {};
        }
        Q_UNREACHABLE();
    }

    void fillRows()
    {
        for (qsizetype row = 0; row < m_personas.size(); ++row)
            m_table.rows.append({int(row) + 2, QStringList(m_table.columns.size())});
        for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
            if (m_table.columns[i].target.kind == TargetKind::Member) {
                fillMembers(i);
                continue;
            }
            for (qsizetype row = 0; row < m_personas.size(); ++row)
                m_table.rows[row].cells[i] = cellOf(row, m_table.columns[i].target);
        }
    }

    /// Plain where all come back the same, else as JSON.
    void fillMembers(qsizetype column)
    {
        const ColumnTarget target = m_table.columns[column].target;
        const UserAttribute attribute {target.table, target.key};
        QByteArrayList values;
        for (qsizetype row = 0; row < m_personas.size(); ++row)
            values.append(isWhole(row) ? QByteArray() : attributeJson(m_personas[row].user, attribute));
        QStringList cells = plainCells(values);
        const ValueType type = guessedType(cells);
        const bool isPlain = [&] {
            for (qsizetype row = 0; row < values.size(); ++row) {
                if (!values[row].isEmpty() && cellJson(cells[row], type) != values[row])
                    return false;
            }
            return true;
        }();
        const bool isText = target.table == UserTable::CustomIds;
        for (qsizetype row = 0; row < values.size() && !isPlain && !isText; ++row)
            cells[row] = QString::fromUtf8(values[row]);
        m_table.columns[column].type = isText ? ValueType::Text : guessedType(cells);
        for (qsizetype row = 0; row < values.size(); ++row)
            m_table.rows[row].cells[column] = cells[row];
    }

    static QStringList plainCells(const QByteArrayList &values)
    {
        QStringList cells;
        for (const QByteArray &value : values)
            cells.append(value.isEmpty() ? QString() : plainCell(value).value_or(QString()));
        return cells;
    }

    /// Those that are not are written whole in the next round.
    bool areAllTheSame()
    {
        const qsizetype before = m_whole.size();
        for (qsizetype row = 0; row < m_personas.size(); ++row) {
            if (isWhole(row))
                continue;
            const auto read = personaOf(m_table.columns, m_table.rows[row]);
            const bool isText = std::ranges::all_of(m_table.rows[row].cells, &QString::isValidUtf16);
            if (!isText || !read || read->user != m_personas[row].user)
                m_whole.insert(row);
        }
        return m_whole.size() == before;
    }

    const QList<Persona> &m_personas;
    QSet<qsizetype> m_whole; ///< rows
    PersonaTable m_table;
};

/// Whoever reads the table has to guess what divides its cells: with each in quotes nothing but a comma does.
bool mayBeReadOtherwise(const PersonaTable &table)
{
    const auto holdsOther = [](const QString &cell) {
        return cell.contains(u';') || cell.contains(u'\t') || cell.contains(u'|');
    };
    return std::ranges::any_of(table.columns, holdsOther, &TableColumn::title); // the first row tells
}

} // namespace

PersonaTable tableOf(const QList<Persona> &personas)
{
    return TableWriter(personas).write();
}

QByteArray csvOf(const PersonaTable &table)
{
    const bool areAllQuoted = mayBeReadOtherwise(table);
    const auto line = [areAllQuoted](const QStringList &cells) -> QString {
        QStringList written;
        for (const QString &cell : cells)
            written.append(csvCell(withoutFormula(cell), u',', areAllQuoted));
        return written.join(u',') + QStringLiteral("\r\n");
    };
    QStringList titles;
    for (const TableColumn &column : table.columns)
        titles.append(column.title);
    QString csv = line(titles);
    for (const CsvRow &row : table.rows)
        csv += line(row.cells);
    return csv.toUtf8();
}

} // namespace Gatescope
