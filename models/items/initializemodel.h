// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "flattreemodel.h"
#include "initializefilter.h"

namespace Gatescope {

/// An initialize response as a tree: its kinds with their totals, their entries below.
class InitializeModel : public FlatTreeModel
{
    Q_OBJECT
public:
    enum Role {
        SortRole = Qt::UserRole, ///< what a column is ordered by
        IsKindRole, ///< bool: the row heads a kind
        TotalsRole, ///< QString: "6 · 3 on, 3 off"
    };

    using FlatTreeModel::FlatTreeModel;

    /// `rows` from filterInitialize() over the same view. Kinds without a row are hidden while filtered.
    void setRows(const InitializeViewPtr &view, InitializeRows rows, bool isFiltered);
    void clear();

    const InitializeViewPtr &view() const { return m_view; }
    int shownCount() const { return int(m_rows.size()); }
    /// Null for a kind's row or an invalid index.
    const InitializeEntry *entry(const QModelIndex &index) const;
    /// The kind of a row, whether it heads one or belongs to it.
    InitializeKind kind(const QModelIndex &index) const;
    /// Invalid if it is filtered out.
    QModelIndex find(InitializeKind kind, const QString &hash) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    quint32 childCount(NodeId parent) const override;
    NodeId childAt(NodeId parent, quint32 row) const override;
    NodeId parentOf(NodeId node) const override;
    quint32 rowOf(NodeId node) const override;
    QVariant cell(NodeId node, int column, int role) const override;

    const InitializeEntry *entryOf(NodeId node) const;
    InitializeKind kindOf(NodeId node) const;

private:
    struct Group
    {
        quint32 first = 0; ///< into m_rows
        quint32 count = 0;
        quint32 row = 0; ///< among the shown groups
    };
    QVariant kindCell(InitializeKind kind, int column, int role) const;
    QVariant entryCell(const InitializeEntry &entry, int column, int role) const;

    InitializeViewPtr m_view;
    InitializeRows m_rows;
    std::array<Group, initializeKinds.size()> m_groups;
    std::vector<InitializeKind> m_shown;
};

/// \name Words of the page, translated
/// @{
QString initializeKindPlural(InitializeKind kind); ///< "Feature gates"
QString initializeKindWord(const InitializeEntry &entry); ///< "gate", "holdout", "autotune"…
QString initializeTotals(InitializeKind kind, const InitializeTotals &totals); ///< "6 · 3 on, 3 off"
QString initializeValueText(const InitializeEntry &entry); ///< "On", "4 keys"
QString initializeInExperimentText(const InitializeEntry &entry); ///< "In", "Not in" or empty
/// The whole row in one sentence.
QString initializeSentence(const InitializeEntry &entry);
/// @}

} // namespace Gatescope
