// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIdentityProxyModel>

namespace Gatescope {

/// What a screen reader is to say of a cell, as Qt::AccessibleTextRole asks: `given` while presenter mode is
/// off, else that with its pseudonyms, or what the cell shows if none is given.
QVariant spokenCell(const QModelIndex &index, const QVariant &given = {});

/// The same of a column's title, which is `shown`.
QVariant spokenTitle(const QVariant &shown);

/// The base of what says how a model's cells look: what is said of them is what is shown.
class SpokenCells : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace Gatescope
