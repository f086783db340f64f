// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explanationnames.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

template<class Value>
struct NamedValue
{
    Value value;
    std::string_view name;
};

constexpr std::array kindNames {
    NamedValue {EntityKind::Gate, "gate"},
    NamedValue {EntityKind::Segment, "segment"},
    NamedValue {EntityKind::Holdout, "holdout"},
    NamedValue {EntityKind::DynamicConfig, "dynamic_config"},
    NamedValue {EntityKind::Experiment, "experiment"},
    NamedValue {EntityKind::Autotune, "autotune"},
    NamedValue {EntityKind::Layer, "layer"},
};
constexpr std::array causeNames {
    NamedValue {Explanation::Cause::Unrecognized, "unrecognized"},
    NamedValue {Explanation::Cause::CannotTell, "cannot_tell"},
    NamedValue {Explanation::Cause::Disabled, "disabled"},
    NamedValue {Explanation::Cause::NoRuleMatched, "no_rule_matched"},
    NamedValue {Explanation::Cause::Percentage, "percentage"},
    NamedValue {Explanation::Cause::RuleMatched, "rule_matched"},
    NamedValue {Explanation::Cause::RuleTurnsOff, "rule_turns_off"},
    NamedValue {Explanation::Cause::Override, "override"},
    NamedValue {Explanation::Cause::HeldOut, "held_out"},
    NamedValue {Explanation::Cause::NotStarted, "not_started"},
    NamedValue {Explanation::Cause::Shipped, "shipped"},
    NamedValue {Explanation::Cause::Stopped, "stopped"},
    NamedValue {Explanation::Cause::OutsideLayerShare, "outside_layer_share"},
    NamedValue {Explanation::Cause::NotTargeted, "not_targeted"},
    NamedValue {Explanation::Cause::Group, "group"},
    NamedValue {Explanation::Cause::Bandit, "autotune"},
};
constexpr std::array missingNames {
    NamedValue {MissingFact::Cause::IdList, "id_list"},
    NamedValue {MissingFact::Cause::Country, "country"},
    NamedValue {MissingFact::Cause::Pattern, "pattern"},
    NamedValue {MissingFact::Cause::ConditionType, "condition_type"},
    NamedValue {MissingFact::Cause::Operator, "operator"},
    NamedValue {MissingFact::Cause::Condition, "condition"},
    NamedValue {MissingFact::Cause::Draw, "random_draw"},
    NamedValue {MissingFact::Cause::Circle, "circle"},
    NamedValue {MissingFact::Cause::Other, "other"},
};
constexpr std::array rowNames {
    NamedValue {ExplanationRow::Kind::Rule, "rule"},
    NamedValue {ExplanationRow::Kind::Condition, "condition"},
    NamedValue {ExplanationRow::Kind::Percentage, "percentage"},
    NamedValue {ExplanationRow::Kind::Entity, "entity"},
    NamedValue {ExplanationRow::Kind::Group, "group"},
};
constexpr std::array resultNames {
    NamedValue {ExplanationRow::Result::Pass, "pass"},
    NamedValue {ExplanationRow::Result::Fail, "fail"},
    NamedValue {ExplanationRow::Result::MatchedOn, "matched_on"},
    NamedValue {ExplanationRow::Result::MatchedOff, "matched_off"},
    NamedValue {ExplanationRow::Result::NoMatch, "no_match"},
    NamedValue {ExplanationRow::Result::CannotTell, "cannot_tell"},
    NamedValue {ExplanationRow::Result::NotReached, "not_reached"},
};
constexpr std::array sourceNames {
    NamedValue {ValueSource::UserField, "user_field"},
    NamedValue {ValueSource::Custom, "custom"},
    NamedValue {ValueSource::PrivateAttributes, "private_attributes"},
    NamedValue {ValueSource::CustomIds, "custom_ids"},
    NamedValue {ValueSource::Environment, "environment"},
    NamedValue {ValueSource::DefaultEnvironment, "default_environment"},
    NamedValue {ValueSource::UserAgent, "user_agent"},
    NamedValue {ValueSource::IpAddress, "ip_address"},
    NamedValue {ValueSource::Clock, "clock"},
    NamedValue {ValueSource::Bucket, "bucket"},
    NamedValue {ValueSource::TargetApp, "target_app"},
    NamedValue {ValueSource::ExperimentGroup, "experiment_group"},
};
constexpr std::array reasonNames {
    NamedValue {Reason::Recognized, "recognized"},
    NamedValue {Reason::Unrecognized, "unrecognized"},
    NamedValue {Reason::Unsupported, "unsupported"},
    NamedValue {Reason::Undetermined, "undetermined"},
};
constexpr std::array tableNames {
    NamedValue {SpecTable::FeatureGates, "feature_gates"},
    NamedValue {SpecTable::DynamicConfigs, "dynamic_configs"},
    NamedValue {SpecTable::LayerConfigs, "layer_configs"},
};

template<class Names, class Value>
std::string_view jsonNameOf(const Names &names, Value value)
{
    const auto found = std::ranges::find(names, value, [](const auto &entry) { return entry.value; });
    return found == names.end() ? std::string_view() : found->name;
}

} // namespace

std::string_view jsonName(EntityKind value)
{
    return jsonNameOf(kindNames, value);
}

std::string_view jsonName(Explanation::Cause value)
{
    return jsonNameOf(causeNames, value);
}

std::string_view jsonName(MissingFact::Cause value)
{
    return jsonNameOf(missingNames, value);
}

std::string_view jsonName(ExplanationRow::Kind value)
{
    return jsonNameOf(rowNames, value);
}

std::string_view jsonName(ExplanationRow::Result value)
{
    return jsonNameOf(resultNames, value);
}

std::string_view jsonName(ValueSource value)
{
    return jsonNameOf(sourceNames, value);
}

std::string_view jsonName(Reason value)
{
    return jsonNameOf(reasonNames, value);
}

std::string_view jsonName(SpecTable value)
{
    return jsonNameOf(tableNames, value);
}

} // namespace Gatescope
