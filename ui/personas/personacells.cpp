// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personacells.h"

#include <models/items/personasmodel.h>
#include <models/privacy/pseudonyms.h>
#include <ui/widgets/cellroles.h>

namespace Gatescope {

PersonaCells::PersonaCells(Place place, QObject *parent)
    : WordsProxy(Qt::DisplayRole, PersonasModel::FilterTextRole, parent)
    , m_place(place)
{ }

QVariant PersonaCells::data(const QModelIndex &index, int role) const
{
    if (role == CellRole::Personal && m_place != Place::List && index.column() == PersonasModel::UserColumn)
        return int(Pseudonyms::Kind::Id);
    const QVariant own = m_place == Place::List ? listData(index, role) : tableData(index, role);
    return own.isValid() ? own : WordsProxy::data(index, role);
}

QVariant PersonaCells::listData(const QModelIndex &index, int role) const
{
    switch (role) {
    case CellRole::Icon:
        return toVariant(Theme::Icon::User);
    case CellRole::Note:
        return index.siblingAtColumn(PersonasModel::UserColumn).data();
    case CellRole::NoteColor:
        return toVariant(Theme::Color::TextMuted);
    default:
        return {};
    }
}

QVariant PersonaCells::tableData(const QModelIndex &index, int role) const
{
    const int column = index.column();
    if (role == CellRole::Icon && column == PersonasModel::NameColumn)
        return toVariant(Theme::Icon::User);
    if (role == CellRole::Icon && column == PersonasModel::PrivateColumn
        && index.data(PersonasModel::PrivateRole).toInt() > 0)
        return toVariant(Theme::Icon::Private);
    if (column == PersonasModel::UserColumn && role == CellRole::Font)
        return toVariant(Theme::Font::Mono);
    if (column == PersonasModel::UserColumn && role == CellRole::ElideMiddle)
        return true;
    return {};
}

} // namespace Gatescope
