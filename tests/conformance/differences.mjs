// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// What two answers differ in: a list of { where: [table, name, field], ours, sdk }.
import { hashedName } from './hashes.mjs';
import { asksForGroup } from './references.mjs';

const isObject = value => value !== null && typeof value === 'object';

export function equals(left, right) {
    if (!isObject(left) || !isObject(right))
        return Object.is(left, right) || left === right;
    if (Array.isArray(left) !== Array.isArray(right))
        return false;
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length
        && keys.every(key => Object.hasOwn(right, key) && equals(left[key], right[key]));
}

/** Each exposure once, at its first place, as responses list them. */
function distinct(exposures) {
    const seen = new Set();
    return exposures.filter(exposure => {
        const key = JSON.stringify([exposure.gate, exposure.gateValue, exposure.ruleID]);
        return !seen.has(key) && seen.add(key);
    });
}

function fieldDifferences(where, ours, sdk, fields) {
    return fields.filter(field => field in sdk && !equals(ours?.[field], sdk[field]))
        .map(field => ({ where: [...where, field], ours: ours?.[field], sdk: sdk[field] }));
}

const common = ['value', 'rule_id', 'reason'];
const tables = [
    ['gates', 'feature_gates', common],
    ['configs', 'dynamic_configs', [...common, 'group_name', 'secondary_exposures']],
    ['layers', 'layer_configs', [...common, 'group_name', 'allocated_experiment', 'secondary_exposures']],
];

/**
 * A line of `gatescope evaluate` beside the SDK's own calls, and `response`, its initialize response with plain names:
 * the only place where it tells a gate's exposures. (There it does not support asking for the group of an experiment.)
 */
export function evaluateDifferences(line, sdk, response, project) {
    const found = [];
    for (const [table, responseTable, fields] of tables) {
        const names = new Set(Object.keys(line[table]));
        for (const [name, answer] of sdk[table]) {
            const known = Object.hasOwn(line[table], name) ? line[table][name] : undefined;
            if (!known && answer.reason === 'Unrecognized') // left out of the specs by both
                continue;
            names.delete(name);
            const ours = known && { ...known, reason: known.reason ?? 'Recognized' };
            const theirs = { ...answer };
            if (answer.secondary_exposures)
                theirs.secondary_exposures = distinct(answer.secondary_exposures);
            found.push(...fieldDifferences([table, name], ours, theirs, fields));
            const entry = Object.hasOwn(response[responseTable], name) && response[responseTable][name];
            if (entry && table === 'gates' && !asksForGroup(project, name))
                found.push(...fieldDifferences([table, name], ours, entry, ['secondary_exposures']));
        }
        names.forEach(name => found.push({ where: [table, name], ours: line[table][name], sdk: undefined }));
    }
    return found;
}

/** Running numbers and hashes of exposures and values give way to what they stand for. */
export function resolved(response) {
    const { exposures, values, ...rest } = response;
    if (!exposures)
        return rest;
    const exposureKeys = new Set(['secondary_exposures', 'undelegated_secondary_exposures', 's', 'us']);
    for (const table of ['feature_gates', 'dynamic_configs', 'layer_configs']) {
        for (const entry of Object.values(rest[table])) {
            for (const [key, value] of Object.entries(entry)) {
                if (exposureKeys.has(key) && Array.isArray(value))
                    entry[key] = value.map(id => exposures[id] ?? id);
            }
            if (values && typeof entry.v === 'string')
                entry.v = Object.hasOwn(values, entry.v) ? values[entry.v] : entry.v;
        }
    }
    return rest;
}

/** Half a surrogate pair in a user does not reach the SDK. */
function wellFormed(value) {
    return JSON.parse(JSON.stringify(value).replace(/\\ud[89a-f][0-9a-f]{2}/g, '\ufffd'));
}

const responseTables = { feature_gates: 'gates', dynamic_configs: 'configs', layer_configs: 'layers', param_stores: 'param_stores' };
const ownToEach = ['sdkInfo']; // the name of the program and its session

/** The plain name of each hashed one. */
function plainNames(table, hash) {
    return new Map(Object.keys(table ?? {}).map(name => [hashedName(name, hash), name]));
}

export function initializeDifferences(ourResponse, sdkText, project, hash) {
    const ours = resolved(ourResponse);
    ours.user = wellFormed(ours.user);
    const sdk = resolved(JSON.parse(sdkText));
    const found = [];
    for (const key of new Set([...Object.keys(ours), ...Object.keys(sdk)])) {
        if (ownToEach.includes(key) || equals(ours[key], sdk[key]))
            continue;
        if (!responseTables[key] || !isObject(ours[key]) || !isObject(sdk[key])) {
            found.push({ where: [key], ours: ours[key], sdk: sdk[key] });
            continue;
        }
        const names = plainNames(project[key], hash);
        for (const name of new Set([...Object.keys(ours[key]), ...Object.keys(sdk[key])])) {
            const left = Object.hasOwn(ours[key], name) ? ours[key][name] : undefined;
            const right = Object.hasOwn(sdk[key], name) ? sdk[key][name] : undefined;
            if (!equals(left, right))
                found.push({ where: [responseTables[key], names.get(name) ?? name], ours: left, sdk: right });
        }
    }
    return found;
}
