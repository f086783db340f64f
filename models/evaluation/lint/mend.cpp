// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "mend.h"

#include <models/json/jsondocument.h>
#include <models/statsig/members.h>

#include <QHash>
#include <QUuid>

#include <algorithm>
#include <span>
#include <vector>

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

bool isBetweenTables(const MemberMove &move)
{
    return move.from && move.to && move.from != move.to;
}

/// Moves between the same two tables, each table read and written once: a hint may move very many.
void moveMembers(StatsigUser &user, std::span<const MemberMove> moves)
{
    JsonMembers source = user.table(*moves.front().from);
    JsonMembers target = user.table(*moves.front().to);
    QHash<QString, QList<qsizetype>> rows; // of each key the last one last
    for (qsizetype row = 0; row < source.size(); ++row)
        rows[source[row].key].append(row);
    std::vector<bool> isMoved(std::size_t(source.size()), false);
    for (const MemberMove &move : moves) {
        const auto found = rows.find(move.fromKey);
        if (found == rows.end() || found->isEmpty())
            continue;
        const qsizetype row = found->takeLast();
        isMoved[std::size_t(row)] = true;
        target.append({move.toKey, source[row].json});
    }
    JsonMembers kept;
    for (qsizetype row = 0; row < source.size(); ++row)
        if (!isMoved[std::size_t(row)])
            kept.append(source[row]);
    user.setTable(*moves.front().from, kept);
    user.setTable(*moves.front().to, target);
}

void makeMoves(StatsigUser &user, const QList<MemberMove> &moves)
{
    const auto isSame = [](const MemberMove &left, const MemberMove &right) {
        return left.from == right.from && left.to == right.to;
    };
    for (qsizetype i = 0; i < moves.size();) {
        qsizetype end = i + 1;
        if (!isBetweenTables(moves[i])) {
            moveMember(user, moves[i]);
        } else {
            while (end < moves.size() && isSame(moves[i], moves[end]))
                ++end;
            moveMembers(user, std::span(moves).subspan(std::size_t(i), std::size_t(end - i)));
        }
        i = end;
    }
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
    makeMoves(user, mend.moves);
    return mend.generatedId.isEmpty() ? user : withGeneratedId(std::move(user), mend.generatedId);
}

} // namespace Gatescope
