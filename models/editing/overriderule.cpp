// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "overriderule.h"

#include "editreading.h"

#include <models/json/utf8text.h>

namespace Gatescope {

namespace {

constexpr std::string_view userIdType = "userID";
constexpr std::string_view overrideEnd = ":id_override";

/// The type of the unit IDs a condition lists; empty if it lists none.
std::string listedIdType(const Condition &condition)
{
    const bool isList = condition.target.isArray()
        && (condition.op == Operator::Any || condition.op == Operator::AnyCaseSensitive);
    if (isList && condition.type == ConditionType::UnitId)
        return isSameIdType(condition.idType, userIdType) ? std::string(userIdType)
                                                          : std::string(condition.idType);
    if (isList && condition.type == ConditionType::UserField
        && condition.fieldName->builtIn == BuiltInField::UserId)
        return std::string(userIdType);
    return {};
}

} // namespace

bool isSameIdType(std::string_view left, std::string_view right)
{
    const QString one = utf8Text(left);
    const QString other = utf8Text(right);
    const QLatin1StringView user("userid");
    return one == other
        || (one.compare(user, Qt::CaseInsensitive) == 0 && other.compare(user, Qt::CaseInsensitive) == 0);
}

std::optional<OverrideRule> overrideRule(const Project &project, const Spec &spec, std::size_t rule)
{
    const Rule &source = spec.rules[rule];
    std::string_view group = source.id;
    if (!group.ends_with(overrideEnd) || source.conditions.size() != 1)
        return std::nullopt;
    const Condition &condition = project.conditions()[source.conditions.front()];
    std::string idType = listedIdType(condition);
    if (idType.empty())
        return std::nullopt;
    group.remove_suffix(overrideEnd.size());
    for (const std::string &middle : {":" + idType, std::string(":all")})
        if (group.ends_with(middle))
            group.remove_suffix(middle.size());
    return OverrideRule {
        rule, std::move(idType), std::string(group), condition.target, condition.op == Operator::Any};
}

std::vector<OverrideRule> overrideRules(const Project &project, const Spec &spec)
{
    std::vector<OverrideRule> rules;
    for (std::size_t i = 0; i < spec.rules.size(); ++i)
        if (auto rule = overrideRule(project, spec, i))
            rules.push_back(std::move(*rule));
    return rules;
}

std::vector<JsonValue> OverrideRule::places(const QString &id) const
{
    std::vector<JsonValue> places;
    for (quint32 i = 0; i < ids.size(); ++i)
        if (ids.at(i).toString().compare(id, anyCase ? Qt::CaseInsensitive : Qt::CaseSensitive) == 0
            && ids.at(i).isString())
            places.push_back(ids.at(i));
    return places;
}

QList<ForcedId> forcedIds(const Project &project, const Spec &spec)
{
    QList<ForcedId> forced;
    for (const OverrideRule &rule : overrideRules(project, spec))
        for (quint32 i = 0; i < rule.ids.size(); ++i)
            forced.append({QString::fromStdString(rule.idType), rule.ids.at(i).toString(),
                QString::fromStdString(rule.group), utf8Text(spec.rules[rule.rule].id)});
    return forced;
}

} // namespace Gatescope
