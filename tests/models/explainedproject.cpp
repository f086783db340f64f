// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explainedproject.h"
#include "evaluationfixtures.h"

namespace Gatescope::Test {

namespace {

/// A rule for everybody its conditions admit; `more` begins with a comma and may say anything again.
QByteArray rule(const QByteArray &id, const QByteArray &name, const QByteArray &conditions,
    const QByteArray &more = {}, const QByteArray &value = "true")
{
    return R"({"id":")" + id + R"(","name":")" + name + R"(","salt":")" + id
        + R"(","passPercentage":100,"idType":"userID","returnValue":)" + value + R"(,"conditions":[)"
        + conditions + ']' + more + '}';
}

QByteArray spec(
    const QByteArray &name, const QByteArray &entity, const QByteArray &rules, const QByteArray &more = {})
{
    const bool isGate = entity == "feature_gate" || entity == "segment" || entity == "holdout";
    return '"' + name + R"(":{"type":")" + (isGate ? "feature_gate" : "dynamic_config") + R"(","entity":")"
        + entity + R"(","salt":"salt-)" + name + R"(","enabled":true,"idType":"userID","defaultValue":)"
        + (isGate ? "false" : R"({"v":0})") + R"(,"rules":[)" + rules + ']' + more + '}';
}

QByteArray gate(const QByteArray &name, const QByteArray &rules, const QByteArray &more = {})
{
    return spec(name, "feature_gate", rules, more) + ',';
}

QByteArray config(const QByteArray &name, const QByteArray &rules, const QByteArray &more = {})
{
    return spec(name, "dynamic_config", rules, more) + ',';
}

QByteArray experiment(const QByteArray &name, const QByteArray &rules)
{
    return spec(name, "experiment", rules, R"(,"isActive":true)") + ',';
}

QByteArray group(const QByteArray &name, const QByteArray &condition)
{
    return rule("id_" + name, "id_" + name, condition,
        R"(,"groupName":")" + name + R"(","isExperimentGroup":true)", R"({"v":")" + name + R"("})");
}

QByteArray condition(const QByteArray &hash, const QByteArray &type, const QByteArray &field,
    const QByteArray &op, const QByteArray &target, const QByteArray &more = {})
{
    return '"' + hash + R"(":{"type":")" + type + R"(","field":)"
        + (field.isEmpty() ? QByteArray("null") : '"' + field + '"') + R"(,"operator":)"
        + (op.isEmpty() ? QByteArray("null") : '"' + op + '"') + R"(,"targetValue":)" + target
        + R"(,"idType":"userID","additionalValues":{)" + more + "}},";
}

QByteArray bucketSet(int first, int last)
{
    QByteArray set;
    for (int bucket = first; bucket <= last; ++bucket)
        set += (set.isEmpty() ? "{\"" : ",\"") + QByteArray::number(bucket) + "\":true";
    return set + '}';
}

QByteArray gates()
{
    return gate("half", rule("half", "Half of DE", R"("de")", R"(,"passPercentage":50)"))
        + gate("tiny", rule("tiny", "tiny", R"("all")", R"(,"passPercentage":0.5)"))
        + gate("nobody", rule("nobody", "Nobody", R"("all")", R"(,"passPercentage":0)"))
        + gate("everyone", rule("everyone", "Everyone", R"("all")"))
        + gate("staff_only", rule("staff_only", "Staff", R"("staff")"))
        + gate("three", rule("three", "Three of them", R"("de","level","plan")"))
        + gate("closest",
            rule("a", "French", R"("fr")") + ',' + rule("b", "Gold tier", R"("level","plan")") + ','
                + rule("c", "Staff", R"("staff")"))
        + gate("unclear", rule("a", "French", R"("fr")") + ',' + rule("c", "Staff", R"("staff")"))
        + gate("by_tier",
            rule("a", "Staging", R"("staging")") + ',' + rule("b", "Production", R"("production")"))
        + gate("no_rules", {}) + gate("switched_off", {}, R"(,"enabled":false)")
        + gate("off_with_rules", rule("r", "German", R"("de")"), R"(,"enabled":false)")
        + gate("default_on", rule("half", "Half of DE", R"("de")", R"(,"passPercentage":50)"),
            R"(,"defaultValue":true,"salt":"salt-half")")
        + gate("blocked", rule("r", "Blocked countries", R"("de")", {}, "false"), R"(,"defaultValue":true)")
        + gate("forced", rule("pass:all:id_override", "pass:all:id_override", R"("is_mia")"))
        + gate("forced_by_gate", rule("x:override", "x:override", R"("gate_everyone")"))
        + gate("held_out",
            rule("r", "Holdout H2", R"("held")", {}, "false") + ',' + rule("s", "Everyone", R"("all")"))
        + gate("held_out_at_0", rule("r", "Holdout H2", R"("held")", R"(,"passPercentage":0)"))
        + gate("forced_off",
            rule("fail:all:id_override", "fail:all:id_override", R"("is_mia")", R"(,"passPercentage":0)"))
        + gate("needs_vip", rule("r", "VIP", R"("vip")")) + gate("geo", rule("r", "France", R"("ip_fr")"))
        + gate("agent", rule("r", "iPhones", R"("ios")"))
        + gate("odd_type", rule("r", "Odd", R"("odd_type")"))
        + gate("odd_operator", rule("r", "Odd", R"("odd_operator")"))
        + gate("lost_condition", rule("r", "Lost", R"("not_there")"))
        + gate("slow", rule("r", "Slow", R"("slow")"))
        + gate("circle_a", rule("r", "To b", R"("gate_circle_b")"))
        + gate("circle_b", rule("r", "To a", R"("gate_circle_a")"))
        + gate("uses_missing", rule("r", "Missing", R"("gate_missing")"))
        + gate("in_group", rule("r", "Testers", R"("in_test")"))
        + gate("before_2020", rule("r", "Old times", R"("before_2020")"))
        + gate("private_mail", rule("r", "Company", R"("crm")"))
        + spec("hold", "holdout", rule("held", "Held", R"("all")", R"(,"passPercentage":20)")) + ','
        + spec("segment:vip", "segment", rule("id_list", "id_list", R"("listed")")) + ','
        + spec("segment:audience", "segment", rule("a", "Audience", R"("fr")")) + ','
        + spec("segment:beta", "segment", rule("a", "Listed", R"("is_mia")"));
}

QByteArray configs()
{
    const QByteArray control = group("Control", R"("button_500")");
    const QByteArray test = group("Test", R"("button_1000")");
    return config("price", rule("gold", "Gold", R"("level")", {}, R"({"v":1})"))
        + config("price_half", rule("half", "Half", R"("all")", R"(,"passPercentage":50)", R"({"v":1})"),
            R"(,"salt":"salt-half")")
        + config("old", rule("r", "Old rule", R"("all")", {}, R"({"v":1})"))
        + config("new", rule("n", "New rule", R"("all")", {}, R"({"v":2})"))
        + experiment("button",
            rule("id_Test:userID:id_override", "id_Test:userID:id_override", R"("is_zoe")",
                R"(,"groupName":"Test")", R"({"v":"Test"})")
                + ',' + rule("h", "Holdout H2", R"("held")", {}, R"({"v":0})") + ','
                + rule("layerAssignment", "layerAssignment", R"("out_of_layer")", {}, R"({"v":0})") + ','
                + rule("targetingGate", "targetingGate", R"("no_target")", {}, R"({"v":0})") + ',' + control
                + ',' + test)
        + experiment("alone",
            rule("inlineTargetingRules", "inlineTargetingRules", R"("not_audience")", {}, R"({"v":0})") + ','
                + control + ',' + test)
        + experiment("narrow", group("Small", R"("button_300")"))
        + spec("half_group", "experiment",
            rule("half", "half", R"("all")",
                R"(,"passPercentage":50,"groupName":"Test","isExperimentGroup":true)", R"({"v":1})"),
            R"(,"isActive":true,"salt":"salt-half")")
        + ',' + experiment("waiting", rule("prestart", "prestart", R"("all")", {}, R"({"v":0})"))
        + experiment("shipped",
            rule("launchedGroup", "launchedGroup", R"("all")", R"(,"groupName":"Big")", R"({"v":9})"))
        + experiment("stopped", rule("abandoned", "abandoned", R"("all")", {}, R"({"v":0})"))
        + spec("tuned", "autotune", {});
}

QByteArray layers()
{
    const QByteArray toButton = R"(,"configDelegate":"button")";
    return spec("layer", "layer",
               rule("experimentAssignment", "experimentAssignment", R"("in_layer")", toButton, R"({"v":0})"))
        + ','
        + spec("parts", "layer",
            rule("color", "Color", R"("de")", {}, R"({"color":"red"})") + ','
                + rule("size", "Size", R"("fr")", {}, R"({"size":1})"),
            R"(,"useNewLayerEval":true)");
}

QByteArray conditionMap()
{
    const auto gateCondition = [](const QByteArray &hash, const QByteArray &type, const QByteArray &name) {
        return condition(hash, type, {}, {}, '"' + name + '"');
    };
    const auto bucket = [](const QByteArray &hash, const QByteArray &salt, const QByteArray &op,
                            const QByteArray &target) {
        return condition(hash, "user_bucket", {}, op, target, R"("salt":")" + salt + '"');
    };
    QByteArray map = condition("all", "public", {}, {}, "null")
        + condition("de", "user_field", "country", "any", R"(["DE","AT"])")
        + condition("fr", "user_field", "country", "any", R"(["FR"])")
        + condition("level", "user_field", "level", "gte", "3")
        + condition("plan", "user_field", "plan", "any", R"(["gold","black"])")
        + condition("staff", "user_field", "email", "str_ends_with_any", R"(["@shop.example"])")
        + condition("crm", "user_field", "crm", "any", R"(["C-1","C-2"])")
        + condition("staging", "environment_field", "tier", "any", R"(["staging"])")
        + condition("production", "environment_field", "tier", "any", R"(["production"])")
        + condition("is_mia", "unit_id", {}, "any", R"(["mia","tim"])")
        + condition("is_zoe", "unit_id", {}, "any", R"(["zoe"])")
        + condition("listed", "unit_id", {}, "in_segment_list", R"("vip_ids")")
        + condition("ip_fr", "ip_based", "country", "any", R"(["FR"])")
        + condition("ios", "ua_based", "os_name", "any", R"(["iOS"])")
        + condition("odd_type", "moon_phase", "moon", "any", R"(["full"])")
        + condition("odd_operator", "user_field", "plan", "sounds_like", R"("gold")")
        + condition("slow", "user_field", "plan", "str_matches", R"("^((a+)+)\\2c$")")
        + condition("in_test", "experiment_group", "alone", "any", R"(["Test"])")
        + condition("before_2020", "current_time", {}, "before", "1577836800000")
        + gateCondition("gate_everyone", "pass_gate", "everyone")
        + gateCondition("gate_circle_a", "pass_gate", "circle_a")
        + gateCondition("gate_circle_b", "pass_gate", "circle_b")
        + gateCondition("gate_missing", "pass_gate", "nowhere") + gateCondition("held", "pass_gate", "hold")
        + gateCondition("vip", "pass_gate", "segment:vip")
        + gateCondition("no_target", "fail_gate", "staff_only")
        + gateCondition("not_audience", "fail_gate", "segment:audience")
        + bucket("button_300", "salt-button", "lt", "300") + bucket("button_500", "salt-button", "lt", "500")
        + bucket("button_1000", "salt-button", "lt", "1000")
        + bucket("in_layer", "salt-layer", "any", bucketSet(600, 799))
        + bucket("out_of_layer", "salt-layer", "none", bucketSet(600, 799));
    map.chop(1);
    return map;
}

} // namespace

ProjectPtr explainedProject()
{
    const QByteArray mappingRule = rule("m1", "m1", R"("all")", R"(,"passPercentage":50)", R"({})");
    return compiledProject(R"({"has_updates":true,"time":1795176120000,"feature_gates":{)" + gates()
        + R"(},"dynamic_configs":{)" + configs() + R"(},"layer_configs":{)" + layers()
        + R"(},"experiment_to_layer":{"button":"layer"},"id_lists":{"vip_ids":true},)"
        + R"("overrides":{"old":[{"new_config_name":"new","rules":[{"rule_name":"m1"}]}]},)"
        + R"("override_rules":{"m1":)" + mappingRule + R"(},"cmab_configs":{"tuned":{"salt":"salt-auto",)"
        + R"("idType":"userID","enabled":true,"version":1,"sampleRate":0,"higherIsBetter":true,)"
        + R"("defaultValue":{},"groups":[{"id":"g1","name":"Seasonal","parameterValues":{"h":1}},)"
        + R"({"id":"g2","name":"Best sellers","parameterValues":{"h":2}}]}},"condition_map":{)"
        + conditionMap() + "}}");
}

} // namespace Gatescope::Test
