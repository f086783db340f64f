// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangeparts.h"

#include <ui/theme/theme.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/splitterstate.h>

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSplitter>

namespace Gatescope {

namespace {

/// Shares of the height, as they are at 1440 x 900.
constexpr int usualTable = 400;
constexpr int usualDetail = 300;

} // namespace

DataView *exchangeTable(
    const QString &accessibleName, QAbstractItemModel *model, int stretchedColumn, const QList<int> &widths)
{
    const Theme &theme = Theme::instance();
    auto *table = new DataView(DataView::Shape::Table, accessibleName);
    table->setModel(model);
    table->setLeadingInset(16);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 0; column < widths.size(); ++column)
        table->setColumnWidth(column, theme.scaled(widths.at(column)));
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(stretchedColumn, QHeaderView::Stretch);
    table->setMinimumHeight(theme.scaled(120));
    return table;
}

QSplitter *exchangeSplitter(Preferences &preferences, const QString &name, DataView *table, QWidget *detail)
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(name);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(table);
    splitter->addWidget(detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    detail->setMinimumHeight(Theme::instance().scaled(140));
    rememberSplitter(splitter, preferences, QStringLiteral("exchanges/") + name, {usualTable, usualDetail});
    return splitter;
}

void selectPair(DataView *table, const QModelIndex &first, const QModelIndex &second)
{
    constexpr auto wholeRow = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    QItemSelectionModel *selection = table->selectionModel();
    if (second.isValid()) {
        selection->setCurrentIndex(second, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        table->scrollTo(second);
    }
    if (first.isValid())
        selection->select(first, wholeRow);
}

} // namespace Gatescope
