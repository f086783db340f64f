// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QStyledItemDelegate>

namespace Gatescope {

/// Rows, and separators of combo boxes, with a 4 px stripe at their left edge, in the colour of StripeRole.
/// The stripe is never the only mark.
class StripeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { StripeRole = Qt::UserRole + 40 }; ///< int of a Theme::Color; none: no stripe
    static constexpr int width = 4; ///< at 100 %

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Gatescope
