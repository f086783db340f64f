// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkcells.h"

#include <models/items/checkmodel.h>
#include <ui/entityicons.h>
#include <ui/widgets/cellroles.h>
#include <ui/witnesses/checkmarks.h>

namespace Gatescope {

QVariant CheckCells::data(const QModelIndex &index, int role) const
{
    if (role < CellRole::Icon)
        return SpokenCells::data(index, role);
    if (index.column() == CheckModel::NameColumn)
        return nameData(index, role);
    if (index.column() == CheckModel::LiveColumn)
        return verdictData(index, role);
    if (index.column() == CheckModel::LocalColumn)
        return role >= CellRole::Note && role <= CellRole::NoteIsTag ? agreementData(index, role)
                                                                     : verdictData(index, role);
    return wordsData(index, role);
}

QVariant CheckCells::wordsData(const QModelIndex &index, int role) const
{
    const bool isQuiet = index.data(CheckModel::OldRole).toBool()
        || index.data(CheckModel::QuietRole).toBool() || index.data().toString() == u"–";
    const bool isMono =
        index.column() == CheckModel::TimeColumn || index.data(CheckModel::IdentifierRole).toBool();
    switch (role) {
    case CellRole::TextColor:
        return isQuiet ? toVariant(Theme::Color::TextMuted) : QVariant();
    case CellRole::Font:
        return isMono ? toVariant(Theme::Font::Mono) : QVariant();
    case CellRole::Suffix:
        return index.data(CheckModel::LocalTextRole);
    case CellRole::NoDash:
        return true; // the model says where there is nothing
    default:
        return {};
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
    if (role == CellRole::NoDash)
        return true;
    if (verdict == CheckVerdict::None)
        return role == CellRole::TextColor ? toVariant(Theme::Color::TextMuted) : QVariant();
    Mark mark = markOf(verdict);
    if (index.data(CheckModel::OldRole).toBool())
        mark.color = Theme::Color::TextMuted;
    return markData(mark, role);
}

/// What is usual is quiet.
QVariant CheckCells::agreementData(const QModelIndex &index, int role) const
{
    const auto state = Agreement::State(index.data(CheckModel::AgreementRole).toInt());
    if (state == Agreement::State::None)
        return {};
    const bool differs = state == Agreement::State::Differs;
    switch (role) {
    case CellRole::Note:
        return index.data(CheckModel::AgreementTextRole);
    case CellRole::NoteIcon:
        return toVariant(differs ? Theme::Icon::Differs : Theme::Icon::Agrees);
    case CellRole::NoteColor:
        return toVariant(differs ? Theme::Color::Warning : Theme::Color::TextMuted);
    case CellRole::NoteIsTag:
        return differs;
    default:
        return {};
    }
}

} // namespace Gatescope
