// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparisonmodel.h"

#include "comparisonwords.h"

#include <algorithm>

namespace Gatescope {

void ComparisonModel::setRows(ComparisonPtr comparison, const ComparisonRows &rows)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_shown.clear();
    m_shown.reserve(rows.size());
    m_shownByNode.clear();
    m_shownByNode.reserve(rows.size());
    for (const quint32 number : rows) {
        m_shown.push_back({number, NodeId(m_shownByNode.size())});
        m_shownByNode.insert(m_shownByNode.end(), 1 + fieldRows(m_shown.back()), quint32(m_shown.size() - 1));
    }
    endResetModel();
}

void ComparisonModel::setSideNames(const QString &left, const QString &right)
{
    m_leftName = left;
    m_rightName = right;
    Q_EMIT headerDataChanged(Qt::Horizontal, int(ComparisonColumn::Left), int(ComparisonColumn::Right));
}

void ComparisonModel::clear()
{
    setRows(nullptr, {});
}

const ComparisonModel::Shown &ComparisonModel::shownOf(NodeId node) const
{
    return m_shown[m_shownByNode[node]];
}

bool ComparisonModel::isSame(const Shown &shown) const
{
    return shown.number >= m_comparison->differences.size();
}

/// An entity that one side lacks has one row, itself.
quint32 ComparisonModel::fieldRows(const Shown &shown) const
{
    return isSame(shown)
        ? 0
        : quint32(std::max<std::size_t>(1, m_comparison->differences[shown.number].fields.size()));
}

const EntityDifference *ComparisonModel::difference(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const Shown &shown = shownOf(nodeOf(index));
    return isSame(shown) ? nullptr : &m_comparison->differences[shown.number];
}

const SameEntity *ComparisonModel::same(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const Shown &shown = shownOf(nodeOf(index));
    return isSame(shown) ? &m_comparison->same[shown.number - m_comparison->differences.size()] : nullptr;
}

const FieldDifference *ComparisonModel::field(const QModelIndex &index) const
{
    const EntityDifference *entity = difference(index);
    const quint32 row = index.isValid() ? nodeOf(index) - shownOf(nodeOf(index)).first : 0;
    return entity && row > 0 && row <= entity->fields.size() ? &entity->fields[row - 1] : nullptr;
}

bool ComparisonModel::isEntity(const QModelIndex &index) const
{
    return index.isValid() && shownOf(nodeOf(index)).first == nodeOf(index);
}

ComparedKind ComparisonModel::kind(const QModelIndex &index) const
{
    if (const EntityDifference *entity = difference(index))
        return entity->kind;
    const SameEntity *entity = same(index);
    return entity ? entity->kind : ComparedKind::Other;
}

QString ComparisonModel::name(const QModelIndex &index) const
{
    if (const EntityDifference *entity = difference(index))
        return entityName(*entity);
    const SameEntity *entity = same(index);
    return entity ? m_comparison->nameOf(*entity) : QString();
}

QString ComparisonModel::fullName(const QModelIndex &index) const
{
    const EntityDifference *entity = difference(index);
    return entity ? entity->name : name(index);
}

int ComparisonModel::columnCount(const QModelIndex &) const
{
    return comparisonColumns;
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const auto titled = [](const QString &side, const QString &name) {
        return name.isEmpty() ? side : tr("%1: %2", "side and what it shows").arg(side, name);
    };
    switch (ComparisonColumn(section)) {
    case ComparisonColumn::Field:
        return tr("Entity and field");
    case ComparisonColumn::Left:
        return titled(tr("Left"), m_leftName);
    case ComparisonColumn::Right:
        return titled(tr("Right"), m_rightName);
    case ComparisonColumn::Change:
        return tr("Change");
    }
    return {};
}

quint32 ComparisonModel::childCount(NodeId parent) const
{
    if (parent == noNode)
        return quint32(m_shown.size());
    const Shown &shown = shownOf(parent);
    return shown.first == parent ? fieldRows(shown) : 0;
}

FlatTreeModel::NodeId ComparisonModel::childAt(NodeId parent, quint32 row) const
{
    return parent == noNode ? m_shown[row].first : parent + 1 + row;
}

FlatTreeModel::NodeId ComparisonModel::parentOf(NodeId node) const
{
    const Shown &shown = shownOf(node);
    return shown.first == node ? noNode : shown.first;
}

quint32 ComparisonModel::rowOf(NodeId node) const
{
    const Shown &shown = shownOf(node);
    return shown.first == node ? quint32(&shown - m_shown.data()) : node - shown.first - 1;
}

QVariant ComparisonModel::cell(NodeId node, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const Shown &shown = shownOf(node);
    return shown.first == node ? entityCell(shown, ComparisonColumn(column))
                               : fieldCell(shown, node - shown.first - 1, ComparisonColumn(column));
}

QString ComparisonModel::entityCell(const Shown &shown, ComparisonColumn column) const
{
    const QModelIndex index = indexOf(shown.first);
    if (column == ComparisonColumn::Field)
        return name(index);
    if (column == ComparisonColumn::Change && isSame(shown))
        return tr("Same");
    return {};
}

QString ComparisonModel::fieldCell(const Shown &shown, quint32 row, ComparisonColumn column) const
{
    const EntityDifference &entity = m_comparison->differences[shown.number];
    const bool isWhole = entity.fields.empty();
    const auto text = [&](CompareSide side) {
        return isWhole ? entityText(m_comparison->type, entity, side)
                       : sideText(entity, entity.fields[row], side);
    };
    switch (column) {
    case ComparisonColumn::Field:
        return isWhole ? tr("entry") : fieldWords(entity.fields[row]);
    case ComparisonColumn::Left:
        return text(CompareSide::Left);
    case ComparisonColumn::Right:
        return text(CompareSide::Right);
    case ComparisonColumn::Change:
        return changeWords(isWhole ? entity.change : entity.fields[row].change);
    }
    return {};
}

} // namespace Gatescope
