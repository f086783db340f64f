// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "flattreemodel.h"

namespace Gatescope {

FlatTreeModel::NodeId FlatTreeModel::nodeOf(const QModelIndex &index)
{
    return index.isValid() ? NodeId(index.internalId()) : noNode;
}

QModelIndex FlatTreeModel::indexOf(NodeId node, int column) const
{
    return node == noNode ? QModelIndex() : createIndex(int(rowOf(node)), column, quintptr(node));
}

FlatTreeModel::NodeId FlatTreeModel::nodeUnder(NodeId parent, int row) const
{
    return row >= 0 && quint32(row) < childCount(parent) ? childAt(parent, quint32(row)) : noNode;
}

Qt::ItemFlags FlatTreeModel::flagsOf(NodeId node) const
{
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return childCount(node) == 0 ? usual | Qt::ItemNeverHasChildren : usual;
}

QModelIndex FlatTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(childAt(nodeOf(parent), quint32(row))));
}

QModelIndex FlatTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(parentOf(nodeOf(index))) : QModelIndex();
}

QModelIndex FlatTreeModel::sibling(int row, int column, const QModelIndex &index) const
{
    if (index.isValid() && row == index.row() && column >= 0 && column < columnCount())
        return createIndex(row, column, index.internalId());
    return this->index(row, column, parent(index));
}

int FlatTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(childCount(nodeOf(parent)));
}

bool FlatTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags FlatTreeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? flagsOf(nodeOf(index)) : Qt::ItemFlags(Qt::NoItemFlags);
}

QVariant FlatTreeModel::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? cell(nodeOf(index), index.column(), role) : QVariant();
}

} // namespace Gatescope
