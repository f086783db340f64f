// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparisonrows.h"

#include <models/items/flattreemodel.h>

namespace Gatescope {

enum class ComparisonColumn { Field, Left, Right, Change };
inline constexpr int comparisonColumns = int(ComparisonColumn::Change) + 1;

/// A comparison as a tree: the entities, below each its fields that differ.
class ComparisonModel : public FlatTreeModel
{
    Q_OBJECT
public:
    using FlatTreeModel::FlatTreeModel;

    /// `rows` from filterComparison() over the same comparison.
    void setRows(ComparisonPtr comparison, const ComparisonRows &rows);
    void setSideNames(const QString &left, const QString &right);
    void clear();

    const ComparisonPtr &comparison() const { return m_comparison; }
    int shownCount() const { return int(m_shown.size()); }
    /// Null for an entity that is the same on both sides, and for an invalid index.
    const EntityDifference *difference(const QModelIndex &index) const;
    /// Null for an entity's own row.
    const FieldDifference *field(const QModelIndex &index) const;
    const SameEntity *same(const QModelIndex &index) const;
    bool isEntity(const QModelIndex &index) const;
    ComparedKind kind(const QModelIndex &index) const;
    QString name(const QModelIndex &index) const; ///< of the entity a row is of
    QString fullName(const QModelIndex &index) const; ///< the same, as the document has it

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    quint32 childCount(NodeId parent) const override;
    NodeId childAt(NodeId parent, quint32 row) const override;
    NodeId parentOf(NodeId node) const override;
    quint32 rowOf(NodeId node) const override;
    QVariant cell(NodeId node, int column, int role) const override;

private:
    struct Shown
    {
        quint32 number = 0; ///< of ComparisonRows
        NodeId first = 0; ///< its own node; its fields follow
    };
    const Shown &shownOf(NodeId node) const;
    bool isSame(const Shown &shown) const;
    quint32 fieldRows(const Shown &shown) const;
    QString entityCell(const Shown &shown, ComparisonColumn column) const;
    QString fieldCell(const Shown &shown, quint32 row, ComparisonColumn column) const;

    ComparisonPtr m_comparison;
    std::vector<Shown> m_shown;
    std::vector<quint32> m_shownByNode; ///< into m_shown
    QString m_leftName;
    QString m_rightName;
};

} // namespace Gatescope
