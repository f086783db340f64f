// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "impactmodel.h"

#include <models/compare/comparisonwords.h>
#include <models/evaluation/phrase.h>
#include <models/privacy/pseudonyms.h>
#include <ui/entityicons.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

#include <QLocale>

namespace Gatescope {

void ImpactModel::setImpact(const ImpactPtr &impact)
{
    beginResetModel();
    m_impact = impact;
    endResetModel();
}

int ImpactModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_impact ? 0 : int(m_impact->entries.size());
}

int ImpactModel::columnCount(const QModelIndex &) const
{
    return columns;
}

QString ImpactModel::text(const EntityImpact &entry, Column column) const
{
    const ImpactEntity &entity = entry.entity;
    switch (column) {
    case Column::Entity:
        return displayName(entity.kind, QString::fromStdString(entity.name));
    case Column::Users:
        if (entry.users == 0)
            return tr("rule only: %1").arg(QLocale().toString(entry.ruleOnly));
        return entry.ruleOnly == 0
            ? QLocale().toString(entry.users)
            : tr("%1, rule only: %2")
                  .arg(QLocale().toString(entry.users), QLocale().toString(entry.ruleOnly));
    case Column::Left:
        return entry.users > 0 ? entry.left.text(entity.table, entity.kind) : QString();
    case Column::Right:
        return entry.users > 0 ? entry.right.text(entity.table, entity.kind) : QString();
    case Column::Example:
        if (entry.users == 0)
            return {};
        return entry.exampleUser.isEmpty() ? tr("user %1").arg(entry.exampleNumber) : entry.exampleUser;
    }
    return {};
}

QVariant ImpactModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EntityImpact &entry = m_impact->entries[std::size_t(index.row())];
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(entry, column);
    if (role == Qt::AccessibleTextRole)
        return spokenCell(index);
    const bool isValue = (column == Column::Left || column == Column::Right) && entry.users > 0;
    if (isValue && entry.entity.table == SpecTable::FeatureGates) {
        const ImpactValue &value = column == Column::Left ? entry.left : entry.right;
        const QString word = value.text(entry.entity.table, entry.entity.kind);
        return markData(!value.isDetermined ? Marks::cannotTell(word)
                : value.isOn                ? Marks::positive(word)
                                            : Marks::negative(word),
            role);
    }
    if (role == CellRole::Personal && column == Column::Example && !entry.exampleUser.isEmpty())
        return int(Pseudonyms::Kind::Id);
    if (role == CellRole::Icon && column == Column::Entity)
        return toVariant(iconOf(entry.entity.kind));
    if (role == CellRole::IconColor)
        return toVariant(Theme::Color::TextMuted);
    if (role == CellRole::Font && column != Column::Users)
        return toVariant(Theme::Font::Mono);
    return {};
}

QVariant ImpactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Entity:
        return tr("Entity");
    case Column::Users:
        return tr("Users with another value");
    case Column::Left:
        return tr("Left");
    case Column::Right:
        return tr("Right");
    case Column::Example:
        return tr("For example");
    }
    return {};
}

} // namespace Gatescope
