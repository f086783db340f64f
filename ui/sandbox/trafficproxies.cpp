// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "trafficproxies.h"

#include <models/items/receivedeventsmodel.h>
#include <models/items/sandboxrequestsmodel.h>
#include <models/privacy/pseudonyms.h>
#include <ui/widgets/cellroles.h>

namespace Gatescope {

namespace {

Mark outcomeMark(const SandboxRequest &request)
{
    switch (outcomeOf(request)) {
    case SandboxOutcome::Answered:
        return Marks::positive(outcomeText(request));
    case SandboxOutcome::Refused:
        return Marks::error(outcomeText(request));
    case SandboxOutcome::Spoiled:
        break;
    }
    return Marks::warning(outcomeText(request));
}

std::optional<Mark> exposureMark(const ReceivedEvent &event)
{
    const QString word = verdictText(event);
    if (word.isEmpty())
        return std::nullopt;
    if (event.verdict == QLatin1String("true"))
        return Marks::positive(word);
    return event.kind == ReceivedEvent::Kind::GateExposure ? Marks::negative(word) : Marks::neutral(word);
}

} // namespace

SandboxRequestsProxy::SandboxRequestsProxy(QObject *parent)
    : WordsProxy(SandboxRequestsModel::SortRole, SandboxRequestsModel::FilterTextRole, parent)
{ }

QVariant SandboxRequestsProxy::data(const QModelIndex &index, int role) const
{
    if (role == CellRole::Personal && index.column() == SandboxRequestsModel::User)
        return int(Pseudonyms::Kind::Id);
    const auto *model = static_cast<const SandboxRequestsModel *>(sourceModel());
    if (index.column() == SandboxRequestsModel::Status) {
        const SandboxRequestPtr request = model->item(mapToSource(index).row());
        if (const QVariant look = request ? markData(outcomeMark(*request), role) : QVariant();
            look.isValid())
            return look;
    }
    if (role == CellRole::Font)
        return toVariant(
            index.column() == SandboxRequestsModel::Client ? Theme::Font::Body : Theme::Font::Mono);
    if (role == CellRole::ElideMiddle)
        return index.column() == SandboxRequestsModel::Subject
            || index.column() == SandboxRequestsModel::User;
    return WordsProxy::data(index, role);
}

ReceivedEventsProxy::ReceivedEventsProxy(QObject *parent)
    : WordsProxy(ReceivedEventsModel::SortRole, ReceivedEventsModel::FilterTextRole, parent)
{ }

QVariant ReceivedEventsProxy::data(const QModelIndex &index, int role) const
{
    if (role == CellRole::Personal && index.column() == ReceivedEventsModel::User)
        return int(Pseudonyms::Kind::Id);
    const auto *model = static_cast<const ReceivedEventsModel *>(sourceModel());
    if (index.column() == ReceivedEventsModel::Verdict) {
        const ReceivedEventPtr event = model->item(mapToSource(index).row());
        const std::optional<Mark> mark = event ? exposureMark(*event) : std::nullopt;
        if (const QVariant look = mark ? markData(*mark, role) : QVariant(); look.isValid())
            return look;
    }
    if (role == CellRole::Font)
        return toVariant(Theme::Font::Mono);
    if (role == CellRole::ElideMiddle)
        return index.column() >= ReceivedEventsModel::User && index.column() != ReceivedEventsModel::Verdict;
    return WordsProxy::data(index, role);
}

} // namespace Gatescope
