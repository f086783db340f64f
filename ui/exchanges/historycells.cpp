// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historycells.h"

#include "exchangelook.h"

#include <models/items/historymodel.h>
#include <models/privacy/pseudonyms.h>
#include <ui/widgets/cellroles.h>

namespace Gatescope {

namespace {

Theme::Font historyCellFont(int column)
{
    switch (column) {
    case HistoryModel::Connection:
    case HistoryModel::Note:
        return Theme::Font::Body;
    case HistoryModel::Status:
        return Theme::Font::BodyStrong;
    default:
        return Theme::Font::Mono;
    }
}

} // namespace

QVariant HistoryCells::data(const QModelIndex &index, int role) const
{
    const int column = index.column();
    if (role == CellRole::Personal && column == HistoryModel::User)
        return int(Pseudonyms::Kind::Id);
    if (role == CellRole::Font)
        return toVariant(historyCellFont(column));
    if (role == CellRole::ElideMiddle)
        return column == HistoryModel::Subject || column == HistoryModel::User;
    if (column == HistoryModel::Note && SpokenCells::data(index, HistoryModel::PinnedRole).toBool()) {
        if (role == CellRole::Icon)
            return toVariant(Theme::Icon::Pin);
        if (role == CellRole::IconColor)
            return toVariant(Theme::Color::Accent);
    }
    if (column == HistoryModel::Status) {
        const auto state = ExchangeState(SpokenCells::data(index, HistoryModel::StateRole).toInt());
        const Mark mark = exchangeMark(state, {});
        if (role == CellRole::Icon)
            return toVariant(mark.icon);
        if (role == CellRole::IconColor || role == CellRole::TextColor)
            return toVariant(mark.color);
    }
    return SpokenCells::data(index, role);
}

} // namespace Gatescope
