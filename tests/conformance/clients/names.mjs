// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { JsSdk } from './js.mjs';
import { clientKey } from './sandbox.mjs';

/** What an SDK is asked for. */
function namesOf(project) {
    return {
        gates: Object.keys(project.feature_gates),
        configs: Object.entries(project.dynamic_configs).map(([name, { entity }]) => [name, { isDynamicConfig: entity === 'dynamic_config' }]),
        layers: Object.keys(project.layer_configs),
    };
}

/** Clients do not hear of segments, holdouts and what is for other apps than theirs. */
function namesForClients(project) {
    const app = project.sdk_keys_to_app_ids?.[clientKey];
    const isTold = ({ entity, targetAppIDs }) => !['segment', 'holdout'].includes(entity)
        && (!app || !targetAppIDs?.length || targetAppIDs.includes(app));
    const { gates, configs, layers } = namesOf(project);
    return {
        shown: {
            stores: Object.entries(project.param_stores ?? {}).filter(([, store]) => isTold(store))
                .map(([name, { parameters }]) => [name, Object.keys(parameters)]),
            gates: gates.filter(name => isTold(project.feature_gates[name])),
            configs: configs.filter(([name]) => isTold(project.dynamic_configs[name])),
            layers: layers.filter(name => isTold(project.layer_configs[name])),
        },
        hidden: gates.filter(name => !isTold(project.feature_gates[name])),
    };
}

/** What an SDK is asked for, and gates that it does not hear of. */
export function namesFor(Kind, project) {
    return Kind === JsSdk ? namesForClients(project) : { shown: namesOf(project) };
}
