// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "stripedelegate.h"

#include <QPainter>

namespace Gatescope {

namespace {

constexpr int separatorHeight = 9;

/// As QComboBox::insertSeparator() marks them; its own delegate, which this one replaces, draws them.
bool isSeparator(const QModelIndex &index)
{
    return index.data(Qt::AccessibleDescriptionRole).toString() == QLatin1String("separator");
}

} // namespace

QSize StripeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isSeparator(index))
        return {1, Theme::instance().scaled(separatorHeight)};
    const QSize own = QStyledItemDelegate::sizeHint(option, index);
    return {
        own.width() + Theme::instance().scaled(2 * width), qMax(own.height(), Theme::instance().rowHeight())};
}

void StripeDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isSeparator(index)) {
        QRect line = option.rect;
        line.setTop(line.center().y());
        line.setHeight(1);
        painter->fillRect(line, Theme::instance().color(Theme::Color::Line));
        return;
    }
    QStyleOptionViewItem row = option;
    if (index.data(StripeRole).isValid())
        row.rect.setLeft(row.rect.left() + Theme::instance().scaled(width));
    if (row.rect != option.rect && option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, Theme::instance().color(Theme::Color::Selection));
    QStyledItemDelegate::paint(painter, row, index);
    bool hasStripe = false;
    const int color = index.data(StripeRole).toInt(&hasStripe);
    if (!hasStripe)
        return;
    const Theme &theme = Theme::instance();
    QRect stripe = option.rect;
    stripe.setWidth(theme.scaled(width));
    painter->fillRect(stripe.adjusted(0, 1, 0, -1), theme.color(Theme::Color(color)));
}

} // namespace Gatescope
