// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "dataview.h"

#include "celldelegate.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>
#include <ui/theme/style.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace Gatescope {

namespace {

/// For the width of a column: each row costs laying out its text.
constexpr int rowsMeasured = 100;

} // namespace

DataView::DataView(Shape shape, const QString &accessibleName, QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new CellDelegate(this))
    , m_shape(shape)
{
    setAccessibleName(accessibleName);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(shape == Shape::Tree);
    setItemsExpandable(shape == Shape::Tree);
    setUniformRowHeights(true);
    setAlternatingRowColors(false);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header()->setHighlightSections(false);
    header()->setSectionsMovable(false);
    header()->setResizeContentsPrecision(rowsMeasured);
    header()->setAccessibleName(tr("Columns of %1").arg(accessibleName));
    setLeadingInset(shape == Shape::Table ? 16 : 4);
    connect(this, &QAbstractItemView::activated, this, &DataView::rowActivated);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &DataView::applyTheme);
    connect(&Presenter::instance(), &Presenter::changed, viewport(), qOverload<>(&QWidget::update));
}

void DataView::setRows(Rows rows)
{
    m_rows = rows;
    applyTheme();
}

void DataView::setLeadingInset(int pixels)
{
    m_delegate->setLeadingInset(pixels);
    header()->setProperty(leadingInsetProperty, m_shape == Shape::Table ? pixels : 16);
    viewport()->update();
}

void DataView::setSortable(bool sortable)
{
    header()->setSectionsClickable(sortable);
    header()->setSortIndicatorShown(sortable);
    setSortingEnabled(sortable);
}

void DataView::setHiddenBelow(int width, const QList<int> &columns)
{
    m_hiddenBelow.append({width, columns});
}

void DataView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const bool selected =
        selectionModel() != nullptr && selectionModel()->isRowSelected(index.row(), index.parent());
    const bool isGroup = index.siblingAtColumn(0).data(CellRole::GroupRow).toBool();
    if (selected)
        painter->fillRect(option.rect, theme.color(Theme::Color::Selection));
    else if (isGroup)
        painter->fillRect(option.rect, theme.color(Theme::Color::Background));
    Paint::lineBelow(*painter, option.rect, Theme::Color::Line);
    if (isGroup && m_groupsAcross)
        drawAcross(painter, option, index);
    else
        QTreeView::drawRow(painter, option, index);
    const bool current =
        currentIndex().isValid() && currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0);
    if (hasFocus() && current)
        Paint::box(*painter, option.rect, {}, theme.color(Theme::Color::FocusRing), 1);
}

void DataView::drawAcross(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QModelIndex first = index.siblingAtColumn(0);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    QStyleOptionViewItem cell = option;
    cell.rect = visualRect(first);
    QRect branches = option.rect;
    if (isMirrored) {
        branches.setLeft(cell.rect.right() + 1);
        cell.rect.setLeft(option.rect.left());
    } else {
        branches.setRight(cell.rect.left() - 1);
        cell.rect.setRight(option.rect.right());
    }
    cell.state.setFlag(
        QStyle::State_Selected, selectionModel() != nullptr && selectionModel()->isSelected(first));
    cell.state.setFlag(QStyle::State_HasFocus, hasFocus() && currentIndex() == first);
    drawBranches(painter, branches, index);
    itemDelegate()->paint(painter, cell, first);
}

void DataView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void DataView::copySelection() const
{
    if (selectionModel() == nullptr)
        return;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(row.parent()); ++column) {
            if (!isColumnHidden(column))
                cells << shownCell(row.siblingAtColumn(column));
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty())
        copyText(lines.join(u'\n'));
}

void DataView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    for (const auto &[least, columns] : std::as_const(m_hiddenBelow))
        for (const int column : columns)
            setColumnHidden(column, width() < Theme::instance().scaled(least));
}

void DataView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update(); // the focus ring is around whole rows
}

void DataView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    // Arriving by Tab on a view without a current row would show no focus at all.
    if (event->reason() != Qt::MouseFocusReason && !currentIndex().isValid() && model() != nullptr
        && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    viewport()->update();
}

void DataView::focusOutEvent(QFocusEvent *event)
{
    QTreeView::focusOutEvent(event);
    viewport()->update();
}

void DataView::applyTheme()
{
    const Theme &theme = Theme::instance();
    m_delegate->setRowHeight(m_rows == Rows::Normal ? theme.rowHeight() : theme.nestedRowHeight());
    header()->setFont(theme.font(Theme::Font::Label));
    header()->setMinimumSectionSize(theme.scaled(48));
    setIndentation(theme.scaled(20));
    scheduleDelayedItemsLayout();
    viewport()->update();
}

} // namespace Gatescope
