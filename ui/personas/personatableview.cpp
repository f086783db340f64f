// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personatableview.h"

#include "personacells.h"
#include "personadelegate.h"

#include <models/items/personasmodel.h>

#include <QHeaderView>

#include <algorithm>

namespace Gatescope {

PersonaTableView::PersonaTableView(PersonasModel *model, PersonaCells *cells, QWidget *parent)
    : DataView(Shape::Table, tr("Personas"), parent)
    , m_personas(model)
    , m_cells(cells)
{
    const Theme &theme = Theme::instance();
    setObjectName(QStringLiteral("personasTable"));
    setModel(cells);
    auto *delegate = new PersonaDelegate(this);
    for (const int column : {PersonasModel::TagsColumn, PersonasModel::NotesColumn})
        setItemDelegateForColumn(column, delegate);
    auto *names = new PersonaDelegate(this);
    names->setLeadingInset(16);
    setItemDelegateForColumn(PersonasModel::NameColumn, names);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(SelectedClicked);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(true);
    setDefaultDropAction(Qt::MoveAction);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(PersonasModel::NameColumn, QHeaderView::Stretch);
    const int widths[] = {236, 148, 196, 84, 220};
    for (int column = 0; column < PersonasModel::columns; ++column)
        setColumnWidth(column, theme.scaled(widths[column]));
    setHiddenBelow(900, {PersonasModel::NotesColumn});
    setHiddenBelow(640, {PersonasModel::UserColumn});
    setMinimumHeight(theme.scaled(120));
    const auto applyHeight = [names, delegate] {
        names->setRowHeight(Theme::instance().rowHeight());
        delegate->setRowHeight(Theme::instance().rowHeight());
    };
    applyHeight();
    connect(&Theme::instance(), &Theme::changed, this, applyHeight);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &PersonaTableView::choiceChanged);
    connect(
        selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PersonaTableView::choiceChanged);
}

QString PersonaTableView::idOf(const QModelIndex &index) const
{
    const QModelIndex source = m_cells->mapToSource(index);
    return source.isValid() ? m_personas->persona(source.row()).id : QString();
}

QStringList PersonaTableView::chosenIds() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList ids;
    for (const QModelIndex &row : std::as_const(rows))
        ids << idOf(row);
    return ids;
}

QString PersonaTableView::currentId() const
{
    return idOf(currentIndex());
}

void PersonaTableView::choose(const QStringList &ids)
{
    QItemSelection rows;
    QModelIndex first;
    for (const QString &id : ids) {
        const QModelIndex row = m_cells->mapFromSource(m_personas->index(m_personas->rowOf(id), 0));
        if (!row.isValid())
            continue;
        rows.select(row, row.siblingAtColumn(PersonasModel::columns - 1));
        if (!first.isValid())
            first = row;
    }
    if (!first.isValid())
        return;
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    scrollTo(first);
}

QString PersonaTableView::neighbourOf(const QString &id, int step) const
{
    const QModelIndex row = m_cells->mapFromSource(m_personas->index(m_personas->rowOf(id), 0));
    return row.isValid() ? idOf(row.siblingAtRow(row.row() + step)) : QString();
}

void PersonaTableView::editCurrent(int column)
{
    if (!currentIndex().isValid())
        return;
    setFocus();
    edit(currentIndex().siblingAtColumn(column));
}

} // namespace Gatescope
