// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exposuresmodel.h"

#include <models/statsig/ruleids.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

namespace {

EntityKind exposedKind(const InitializeExposure &exposure)
{
    return exposure.spec ? exposure.spec->kind : EntityKind::Gate;
}

Theme::Icon exposedIcon(const InitializeExposure &exposure)
{
    if (exposure.names.isEmpty())
        return Theme::Icon::CannotTell;
    const EntityKind kind = exposedKind(exposure);
    return kind == EntityKind::Holdout ? Theme::Icon::Holdout
        : kind == EntityKind::Segment  ? Theme::Icon::Segment
                                       : Theme::Icon::Gate;
}

Mark exposedMark(const InitializeExposure &exposure)
{
    const bool on = exposure.value == QStringLiteral("true");
    if (!on && exposure.value != QStringLiteral("false"))
        return Marks::cannotTell(exposure.value);
    return on ? Marks::positive(ExposuresModel::tr("On")) : Marks::neutral(ExposuresModel::tr("Off"));
}

QString exposedName(const InitializeExposure &exposure)
{
    return exposure.names.isEmpty() ? exposure.hash : exposure.names.join(QStringLiteral(" / "));
}

QString ruleTip(const InitializeExposure &exposure)
{
    const QString words = ruleIdWords(exposure.ruleId);
    return words.isEmpty() ? exposure.ruleId : ExposuresModel::tr("%1 (%2)").arg(words, exposure.ruleId);
}

} // namespace

void ExposuresModel::setExposures(const InitializeViewPtr &view, std::vector<InitializeExposure> exposures)
{
    beginResetModel();
    m_view = view;
    m_rows = std::move(exposures);
    endResetModel();
}

void ExposuresModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_view.reset();
    endResetModel();
}

int ExposuresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExposuresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : OutcomeColumn + 1;
}

QVariant ExposuresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == GateColumn ? tr("Gate") : tr("Outcome");
}

QVariant ExposuresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InitializeExposure &exposure = m_rows[std::size_t(index.row())];
    const Mark mark = exposedMark(exposure);
    if (role == Qt::AccessibleTextRole)
        return spokenCell(index, tr("%1, %2, %3").arg(exposedName(exposure), mark.word, ruleTip(exposure)));
    if (role == Qt::ToolTipRole)
        return ruleTip(exposure);
    return index.column() == OutcomeColumn ? markData(mark, role) : gateData(exposure, role);
}

QVariant ExposuresModel::gateData(const InitializeExposure &exposure, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return exposedName(exposure);
    case CellRole::Icon:
        return toVariant(exposedIcon(exposure));
    case CellRole::Font:
        return toVariant(Theme::Font::Mono);
    case CellRole::ElideMiddle:
        return true;
    default:
        return {};
    }
}

} // namespace Gatescope
