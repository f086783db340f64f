// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "members.h"

#include <algorithm>

namespace Gatescope {

JsonMembers membersOf(const JsonValue &object)
{
    JsonMembers members;
    if (!object.isObject())
        return members;
    members.reserve(object.size());
    for (quint32 i = 0; i < object.size(); ++i) {
        const JsonValue value = object.at(i);
        members.append({value.key(), jsonCompact(value)});
    }
    return members;
}

QByteArray membersToJson(const JsonMembers &members)
{
    QByteArray json("{");
    for (const JsonMember &member : members) {
        if (json.size() > 1)
            json += ',';
        json += jsonQuoted(member.key);
        json += ':';
        json += member.json;
    }
    json += '}';
    return json;
}

const JsonMember *findMember(const JsonMembers &members, QStringView key)
{
    const auto found = std::find_if(
        members.rbegin(), members.rend(), [key](const JsonMember &member) { return member.key == key; });
    return found == members.rend() ? nullptr : &*found;
}

void removeMember(JsonMembers &members, QStringView key)
{
    members.removeIf([key](const JsonMember &member) { return member.key == key; });
}

QString textOfJson(const QByteArray &json)
{
    if (json == "null")
        return {};
    if (!json.startsWith('"'))
        return QString::fromUtf8(json);
    const auto document = JsonDocument::parse(json);
    return document ? (*document)->root().toString() : QString::fromUtf8(json);
}

} // namespace Gatescope
