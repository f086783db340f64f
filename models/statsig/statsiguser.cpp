// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "statsiguser.h"

#include "members.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr QStringView tierKey = u"tier";

/// Position in the API's own order; −1 for a member of another name.
int userMemberRank(QStringView key)
{
    int rank = 0;
    for (const UserField field : userFields) {
        if (apiName(field) == key)
            return rank;
        ++rank;
    }
    for (const UserTable table : userTables) {
        if (apiName(table) == key)
            return rank;
        ++rank;
    }
    return -1;
}

/// Replaces the member in place; a new one goes behind the known members that precede it in the API's order.
void putUserMember(JsonMembers &members, const QString &key, const QByteArray &json)
{
    const auto same = [&key](const JsonMember &member) { return member.key == key; };
    if (const auto first = std::find_if(members.begin(), members.end(), same); first != members.end()) {
        first->json = json;
        members.erase(std::remove_if(std::next(first), members.end(), same), members.end());
        return;
    }
    const int rank = userMemberRank(key);
    const auto before = std::find_if(members.rbegin(), members.rend(), [rank](const JsonMember &member) {
        const int other = userMemberRank(member.key);
        return other >= 0 && other < rank;
    });
    members.insert(before.base(), {key, json});
}

Error notAnObject()
{
    return {ErrorCode::BadInput,
        QCoreApplication::translate("Gatescope::StatsigUser",
            "This is not a user: a JSON object such as {\"userID\": \"u-1\"} is expected."),
        {}};
}

Error tableNotAnObject(const QString &name)
{
    return {ErrorCode::BadInput,
        QCoreApplication::translate("Gatescope::StatsigUser",
            "“%1” must be a JSON object, such as {\"plan\": \"pro\"}. Change it, or remove it.")
            .arg(name),
        {}};
}

} // namespace

QString apiName(UserField field)
{
    switch (field) {
    case UserField::UserId:
        return QStringLiteral("userID");
    case UserField::Email:
        return QStringLiteral("email");
    case UserField::Ip:
        return QStringLiteral("ip");
    case UserField::UserAgent:
        return QStringLiteral("userAgent");
    case UserField::Country:
        return QStringLiteral("country");
    case UserField::Locale:
        return QStringLiteral("locale");
    case UserField::AppVersion:
        return QStringLiteral("appVersion");
    }
    Q_UNREACHABLE();
}

QString apiName(UserTable table)
{
    switch (table) {
    case UserTable::Custom:
        return QStringLiteral("custom");
    case UserTable::PrivateAttributes:
        return QStringLiteral("privateAttributes");
    case UserTable::CustomIds:
        return QStringLiteral("customIDs");
    case UserTable::StatsigEnvironment:
        return QStringLiteral("statsigEnvironment");
    }
    Q_UNREACHABLE();
}

Result<StatsigUser> StatsigUser::fromJson(const JsonValue &value)
{
    if (!value.isObject())
        return std::unexpected(notAnObject());
    StatsigUser user;
    user.m_members = membersOf(value);
    for (const UserTable table : userTables) {
        const JsonMember *member = findMember(user.m_members, apiName(table));
        if (member && !member->json.startsWith('{') && member->json != "null")
            return std::unexpected(tableNotAnObject(member->key));
    }
    return user;
}

Result<StatsigUser> StatsigUser::fromJson(const QByteArray &text)
{
    const auto document = JsonDocument::parse(text);
    if (!document)
        return std::unexpected(document.error());
    return fromJson((*document)->root());
}

QString StatsigUser::text(UserField field) const
{
    const JsonMember *member = findMember(m_members, apiName(field));
    return member ? textOfJson(member->json) : QString();
}

void StatsigUser::setText(UserField field, const QString &text)
{
    if (text == this->text(field))
        return;
    const QString key = apiName(field);
    if (text.isEmpty())
        removeMember(m_members, key);
    else
        putUserMember(m_members, key, jsonQuoted(text));
}

JsonMembers StatsigUser::table(UserTable table) const
{
    const JsonMember *member = findMember(m_members, apiName(table));
    if (!member)
        return {};
    const auto document = JsonDocument::parse(member->json);
    return document ? membersOf((*document)->root()) : JsonMembers();
}

void StatsigUser::setTable(UserTable table, const JsonMembers &members)
{
    if (members == this->table(table))
        return;
    const QString key = apiName(table);
    if (members.isEmpty())
        removeMember(m_members, key);
    else
        putUserMember(m_members, key, membersToJson(members));
}

QString StatsigUser::tier() const
{
    const JsonMembers environment = table(UserTable::StatsigEnvironment);
    const JsonMember *member = findMember(environment, tierKey);
    return member ? textOfJson(member->json) : QString();
}

void StatsigUser::setTier(const QString &tier)
{
    if (tier == this->tier())
        return;
    JsonMembers environment = table(UserTable::StatsigEnvironment);
    if (tier.isEmpty())
        removeMember(environment, tierKey);
    else
        putUserMember(environment, tierKey.toString(), jsonQuoted(tier));
    setTable(UserTable::StatsigEnvironment, environment);
}

void StatsigUser::dropOverridden()
{
    QSet<QString> seen;
    JsonMembers counting;
    for (auto member = m_members.crbegin(); member != m_members.crend(); ++member) {
        if (!seen.contains(member->key))
            counting.append(*member);
        seen.insert(member->key);
    }
    std::ranges::reverse(counting);
    m_members = counting;
}

JsonMembers StatsigUser::otherMembers() const
{
    JsonMembers others = m_members;
    others.removeIf([](const JsonMember &member) { return userMemberRank(member.key) >= 0; });
    return others;
}

QByteArray StatsigUser::toJson() const
{
    return membersToJson(m_members);
}

QByteArray StatsigUser::toIndentedJson() const
{
    const auto document = JsonDocument::parse(toJson());
    return document ? jsonIndented((*document)->root()) : toJson();
}

QString StatsigUser::label() const
{
    if (const QString id = text(UserField::UserId); !id.isEmpty())
        return id;
    for (const JsonMember &member : table(UserTable::CustomIds)) {
        if (const QString id = textOfJson(member.json); !id.isEmpty())
            return id;
    }
    return text(UserField::Email);
}

} // namespace Gatescope
