// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "smallproject.h"

namespace Gatescope::Test {

QByteArray smallProjectJson()
{
    return R"json({
"has_updates": true, "time": 1795176120000, "response_format": "dcs-v2",
"feature_gates": {
  "checkout_v2": {"type": "feature_gate", "entity": "feature_gate", "salt": "salt-checkout", "enabled": true,
    "defaultValue": false, "idType": "userID", "targetAppIDs": ["web", "ios"], "rules": [
      {"id": "rule_staff", "name": "Staff", "salt": "s1", "passPercentage": 100, "returnValue": true,
        "conditions": ["c_staff"], "idType": "userID"},
      {"id": "rule_de", "name": "DE rollout", "salt": "s2", "passPercentage": 25, "returnValue": true,
        "conditions": ["c_country", "c_version"], "idType": "userID"}]},
  "old_banner": {"type": "feature_gate", "entity": "feature_gate", "salt": "salt-old", "enabled": false,
    "defaultValue": false, "idType": "userID", "rules": []},
  "segment:staff": {"type": "feature_gate", "entity": "segment", "salt": "salt-staff", "enabled": true,
    "defaultValue": false, "idType": "userID", "rules": [
      {"id": "id_list", "name": "id_list", "salt": "", "passPercentage": 100, "returnValue": true,
        "conditions": ["c_list"], "idType": "userID"}]},
  "holdout_h2": {"type": "feature_gate", "entity": "holdout", "salt": "salt-holdout", "enabled": true,
    "defaultValue": false, "idType": "userID", "rules": [
      {"id": "rule_held", "name": "Held", "salt": "", "passPercentage": 5, "returnValue": true,
        "conditions": ["c_public"], "idType": "userID"}]}
},
"dynamic_configs": {
  "search_ranking": {"type": "dynamic_config", "entity": "dynamic_config", "salt": "salt-search", "enabled": true,
    "defaultValue": {"boost": 1}, "idType": "userID", "rules": [
      {"id": "rule_mobile", "name": "Mobile ranking", "salt": "", "passPercentage": 100,
        "returnValue": {"boost": 2}, "conditions": ["c_app"], "idType": "userID"}]},
  "button_copy": {"type": "dynamic_config", "entity": "experiment", "salt": "salt-button", "enabled": true,
    "isActive": true, "hasSharedParams": true, "explicitParameters": ["label"],
    "defaultValue": {"label": "Pay", "delay_ms": 0}, "idType": "userID", "rules": [
      {"id": "rule_holdout", "name": "Holdout 2026 H2", "salt": "", "passPercentage": 100,
        "returnValue": {"label": "Pay", "delay_ms": 0}, "conditions": ["c_holdout"], "idType": "userID"},
      {"id": "layerAssignment", "name": "layerAssignment", "salt": "", "passPercentage": 100,
        "returnValue": {"label": "Pay", "delay_ms": 0}, "conditions": ["c_layer_out"], "idType": "userID"},
      {"id": "group_control", "name": "group_control", "groupName": "Control", "salt": "", "passPercentage": 100,
        "returnValue": {"label": "Pay", "delay_ms": 0}, "conditions": ["c_half"], "idType": "userID",
        "isExperimentGroup": true},
      {"id": "group_test", "name": "group_test", "groupName": "Buy now", "salt": "", "passPercentage": 100,
        "returnValue": {"label": "Buy now", "delay_ms": 0.0}, "conditions": ["c_all"], "idType": "userID",
        "isExperimentGroup": true}]}
},
"layer_configs": {
  "checkout_flow": {"type": "dynamic_config", "entity": "layer", "salt": "salt-layer", "enabled": true,
    "defaultValue": {"label": "Pay"}, "idType": "userID", "rules": [
      {"id": "experimentAssignment", "name": "experimentAssignment", "salt": "", "passPercentage": 100,
        "returnValue": {"label": "Pay"}, "conditions": ["c_layer_in"], "idType": "userID",
        "configDelegate": "button_copy"}]}
},
"experiment_to_layer": {"button_copy": "checkout_flow"},
"condition_map": {
  "c_public": {"type": "public", "targetValue": null, "operator": null, "field": null, "additionalValues": {},
    "idType": "userID"},
  "c_staff": {"type": "pass_gate", "targetValue": "segment:staff", "operator": null, "field": null,
    "additionalValues": {}, "idType": "userID"},
  "c_country": {"type": "user_field", "targetValue": ["DE", "AT"], "operator": "any", "field": "country",
    "additionalValues": {}, "idType": "userID"},
  "c_version": {"type": "user_field", "targetValue": "4.10.0", "operator": "version_gte", "field": "appVersion",
    "additionalValues": {}, "idType": "userID"},
  "c_list": {"type": "unit_id", "targetValue": "staff_ids", "operator": "in_segment_list", "field": null,
    "additionalValues": {}, "idType": "userID"},
  "c_app": {"type": "ua_based", "targetValue": ["Mobile Safari"], "operator": "any", "field": "browser_name",
    "additionalValues": {}, "idType": "userID"},
  "c_holdout": {"type": "pass_gate", "targetValue": "holdout_h2", "operator": null, "field": null,
    "additionalValues": {}, "idType": "userID"},
  "c_layer_out": {"type": "user_bucket", "targetValue": {"0": true, "1": true, "2": true}, "operator": "none",
    "field": null, "additionalValues": {"salt": "salt-layer"}, "idType": "userID"},
  "c_layer_in": {"type": "user_bucket", "targetValue": {"0": true, "1": true, "2": true}, "operator": "any",
    "field": null, "additionalValues": {"salt": "salt-layer"}, "idType": "userID"},
  "c_half": {"type": "user_bucket", "targetValue": 500, "operator": "lt", "field": null,
    "additionalValues": {"salt": "salt-button"}, "idType": "userID"},
  "c_all": {"type": "user_bucket", "targetValue": 1000, "operator": "lt", "field": null,
    "additionalValues": {"salt": "salt-button"}, "idType": "userID"}
}})json";
}

QByteArray smallProjectWithStoreJson()
{
    QByteArray payload = smallProjectJson();
    payload.replace("\"experiment_to_layer\"", R"json("param_stores": {
  "storefront": {"targetAppIDs": ["web", "ios"], "version": 4, "parameters": {
    "currency": {"ref_type": "static", "param_type": "string", "value": "EUR"},
    "note": {"ref_type": "gate", "param_type": "string", "gate_name": "checkout_v2", "pass_value": "New",
      "fail_value": ""},
    "boost": {"ref_type": "dynamic_config", "param_type": "number", "config_name": "search_ranking",
      "param_name": "boost"},
    "label": {"ref_type": "experiment", "param_type": "string", "experiment_name": "button_copy",
      "param_name": "label"},
    "delay": {"ref_type": "experiment", "param_type": "number", "experiment_name": "button_copy",
      "param_name": "delay_ms"},
    "buy_label": {"ref_type": "layer", "param_type": "string", "layer_name": "checkout_flow",
      "param_name": "label"},
    "staff": {"ref_type": "gate", "param_type": "boolean", "gate_name": "segment:staff", "pass_value": true,
      "fail_value": false},
    "old": {"ref_type": "gated_value", "param_type": "string"},
    "lost": {"ref_type": "gate", "param_type": "number", "gate_name": "gone", "pass_value": 1}}}
},
"experiment_to_layer")json");
    return payload;
}

ProjectPtr compiled(const QByteArray &payload)
{
    const auto document = JsonDocument::parse(payload);
    if (!document)
        return nullptr;
    const auto project = Project::compile(*document);
    return project ? *project : nullptr;
}

ProjectPtr smallProject()
{
    return compiled(smallProjectJson());
}

} // namespace Gatescope::Test
