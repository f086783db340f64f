// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "commandlist.h"

#include <QStyledItemDelegate>

namespace Gatescope {

/// A row of the command list: icon, name with what matched in bold, keys, and the word of its kind.
class CommandDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CommandDelegate(const CommandsModel &model, CommandList::LookOf lookOf, QObject *parent);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const CommandsModel &m_model;
    CommandList::LookOf m_lookOf;
};

} // namespace Gatescope
