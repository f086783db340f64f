// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// Conditions of every type and operator, most of them sensible.
import * as values from './values.mjs';

export const idTypes = ['userID', 'userID', 'userID', 'userid', 'stableID', 'companyID', 'CompanyID', 'orgId', ''];
export const groupNames = ['Control', 'Test', 'control', 'Group A', '', 'Ä'];
export const listNames = ['list_a', 'list_b', 'liste é', 'missing_list'];

const builtInFields = ['userID', 'email', 'ip', 'country', 'locale', 'appVersion', 'userAgent', 'userid', 'USERID', 'user_id',
    'Email', 'Country', 'app_version', 'appversion', 'user_agent', 'UserAgent'];
const customFields = ['level', 'Level', 'plan', 'tags', 'beta', 'since', 'build', 'nested', 'custom', 'customIDs', 'é', '', '😀',
    'İd', 'toString', '__proto__'];
const agentFields = ['os_name', 'osName', 'OS_NAME', 'os_version', 'osVersion', 'browser_name', 'browserName',
    'browser_version', 'browserversion', 'device', 'os', ''];

const numberOperators = ['gt', 'gte', 'lt', 'lte'];
const versionOperators = ['version_gt', 'version_gte', 'version_lt', 'version_lte', 'version_eq', 'version_neq'];
const listOperators = ['any', 'none', 'any_case_sensitive', 'none_case_sensitive'];
const textOperators = ['str_starts_with_any', 'str_ends_with_any', 'str_contains_any', 'str_contains_none'];
const timeOperators = ['before', 'after', 'on'];
const arrayOperators = ['array_contains_any', 'array_contains_none', 'array_contains_all', 'not_array_contains_all'];
const segmentOperators = ['in_segment_list', 'not_in_segment_list'];
const equalityOperators = ['eq', 'neq'];
export const allOperators = [...numberOperators, ...versionOperators, ...listOperators, ...textOperators, ...timeOperators,
    ...arrayOperators, ...segmentOperators, ...equalityOperators, 'str_matches'];
const noOperators = ['encoded_any', 'is_null', 'ANY', 'Eq', '', 'contains'];

const textPool = [...values.texts, ...values.numberTexts.slice(0, 8), ...values.unitIds, ...values.countries, ...values.agentWords];
const scalarPool = [...values.texts.slice(0, 24), ...values.numbers.slice(0, 10), ...values.numberTexts.slice(0, 10), true, false];

/** A target that suits the operator, now and then one that does not. */
export function targetFor(random, operator) {
    if (random.chance(0.06))
        return values.anyValue(random);
    if (numberOperators.includes(operator))
        return random.of(random.chance(0.7) ? values.numbers : values.numberTexts);
    if (versionOperators.includes(operator))
        return random.of(values.versions);
    if (listOperators.includes(operator) || textOperators.includes(operator))
        return random.list(0, 5, () => random.of(random.chance(0.85) ? textPool : scalarPool));
    if (timeOperators.includes(operator))
        return random.of(random.chance(0.7) ? values.times : values.timeTexts);
    if (arrayOperators.includes(operator))
        return random.list(0, 3, () => random.of(scalarPool));
    if (segmentOperators.includes(operator))
        return random.of(listNames);
    if (operator === 'str_matches')
        return random.of(values.patterns);
    return random.chance(0.6) ? random.of([null, ...scalarPool]) : values.anyValue(random);
}

function operatorFor(random, type) {
    if (random.chance(0.02))
        return random.of([...noOperators, null]);
    switch (type) {
    case 'user_bucket':
        return random.weighted({ lt: 6, any: 4, none: 2, gte: 1, eq: 1, lte: 1, neq: 1, in_segment_list: 0.3 });
    case 'current_time':
        return random.of([...timeOperators, ...timeOperators, 'gt', 'eq', 'any']);
    case 'environment_field':
    case 'ip_based':
    case 'target_app':
    case 'experiment_group':
        return random.of(random.chance(0.8) ? [...listOperators, ...equalityOperators] : allOperators);
    case 'unit_id':
        return random.of(random.chance(0.7) ? [...listOperators, ...segmentOperators] : allOperators);
    case 'ua_based':
        return random.of([...listOperators, ...versionOperators, ...textOperators, 'eq', 'str_matches', 'gt']);
    default:
        return random.of(allOperators);
    }
}

function fieldFor(random, type) {
    switch (type) {
    case 'user_field':
        return random.of(random.chance(0.4) ? builtInFields : customFields);
    case 'ip_based':
        return random.of(['country', 'country', 'country', 'Country', 'ip', 'region']);
    case 'ua_based':
        return random.of(agentFields);
    case 'environment_field':
        return random.of(['tier', 'tier', 'tier', 'Tier', 'TIER', 'region']);
    default:
        return random.chance(0.1) ? random.of(customFields) : null;
    }
}

function bucketTarget(random, operator) {
    if (operator === 'any' || operator === 'none') {
        if (random.chance(0.1))
            return random.of([{ '-1': true }, {}, [], ['5', '713'], { '05': true, 1000: true, a: true }]);
        const buckets = random.list(1, 600, () => random.below(1000));
        return random.chance(0.8) ? Object.fromEntries(buckets.map(bucket => [bucket, true])) : buckets;
    }
    return random.chance(0.9) ? random.below(1001) : random.of([500.5, '500', null, -1, [500]]);
}

function additionalValues(random, type) {
    if (type !== 'user_bucket')
        return random.chance(0.7) ? {} : random.of([null, undefined, { custom_id: 'x' }, { salt: 'x' }]);
    return random.chance(0.8) ? { salt: `salt-${random.below(30)}` } : random.of([{ salt: '' }, {}, null, undefined]);
}

/** `scope` names what a condition may refer to: gates, experiments, apps. */
export function conditionOf(random, scope) {
    const type = random.weighted({ user_field: 36, unit_id: 6, pass_gate: scope.gates.length ? 10 : 1,
        fail_gate: scope.gates.length ? 6 : 1, public: 7, user_bucket: 8, ip_based: 5, ua_based: 6, environment_field: 5,
        current_time: 3, target_app: 3, experiment_group: 3, multi_pass_gate: 0.3, multi_fail_gate: 0.3, PUBLIC: 0.2,
        javascript: 0.2, '': 0.1 });
    const operator = operatorFor(random, type);
    const condition = { type, operator, field: fieldFor(random, type), targetValue: targetFor(random, operator),
        additionalValues: additionalValues(random, type), idType: random.of(idTypes) };
    if (type === 'pass_gate' || type === 'fail_gate') {
        condition.operator = random.of([null, null, null, 'any', 'x']);
        condition.targetValue = random.chance(0.05) ? random.of(['missing_gate', '', null, 5, ['a']])
            : random.of(scope.gates.length ? scope.gates : ['missing_gate']);
    } else if (type === 'public') {
        condition.operator = random.of([null, null, 'any', 'x']);
        condition.targetValue = random.of([null, null, 5, undefined]);
    } else if (type === 'user_bucket') {
        condition.targetValue = bucketTarget(random, operator);
    } else if (type === 'environment_field' && listOperators.includes(operator)) {
        condition.targetValue = random.some(values.tiers, 3);
    } else if (type === 'ip_based' && listOperators.includes(operator)) {
        condition.targetValue = random.some(values.countries, 3);
    } else if (type === 'target_app') {
        condition.targetValue = listOperators.includes(operator) ? random.some(scope.apps, 2) : random.of(scope.apps);
    } else if (type === 'experiment_group') {
        condition.field = random.chance(0.9) && scope.experiments.length ? random.of(scope.experiments) : random.of(['none', null, '']);
        condition.targetValue = listOperators.includes(operator) ? random.some(groupNames, 3) : random.of(groupNames);
    } else if (type === 'unit_id' && listOperators.includes(operator)) {
        condition.targetValue = random.some(values.unitIds, 5);
    }
    return condition;
}
