// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projectgenerator.h"

namespace Gatescope::Fuzz {

namespace {

constexpr std::string_view oddValues[] {"null", "true", "false", "0", "-0", "1", "-1", "0.1", "33.3", "50",
    "99.99", "100", "100.01", "1e400", "-1e400", "1e-400", "9007199254740993", "9223372036854775807",
    "-9223372036854775808", "18446744073709551616", "1767225600", "1767225600000", "9999999999",
    "10000000000", R"("")", R"("true")", R"("0")", R"("-0.0")", R"("1e3")", R"("NaN")", R"("inf")",
    R"(" 1 ")", R"("a")", R"("A")", R"("ß")", R"("\u03a3\u03a3")", R"("\ufeffa")", R"("\ud800")",
    R"("\u0000")", R"("1.2.3")", R"("1.2.3-beta")", R"("1..2")", R"("01.2")", R"("2026-01-01T00:00:00Z")",
    R"("2026-1-1 0:0:0")", R"("999999-12-31 23:59:60")", R"("0000-00-00T00:00:00Z")", R"("(a+)+$")",
    R"("^a(?=b)b?")", R"("(?<!a)\\d{2,}")", R"("(a)\\1")", R"("(")", R"("(*UTF)a")", R"("[^a]*(a|a)*b")",
    R"("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")", R"("1.2.3.1")", R"("999.1.1.1")", R"("g0")",
    R"("segment:g1")", R"("c0")", R"("l0")", R"("list0")", "[]", "{}", "[[[[]]]]", R"({"a":{"b":[1,null]}})",
    R"(["a","A","b"])", R"([1,"1",1.0,null,{}])", R"({"5":true,"17":true,"400":true})", "[0,5,999,1000]",
    R"({"a":1,"a":2})"};

constexpr std::string_view words[] {"type", "operator", "field", "targetValue", "additionalValues", "salt",
    "idType", "rules", "conditions", "passPercentage", "returnValue", "defaultValue", "enabled", "entity",
    "name", "id", "groupName", "isExperimentGroup", "configDelegate", "isActive", "hasSharedParams",
    "useNewLayerEval", "explicitParameters", "targetAppIDs", "overrides", "override_rules", "new_config_name",
    "rule_name", "start_time", "cmab_configs", "targetingGateName", "param_stores", "session_replay_info",
    "id_lists", "layers", "experiment_to_layer", "default_environment", "app_id", "sdk_keys_to_app_ids",
    "userID", "customIDs", "custom", "privateAttributes", "statsigEnvironment", "tier", "userAgent", "ip",
    "country", "public", "pass_gate", "fail_gate", "user_field", "unit_id", "ip_based", "ua_based",
    "environment_field", "current_time", "user_bucket", "target_app", "experiment_group", "multi_pass_gate",
    "any", "none", "str_matches", "eq", "neq", "before", "on", "in_segment_list", "array_contains_all",
    "version_gt", "gt", "dynamic_config", "experiment", "layer", "segment", "holdout", "autotune",
    "feature_gate", "g0", "g1", "g2", "c0", "c1", "l0", "k0", "k1", "k2"};

} // namespace

QByteArray oddValue(Random &random)
{
    const std::string_view value = oddValues[below(random, int(std::size(oddValues)))];
    return {value.data(), qsizetype(value.size())};
}

std::string payloadWord(Random &random)
{
    return std::string(words[below(random, int(std::size(words)))]);
}

} // namespace Gatescope::Fuzz
