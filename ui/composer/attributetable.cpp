// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "attributetable.h"

#include "attributedelegate.h"
#include "attributemodel.h"

#include <ui/theme/theme.h>

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace Gatescope {

namespace {

constexpr int rowsInSight = 12;

} // namespace

AttributeTable::AttributeTable(AttributeModel *model, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setAccessibleName(accessibleName);
    model->setParent(this); // so that it outlives an open editor, which ends in closeEditor()
    setModel(model);
    auto *delegate = new AttributeDelegate(this);
    setItemDelegate(delegate);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
        | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setAccessibleName(tr("Columns of %1").arg(accessibleName));
    connect(this, &QAbstractItemView::clicked, this, &AttributeTable::act);
    const auto resized = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, resized);
    connect(model, &QAbstractItemModel::rowsRemoved, this, resized);
    connect(model, &QAbstractItemModel::modelReset, this, resized);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &AttributeTable::applyTheme);
}

void AttributeTable::setTypeShown(bool shown)
{
    setColumnHidden(AttributeModel::Type, !shown);
}

void AttributeTable::editNewRow()
{
    const QModelIndex key = m_model->index(m_model->addRow(), AttributeModel::Key);
    setFocus();
    setCurrentIndex(key);
    edit(key);
}

void AttributeTable::showRow(int row)
{
    setFocus();
    setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), AttributeModel::Key));
}

QSize AttributeTable::sizeHint() const
{
    const int rows = qMin(m_model->rowCount(), rowsInSight);
    const int height =
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize();
    return {Theme::instance().scaled(240), height + 2 * frameWidth()};
}

void AttributeTable::act(const QModelIndex &index)
{
    if (index.column() == AttributeModel::Remove)
        m_model->removeRow(index.row());
    else if (index.column() == AttributeModel::Type)
        edit(index);
}

void AttributeTable::removeCurrentRow()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    m_model->removeRow(current.row());
    const int row = qMin(current.row(), m_model->rowCount() - 1);
    if (row >= 0)
        setCurrentIndex(m_model->index(row, AttributeModel::Key));
}

void AttributeTable::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool onRemove = currentIndex().column() == AttributeModel::Remove;
    if (state() != EditingState && event->key() == Qt::Key_Delete) {
        removeCurrentRow();
    } else if (state() != EditingState && (enters || event->key() == Qt::Key_Space) && onRemove) {
        removeCurrentRow();
    } else if (state() != EditingState && enters && event->modifiers() == Qt::NoModifier) {
        edit(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
    }
}

QModelIndex AttributeTable::neighbour(const QModelIndex &from, int step) const
{
    for (QModelIndex cell = from;;) {
        const int place = cell.row() * AttributeModel::ColumnCount + cell.column() + step;
        if (place < 0 || place >= m_model->rowCount() * AttributeModel::ColumnCount)
            return {};
        cell = m_model->index(place / AttributeModel::ColumnCount, place % AttributeModel::ColumnCount);
        if (cell.column() != AttributeModel::Remove && !isColumnHidden(cell.column()))
            return cell;
    }
}

QModelIndex AttributeTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveNext || action == MovePrevious) {
        const QModelIndex next = neighbour(currentIndex(), action == MoveNext ? 1 : -1);
        return next.isValid() ? next : currentIndex();
    }
    return QTableView::moveCursor(action, modifiers);
}

void AttributeTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool next = hint == QAbstractItemDelegate::EditNextItem;
    const bool previous = hint == QAbstractItemDelegate::EditPreviousItem;
    const bool leaves = (next || previous) && !neighbour(currentIndex(), next ? 1 : -1).isValid();
    QTableView::closeEditor(editor, leaves ? QAbstractItemDelegate::NoHint : hint);
    if (leaves)
        focusNextPrevChild(next);
    // An added row that was given nothing goes as it came.
    const int last = m_model->rowCount() - 1;
    if (hint == QAbstractItemDelegate::RevertModelCache && last >= 0 && m_model->isEmptyRow(last))
        m_model->removeRow(last);
}

void AttributeTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex at =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!at.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row = at;
    connect(menu->addAction(tr("Remove this row")), &QAction::triggered, this, [this, row] {
        if (row.isValid())
            m_model->removeRow(row.row());
    });
    menu->popup(event->globalPos());
}

void AttributeTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void AttributeTable::layOutColumns()
{
    const Theme &theme = Theme::instance();
    const int remove = theme.scaled(24);
    const int type = isColumnHidden(AttributeModel::Type)
        ? 0
        : QFontMetrics(theme.font(Theme::Font::Body)).horizontalAdvance(valueTypeName(ValueType::Boolean))
            + theme.scaled(18);
    const int rest = qMax(0, viewport()->width() - type - remove);
    setColumnWidth(AttributeModel::Key, rest * 11 / 20);
    setColumnWidth(AttributeModel::Type, type);
    setColumnWidth(AttributeModel::Value, rest - rest * 11 / 20);
    setColumnWidth(AttributeModel::Remove, remove);
}

void AttributeTable::applyTheme()
{
    const Theme &theme = Theme::instance();
    horizontalHeader()->setFont(theme.font(Theme::Font::Label));
    horizontalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(theme.nestedRowHeight());
    static_cast<CellDelegate *>(itemDelegate())->setRowHeight(theme.nestedRowHeight());
    layOutColumns();
    updateGeometry();
}

} // namespace Gatescope
