// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cellroles.h"

#include <QStyledItemDelegate>

namespace Gatescope {

/// Draws a cell from its roles (CellRole): icon, text, suffix, tag, note; the row line. Tool tips
/// (Qt::ToolTipRole, else what does not fit) are plain text and escaped here. Verdicts are cells with a mark.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Horizontal padding of a cell's text at 100 %.
    static constexpr int padding = 8;

    void setRowHeight(int pixels) { m_rowHeight = pixels; } ///< 0: the theme's
    void setLeadingInset(int pixels) { m_leadingInset = pixels; } ///< of the first column, at 100 %

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    QRect contentsRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_rowHeight = 0;
    int m_leadingInset = 8;
};

using VerdictDelegate = CellDelegate;

} // namespace Gatescope
