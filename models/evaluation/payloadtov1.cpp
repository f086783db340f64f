// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "payloadconversion.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace Gatescope {

namespace {

class V1Writer
{
public:
    explicit V1Writer(const JsonValue &payload);
    QByteArray text();

private:
    void writeOverrideRules();
    void writeTable(std::string_view table, bool isGates);
    void writeSpec(const JsonValue &spec, bool isGate);
    void writeRule(const JsonValue &rule);
    void writeGateRule(const JsonValue &rule, bool isOnByDefault);
    void writeConditions(const JsonValue &rule);
    void writeCondition(const JsonValue &condition);
    void writeBuckets(const JsonValue &target);
    void writeClosingRule(const JsonValue &spec, bool passes);
    void writeLayers();

    const JsonValue m_payload;
    std::unordered_map<std::string, JsonValue> m_conditions;
    JsonWriter m_writer;
};

V1Writer::V1Writer(const JsonValue &payload)
    : m_payload(payload)
{
    const JsonValue map = payload["condition_map"];
    for (quint32 i = 0; i < map.size(); ++i)
        m_conditions.insert_or_assign(map.at(i).keyUtf8(), map.at(i));
}

QByteArray V1Writer::text()
{
    m_writer.beginObject();
    writeMembers(m_writer, m_payload,
        {"response_format", "feature_gates", "dynamic_configs", "layer_configs", "condition_map",
            "experiment_to_layer", "layers", "override_rules"});
    m_writer.key("response_format");
    m_writer.text("dcs-v1");
    writeTable("feature_gates", true);
    writeTable("dynamic_configs", false);
    writeTable("layer_configs", false);
    writeOverrideRules();
    writeLayers();
    m_writer.endObject();
    return m_writer.take();
}

void V1Writer::writeOverrideRules()
{
    const JsonValue rules = m_payload["override_rules"];
    if (!rules.isObject())
        return;
    m_writer.key("override_rules");
    m_writer.beginObject();
    for (quint32 i = 0; i < rules.size(); ++i) {
        m_writer.key(rules.at(i).keyUtf8());
        writeRule(rules.at(i));
    }
    m_writer.endObject();
}

void V1Writer::writeTable(std::string_view table, bool isGates)
{
    m_writer.key(table);
    m_writer.beginArray();
    const JsonValue specs = m_payload[table];
    for (quint32 i = 0; i < specs.size(); ++i) {
        if (specs.at(i).isObject())
            writeSpec(specs.at(i), isGates);
    }
    m_writer.endArray();
}

/// v1 stops at a spec that is not enabled and knows no gate that is on by default: both become a last rule
/// for everyone, under the id that v2 answers with there. What stops has its rules in their place.
void V1Writer::writeSpec(const JsonValue &spec, bool isGate)
{
    const bool isEnabled = spec["enabled"].toBool();
    const bool isOnByDefault = isGate && spec["defaultValue"].toBool();
    const bool needsClosing = isOnByDefault || (!isEnabled && spec["rules"].size() > 0);
    const bool stops = !isEnabled && !needsClosing;
    const JsonValue rules = stops ? spec[rulesWhenEnabled] : spec["rules"];
    m_writer.beginObject();
    m_writer.key("name");
    m_writer.text(spec.keyUtf8());
    writeMembers(m_writer, spec, {"name", "rules", "enabled", rulesWhenEnabled});
    m_writer.key("enabled");
    m_writer.boolean(!stops);
    m_writer.key("rules");
    m_writer.beginArray();
    for (quint32 i = 0; i < rules.size(); ++i)
        isGate ? writeGateRule(rules.at(i), isOnByDefault) : writeRule(rules.at(i));
    if (needsClosing)
        writeClosingRule(spec, isOnByDefault);
    m_writer.endArray();
    m_writer.endObject();
}

void V1Writer::writeRule(const JsonValue &rule)
{
    m_writer.beginObject();
    writeMembers(m_writer, rule, {"conditions"});
    writeConditions(rule);
    m_writer.endObject();
}

/// In v1 a gate's value is whether the percentage passed, so a rule that answers false is one that nobody
/// passes.
void V1Writer::writeGateRule(const JsonValue &rule, bool isOnByDefault)
{
    const JsonValue value = rule["returnValue"];
    const bool answersFalse = value.isBool() && !value.toBool();
    m_writer.beginObject();
    writeMembers(m_writer, rule, {"conditions", "returnValue", "passPercentage"});
    m_writer.key("returnValue");
    m_writer.boolean(true);
    m_writer.key("passPercentage");
    if (answersFalse)
        m_writer.integer(0);
    else if (isOnByDefault)
        m_writer.integer(100);
    else
        m_writer.raw(rule["passPercentage"].isValid() ? rule["passPercentage"].rawText() : "0");
    writeConditions(rule);
    m_writer.endObject();
}

void V1Writer::writeConditions(const JsonValue &rule)
{
    m_writer.key("conditions");
    m_writer.beginArray();
    const JsonValue hashes = rule["conditions"];
    for (quint32 i = 0; i < hashes.size(); ++i) {
        const auto found = m_conditions.find(hashes.at(i).toUtf8());
        if (found != m_conditions.end())
            writeCondition(found->second);
        else // as undecidable as a hash that leads nowhere
            m_writer.raw(R"({"type":"missing_condition","targetValue":null,"idType":"userID"})");
    }
    m_writer.endArray();
}

void V1Writer::writeCondition(const JsonValue &condition)
{
    const JsonValue target = condition["targetValue"];
    if (!isBucketList(condition) || !target.isObject()) {
        m_writer.raw(condition.rawText());
        return;
    }
    m_writer.beginObject();
    writeMembers(m_writer, condition, {"targetValue"});
    m_writer.key("targetValue");
    writeBuckets(target);
    m_writer.endObject();
}

void V1Writer::writeBuckets(const JsonValue &target)
{
    m_writer.beginArray();
    for (quint32 i = 0; i < target.size(); ++i) {
        bool isNumber = false;
        const qint64 bucket = QByteArray::fromStdString(target.at(i).keyUtf8()).toLongLong(&isNumber);
        if (isNumber)
            m_writer.integer(bucket);
    }
    m_writer.endArray();
}

void V1Writer::writeClosingRule(const JsonValue &spec, bool passes)
{
    const std::string_view id = spec["enabled"].toBool() ? "default" : "disabled";
    m_writer.beginObject();
    for (const std::string_view key : {"id", "name"}) {
        m_writer.key(key);
        m_writer.text(id);
    }
    m_writer.key("salt");
    m_writer.text("");
    m_writer.key("passPercentage");
    m_writer.integer(passes ? 100 : 0);
    m_writer.key("returnValue");
    m_writer.raw(passes ? "true" : spec["defaultValue"].isValid() ? spec["defaultValue"].rawText() : "null");
    m_writer.key("idType");
    m_writer.text("userID");
    m_writer.key("conditions");
    m_writer.raw(R"([{"type":"public","operator":null,"field":null,"targetValue":null,"idType":"userID"}])");
    m_writer.endObject();
}

void V1Writer::writeLayers()
{
    std::map<std::string, std::vector<std::string>> layers;
    const JsonValue map = m_payload["experiment_to_layer"];
    for (quint32 i = 0; i < map.size(); ++i)
        layers[map.at(i).toUtf8()].push_back(map.at(i).keyUtf8());
    m_writer.key("layers");
    m_writer.beginObject();
    for (const auto &[layer, experiments] : layers) {
        m_writer.key(layer);
        m_writer.beginArray();
        for (const std::string &experiment : experiments)
            m_writer.text(experiment);
        m_writer.endArray();
    }
    m_writer.endObject();
}

} // namespace

QByteArray payloadToV1(const JsonValue &payload)
{
    return V1Writer(payload).text();
}

} // namespace Gatescope
