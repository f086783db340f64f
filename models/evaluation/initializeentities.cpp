// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializeentities.h"

#include "exposurelists.h"
#include "hashes.h"

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

void writeTexts(JsonWriter &writer, const std::vector<std::string> &texts)
{
    writer.beginArray();
    for (const std::string &text : texts)
        writer.text(text);
    writer.endArray();
}

} // namespace

InitializeEntities::InitializeEntities(const Evaluator &evaluator, const EvaluationUser &user,
    const InitializeOptions &options, const AppFilter &filter)
    : m_evaluator(evaluator)
    , m_user(user)
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
        writer.key("exposures");
        writer.raw(m_exposures.json());
    }
    if (m_isShort) {
        writer.key("values");
        writer.raw(m_values.json());
    }
}

void InitializeEntities::writeTable(
    JsonWriter &writer, SpecTable table, std::string_view name, WriteEntity writeEntity)
{
    writer.key(name);
    writer.beginObject();
    const Project &project = *m_evaluator.project();
    for (std::uint32_t i = 0; i < project.specs().size(); ++i) {
        const Spec &spec = project.specs()[i];
        if (spec.table != table || isHidden(spec) || !m_filter.admits(spec)
            || project.find(table, spec.name) != int(i))
            continue;
        const Verdict verdict = m_evaluator.evaluate(i, m_user);
        writer.key(hashed(spec.name));
        writer.beginObject();
        writeCommon(writer, spec, verdict);
        (this->*writeEntity)(writer, spec, verdict);
        writer.endObject();
    }
    writer.endObject();
}

void InitializeEntities::writeCommon(JsonWriter &writer, const Spec &spec, const Verdict &verdict)
{
    if (!m_isShort) {
        writer.key("name");
        writer.text(hashed(spec.name));
    }
    if (!m_isShort || verdict.ruleId != "default") {
        writer.key(m_isShort ? "r" : "rule_id");
        writer.text(verdict.ruleId);
    }
    writeExposures(writer, m_isShort ? "s" : "secondary_exposures", verdict.secondaryExposures);
    writer.key(m_isShort ? "i" : "id_type");
    writer.text(verdict.idType.empty() ? spec.idType : verdict.idType);
}

void InitializeEntities::writeGate(JsonWriter &writer, const Spec &, const Verdict &verdict)
{
    if (m_isShort && !verdict.value)
        return;
    writer.key(m_isShort ? "v" : "value");
    writer.boolean(verdict.value);
}

void InitializeEntities::writeConfig(JsonWriter &writer, const Spec &spec, const Verdict &verdict)
{
    writeValue(writer, verdict.json);
    if (!m_isShort) {
        writer.key("is_device_based");
        writer.boolean(isDeviceBased(verdict.idType));
    }
    if (spec.kind == EntityKind::DynamicConfig) {
        writer.key(m_isShort ? "p" : "passed");
        writer.boolean(verdict.value);
        return;
    }
    if (!m_isShort && verdict.isInLayer) {
        writer.key("is_in_layer");
        writer.boolean(true);
    }
    if (!m_isShort && verdict.explicitParameters) {
        writer.key("explicit_parameters");
        writeTexts(writer, *verdict.explicitParameters);
    }
    if (verdict.groupName) {
        writer.key(m_isShort ? "gn" : "group_name");
        writer.text(*verdict.groupName);
    }
    if (spec.kind == EntityKind::Experiment) {
        writer.key(m_isShort ? "ea" : "is_experiment_active");
        writer.boolean(verdict.isExperimentActive);
        writer.key(m_isShort ? "ue" : "is_user_in_experiment");
        writer.boolean(verdict.isExperimentGroup);
    }
}

void InitializeEntities::writeLayer(JsonWriter &writer, const Spec &, const Verdict &verdict)
{
    writeValue(writer, verdict.json);
    if (!m_isShort) {
        writer.key("is_device_based");
        writer.boolean(isDeviceBased(verdict.idType));
    }
    if (verdict.groupName) {
        writer.key(m_isShort ? "gn" : "group_name");
        writer.text(*verdict.groupName);
    }
    if (verdict.allocatedExperiment) {
        writer.key(m_isShort ? "ea" : "is_experiment_active");
        writer.boolean(verdict.isExperimentActive);
        writer.key(m_isShort ? "ue" : "is_user_in_experiment");
        writer.boolean(verdict.isExperimentGroup);
        writer.key(m_isShort ? "ae" : "allocated_experiment_name");
        writer.text(hashed(*verdict.allocatedExperiment));
    }
    const std::vector<std::string> parameters =
        verdict.explicitParameters.value_or(std::vector<std::string>());
    if (!m_isShort || !parameters.empty()) {
        writer.key(m_isShort ? "ep" : "explicit_parameters");
        writeTexts(writer, parameters);
    }
    writeExposures(
        writer, m_isShort ? "us" : "undelegated_secondary_exposures", verdict.undelegatedExposures);
    if (!verdict.parameterRuleIds.empty()) {
        writer.key(m_isShort ? "pr" : "parameter_rule_ids");
        writer.beginObject();
        for (const auto &[parameter, ruleId] : verdict.parameterRuleIds) {
            writer.key(parameter);
            writer.text(ruleId);
        }
        writer.endObject();
    }
}

void InitializeEntities::writeValue(JsonWriter &writer, const QByteArray &json)
{
    writer.key(m_isShort ? "v" : "value");
    if (!m_isShort) {
        writer.raw(json);
        return;
    }
    const auto [found, isNew] = m_valueIds.try_emplace(json.toStdString(), std::to_string(m_valueIds.size()));
    if (isNew) {
        m_values.key(found->second);
        m_values.raw(json);
    }
    writer.text(found->second);
}

void InitializeEntities::writeExposures(JsonWriter &writer, std::string_view key, const Exposures &exposures)
{
    if (m_isShort && exposures.empty())
        return;
    writer.key(key);
    writer.beginArray();
    for (const Exposure &exposure : distinctExposures(exposures)) {
        if (m_options.format == InitializeFormat::V1)
            writeExposure(writer, hashed(exposure.gate), exposure);
        else
            writer.text(exposureId(exposure));
    }
    writer.endArray();
}

/// v2: a hash of the exposure; init-v2: a running number.
std::string InitializeEntities::exposureId(const Exposure &exposure)
{
    const std::string &gate = hashed(exposure.gate);
    const std::string text = gate + ':' + (exposure.gateValue ? "true" : "false") + ':' + exposure.ruleId;
    const std::string id = m_isShort ? std::to_string(m_exposureIds.size()) : djb2(text);
    const auto [found, isNew] = m_exposureIds.try_emplace(text, id);
    if (isNew) {
        m_exposures.key(found->second);
        writeExposure(m_exposures, gate, exposure);
    }
    return found->second;
}

const std::string &InitializeEntities::hashed(const std::string &name)
{
    const auto found = m_hashes.find(name);
    return found != m_hashes.end()
        ? found->second
        : m_hashes.try_emplace(name, hashedName(name, m_options.hash)).first->second;
}

} // namespace Gatescope
