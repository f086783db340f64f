// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { Conditions } from './conditions.mjs';
import { Entities } from './entities.mjs';

/**
 * Specs in the v2 form. `counts` are of gates, configs (a third of them experiments on their own, a third in layers),
 * layers, and conditions from which on those that target users are used again; `sizes` and `idLists` as Entities takes them.
 */
export function projectOf(random, { counts, sizes, idLists }) {
    const conditions = new Conditions(random, counts.conditions);
    const entities = new Entities(random, conditions, sizes, idLists);
    const project = { has_updates: true, time: 1_700_000_000_000, response_format: 'dcs-v2', company_id: 'bench',
        feature_gates: {}, dynamic_configs: {}, layer_configs: {}, condition_map: conditions.map, experiment_to_layer: {},
        layers: {}, id_lists: {}, diagnostics: {}, sdk_flags: {}, sdk_configs: {} };
    const holdouts = addGates(project, random, entities, counts.gates);
    addConfigs(project, random, entities, counts, holdouts);
    return project;
}

function addGates(project, random, entities, count) {
    const gates = project.feature_gates;
    const holdouts = [1, 2, 5].map(percentage => {
        const name = `holdout_${percentage}`;
        gates[name] = entities.holdout(percentage);
        return name;
    });
    const segments = Math.max(6, Math.floor(count / 20));
    for (let i = 0; i < segments; ++i)
        gates[`segment:${entities.name()}`] = entities.segment();
    const asked = Object.keys(gates).filter(name => name.startsWith('segment:'));
    while (Object.keys(gates).length < count) {
        const name = entities.name();
        gates[name] = entities.gate(asked);
        if (random.chance(0.2) && asked.length < 400)
            asked.push(name);
    }
    return holdouts;
}

function addConfigs(project, random, entities, counts, holdouts) {
    const asked = Object.keys(project.feature_gates).filter(name => !holdouts.includes(name)).slice(0, 400);
    const configs = project.dynamic_configs;
    for (let left = Math.floor(counts.configs / 3), layers = counts.layers; layers > 0; --layers) {
        const share = Math.max(1, Math.min(3, Math.round(left / layers)));
        left -= share;
        const { layer, experiments } = entities.layer(asked, holdouts, share);
        const name = entities.name();
        project.layer_configs[name] = layer;
        project.layers[name] = Object.keys(experiments);
        for (const [experiment, spec] of Object.entries(experiments)) {
            configs[experiment] = spec;
            project.experiment_to_layer[experiment] = name;
        }
    }
    const experiments = Math.floor((counts.configs * 2) / 3);
    let count = Object.keys(configs).length;
    for (; count < experiments; ++count)
        configs[entities.name()] = entities.experiment(asked, holdouts);
    for (; count < counts.configs; ++count)
        configs[entities.name()] = entities.config(asked);
}
