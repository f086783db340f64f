// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "phrasedelegate.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>
#include <ui/widgets/plaintooltip.h>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QTableView>
#include <QToolTip>

#include <cmath>

namespace Gatescope {

namespace {

constexpr int phraseCellMargin = 8;

PhraseLayout phrasesOf(const QModelIndex &index, int cellWidth)
{
    const int margin = Theme::instance().scaled(phraseCellMargin);
    const auto phrases = index.data(PhraseDelegate::PhrasesRole).value<Phrases>();
    return {Presenter::instance().phrases(phrases), qreal(cellWidth - 2 * margin)};
}

QPointF phrasesAt(const QRect &cell, const QSizeF &size)
{
    const qreal above = std::ceil(std::max<qreal>(0, (cell.height() - size.height()) / 2));
    return {qreal(cell.left() + Theme::instance().scaled(phraseCellMargin)), cell.top() + above};
}

} // namespace

PhraseDelegate::PhraseDelegate(QTableView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
    view->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
}

void PhraseDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget->style();
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    const PhraseLayout layout = phrasesOf(index, option.rect.width());
    painter->save();
    painter->setClipRect(option.rect);
    layout.draw(*painter, phrasesAt(option.rect, layout.size()));
    painter->restore();
    Paint::lineBelow(*painter, option.rect, Theme::Color::Line);
}

/// As wide as it is in one line, as high as it is in the column it has.
QSize PhraseDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    constexpr int unbounded = 100000;
    const Theme &theme = Theme::instance();
    const int wanted = int(phrasesOf(index, unbounded).size().width()) + theme.scaled(2 * phraseCellMargin);
    const PhraseLayout layout = phrasesOf(index, m_view->columnWidth(index.column()));
    return {wanted + 2, std::max(theme.nestedRowHeight(), int(layout.size().height()) + theme.scaled(8))};
}

/// Whatever a server called something, it stays plain text.
bool PhraseDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

std::optional<EntityRef> PhraseDelegate::linkAt(const QPoint &viewportPosition) const
{
    const QModelIndex index = m_view->indexAt(viewportPosition);
    if (!index.data(PhrasesRole).isValid())
        return std::nullopt;
    const QRect cell = m_view->visualRect(index);
    const PhraseLayout layout = phrasesOf(index, cell.width());
    return layout.linkAt(QPointF(viewportPosition) - phrasesAt(cell, layout.size()));
}

bool PhraseDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        m_view->viewport()->setCursor(linkAt(mouse->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const auto link = mouse->button() == Qt::LeftButton ? linkAt(mouse->pos()) : std::nullopt;
        if (link)
            Q_EMIT linkActivated(*link);
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace Gatescope
