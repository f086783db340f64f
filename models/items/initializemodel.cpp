// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializemodel.h"

#include <algorithm>

namespace Gatescope {

namespace {

constexpr FlatTreeModel::NodeId firstEntryNode = FlatTreeModel::NodeId(initializeKinds.size());

} // namespace

void InitializeModel::setRows(const InitializeViewPtr &view, InitializeRows rows, bool isFiltered)
{
    beginResetModel();
    m_view = view;
    m_rows = std::move(rows);
    m_groups = {};
    m_shown.clear();
    quint32 next = 0;
    for (const InitializeKind kind : initializeKinds) {
        Group &group = m_groups[std::size_t(kind)];
        group.first = next;
        while (m_view && next < m_rows.size() && m_view->entries()[m_rows[next]].kind == kind)
            ++next;
        group.count = next - group.first;
        group.row = quint32(m_shown.size());
        if (m_view && (group.count > 0 || !isFiltered))
            m_shown.push_back(kind);
    }
    endResetModel();
}

void InitializeModel::clear()
{
    setRows(nullptr, {}, false);
}

const InitializeEntry *InitializeModel::entryOf(NodeId node) const
{
    if (node == noNode || node < firstEntryNode)
        return nullptr;
    return &m_view->entries()[m_rows[node - firstEntryNode]];
}

InitializeKind InitializeModel::kindOf(NodeId node) const
{
    const InitializeEntry *entry = entryOf(node);
    return entry ? entry->kind : InitializeKind(node);
}

const InitializeEntry *InitializeModel::entry(const QModelIndex &index) const
{
    return entryOf(nodeOf(index));
}

InitializeKind InitializeModel::kind(const QModelIndex &index) const
{
    return index.isValid() ? kindOf(nodeOf(index)) : InitializeKind::Gate;
}

QModelIndex InitializeModel::find(InitializeKind kind, const QString &hash) const
{
    const Group &group = m_groups[std::size_t(kind)];
    for (quint32 row = group.first; row < group.first + group.count; ++row)
        if (m_view->entries()[m_rows[row]].hash == hash)
            return indexOf(firstEntryNode + row);
    return {};
}

int InitializeModel::columnCount(const QModelIndex &) const
{
    return initializeColumns;
}

QVariant InitializeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (InitializeColumn(section)) {
    case InitializeColumn::Name:
        return tr("Name");
    case InitializeColumn::Value:
        return tr("Value");
    case InitializeColumn::Rule:
        return tr("Rule");
    case InitializeColumn::Group:
        return tr("Group");
    case InitializeColumn::IdType:
        return tr("ID type");
    case InitializeColumn::InExperiment:
        return tr("In experiment");
    }
    return {};
}

quint32 InitializeModel::childCount(NodeId parent) const
{
    if (parent == noNode)
        return quint32(m_shown.size());
    return parent < firstEntryNode ? m_groups[parent].count : 0;
}

FlatTreeModel::NodeId InitializeModel::childAt(NodeId parent, quint32 row) const
{
    return parent == noNode ? NodeId(m_shown[row]) : firstEntryNode + m_groups[parent].first + row;
}

FlatTreeModel::NodeId InitializeModel::parentOf(NodeId node) const
{
    return node < firstEntryNode ? noNode : NodeId(kindOf(node));
}

quint32 InitializeModel::rowOf(NodeId node) const
{
    if (node < firstEntryNode)
        return m_groups[node].row;
    return node - firstEntryNode - m_groups[std::size_t(kindOf(node))].first;
}

QVariant InitializeModel::cell(NodeId node, int column, int role) const
{
    if (role == IsKindRole)
        return node < firstEntryNode;
    const InitializeEntry *entry = entryOf(node);
    return entry ? entryCell(*entry, column, role) : kindCell(InitializeKind(node), column, role);
}

QVariant InitializeModel::kindCell(InitializeKind kind, int column, int role) const
{
    const QString totals = initializeTotals(kind, m_view->totals(kind));
    switch (role) {
    case Qt::DisplayRole:
        return column == 0 ? initializeKindPlural(kind) : QString();
    case TotalsRole:
        return column == 0 ? totals : QString();
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(initializeKindPlural(kind), totals);
    case SortRole:
        return int(kind);
    }
    return {};
}

QVariant InitializeModel::entryCell(const InitializeEntry &entry, int column, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return initializeSentence(entry);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (InitializeColumn(column)) {
    case InitializeColumn::Name:
        return entry.name();
    case InitializeColumn::Value:
        if (role == SortRole)
            return entry.kind == InitializeKind::Gate ? uint(entry.isOn) : entry.value.size();
        return initializeValueText(entry);
    case InitializeColumn::Rule:
        return entry.rule;
    case InitializeColumn::Group:
        return entry.groupName;
    case InitializeColumn::IdType:
        return entry.idType;
    case InitializeColumn::InExperiment:
        return initializeInExperimentText(entry);
    }
    return {};
}

} // namespace Gatescope
