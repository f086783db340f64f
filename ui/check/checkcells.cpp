// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkcells.h"

#include <models/items/checkmodel.h>
#include <ui/entityicons.h>
#include <ui/widgets/cellroles.h>

namespace Gatescope {

Mark markOf(CheckVerdict verdict)
{
    const QString word = verdictWords(verdict);
    switch (verdict) {
    case CheckVerdict::On:
    case CheckVerdict::HeldOut:
    case CheckVerdict::Member:
    case CheckVerdict::In:
    case CheckVerdict::RuleMatched:
        return Marks::positive(word);
    case CheckVerdict::Off:
    case CheckVerdict::NotIn:
        return Marks::negative(word);
    case CheckVerdict::Failed:
        return Marks::error(word);
    case CheckVerdict::Unreadable:
        return Marks::cannotTell(word);
    default:
        return Marks::neutral(word);
    }
}

QVariant CheckCells::data(const QModelIndex &index, int role) const
{
    if (role < CellRole::Icon)
        return QIdentityProxyModel::data(index, role);
    if (index.column() == CheckModel::NameColumn)
        return nameData(index, role);
    if (index.column() == CheckModel::VerdictColumn)
        return verdictData(index, role);
    const bool isQuiet =
        index.data(CheckModel::OldRole).toBool() || index.data(CheckModel::QuietRole).toBool();
    const bool isMono =
        index.column() == CheckModel::TimeColumn || index.data(CheckModel::IdentifierRole).toBool();
    switch (role) {
    case CellRole::TextColor:
        return isQuiet ? toVariant(Theme::Color::TextMuted) : QVariant();
    case CellRole::Font:
        return isMono ? toVariant(Theme::Font::Mono) : QVariant();
    case CellRole::NoDash:
        return index.data(CheckModel::VerdictRole).toInt() == int(CheckVerdict::None);
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant CheckCells::nameData(const QModelIndex &index, int role) const
{
    switch (role) {
    case CellRole::Icon:
        return toVariant(iconOf(EntityKind(index.data(CheckModel::KindRole).toInt())));
    case CellRole::Font:
        return toVariant(Theme::Font::Mono);
    case CellRole::ElideMiddle:
        return true;
    default:
        return {};
    }
}

/// Answers from before are muted, but keep their icon and word.
QVariant CheckCells::verdictData(const QModelIndex &index, int role) const
{
    const auto verdict = CheckVerdict(index.data(CheckModel::VerdictRole).toInt());
    if (verdict == CheckVerdict::None)
        return role == CellRole::TextColor ? toVariant(Theme::Color::TextMuted) : QVariant();
    Mark mark = markOf(verdict);
    if (index.data(CheckModel::OldRole).toBool())
        mark.color = Theme::Color::TextMuted;
    return markData(mark, role);
}

} // namespace Gatescope
