// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "conditioncompiler.h"

#include "compiledtarget.h"
#include "fieldreader.h"
#include "lowercase.h"
#include "numbertext.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

using Need = FieldReader::Need;

constexpr std::array conditionTypeNames {
    std::pair {std::string_view("public"), ConditionType::Public},
    std::pair {std::string_view("pass_gate"), ConditionType::PassGate},
    std::pair {std::string_view("fail_gate"), ConditionType::FailGate},
    std::pair {std::string_view("user_field"), ConditionType::UserField},
    std::pair {std::string_view("unit_id"), ConditionType::UnitId},
    std::pair {std::string_view("ip_based"), ConditionType::IpBased},
    std::pair {std::string_view("ua_based"), ConditionType::UaBased},
    std::pair {std::string_view("environment_field"), ConditionType::EnvironmentField},
    std::pair {std::string_view("current_time"), ConditionType::CurrentTime},
    std::pair {std::string_view("user_bucket"), ConditionType::UserBucket},
    std::pair {std::string_view("target_app"), ConditionType::TargetApp},
    std::pair {std::string_view("experiment_group"), ConditionType::ExperimentGroup},
};

constexpr std::array operatorNames {
    std::pair {std::string_view("gt"), Operator::Gt},
    std::pair {std::string_view("gte"), Operator::Gte},
    std::pair {std::string_view("lt"), Operator::Lt},
    std::pair {std::string_view("lte"), Operator::Lte},
    std::pair {std::string_view("version_gt"), Operator::VersionGt},
    std::pair {std::string_view("version_gte"), Operator::VersionGte},
    std::pair {std::string_view("version_lt"), Operator::VersionLt},
    std::pair {std::string_view("version_lte"), Operator::VersionLte},
    std::pair {std::string_view("version_eq"), Operator::VersionEq},
    std::pair {std::string_view("version_neq"), Operator::VersionNeq},
    std::pair {std::string_view("any"), Operator::Any},
    std::pair {std::string_view("none"), Operator::NoneOf},
    std::pair {std::string_view("any_case_sensitive"), Operator::AnyCaseSensitive},
    std::pair {std::string_view("none_case_sensitive"), Operator::NoneCaseSensitive},
    std::pair {std::string_view("str_starts_with_any"), Operator::StrStartsWithAny},
    std::pair {std::string_view("str_ends_with_any"), Operator::StrEndsWithAny},
    std::pair {std::string_view("str_contains_any"), Operator::StrContainsAny},
    std::pair {std::string_view("str_contains_none"), Operator::StrContainsNone},
    std::pair {std::string_view("str_matches"), Operator::StrMatches},
    std::pair {std::string_view("eq"), Operator::Eq},
    std::pair {std::string_view("neq"), Operator::Neq},
    std::pair {std::string_view("before"), Operator::Before},
    std::pair {std::string_view("after"), Operator::After},
    std::pair {std::string_view("on"), Operator::On},
    std::pair {std::string_view("in_segment_list"), Operator::InSegmentList},
    std::pair {std::string_view("not_in_segment_list"), Operator::NotInSegmentList},
    std::pair {std::string_view("array_contains_any"), Operator::ArrayContainsAny},
    std::pair {std::string_view("array_contains_none"), Operator::ArrayContainsNone},
    std::pair {std::string_view("array_contains_all"), Operator::ArrayContainsAll},
    std::pair {std::string_view("not_array_contains_all"), Operator::NotArrayContainsAll},
};

template<class Names>
auto valueOfName(const Names &names, std::string_view name, decltype(names[0].second) other)
{
    const auto found = std::ranges::find(names, name, [](const auto &entry) { return entry.first; });
    return found == names.end() ? other : found->second;
}

std::string_view saltOf(const JsonValue &additionalValues, PayloadTexts &texts)
{
    const JsonValue salt = additionalValues.member("salt");
    return salt.isNumber() ? texts.kept(plainDecimal(salt.toDouble())) : texts.text(salt);
}

bool needsOperator(ConditionType type)
{
    return type != ConditionType::Public && type != ConditionType::PassGate && type != ConditionType::FailGate
        && type != ConditionType::Other;
}

std::string problemOf(const Condition &condition)
{
    if (condition.type == ConditionType::Other)
        return "unsupported condition type \"" + std::string(condition.typeName) + '"';
    if (!needsOperator(condition.type))
        return {};
    if (condition.op == Operator::None)
        return "unsupported: a condition of type \"" + std::string(condition.typeName) + "\" has no operator";
    if (condition.op == Operator::Other)
        return "unsupported operator \"" + std::string(condition.operatorName) + '"';
    return {};
}

} // namespace

Condition compileCondition(
    const JsonValue &source, Project::Format format, PayloadTexts &texts, FieldNames &fieldNames)
{
    FieldReader reader(source, texts);
    std::string lower;
    const auto cased = [&](std::string_view name) {
        return format == Project::Format::V1 ? lowerCased(name, lower) : name;
    };
    Condition condition;
    condition.source = source;
    condition.typeName = reader.text("type", Need::Required);
    condition.type = valueOfName(conditionTypeNames, cased(condition.typeName), ConditionType::Other);
    condition.operatorName = reader.text("operator", Need::Optional);
    if (reader.has("operator"))
        condition.op = valueOfName(operatorNames, cased(condition.operatorName), Operator::Other);
    condition.field = reader.text("field", Need::Optional);
    condition.hasField = reader.has("field");
    condition.fieldName = fieldNames.find(condition.field);
    condition.idType = reader.text("idType", Need::Optional);
    if (format == Project::Format::V1 && !reader.has("idType"))
        condition.idType = "userID"; // as LEGACY does
    condition.idTypeName = fieldNames.find(condition.idType);
    condition.salt = saltOf(source.member("additionalValues"), texts);
    condition.target = source.member("targetValue");
    condition.compiled = compileTarget(condition);
    std::string problem = problemOf(condition);
    if (!reader.isOk() && problem.empty())
        problem = "unsupported condition: " + reader.problem().toStdString();
    if (!problem.empty())
        condition.problem = texts.kept(std::move(problem));
    return condition;
}

Condition missingCondition(std::string_view hash, PayloadTexts &texts)
{
    Condition condition;
    condition.problem =
        texts.kept("unsupported: condition " + std::string(hash) + " is missing from condition_map");
    condition.compiled = std::make_shared<CompiledTarget>();
    return condition;
}

} // namespace Gatescope
