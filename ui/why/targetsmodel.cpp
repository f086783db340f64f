// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "targetsmodel.h"

#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

#include <algorithm>

namespace Gatescope {

void TargetsModel::setTargets(const ConditionTargetsPtr &targets)
{
    beginResetModel();
    m_targets = targets;
    m_found.reset();
    endResetModel();
}

void TargetsModel::setFound(std::optional<std::vector<quint32>> found)
{
    beginResetModel();
    m_found = std::move(found);
    endResetModel();
}

int TargetsModel::firstFitting() const
{
    if (!m_targets || m_targets->fitting().empty())
        return -1;
    if (!m_found)
        return int(m_targets->fitting().front());
    const auto fits = [this](quint32 target) { return m_targets->fits(target); };
    const auto found = std::ranges::find_if(*m_found, fits);
    return found == m_found->end() ? -1 : int(found - m_found->begin());
}

quint32 TargetsModel::targetOf(int row) const
{
    return m_found ? (*m_found)[std::size_t(row)] : quint32(row);
}

int TargetsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_targets)
        return 0;
    return m_found ? int(m_found->size()) : int(m_targets->count());
}

int TargetsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TargetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const quint32 target = targetOf(index.row());
    const bool fits = m_targets->fits(target);
    if (index.column() == FitColumn) {
        if (fits)
            return markData(Marks::positive(tr("Fits this user")), role);
        return role == CellRole::NoDash ? QVariant(true) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return m_targets->text(target);
    case Qt::AccessibleTextRole:
        return spokenCell(
            index, fits ? tr("%1, fits this user").arg(m_targets->text(target)) : m_targets->text(target));
    case CellRole::Font:
        return toVariant(Theme::Font::Mono);
    default:
        return {};
    }
}

QVariant TargetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == TargetColumn ? tr("Target") : tr("This user");
}

} // namespace Gatescope
