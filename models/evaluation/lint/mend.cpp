// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "mend.h"

#include <models/json/jsondocument.h>
#include <models/statsig/members.h>

#include <QUuid>

#include <algorithm>

namespace Gatescope {

namespace {

auto lastOfKey(JsonMembers &members, const QString &key)
{
    const auto found = std::find_if(
        members.rbegin(), members.rend(), [&key](const JsonMember &member) { return member.key == key; });
    return found == members.rend() ? members.end() : std::prev(found.base());
}

std::optional<UserField> fieldNamed(QStringView name)
{
    const auto found =
        std::ranges::find_if(userFields, [name](UserField field) { return apiName(field) == name; });
    return found == userFields.end() ? std::nullopt : std::optional(*found);
}

JsonMembers allMembers(const StatsigUser &user)
{
    const auto document = JsonDocument::parse(user.toJson());
    return document ? membersOf((*document)->root()) : JsonMembers();
}

JsonMembers membersAt(const StatsigUser &user, const std::optional<UserTable> &place)
{
    return place ? user.table(*place) : allMembers(user);
}

void setMembersAt(StatsigUser &user, const std::optional<UserTable> &place, const JsonMembers &members)
{
    if (place) {
        user.setTable(*place, members);
    } else if (const auto changed = StatsigUser::fromJson(membersToJson(members))) {
        user = *changed;
    }
}

void moveMember(StatsigUser &user, const MemberMove &move)
{
    JsonMembers source = membersAt(user, move.from);
    const auto member = lastOfKey(source, move.fromKey);
    if (member == source.end())
        return;
    if (move.from == move.to) {
        member->key = move.toKey;
        setMembersAt(user, move.from, source);
        return;
    }
    const QByteArray json = member->json;
    source.erase(member);
    setMembersAt(user, move.from, source);
    if (const auto field = fieldNamed(move.toKey); field && !move.to) { // keeps the API's order
        user = edited(std::move(user), UserEdit {{*field, {}}, json});
        return;
    }
    JsonMembers target = membersAt(user, move.to);
    target.append({move.toKey, json});
    setMembersAt(user, move.to, target);
}

StatsigUser withGeneratedId(StatsigUser user, const QString &idType)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const bool isUserId = idType == apiName(UserField::UserId);
    const UserAttribute place =
        isUserId ? UserAttribute {UserField::UserId, {}} : UserAttribute {UserTable::CustomIds, idType};
    return edited(std::move(user), UserEdit {place, jsonQuoted(id)});
}

} // namespace

StatsigUser mended(StatsigUser user, const Mend &mend)
{
    user = edited(std::move(user), mend.edits);
    for (const MemberMove &move : mend.moves)
        moveMember(user, move);
    return mend.generatedId.isEmpty() ? user : withGeneratedId(std::move(user), mend.generatedId);
}

} // namespace Gatescope
