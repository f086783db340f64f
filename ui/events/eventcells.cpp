// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventcells.h"

#include <ui/widgets/cellroles.h>

namespace Gatescope {

Mark markOf(EventsModel::Status status, const QString &word)
{
    switch (status) {
    case EventsModel::Status::Ready:
        return {Theme::Icon::On, Theme::Color::TextMuted, word};
    case EventsModel::Status::Warnings:
        return Marks::warning(word);
    case EventsModel::Status::Blocked:
    case EventsModel::Status::Refused:
        return Marks::error(word);
    case EventsModel::Status::Sending:
        return {Theme::Icon::Sending, Theme::Color::TextMuted, word};
    case EventsModel::Status::Accepted:
        return Marks::positive(word);
    case EventsModel::Status::Unknown:
        return Marks::cannotTell(word);
    }
    Q_UNREACHABLE();
}

QVariant EventCells::data(const QModelIndex &index, int role) const
{
    if (role < Qt::UserRole)
        return SpokenCells::data(index, role);
    const QModelIndex source = mapToSource(index);
    if (const QVariant status = source.data(EventsModel::StatusRole); status.isValid())
        return markData(markOf(status.value<EventsModel::Status>(), source.data().toString()), role);
    switch (role) {
    case CellRole::TextColor:
        return source.data(EventsModel::MutedRole).toBool() ? toVariant(Theme::Color::TextMuted) : QVariant();
    case CellRole::Font:
        return source.data(EventsModel::IdentifierRole).toBool() ? toVariant(Theme::Font::Mono) : QVariant();
    case CellRole::Suffix:
        return source.data(EventsModel::SuffixRole);
    default:
        return SpokenCells::data(index, role);
    }
}

} // namespace Gatescope
