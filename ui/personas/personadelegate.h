// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/celldelegate.h>

namespace Gatescope {

/// Cells of the personas' table: tags as chips, and a plain line to edit in place.
class PersonaDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTags(QPainter &painter, const QStyleOptionViewItem &option, const QStringList &tags) const;
};

} // namespace Gatescope
