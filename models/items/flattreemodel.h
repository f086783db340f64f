// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>

namespace Gatescope {

/// The base of tree models over a flat arena: an index carries a node's number, so that structure costs O(1)
/// and no memory. A concrete model says how nodes hang together and what stands in their cells; data arrives
/// whole, between beginResetModel() and endResetModel(). UI thread.
class FlatTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    using NodeId = quint32;
    static constexpr NodeId noNode = 0xffffffff;

    using QAbstractItemModel::QAbstractItemModel;

    /// The node of a valid index of this model; noNode for an invalid one.
    static NodeId nodeOf(const QModelIndex &index);
    /// The index of a node in one of its columns; invalid for noNode.
    QModelIndex indexOf(NodeId node, int column = 0) const;

    /// \name The structure by nodes, noNode being the invisible root; for proxies
    /// @{
    int countUnder(NodeId parent) const { return int(childCount(parent)); }
    NodeId nodeUnder(NodeId parent, int row) const; ///< noNode if there is none
    Qt::ItemFlags flagsOf(NodeId node) const;
    /// @}

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const final;
    QModelIndex parent(const QModelIndex &index) const final;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const final;
    int rowCount(const QModelIndex &parent = {}) const final;
    bool hasChildren(const QModelIndex &parent = {}) const final;
    Qt::ItemFlags flags(const QModelIndex &index) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;

protected:
    /// \name Structure; noNode stands for the invisible root
    /// @{
    virtual quint32 childCount(NodeId parent) const = 0;
    virtual NodeId childAt(NodeId parent, quint32 row) const = 0; ///< row is in range
    virtual NodeId parentOf(NodeId node) const = 0;
    virtual quint32 rowOf(NodeId node) const = 0;
    /// @}
    virtual QVariant cell(NodeId node, int column, int role) const = 0;
};

} // namespace Gatescope
