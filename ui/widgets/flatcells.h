// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "spokencells.h"

namespace Gatescope {

/// The base of what says how a FlatTreeModel looks. A view that lays out a hundred thousand rows asks for the
/// structure several times a row; here it has the answers without the way through the proxy's mapping.
class FlatCells : public SpokenCells
{
    Q_OBJECT
public:
    using SpokenCells::SpokenCells;

    void setSourceModel(QAbstractItemModel *model) override; ///< a FlatTreeModel
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    const class FlatTreeModel *m_flat = nullptr;
};

} // namespace Gatescope
