// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventdrafts.h"

#include "members.h"

namespace Gatescope {

namespace {

const QString nameKey = QStringLiteral("name");
const QString userKey = QStringLiteral("user");
const QString textKey = QStringLiteral("text");
const QString numberKey = QStringLiteral("number");
const QString metadataKey = QStringLiteral("metadata");
const QString timeKey = QStringLiteral("time");

QByteArray draftToJson(const StatsigEvent &event)
{
    JsonMembers members {{nameKey, jsonQuoted(event.name)}};
    if (event.user)
        members.append({userKey, event.user->toJson()});
    if (const auto *text = std::get_if<QString>(&event.value))
        members.append({textKey, jsonQuoted(*text)});
    // As a text: a number in the middle of being typed may be none.
    else if (const auto *number = std::get_if<StatsigEvent::NumberValue>(&event.value))
        members.append({numberKey, jsonQuoted(QString::fromUtf8(number->text))});
    if (!event.metadata.isEmpty())
        members.append({metadataKey, membersToJson(event.metadata)});
    if (event.time)
        members.append({timeKey, QByteArray::number(event.time->toMSecsSinceEpoch())});
    return membersToJson(members);
}

StatsigEvent eventFromDraft(const JsonValue &draft)
{
    StatsigEvent event;
    event.name = draft["name"].toString();
    if (const JsonValue user = draft["user"]; user.isValid()) {
        if (auto read = StatsigUser::fromJson(user))
            event.user = std::move(*read);
    }
    if (const JsonValue text = draft["text"]; text.isString())
        event.value = text.toString();
    else if (const JsonValue number = draft["number"]; number.isString())
        event.value = StatsigEvent::NumberValue {number.toString().toUtf8()};
    event.metadata = membersOf(draft["metadata"]);
    if (const auto time = draft["time"].toInt64())
        event.time = QDateTime::fromMSecsSinceEpoch(*time, Qt::UTC);
    return event;
}

} // namespace

QByteArray eventDraftsToJson(const QList<StatsigEvent> &events)
{
    QByteArray json("[");
    for (const StatsigEvent &event : events)
        json.append(json.size() > 1 ? ",\n" : "\n").append(draftToJson(event));
    return json.append("\n]\n");
}

QList<StatsigEvent> eventDraftsFromJson(const QByteArray &json)
{
    QList<StatsigEvent> events;
    const auto document = JsonDocument::parse(json);
    if (!document)
        return events;
    const JsonValue root = (*document)->root();
    for (quint32 i = 0; i < root.size(); ++i) {
        if (root.at(i).isObject())
            events.append(eventFromDraft(root.at(i)));
    }
    return events;
}

} // namespace Gatescope
