// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializeentities.h"

#include "exposurelists.h"
#include "hashes.h"

#include <algorithm>

namespace Gatescope {

namespace {

bool isHidden(const Spec &spec)
{
    return spec.kind == EntityKind::Segment || spec.kind == EntityKind::Holdout;
}

bool isDeviceBased(std::string_view idType)
{
    return idType == "stableID" || idType == "stableid";
}

/// An entity that no SDK knows is answered as an experiment is; v1 need not name one.
bool isDynamicConfig(const Spec &spec, Project::Format format)
{
    return spec.entity == "dynamic_config" || (spec.entity.empty() && format == Project::Format::V1);
}

void writeTexts(JsonWriter &writer, const std::vector<std::string> &texts)
{
    writer.beginArray();
    for (const std::string &text : texts)
        writer.text(text);
    writer.endArray();
}

std::string_view valueJson(const Answer &answer)
{
    if (!answer.plainJson.empty())
        return answer.plainJson;
    return answer.json.empty() ? "{}" : answer.json;
}

} // namespace

InitializeEntities::InitializeEntities(const Evaluator &evaluator, const EvaluationUser &user,
    const InitializeOptions &options, const AppFilter &filter, RememberedGates &remembered)
    : m_project(*evaluator.project())
    , m_names(m_project.hashedNames(options.hash))
    , m_answers(evaluator, user, &remembered)
    , m_options(options)
    , m_filter(filter)
    , m_isShort(options.format == InitializeFormat::InitV2)
{ }

void InitializeEntities::write(JsonWriter &writer)
{
    m_exposures.beginObject();
    m_values.beginObject();
    writeTable(writer, SpecTable::FeatureGates, "feature_gates", &InitializeEntities::writeGate);
    writeTable(writer, SpecTable::DynamicConfigs, "dynamic_configs", &InitializeEntities::writeConfig);
    writeTable(writer, SpecTable::LayerConfigs, "layer_configs", &InitializeEntities::writeLayer);
    m_exposures.endObject();
    m_values.endObject();
    if (m_options.format != InitializeFormat::V1) {
        writer.plainKey("exposures");
        writer.raw(m_exposures.json());
    }
    if (m_isShort) {
        writer.plainKey("values");
        writer.raw(m_values.json());
    }
}

void InitializeEntities::writeTable(
    JsonWriter &writer, SpecTable table, std::string_view name, WriteEntity writeEntity)
{
    writer.plainKey(name);
    writer.beginObject();
    for (std::uint32_t i = 0; i < m_project.specs().size(); ++i) {
        const Spec &spec = m_project.specs()[i];
        if (spec.table != table || isHidden(spec) || !m_filter.admits(spec.targetAppIds) || spec.named != i)
            continue;
        const Answer &answer = m_answers.entity(i);
        if (isAnsweredByBandit(spec)) { // but its nested gates are remembered, and so is its value
            if (m_isShort)
                valueId(answer);
            continue;
        }
        writeBeginning(writer, i);
        writeCommon(writer, answer);
        (this->*writeEntity)(writer, spec, answer);
        writer.endObject();
    }
    if (table == SpecTable::DynamicConfigs)
        writeBandits(writer);
    writer.endObject();
}

/// The name, and all up to the rule's ID where it comes first.
void InitializeEntities::writeBeginning(JsonWriter &writer, std::uint32_t spec)
{
    if (!m_isShort) {
        writer.rawMembers(m_names.beginning(spec));
        return;
    }
    writer.rawMembers(m_names.token(spec));
    writer.rawMembers(":{");
}

bool InitializeEntities::isAnsweredByBandit(const Spec &spec) const
{
    if (spec.table != SpecTable::DynamicConfigs)
        return false;
    const Bandit *bandit = m_project.bandit(spec.name);
    return bandit && m_filter.admits(bandit->targetAppIds);
}

/// In place of the configs of the same names, and others.
void InitializeEntities::writeBandits(JsonWriter &writer)
{
    for (const Bandit &bandit : m_project.bandits()) {
        if (!m_filter.admits(bandit.targetAppIds) || m_project.bandit(bandit.name) != &bandit)
            continue;
        const Answer &answer = m_answers.experiment(bandit.name);
        const std::string name = hashed(bandit.name);
        writer.key(name);
        writer.beginObject();
        if (!m_isShort) {
            writer.plainKey("name");
            writer.text(name);
            writer.plainKey("rule_id");
        }
        m_isInBandit = true;
        writeCommon(writer, answer);
        m_isInBandit = false;
        writeValue(writer, answer);
        writeDeviceBased(writer, answer);
        writeShare(writer, answer); // of an experiment it is mapped to
        writeGroupName(writer, answer);
        writer.endObject();
    }
}

/// From the rule's ID on, whose key is there already but in init-v2.
void InitializeEntities::writeCommon(JsonWriter &writer, const Answer &answer)
{
    if (m_isShort && answer.ruleId != "default")
        writer.plainKey("r");
    if (!m_isShort || answer.ruleId != "default")
        writer.text(answer.ruleId);
    writeExposures(writer, named("s", "secondary_exposures"), answer.secondaryExposures);
    writer.plainKey(named("i", "id_type"));
    writer.text(answer.idType);
}

void InitializeEntities::writeDeviceBased(JsonWriter &writer, const Answer &answer) const
{
    if (m_isShort)
        return;
    writer.plainKey("is_device_based");
    writer.boolean(isDeviceBased(answer.idType));
}

/// What an experiment has of its layer.
void InitializeEntities::writeShare(JsonWriter &writer, const Answer &answer) const
{
    if (m_isShort)
        return;
    if (answer.isInLayer) {
        writer.plainKey("is_in_layer");
        writer.boolean(true);
    }
    if (answer.explicitParameters) {
        writer.plainKey("explicit_parameters");
        writeTexts(writer, *answer.explicitParameters);
    }
}

void InitializeEntities::writeGroupName(JsonWriter &writer, const Answer &answer) const
{
    if (!answer.groupName)
        return;
    writer.plainKey(named("gn", "group_name"));
    writer.text(*answer.groupName);
}

void InitializeEntities::writeGate(JsonWriter &writer, const Spec &, const Answer &answer)
{
    if (m_isShort && !answer.value)
        return;
    writer.plainKey(named("v", "value"));
    writer.boolean(answer.value);
}

void InitializeEntities::writeConfig(JsonWriter &writer, const Spec &spec, const Answer &answer)
{
    writeValue(writer, answer);
    writeDeviceBased(writer, answer);
    if (isDynamicConfig(spec, m_project.format())) {
        writer.plainKey(named("p", "passed"));
        writer.boolean(answer.value);
        return;
    }
    writeShare(writer, answer);
    writeGroupName(writer, answer);
    if (spec.kind == EntityKind::Experiment) {
        writer.plainKey(named("ea", "is_experiment_active"));
        writer.boolean(answer.isExperimentActive);
        writer.plainKey(named("ue", "is_user_in_experiment"));
        writer.boolean(answer.isExperimentGroup);
    }
}

void InitializeEntities::writeLayer(JsonWriter &writer, const Spec &, const Answer &answer)
{
    writeValue(writer, answer);
    writeDeviceBased(writer, answer);
    writeGroupName(writer, answer);
    if (!answer.allocatedExperiment.empty()) {
        writer.plainKey(named("ea", "is_experiment_active"));
        writer.boolean(answer.isExperimentActive);
        writer.plainKey(named("ue", "is_user_in_experiment"));
        writer.boolean(answer.isExperimentGroup);
        writer.plainKey(named("ae", "allocated_experiment_name"));
        writer.raw(configToken(answer.allocatedExperiment));
    }
    if (!m_isShort || answer.explicitParameters) {
        writer.plainKey(named("ep", "explicit_parameters"));
        static const std::vector<std::string> none;
        writeTexts(writer, answer.explicitParameters ? *answer.explicitParameters : none);
    }
    writeExposures(writer, named("us", "undelegated_secondary_exposures"), answer.undelegatedExposures);
    if (answer.parameterRuleIds && m_options.format == InitializeFormat::V1) {
        writer.plainKey("parameter_rule_ids");
        writer.beginObject();
        for (const auto &[parameter, ruleId] : *answer.parameterRuleIds) {
            writer.key(parameter);
            writer.text(ruleId);
        }
        writer.endObject();
    }
}

/// The number of a value in the list of all, which it enters when it is first seen.
const std::string &InitializeEntities::valueId(const Answer &answer)
{
    const std::string_view json = valueJson(answer);
    const std::string key(
        answer.plainJson.empty() ? json : std::string_view()); // as in the SDK, all of them are one
    const auto [found, isNew] = m_valueIds.try_emplace(key, std::to_string(m_valueIds.size()));
    if (isNew) {
        m_values.key(found->second);
        m_values.raw(json);
    }
    return found->second;
}

void InitializeEntities::writeValue(JsonWriter &writer, const Answer &answer)
{
    writer.plainKey(named("v", "value"));
    if (m_isShort)
        writer.text(valueId(answer));
    else
        writer.raw(valueJson(answer));
}

void InitializeEntities::writeExposures(
    JsonWriter &writer, std::string_view key, std::span<const SeenExposure> exposures)
{
    if (m_isShort && exposures.empty())
        return;
    writer.plainKey(key);
    writer.beginArray();
    const auto write = [&](const SeenExposure &exposure) {
        if (m_options.format != InitializeFormat::V1)
            writer.text(exposureId(exposure));
        else
            writeExposure(writer, gateToken(exposure), exposure.gateValue, exposure.ruleId);
    };
    if (areExposuresRaw())
        std::ranges::for_each(exposures, write);
    else
        forEachDistinctExposure(exposures, write);
    writer.endArray();
}

/// v2: a hash of the exposure; init-v2: a running number.
std::string InitializeEntities::exposureId(const SeenExposure &exposure)
{
    const std::string gate = areExposuresRaw() ? std::string(exposure.gate) : hashed(exposure.gate);
    std::string text = gate + (exposure.gateValue ? ":true:" : ":false:");
    text += exposure.ruleId;
    const std::string id = m_isShort ? std::to_string(m_exposureIds.size()) : djb2(text);
    const auto [found, isNew] = m_exposureIds.try_emplace(text, id);
    if (isNew) {
        m_exposures.key(found->second);
        writeExposure(m_exposures, quoted(gate), exposure.gateValue, exposure.ruleId);
    }
    return found->second;
}

/// In init-v2 the SDK neither hashes what bandits expose nor leaves out what they expose twice.
bool InitializeEntities::areExposuresRaw() const
{
    return m_isShort && m_isInBandit;
}

std::string_view InitializeEntities::gateToken(const SeenExposure &exposure)
{
    return exposure.spec != Spec::none ? m_names.token(exposure.spec) : quoted(hashed(exposure.gate));
}

std::string_view InitializeEntities::configToken(std::string_view name)
{
    const int spec = m_project.find(SpecTable::DynamicConfigs, name);
    return spec >= 0 ? m_names.token(std::uint32_t(spec)) : quoted(hashed(name));
}

std::string InitializeEntities::hashed(std::string_view name) const
{
    return hashedName(name, m_options.hash);
}

/// As a JSON token, valid until the next.
std::string_view InitializeEntities::quoted(std::string_view name)
{
    JsonWriter token;
    token.text(name);
    m_token.assign(token.json().data(), std::size_t(token.json().size()));
    return m_token;
}

} // namespace Gatescope
