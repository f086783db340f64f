// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "useredit.h"

#include "typedtext.h"

#include <algorithm>

namespace Gatescope {

namespace {

void setMember(JsonMembers &members, const QString &key, const QByteArray &json)
{
    // The last of several members of one name is the one that counts (facts §1.1).
    const auto found = std::find_if(
        members.rbegin(), members.rend(), [&key](const JsonMember &member) { return member.key == key; });
    if (json.isEmpty())
        members.removeIf([&key](const JsonMember &member) { return member.key == key; });
    else if (found != members.rend())
        found->json = json;
    else
        members.append({key, json});
}

} // namespace

QString UserAttribute::name() const
{
    const auto *field = std::get_if<UserField>(&place);
    return field ? apiName(*field) : key;
}

QByteArray attributeJson(const StatsigUser &user, const UserAttribute &attribute)
{
    if (const auto *field = std::get_if<UserField>(&attribute.place)) {
        const QString text = user.text(*field);
        return text.isEmpty() ? QByteArray() : jsonQuoted(text);
    }
    const JsonMembers members = user.table(std::get<UserTable>(attribute.place));
    for (auto it = members.crbegin(); it != members.crend(); ++it)
        if (it->key == attribute.key)
            return it->json;
    return {};
}

StatsigUser edited(StatsigUser user, const UserEdit &edit)
{
    if (const auto *field = std::get_if<UserField>(&edit.attribute.place)) {
        user.setText(*field, edit.json.isEmpty() ? QString() : typedTextFromJson(edit.json).text);
        return user;
    }
    const UserTable table = std::get<UserTable>(edit.attribute.place);
    JsonMembers members = user.table(table);
    setMember(members, edit.attribute.key, edit.json);
    user.setTable(table, members);
    return user;
}

StatsigUser edited(StatsigUser user, const UserEdits &edits)
{
    for (const UserEdit &edit : edits)
        user = edited(std::move(user), edit);
    return user;
}

} // namespace Gatescope
