// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projectgenerator.h"

#include "fuzztargets.h"

#include <QString> // and with it the + of bytes

namespace Gatescope::Fuzz {

namespace {

constexpr int conditionCount = 12;
constexpr int oddChances[] {0, 0, 1, 8}; // in a hundred values; many a project has none

} // namespace

std::string ProjectGenerator::numbered(std::string_view prefix, int count)
{
    return std::string(prefix) + std::to_string(below(m_random, count));
}

void ProjectGenerator::raw(std::string_view key, QByteArrayView json)
{
    m_writer.key(key);
    if (chance(m_oddChance))
        m_writer.raw(oddValue(m_random));
    else
        m_writer.raw(json);
}

void ProjectGenerator::text(std::string_view key, std::string_view value)
{
    JsonWriter writer;
    writer.text(value);
    raw(key, writer.json());
}

QByteArray ProjectGenerator::payload()
{
    m_isV1 = chance(25);
    m_oddChance = oddChances[below(m_random, int(std::size(oddChances)))];
    m_writer.beginObject();
    writeProjectValues();
    writeTable("feature_gates", {"g", "segment:g"}, 5);
    writeTable("dynamic_configs", {"c"}, 4);
    writeTable("layer_configs", {"l"}, 2);
    if (!m_isV1)
        writeConditionMap();
    if (chance(30))
        writeMappings();
    if (chance(30))
        writeBandits();
    m_writer.endObject();
    return m_writer.take();
}

QByteArray ProjectGenerator::user()
{
    JsonWriter user;
    user.beginObject();
    for (const std::string_view name :
        {"userID", "email", "ip", "country", "locale", "appVersion", "userAgent", "v"}) {
        if (!chance(40))
            continue;
        user.key(name);
        user.raw(oddValue(m_random));
    }
    for (const std::string_view table : {"custom", "privateAttributes", "customIDs", "statsigEnvironment"}) {
        if (!chance(50))
            continue;
        user.key(table);
        user.beginObject();
        for (const std::string_view name : {"v", "Level", "tier", "companyid", "user_id"}) {
            if (!chance(50))
                continue;
            user.key(name);
            user.raw(oddValue(m_random));
        }
        user.endObject();
    }
    user.endObject();
    return user.take();
}

QByteArray ProjectGenerator::input()
{
    QByteArray text = payload();
    for (int users = 1 + below(m_random, 2); users > 0; --users)
        text += partSeparator + user();
    return text;
}

void ProjectGenerator::writeProjectValues()
{
    raw("has_updates", "true");
    raw("time", "1767225600000");
    if (chance(50))
        raw("id_lists", R"({"list0":true})");
    if (chance(30))
        text("default_environment", "production");
    if (chance(30))
        text("app_id", "app");
    if (chance(30))
        raw("sdk_keys_to_app_ids", R"({"client-key":"app"})");
    if (chance(30))
        raw("experiment_to_layer", R"({"c0":"l0","c1":"l0"})");
    if (chance(30))
        raw("layers", R"({"l0":["c0","c1"]})");
    if (chance(20))
        raw("session_replay_info", R"({"sampling_rate":0.5,"targeting_gate":"g0"})");
    if (chance(20)) {
        raw("param_stores",
            R"({"s":{"parameters":{"p":{"ref_type":"gate","gate_name":"g0","pass_value":1,"fail_value":2}}}})");
    }
}

void ProjectGenerator::writeTable(std::string_view table, Names prefixes, int most)
{
    m_writer.key(table);
    m_isV1 ? m_writer.beginArray() : m_writer.beginObject();
    for (int i = 0, count = below(m_random, most + 1); i < count; ++i) {
        const std::string name = std::string(oneOf(prefixes)) + std::to_string(i);
        if (!m_isV1)
            m_writer.key(name);
        writeSpec(name, table);
    }
    m_isV1 ? m_writer.endArray() : m_writer.endObject();
}

void ProjectGenerator::writeSpec(const std::string &name, std::string_view table)
{
    const bool isGate = table == "feature_gates";
    const bool isLayer = table == "layer_configs";
    m_writer.beginObject();
    if (m_isV1)
        text("name", name);
    text("type", isGate ? "feature_gate" : "dynamic_config");
    text("entity",
        isLayer      ? "layer"
            : isGate ? oneOf({"feature_gate", "segment", "holdout"})
                     : oneOf({"dynamic_config", "experiment", "autotune"}));
    text("salt", oneOf({"", "s", "salt"}));
    text("idType", oneOf({"userID", "companyID", "stableID", "userid"}));
    raw("enabled", chance(80) ? "true" : "false");
    raw("defaultValue", isGate ? (chance(80) ? "false" : "true") : R"({"x":0,"y":"d"})");
    if (chance(20))
        raw("isActive", "true");
    if (chance(20))
        raw("hasSharedParams", "true");
    if (isLayer && chance(40))
        raw("useNewLayerEval", "true");
    if (chance(20))
        raw("explicitParameters", R"(["x"])");
    if (chance(20))
        raw("targetAppIDs", R"(["app"])");
    writeRules(table);
    m_writer.endObject();
}

void ProjectGenerator::writeRules(std::string_view table)
{
    m_writer.key("rules");
    m_writer.beginArray();
    for (int i = below(m_random, 4); i > 0; --i)
        writeRule(table);
    m_writer.endArray();
}

void ProjectGenerator::writeRule(std::string_view table)
{
    m_writer.beginObject();
    text("id", numbered("r", 5));
    text("name", "r");
    if (chance(70))
        text("salt", oneOf({"", "rs"}));
    raw("passPercentage", oneOf({"0", "100", "100", "50", "0.01", "33.3"}));
    text("idType", oneOf({"userID", "companyID"}));
    raw("returnValue", table == "feature_gates" ? oneOf({"true", "true", "false"}) : R"({"x":1,"z":[]})");
    if (chance(30))
        text("groupName", oneOf({"Control", "Test", ""}));
    if (chance(20))
        raw("isExperimentGroup", "true");
    if (table != "feature_gates" && chance(50))
        text("configDelegate", numbered("c", 5));
    m_writer.key("conditions");
    m_writer.beginArray();
    for (int i = below(m_random, 4); i > 0; --i) {
        if (m_isV1)
            writeCondition();
        else
            m_writer.text(numbered("k", conditionCount + (m_oddChance > 0 ? 1 : 0)));
    }
    m_writer.endArray();
    m_writer.endObject();
}

void ProjectGenerator::writeConditionMap()
{
    m_writer.key("condition_map");
    m_writer.beginObject();
    for (int i = 0; i < conditionCount; ++i) {
        m_writer.key("k" + std::to_string(i));
        writeCondition();
    }
    m_writer.endObject();
}

void ProjectGenerator::writeCondition()
{
    const std::string_view type = oneOf({"public", "pass_gate", "fail_gate", "pass_gate", "user_field",
        "user_field", "user_field", "unit_id", "ip_based", "ua_based", "environment_field", "current_time",
        "user_bucket", "target_app", "experiment_group"});
    const std::string_view op =
        oneOf({"gt", "gte", "lt", "lte", "version_gt", "version_gte", "version_lt", "version_lte",
            "version_eq", "version_neq", "any", "none", "any_case_sensitive", "none_case_sensitive",
            "str_starts_with_any", "str_ends_with_any", "str_contains_any", "str_contains_none",
            "str_matches", "eq", "neq", "before", "after", "on", "in_segment_list", "not_in_segment_list",
            "array_contains_any", "array_contains_none", "array_contains_all", "not_array_contains_all"});
    const bool hasOperator = type != "public" && type != "pass_gate" && type != "fail_gate";
    m_writer.beginObject();
    text("type", type);
    hasOperator ? text("operator", op) : raw("operator", "null");
    text("field",
        type == "experiment_group" ? numbered("c", 4)
                                   : oneOf({"v", "userID", "email", "country", "Level", "tier", "os_name",
                                         "user_id", "appVersion"}));
    raw("targetValue", target(type, op));
    raw("additionalValues", oneOf({"{}", R"({"salt":"b"})", R"({"salt":7})"}));
    text("idType", oneOf({"userID", "companyID", ""}));
    m_writer.endObject();
}

QByteArray ProjectGenerator::target(std::string_view type, std::string_view op)
{
    const auto quoted = [](const std::string &name) -> QByteArray {
        return '"' + QByteArray::fromStdString(name) + '"';
    };
    if (type == "pass_gate" || type == "fail_gate")
        return quoted(numbered(oneOf({"g", "g", "segment:g"}), 6));
    if (type == "user_bucket")
        return chance(50) ? buckets() : QByteArrayLiteral("500");
    if (op == "in_segment_list" || op == "not_in_segment_list")
        return quoted(numbered("list", 3));
    if (op.starts_with("version") || op == "eq" || op == "neq" || op == "str_matches")
        return oddValue(m_random);
    return chance(60) ? listOf(5) : oddValue(m_random);
}

QByteArray ProjectGenerator::listOf(int most)
{
    QByteArray list("[");
    for (int i = below(m_random, most + 1); i > 0; --i)
        list += oddValue(m_random) + (i > 1 ? "," : "");
    return list + ']';
}

QByteArray ProjectGenerator::buckets()
{
    QByteArray text;
    for (int i = 1 + below(m_random, 4); i > 0; --i) {
        const QByteArray bucket = QByteArray::number(below(m_random, 1001));
        text += (m_isV1 ? bucket : '"' + bucket + "\":true") + (i > 1 ? "," : "");
    }
    return m_isV1 ? '[' + text + ']' : '{' + text + '}';
}

void ProjectGenerator::writeMappings()
{
    m_writer.key("override_rules");
    m_writer.beginObject();
    for (const std::string_view rule : {"o0", "o1"}) {
        m_writer.key(rule);
        writeRule("dynamic_configs");
    }
    m_writer.endObject();
    m_writer.key("overrides");
    m_writer.beginObject();
    for (int i = below(m_random, 4); i > 0; --i) {
        m_writer.key(numbered(oneOf({"c", "g", "l"}), 3));
        m_writer.beginArray();
        for (int j = below(m_random, 3); j > 0; --j) {
            m_writer.beginObject();
            text("new_config_name", numbered(oneOf({"c", "g", "l"}), 5));
            raw("rules",
                oneOf({R"([{"rule_name":"o0","start_time":5}])",
                    R"([{"rule_name":"o0"},{"rule_name":"o1"}])"}));
            m_writer.endObject();
        }
        m_writer.endArray();
    }
    m_writer.endObject();
}

void ProjectGenerator::writeBandits()
{
    m_writer.key("cmab_configs");
    m_writer.beginObject();
    m_writer.key(numbered("c", 4));
    m_writer.beginObject();
    text("salt", "b");
    text("idType", "userID");
    raw("enabled", chance(80) ? "true" : "false");
    raw("higherIsBetter", chance(50) ? "true" : "false");
    raw("sampleRate", oneOf({"0", "0.1", "1"}));
    raw("defaultValue", R"({"x":0})");
    if (chance(50))
        text("targetingGateName", numbered("g", 5));
    raw("groups", R"([{"id":"m1","name":"M1","parameterValues":{"x":1}},{"id":"m2","name":"M2"}])");
    m_writer.key("config");
    m_writer.beginObject();
    for (const std::string_view group : {"m1", "m2"}) {
        m_writer.key(group);
        m_writer.beginObject();
        for (const std::string_view member : {"alpha", "intercept", "records"})
            raw(member, oneOf({"0", "1", "-1", "0.5", "12"}));
        raw("weightsNumerical", R"({"Level":0.5,"v":-1})");
        raw("weightsCategorical", R"({"v":{"a":1,"b":2}})");
        m_writer.endObject();
    }
    m_writer.endObject();
    m_writer.endObject();
    m_writer.endObject();
}

} // namespace Gatescope::Fuzz
