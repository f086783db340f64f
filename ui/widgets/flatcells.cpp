// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "flatcells.h"

#include <models/items/flattreemodel.h>

namespace Gatescope {

// A proxy's index carries what the source's carries, the node; so their numbers are the same.

void FlatCells::setSourceModel(QAbstractItemModel *model)
{
    m_flat = qobject_cast<FlatTreeModel *>(model);
    Q_ASSERT(m_flat);
    SpokenCells::setSourceModel(model);
}

QModelIndex FlatCells::index(int row, int column, const QModelIndex &parent) const
{
    if (!m_flat || column < 0 || column >= m_flat->columnCount())
        return {};
    const FlatTreeModel::NodeId node = m_flat->nodeUnder(FlatTreeModel::nodeOf(parent), row);
    return node == FlatTreeModel::noNode ? QModelIndex() : createIndex(row, column, quintptr(node));
}

int FlatCells::rowCount(const QModelIndex &parent) const
{
    return m_flat && parent.column() <= 0 ? m_flat->countUnder(FlatTreeModel::nodeOf(parent)) : 0;
}

bool FlatCells::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags FlatCells::flags(const QModelIndex &index) const
{
    return m_flat && index.isValid() ? m_flat->flagsOf(FlatTreeModel::nodeOf(index))
                                     : Qt::ItemFlags(Qt::NoItemFlags);
}

} // namespace Gatescope
