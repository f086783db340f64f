// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fittable.h"

#include <ui/theme/theme.h>
#include <ui/widgets/celldelegate.h>

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace Gatescope {

namespace {

/// Beyond this many rows all get one height: measuring each would take too long.
constexpr int mostMeasuredRows = 200;
constexpr int tallestTable = 720;

} // namespace

FitTable::FitTable(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_delegate(new CellDelegate(this))
{
    setItemDelegate(m_delegate);
    setAccessibleName(accessibleName);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &FitTable::fit);
    connect(&Theme::instance(), &Theme::changed, this, &FitTable::applyTheme);
    applyTheme();
}

void FitTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        shareWidth();
        fit();
    });
    fit();
}

void FitTable::applyTheme()
{
    horizontalHeader()->setFont(Theme::instance().font(Theme::Font::Label));
    horizontalHeader()->setMinimumSectionSize(Theme::instance().scaled(36));
    m_delegate->setRowHeight(Theme::instance().nestedRowHeight());
    verticalHeader()->setDefaultSectionSize(Theme::instance().nestedRowHeight());
    fit();
}

void FitTable::setStretched(int column, int mostPercent)
{
    m_stretched = column;
    m_mostPercent = mostPercent;
    shareWidth();
}

void FitTable::setLeadingInset(int pixels)
{
    m_delegate->setLeadingInset(pixels);
    viewport()->update();
}

void FitTable::shareWidth()
{
    if (m_stretched < 0 || !model())
        return;
    int left = viewport()->width();
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column == m_stretched)
            continue;
        const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
        const int width = std::min(wanted, viewport()->width() * m_mostPercent / 100);
        setColumnWidth(column, width);
        left -= width;
    }
    setColumnWidth(m_stretched, std::max(left, horizontalHeader()->minimumSectionSize()));
}

void FitTable::fit()
{
    if (model() && model()->rowCount() <= mostMeasuredRows)
        resizeRowsToContents();
    updateGeometry();
}

QSize FitTable::sizeHint() const
{
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    const int rows = verticalHeader()->length();
    const int tallest = Theme::instance().scaled(tallestTable);
    return {Theme::instance().scaled(400), std::min(header + rows + 2 * frameWidth(), tallest)};
}

void FitTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() == event->size().width())
        return;
    shareWidth();
    fit();
}

/// The page keys scroll the page.
void FitTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp)
        event->ignore();
    else
        QTableView::keyPressEvent(event);
}

} // namespace Gatescope
