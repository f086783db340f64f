// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "verdictexposures.h"

#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

void VerdictExposures::setExposures(const Exposures &exposures)
{
    beginResetModel();
    m_exposures = exposures;
    endResetModel();
}

int VerdictExposures::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_exposures.size());
}

int VerdictExposures::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant VerdictExposures::data(const QModelIndex &index, int role) const
{
    const Exposure &exposure = m_exposures[std::size_t(index.row())];
    if (index.column() == ValueColumn)
        return markData(exposure.gateValue ? Marks::positive(tr("On")) : Marks::neutral(tr("Off")), role);
    if (role == Qt::AccessibleTextRole)
        return spokenCell(index);
    if (role == CellRole::Font)
        return toVariant(Theme::Font::Mono);
    if (role == CellRole::ElideMiddle)
        return true;
    if (role != Qt::DisplayRole)
        return {};
    return QString::fromStdString(index.column() == GateColumn ? exposure.gate : exposure.ruleId);
}

QVariant VerdictExposures::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case GateColumn:
        return tr("Gate");
    case ValueColumn:
        return tr("Value");
    case RuleColumn:
        return tr("Rule ID");
    default:
        return {};
    }
}

} // namespace Gatescope
