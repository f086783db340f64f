// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// What the gates of a project (v2) ask for.

function conditionsOf(project, name) {
    const rules = [...(project.feature_gates?.[name]?.rules ?? []), ...Object.values(project.override_rules ?? {})];
    return rules.flatMap(rule => rule.conditions ?? []).map(hash => project.condition_map?.[hash]).filter(Boolean);
}

/** Whether a gate asks, directly or through other gates or those it is mapped to, for the group of an experiment. */
export function asksForGroup(project, name, seen = new Set()) {
    if (seen.has(name))
        return false;
    seen.add(name);
    const mappings = Object.hasOwn(project.overrides ?? {}, name) ? project.overrides[name] : [];
    const mappedTo = Array.from(mappings, mapping => mapping.new_config_name);
    return mappedTo.some(other => asksForGroup(project, other, seen)) || conditionsOf(project, name).some(({ type, targetValue }) => type === 'experiment_group'
        || ((type === 'pass_gate' || type === 'fail_gate') && asksForGroup(project, targetValue, seen)));
}
