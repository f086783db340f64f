// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangesproxy.h"

#include "exchangelook.h"

#include <models/items/exchangesmodel.h>
#include <ui/widgets/cellroles.h>

namespace Gatescope {

namespace {

Theme::Font exchangeCellFont(int column)
{
    switch (column) {
    case ExchangesModel::Connection:
        return Theme::Font::Body;
    case ExchangesModel::Status:
        return Theme::Font::BodyStrong;
    default:
        return Theme::Font::Mono;
    }
}

} // namespace

ExchangesProxy::ExchangesProxy(QObject *parent)
    : WordsProxy(ExchangesModel::SortRole, ExchangesModel::FilterTextRole, parent)
{ }

QVariant ExchangesProxy::data(const QModelIndex &index, int role) const
{
    if (role == CellRole::Font)
        return toVariant(exchangeCellFont(index.column()));
    if (role == CellRole::ElideMiddle)
        return index.column() == ExchangesModel::Subject;
    if (index.column() == ExchangesModel::Status) {
        const auto state = ExchangeState(WordsProxy::data(index, ExchangesModel::StateRole).toInt());
        const Mark mark = exchangeMark(state, {});
        if (role == CellRole::Icon)
            return toVariant(mark.icon);
        if (role == CellRole::IconColor || role == CellRole::TextColor)
            return toVariant(mark.color);
    }
    return WordsProxy::data(index, role);
}

} // namespace Gatescope
