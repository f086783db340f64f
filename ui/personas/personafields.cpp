// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personafields.h"

#include <models/privacy/personalvalues.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

namespace {

/// Of two booleans nobody is told apart.
std::optional<Pseudonyms::Kind> kindUnder(const QString &name, const QString &json)
{
    const bool isBoolean = json == QLatin1String("true") || json == QLatin1String("false");
    return isBoolean ? std::nullopt : personalKindOf(name.toStdString());
}

} // namespace

void PersonaFields::setUser(const StatsigUser &user)
{
    QList<Row> rows;
    for (const UserField field : userFields)
        if (const QString text = user.text(field); !text.isEmpty())
            rows << Row {apiName(field), text, false, kindUnder(apiName(field), text)};
    for (const UserTable table : userTables)
        for (const JsonMember &member : user.table(table))
            rows << Row {apiName(table) + u'.' + member.key, QString::fromUtf8(member.json),
                table == UserTable::PrivateAttributes,
                kindUnder(apiName(table), QString::fromUtf8(member.json))};
    for (const JsonMember &member : user.otherMembers())
        rows << Row {member.key, QString::fromUtf8(member.json), false, Pseudonyms::Kind::Text};
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int PersonaFields::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PersonaFields::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ValueColumn + 1;
}

QVariant PersonaFields::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isField = index.column() == FieldColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isField ? row.field : row.value;
    case Qt::AccessibleTextRole:
        return spokenCell(index.siblingAtColumn(ValueColumn),
            row.isPrivate ? tr("%1, private: %2").arg(row.field, row.value)
                          : tr("%1: %2", "field, value").arg(row.field, row.value));
    case CellRole::Font:
        return toVariant(Theme::Font::Mono);
    case CellRole::Personal:
        return isField || !row.kind ? QVariant() : QVariant(int(*row.kind));
    case CellRole::NoteIcon:
        return row.isPrivate && !isField ? toVariant(Theme::Icon::Private) : QVariant();
    case CellRole::Note:
        return row.isPrivate && !isField ? tr("private") : QVariant();
    case CellRole::NoteColor:
        return toVariant(Theme::Color::TextMuted);
    default:
        return {};
    }
}

QVariant PersonaFields::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == FieldColumn ? tr("Field") : tr("Value");
}

} // namespace Gatescope
