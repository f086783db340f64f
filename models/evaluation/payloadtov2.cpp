// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "payloadconversion.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace Gatescope {

namespace {

/// What CORE needs (facts §2.2, §2.3) and LEGACY takes a null of as if it were missing.
constexpr std::array<std::string_view, 7> neverNull {
    "type", "salt", "idType", "entity", "id", "name", "passPercentage"};

bool isMissing(const JsonValue &value, std::string_view key)
{
    return !value.isValid() || (value.isNull() && std::ranges::find(neverNull, key) != neverNull.end());
}

class V2Writer
{
public:
    explicit V2Writer(const JsonValue &payload)
        : m_payload(payload)
    { }
    QByteArray text();

private:
    void writeOverrideRules();
    void writeTable(std::string_view table);
    void writeSpec(const JsonValue &spec, std::string_view table);
    void writeRules(std::string_view key, const JsonValue &rules, bool isGate);
    void writeRule(const JsonValue &rule, bool isGate);
    std::string conditionHash(const JsonValue &condition);
    void writeExperimentToLayer();
    void writeConditionMap();
    void writeMember(std::string_view key, std::string_view json);
    void writeDefault(const JsonValue &object, std::string_view key, std::string_view json);
    /// All members but those, and but a null that CORE would drop the whole spec for.
    void writePresent(const JsonValue &object, std::initializer_list<std::string_view> without);

    const JsonValue m_payload;
    std::unordered_map<std::string, std::string> m_hashes; ///< a condition's text → its key
    std::vector<std::string> m_conditions; ///< in the order of their keys, 1, 2, …
    JsonWriter m_writer;
};

QByteArray V2Writer::text()
{
    m_writer.beginObject();
    writeMembers(m_writer, m_payload,
        {"response_format", "feature_gates", "dynamic_configs", "layer_configs", "condition_map",
            "experiment_to_layer", "layers", "override_rules"});
    writeDefault(m_payload, "has_updates", "true");
    writeDefault(m_payload, "time", "0");
    m_writer.key("response_format");
    m_writer.text("dcs-v2");
    writeTable("feature_gates");
    writeTable("dynamic_configs");
    writeTable("layer_configs");
    writeOverrideRules();
    writeExperimentToLayer();
    writeConditionMap();
    m_writer.endObject();
    return m_writer.take();
}

void V2Writer::writeMember(std::string_view key, std::string_view json)
{
    m_writer.key(key);
    m_writer.raw(json);
}

/// CORE drops what lacks a required field (facts §2.2, §2.3); LEGACY does without.
void V2Writer::writeDefault(const JsonValue &object, std::string_view key, std::string_view json)
{
    if (isMissing(object[key], key))
        writeMember(key, json);
}

void V2Writer::writePresent(const JsonValue &object, std::initializer_list<std::string_view> without)
{
    std::vector<std::string_view> left(without);
    for (const std::string_view key : neverNull)
        if (object[key].isNull())
            left.push_back(key);
    writeMembers(m_writer, object, left);
}

void V2Writer::writeOverrideRules()
{
    const JsonValue rules = m_payload["override_rules"];
    if (!rules.isObject())
        return;
    m_writer.key("override_rules");
    m_writer.beginObject();
    for (quint32 i = 0; i < rules.size(); ++i) {
        m_writer.key(rules.at(i).keyUtf8());
        writeRule(rules.at(i), false);
    }
    m_writer.endObject();
}

void V2Writer::writeTable(std::string_view table)
{
    m_writer.key(table);
    m_writer.beginObject();
    const JsonValue specs = m_payload[table];
    for (quint32 i = 0; i < specs.size(); ++i) {
        if (specs.at(i)["name"].isString())
            writeSpec(specs.at(i), table);
    }
    m_writer.endObject();
}

constexpr std::string_view userIdType = R"("userID")"; // what LEGACY takes where none is given

std::string_view entityDefault(std::string_view table)
{
    if (table == "feature_gates")
        return R"("feature_gate")";
    return table == "layer_configs" ? R"("layer")" : R"("dynamic_config")";
}

/// LEGACY looks at no rule of a spec that is not enabled, and at no default value of a gate.
void V2Writer::writeSpec(const JsonValue &spec, std::string_view table)
{
    const bool isGate = table == "feature_gates";
    const JsonValue rules = spec["rules"];
    const JsonValue enabled = spec["enabled"];
    const bool isEnabled = !enabled.isValid() || enabled.isNull() || enabled.toBool();
    m_writer.key(spec["name"].toUtf8());
    m_writer.beginObject();
    if (isGate) {
        writePresent(spec, {"name", "rules", "enabled", "defaultValue", rulesWhenEnabled});
        writeMember("defaultValue", "false");
    } else {
        writePresent(spec, {"name", "rules", "enabled", rulesWhenEnabled});
        writeDefault(spec, "defaultValue", "{}");
    }
    writeDefault(spec, "type", isGate ? R"("feature_gate")" : R"("dynamic_config")");
    writeDefault(spec, "salt", R"("")");
    writeMember("enabled", isEnabled ? "true" : "false");
    writeDefault(spec, "idType", userIdType);
    writeDefault(spec, "entity", entityDefault(table));
    writeRules("rules", isEnabled ? rules : JsonValue(), isGate);
    if (!isEnabled && rules.size() > 0)
        writeRules(rulesWhenEnabled, rules, isGate);
    m_writer.endObject();
}

void V2Writer::writeRules(std::string_view key, const JsonValue &rules, bool isGate)
{
    m_writer.key(key);
    m_writer.beginArray();
    for (quint32 i = 0; i < rules.size(); ++i)
        writeRule(rules.at(i), isGate);
    m_writer.endArray();
}

void V2Writer::writeRule(const JsonValue &rule, bool isGate)
{
    m_writer.beginObject();
    if (isGate) {
        writePresent(rule, {"conditions", "returnValue"});
        writeMember("returnValue", "true");
    } else {
        writePresent(rule, {"conditions"});
        writeDefault(rule, "returnValue", "{}");
    }
    writeDefault(rule, "id", R"("")");
    writeDefault(rule, "name", rule["id"].isString() ? rule["id"].rawText() : R"("")");
    writeDefault(rule, "passPercentage", "0");
    writeDefault(rule, "idType", userIdType);
    m_writer.key("conditions");
    m_writer.beginArray();
    const JsonValue conditions = rule["conditions"];
    for (quint32 i = 0; i < conditions.size(); ++i)
        m_writer.text(conditionHash(conditions.at(i)));
    m_writer.endArray();
    m_writer.endObject();
}

/// LEGACY takes them in any case, CORE as they are known.
void writeLowerCase(JsonWriter &writer, const JsonValue &condition, std::string_view key)
{
    const JsonValue value = condition[key];
    if (!value.isString())
        return;
    writer.key(key);
    writer.text(QByteArray::fromStdString(value.toUtf8()).toLower().toStdString());
}

void writeBucketsAsKeys(JsonWriter &writer, const JsonValue &target)
{
    writer.beginObject();
    for (quint32 i = 0; i < target.size(); ++i) {
        writer.key(target.at(i).isString() ? target.at(i).toUtf8() : std::string(target.at(i).rawText()));
        writer.boolean(true);
    }
    writer.endObject();
}

QByteArray conditionText(const JsonValue &condition)
{
    const JsonValue target = condition["targetValue"];
    JsonWriter writer;
    writer.beginObject();
    writeLowerCase(writer, condition, "type");
    writeLowerCase(writer, condition, "operator");
    writeMembers(writer, condition, {"type", "operator", "targetValue"});
    if (target.isValid()) {
        writer.key("targetValue");
        if (isBucketList(condition) && target.isArray())
            writeBucketsAsKeys(writer, target);
        else
            writer.raw(target.rawText());
    }
    if (!condition["idType"].isValid()) {
        writer.key("idType");
        writer.raw(userIdType);
    }
    writer.endObject();
    return writer.take();
}

std::string V2Writer::conditionHash(const JsonValue &condition)
{
    std::string text = conditionText(condition).toStdString();
    const auto [entry, isNew] = m_hashes.try_emplace(text, std::to_string(m_conditions.size() + 1));
    if (isNew)
        m_conditions.push_back(std::move(text));
    return entry->second;
}

void V2Writer::writeExperimentToLayer()
{
    m_writer.key("experiment_to_layer");
    m_writer.beginObject();
    const JsonValue layers = m_payload["layers"];
    for (quint32 i = 0; i < layers.size(); ++i) {
        const JsonValue experiments = layers.at(i);
        for (quint32 j = 0; j < experiments.size(); ++j) {
            m_writer.key(experiments.at(j).toUtf8());
            m_writer.text(layers.at(i).keyUtf8());
        }
    }
    m_writer.endObject();
}

void V2Writer::writeConditionMap()
{
    m_writer.key("condition_map");
    m_writer.beginObject();
    for (std::size_t i = 0; i < m_conditions.size(); ++i) {
        m_writer.key(std::to_string(i + 1));
        m_writer.raw(m_conditions[i]);
    }
    m_writer.endObject();
}

} // namespace

QByteArray payloadToV2(const JsonValue &payload)
{
    return V2Writer(payload).text();
}

} // namespace Gatescope
