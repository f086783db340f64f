// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specscells.h"

#include <models/items/specsmodel.h>
#include <ui/entityicons.h>
#include <ui/widgets/cellroles.h>

namespace Gatescope {

QVariant SpecsCells::data(const QModelIndex &index, int role) const
{
    if (role < CellRole::Icon)
        return SpokenCells::data(index, role);
    const bool isGroup = index.data(SpecsModel::GroupRole).toBool();
    switch (role) {
    case CellRole::GroupRow:
        return isGroup;
    case CellRole::Icon:
        return isGroup ? QVariant() : toVariant(iconOf(index.data(SpecsModel::KindRole).value<ListedKind>()));
    case CellRole::Font:
        return toVariant(isGroup ? Theme::Font::BodyStrong : Theme::Font::Mono);
    case CellRole::ElideMiddle:
        return !isGroup;
    case CellRole::Suffix:
        return isGroup ? index.data(SpecsModel::MarkRole) : QVariant();
    case CellRole::Note:
        return isGroup ? QVariant() : index.data(SpecsModel::MarkRole);
    case CellRole::NoteColor:
        return toVariant(Theme::Color::TextMuted);
    default:
        return SpokenCells::data(index, role);
    }
}

} // namespace Gatescope
