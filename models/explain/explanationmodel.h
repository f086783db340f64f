// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanation.h"

#include <models/items/flattreemodel.h>

namespace Gatescope {

/// The evidence of an explanation as a tree: the rules of what was asked for, their conditions below, and
/// below those what they asked. UI thread.
class ExplanationModel : public FlatTreeModel
{
    Q_OBJECT
public:
    enum Column { RuleColumn, UserColumn, TargetColumn, ResultColumn, ColumnCount };
    /// Of the whole row, except for PhrasesRole.
    enum Role {
        KindRole = Qt::UserRole, ///< int(ExplanationRow::Kind)
        ResultRole, ///< int(ExplanationRow::Result)
        DecidesRole, ///< bool: a rule of what was asked for that decided; of some layers several
        AsksRole, ///< EntityRef, if the row asked an entity
        AsksKindRole, ///< int(EntityKind), if the row asked an entity
        WhereRole, ///< QString: where the user's value was found
        TargetsRole, ///< QStringList: every target, made when asked for
        BucketRole, ///< int: into Explanation::buckets; −1: none
        PhrasesRole = Qt::UserRole + 100, ///< Phrases of the cell, the role that phrases are drawn from
    };

    using FlatTreeModel::FlatTreeModel;

    void setExplanation(const ExplanationPtr &explanation); ///< may be null
    const ExplanationPtr &explanation() const { return m_explanation; }

    /// Null for an invalid index.
    const ExplanationRow *row(const QModelIndex &index) const;
    /// The deciding rule; invalid if there is none.
    QModelIndex deciding() const;
    /// Where the rules stand that a row asked for the second time; invalid for rows that show their own.
    QModelIndex shownAt(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    quint32 childCount(NodeId parent) const override;
    NodeId childAt(NodeId parent, quint32 row) const override;
    NodeId parentOf(NodeId node) const override;
    quint32 rowOf(NodeId node) const override;
    QVariant cell(NodeId node, int column, int role) const override;

private:
    QString toolTip(const ExplanationRow &row, int column) const;

    ExplanationPtr m_explanation;
    std::vector<NodeId> m_roots;
};

/// What stands in a cell of a column.
Phrases explanationCell(const ExplanationRow &row, ExplanationModel::Column column);

} // namespace Gatescope
