// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangesproxy.h"

#include "exchangelook.h"

#include <models/items/exchangesmodel.h>
#include <ui/widgets/cellroles.h>

#include <algorithm>

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
    : QSortFilterProxyModel(parent)
{
    setSortRole(ExchangesModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void ExchangesProxy::setText(const QString &text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ExchangesProxy::setState(std::optional<ExchangeState> state)
{
    m_state = state;
    invalidateFilter();
}

bool ExchangesProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    if (m_state && index.data(ExchangesModel::StateRole).toInt() != int(*m_state))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(ExchangesModel::FilterTextRole).toString();
    return std::ranges::all_of(
        m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QVariant ExchangesProxy::data(const QModelIndex &index, int role) const
{
    if (role == CellRole::Font)
        return toVariant(exchangeCellFont(index.column()));
    if (role == CellRole::ElideMiddle)
        return index.column() == ExchangesModel::Subject;
    if (index.column() == ExchangesModel::Status) {
        const auto state =
            ExchangeState(QSortFilterProxyModel::data(index, ExchangesModel::StateRole).toInt());
        const Mark mark = exchangeMark(state, {});
        if (role == CellRole::Icon)
            return toVariant(mark.icon);
        if (role == CellRole::IconColor || role == CellRole::TextColor)
            return toVariant(mark.color);
    }
    return QSortFilterProxyModel::data(index, role);
}

} // namespace Gatescope
