// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "statsigevent.h"

#include "members.h"

namespace Gatescope {

namespace {

QByteArray eventValueJson(const StatsigEvent::Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return jsonQuoted(*text);
    if (const auto *number = std::get_if<StatsigEvent::NumberValue>(&value))
        return number->text;
    return {};
}

} // namespace

QByteArray eventToJson(const StatsigEvent &event, const StatsigUser &fallbackUser, const QDateTime &now)
{
    StatsigUser user = event.user.value_or(fallbackUser);
    user.dropOverridden();
    user.setTable(UserTable::PrivateAttributes, {});

    JsonMembers members {{QStringLiteral("eventName"), jsonQuoted(event.name)}};
    if (const QByteArray value = eventValueJson(event.value); !value.isEmpty())
        members.append({QStringLiteral("value"), value});
    if (!event.metadata.isEmpty())
        members.append({QStringLiteral("metadata"), membersToJson(event.metadata)});
    members.append({QStringLiteral("user"), user.toJson()});
    members.append(
        {QStringLiteral("time"), QByteArray::number(event.time.value_or(now).toMSecsSinceEpoch())});
    return membersToJson(members);
}

} // namespace Gatescope
