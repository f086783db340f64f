// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// What @statsig/statsig-node-core says of the entities of a project, as differences.mjs compares it.

export const quietly = { disableExposureLogging: true };

const reasonOf = answer => answer.details.reason.replace(/^.*:/, '');

function gateAnswer(statsig, user, name) {
    const answer = statsig.__INTERNAL_getFeatureGate(user, name, quietly);
    return { value: answer.value === true, rule_id: answer.ruleID ?? '', reason: reasonOf(answer) };
}

/** Group and exposures of a dynamic config are told where it is asked as an experiment, which a bandit would answer. */
function configAnswer(statsig, user, name, { isDynamicConfig, isBandit }) {
    const experiment = statsig.__INTERNAL_getExperiment(user, name, quietly);
    const answer = isDynamicConfig ? statsig.__INTERNAL_getDynamicConfig(user, name, quietly) : experiment;
    const more = isDynamicConfig && isBandit ? {}
        : { group_name: experiment.groupName ?? null, secondary_exposures: experiment.secondaryExposures ?? [] };
    return { value: answer.value ?? {}, rule_id: answer.ruleID ?? '', reason: reasonOf(answer), ...more };
}

function layerAnswer(statsig, user, name) {
    const answer = statsig.__INTERNAL_getLayer(user, name, quietly);
    return { value: answer.value ?? {}, rule_id: answer.ruleID ?? '', group_name: answer.groupName ?? null,
        allocated_experiment: answer.allocatedExperimentName ?? null,
        secondary_exposures: answer.secondaryExposures ?? [], reason: reasonOf(answer) };
}

/** Lists of [name, answer]; `configs` are asked for as [name, { isDynamicConfig, isBandit }]. */
export function coreAnswers(statsig, user, { gates, configs, layers }) {
    return {
        gates: gates.map(name => [name, gateAnswer(statsig, user, name)]),
        configs: configs.map(([name, kind]) => [name, configAnswer(statsig, user, name, kind)]),
        layers: layers.map(name => [name, layerAnswer(statsig, user, name)]),
    };
}
