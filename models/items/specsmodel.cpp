// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsmodel.h"

#include <QLocale>

namespace Gatescope {

namespace {

constexpr quintptr topLevel = 0; ///< internal id of groups; entities have their group's row plus one

} // namespace

void SpecsModel::setIndex(const SpecsIndexPtr &specs)
{
    beginResetModel();
    m_specs = specs;
    m_hits.clear();
    computeShown();
    endResetModel();
}

void SpecsModel::setFilter(const QString &text)
{
    if (text.toCaseFolded() == m_filter)
        return;
    beginResetModel();
    m_filter = text.toCaseFolded();
    m_hits.clear();
    computeShown();
    endResetModel();
}

void SpecsModel::setHits(const SpecsHits &hits)
{
    if (hits == m_hits)
        return;
    beginResetModel();
    m_hits = hits;
    computeShown();
    endResetModel();
}

bool SpecsModel::isShown(const SpecsIndex::Entry &entry) const
{
    return m_filter.isEmpty() || entry.folded.contains(m_filter) || m_hits.contains(entry.item);
}

SpecsHit SpecsModel::hitOf(const SpecsIndex::Entry &entry) const
{
    return m_hits.value(entry.item);
}

void SpecsModel::computeShown()
{
    m_shown.clear();
    for (std::size_t group = 0; m_specs && group < m_specs->groups().size(); ++group) {
        const auto &entries = m_specs->groups()[group].entries;
        ShownGroup shown {group, {}};
        for (std::uint32_t i = 0; i < entries.size(); ++i)
            if (isShown(entries[i]))
                shown.entries.push_back(i);
        if (!shown.entries.empty())
            m_shown.push_back(std::move(shown));
    }
}

int SpecsModel::shownCount() const
{
    std::size_t count = 0;
    for (const ShownGroup &shown : m_shown)
        count += shown.entries.size();
    return int(count);
}

int SpecsModel::totalCount() const
{
    return m_specs ? int(m_specs->count()) : 0;
}

QModelIndex SpecsModel::indexOf(std::uint32_t item) const
{
    for (std::size_t group = 0; group < m_shown.size(); ++group)
        for (std::size_t row = 0; row < m_shown[group].entries.size(); ++row)
            if (groupOf(m_shown[group]).entries[m_shown[group].entries[row]].item == item)
                return createIndex(int(row), 0, quintptr(group + 1));
    return {};
}

QModelIndex SpecsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : topLevel);
}

QModelIndex SpecsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, topLevel);
}

int SpecsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_shown.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return int(m_shown[std::size_t(parent.row())].entries.size());
}

int SpecsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SpecsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == topLevel)
        return groupData(m_shown[std::size_t(index.row())], role);
    return entryData(m_shown[index.internalId() - 1], index.row(), role);
}

QVariant SpecsModel::groupData(const ShownGroup &shown, int role) const
{
    const ListedKind kind = groupOf(shown).kind;
    const QString count = QLocale().toString(qulonglong(shown.entries.size()));
    switch (role) {
    case Qt::DisplayRole:
        return listedPlural(kind);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(listedPlural(kind), count);
    case KindRole:
        return QVariant::fromValue(kind);
    case MarkRole:
        return count;
    case GroupRole:
        return true;
    default:
        return {};
    }
}

QVariant SpecsModel::entryData(const ShownGroup &shown, int row, int role) const
{
    const SpecsIndex::Group &group = groupOf(shown);
    const SpecsIndex::Entry &entry = group.entries[shown.entries[std::size_t(row)]];
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::ToolTipRole: {
        const QString name = nameOf(m_specs->placeOf(entry.item));
        const QString where = hitOf(entry).where;
        return where.isEmpty() ? name : tr("%1: found in %2").arg(name, where);
    }
    case Qt::AccessibleTextRole: {
        const QString where = hitOf(entry).where;
        const QString kind = listedWords(group.kind);
        const QString words = entry.status
            ? tr("%1, %2, %3").arg(entry.name, kind, statusWords(*entry.status))
            : tr("%1, %2").arg(entry.name, kind);
        return where.isEmpty() ? words : tr("%1, found in %2").arg(words, where);
    }
    case KindRole:
        return QVariant::fromValue(group.kind);
    case ItemRole:
        return entry.item;
    case MarkRole:
        if (!hitOf(entry).where.isEmpty())
            return placeWords(hitOf(entry).place);
        return entry.status ? statusMark(*entry.status) : QString();
    case GroupRole:
        return false;
    default:
        return {};
    }
}

} // namespace Gatescope
