// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "groupvaluesmodel.h"

#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

void GroupValuesModel::setDetails(const EntityDetailsPtr &details)
{
    beginResetModel();
    m_details = details;
    endResetModel();
}

int GroupValuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_details ? 0 : int(m_details->values.size());
}

int GroupValuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_details ? 0 : 1 + int(m_details->groups.size());
}

QString GroupValuesModel::text(const ParameterRow &row, int column) const
{
    if (column == 0)
        return row.name;
    const QString &value = row.values[column - 1];
    return value.isEmpty() ? QStringLiteral("–") : value;
}

QVariant GroupValuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ParameterRow &row = m_details->values[index.row()];
    const bool differs = index.column() > 1 && row.differs[index.column() - 1];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return spokenCell(
            index, differs ? tr("%1, differs").arg(text(row, index.column())) : text(row, index.column()));
    case CellRole::Font:
        return toVariant(differs ? Theme::Font::MonoStrong : Theme::Font::Mono);
    case CellRole::Icon:
        return differs ? toVariant(Theme::Icon::Differs) : QVariant();
    case CellRole::IconColor:
        return toVariant(Theme::Color::Warning);
    default:
        return {};
    }
}

QVariant GroupValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_details)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole)
        return spokenTitle(headerData(section, orientation, Qt::DisplayRole));
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Parameter") : m_details->groups.value(section - 1);
}

} // namespace Gatescope
