// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fittable.h"

#include <ui/theme/theme.h>
#include <ui/widgets/celldelegate.h>

#include <QHeaderView>
#include <QKeyEvent>

#include <numeric>

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
    connect(model, &QAbstractItemModel::modelReset, this, &FitTable::fit);
    fit();
}

void FitTable::applyTheme()
{
    horizontalHeader()->setFont(Theme::instance().font(Theme::Font::Label));
    m_delegate->setRowHeight(Theme::instance().nestedRowHeight());
    verticalHeader()->setDefaultSectionSize(Theme::instance().nestedRowHeight());
    fit();
}

void FitTable::setShares(const QList<int> &shares)
{
    m_shares = shares;
    shareWidth();
}

void FitTable::shareWidth()
{
    const int sum = std::accumulate(m_shares.begin(), m_shares.end(), 0);
    for (qsizetype column = 0; sum > 0 && column < m_shares.size() - 1; ++column)
        setColumnWidth(int(column), m_shares[column] * viewport()->width() / sum);
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
