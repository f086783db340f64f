// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "speccompiler.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

using Need = FieldReader::Need;

constexpr std::array entityNames {
    std::pair {std::string_view("feature_gate"), EntityKind::Gate},
    std::pair {std::string_view("segment"), EntityKind::Segment},
    std::pair {std::string_view("holdout"), EntityKind::Holdout},
    std::pair {std::string_view("dynamic_config"), EntityKind::DynamicConfig},
    std::pair {std::string_view("experiment"), EntityKind::Experiment},
    std::pair {std::string_view("autotune"), EntityKind::Autotune},
    std::pair {std::string_view("layer"), EntityKind::Layer},
};

EntityKind usualKind(SpecTable table)
{
    switch (table) {
    case SpecTable::FeatureGates:
        return EntityKind::Gate;
    case SpecTable::DynamicConfigs:
        return EntityKind::DynamicConfig;
    case SpecTable::LayerConfigs:
        break;
    }
    return EntityKind::Layer;
}

} // namespace

SpecCompiler::SpecCompiler(
    Project::Format format, PayloadTexts &texts, FieldNames &fieldNames, ConditionResolver resolver)
    : m_format(format)
    , m_texts(texts)
    , m_fieldNames(fieldNames)
    , m_resolver(std::move(resolver))
{ }

std::optional<Spec> SpecCompiler::spec(SpecTable table, const JsonValue &source)
{
    FieldReader reader(source, m_texts);
    Spec spec;
    spec.table = table;
    spec.kind = usualKind(table);
    spec.source = source;
    spec.name = m_format == Project::Format::V1 ? reader.text("name", Need::Required) : m_texts.key(source);
    readEntity(spec, reader);
    const bool rulesAreGood = readRules(spec, reader.array("rules", Need::Required));
    if (!reader.isOk())
        m_problem = reader.problem();
    if (!reader.isOk() || !rulesAreGood)
        return std::nullopt;
    return spec;
}

/// LEGACY buckets by userID where a payload names no ID type.
std::string_view SpecCompiler::idTypeOf(FieldReader &reader) const
{
    const std::string_view idType = reader.text("idType", neededByCore());
    return m_format == Project::Format::V1 && !reader.has("idType") ? "userID" : idType;
}

void SpecCompiler::readEntity(Spec &spec, FieldReader &reader) const
{
    const Need need = neededByCore();
    reader.text("type", need);
    spec.entity = reader.text("entity", need);
    const auto found =
        std::ranges::find(entityNames, spec.entity, [](const auto &entry) { return entry.first; });
    if (found != entityNames.end())
        spec.kind = found->second;
    spec.salt = reader.text("salt", need);
    spec.idType = idTypeOf(reader);
    spec.enabled =
        reader.boolean("enabled", need) || (m_format == Project::Format::V1 && !reader.has("enabled"));
    spec.defaultValue = reader.any("defaultValue", need);
    spec.defaultsToTrue = spec.defaultValue.kind() == JsonValue::Kind::True;
    spec.defaultJson = m_texts.object(spec.defaultValue);
    if (reader.has("isActive"))
        spec.isActive = reader.boolean("isActive", Need::Optional);
    if (reader.has("hasSharedParams"))
        spec.hasSharedParams = reader.boolean("hasSharedParams", Need::Optional);
    spec.useNewLayerEval = reader.boolean("useNewLayerEval", Need::Optional);
    spec.hasExplicitParameters = reader.has("explicitParameters");
    spec.explicitParameters = reader.texts("explicitParameters", Need::Optional);
    spec.hasTargetAppIds = reader.has("targetAppIDs");
    spec.targetAppIds = reader.texts("targetAppIDs", Need::Optional);
}

bool SpecCompiler::readRules(Spec &spec, const JsonValue &rules)
{
    spec.rules.reserve(rules.size());
    for (quint32 i = 0; i < rules.size(); ++i) {
        auto compiled = rule(rules.at(i));
        if (!compiled) {
            m_problem = tr("in rule %1, %2").arg(i + 1).arg(m_problem);
            return false;
        }
        spec.rules.push_back(std::move(*compiled));
    }
    return true;
}

std::optional<Rule> SpecCompiler::rule(const JsonValue &source)
{
    const Need need = neededByCore();
    FieldReader reader(source, m_texts);
    Rule rule;
    rule.id = reader.text("id", Need::Required);
    rule.name = reader.text("name", need);
    rule.groupName = reader.text("groupName", Need::Optional);
    rule.hasGroupName = reader.has("groupName");
    const std::string_view salt = reader.text("salt", Need::Optional);
    rule.salt = reader.has("salt") ? salt : rule.id;
    rule.idType = idTypeOf(reader);
    rule.idTypeName = m_fieldNames.find(rule.idType);
    rule.passPercentage = reader.number("passPercentage", Need::Required);
    rule.returnValue = reader.any("returnValue", need);
    rule.returnsFalse = rule.returnValue.kind() == JsonValue::Kind::False;
    rule.returnJson = m_texts.object(rule.returnValue);
    rule.isExperimentGroup = reader.boolean("isExperimentGroup", Need::Optional);
    rule.configDelegate = reader.text("configDelegate", Need::Optional);
    const bool conditionsAreGood = readConditions(rule, reader.array("conditions", Need::Required));
    if (!reader.isOk())
        m_problem = reader.problem();
    if (!reader.isOk() || !conditionsAreGood)
        return std::nullopt;
    return rule;
}

bool SpecCompiler::readConditions(Rule &rule, const JsonValue &conditions)
{
    rule.conditions.reserve(conditions.size());
    for (quint32 i = 0; i < conditions.size(); ++i) {
        const auto condition = m_resolver(conditions.at(i));
        if (!condition) {
            m_problem = tr("condition %1 is of the wrong type").arg(i + 1);
            return false;
        }
        rule.conditions.push_back(*condition);
    }
    return true;
}

FieldReader::Need SpecCompiler::neededByCore() const
{
    return m_format == Project::Format::V2 ? Need::Required : Need::Optional;
}

} // namespace Gatescope
