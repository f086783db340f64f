// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// Small projects and users, each about something that is easily got wrong: what the SDK answers to them is recorded in
// tests/data/evaluation/core.json (record.mjs), which the unit tests read.
import { initializeForm } from './compare.mjs';

const rule = (id, conditions = ['all'], more = {}) =>
    ({ id, name: id, salt: '', passPercentage: 100, idType: 'userID', conditions, returnValue: true, ...more });
const gate = (rules, more = {}) => ({ type: 'feature_gate', entity: 'feature_gate', salt: 's', enabled: true,
    idType: 'userID', defaultValue: false, rules, ...more });
const config = (entity, rules, more = {}) => ({ type: 'dynamic_config', entity, salt: 's', enabled: true,
    idType: 'userID', defaultValue: { from: 'default' }, rules, ...more });
const condition = (type, operator, targetValue, more = {}) =>
    ({ type, operator, targetValue, field: null, additionalValues: {}, idType: 'userID', ...more });
const field = (name, operator, targetValue) => condition('user_field', operator, targetValue, { field: name });
const all = condition('public', null, null);
const plain = initializeForm('none', 'v1');

function project({ gates = {}, configs = {}, layers = {}, conditions = {}, ...more }) {
    return { has_updates: true, time: 1, feature_gates: gates, dynamic_configs: configs, layer_configs: layers,
        condition_map: { all, ...conditions }, experiment_to_layer: {}, ...more };
}

/** A gate for each condition. */
function about(name, conditions, user, more = {}) {
    const gates = Object.fromEntries(Object.keys(conditions).map(key => [key, gate([rule('r', [key])])]));
    return { name, specs: project({ gates, conditions, ...more }), users: [user], initialize: [] };
}

const halfPairs = about('half a surrogate pair of a user is U+FFFD', {
    text: field('text', 'any', ['\ufffd']),
    list: field('list', 'array_contains_any', ['x\ufffdy']),
    'list as text': field('list', 'any', ['["x\ufffdy"]']),
}, { userID: 'u', custom: { text: '\ud800', list: ['x\udc00y'] } });

const agentFields = ['os_name', 'os_version', 'browser_name', 'browser_version'];
const emptyAgents = { ...about('an empty user agent counts where it is no field of its own', Object.fromEntries(
    agentFields.flatMap(name => [[`${name} is none`, condition('ua_based', 'any', [''], { field: name })],
        [`${name} is Other`, condition('ua_based', 'any', ['Other'], { field: name })],
        [`${name} is low`, condition('ua_based', 'version_lte', '1.2.3', { field: name })]])), {}),
    users: [{ userID: 'u', userAgent: '' }, { userID: 'u', custom: { userAgent: '' } }, { userID: 'u', privateAttributes: { useragent: '' } }] };

const numbers = [5, -0, 2 ** 32 - 1, 2 ** 32, -(2 ** 31), -(2 ** 31) - 1, 5.5, 1e21];
const numbersInLists = about('numbers in a list of a user are integers where 32 bits hold them', {
    texts: field('list', 'any', ['[5,0,4294967295,4294967296.0,-2147483648,-2147483649.0,5.5,1e21]']),
    integers: field('list', 'array_contains_all', ['5', '4294967295', '-2147483648']),
    '4294967296': field('list', 'array_contains_any', [4294967296]),
    '4294967296.0': field('list', 'array_contains_any', ['4294967296.0']),
    alone: field('alone', 'any', ['4294967296']),
}, { userID: 'u', custom: { list: numbers, alone: 4294967296 } });

const spaces = about('white space is what Unicode says', {
    around: field('around', 'version_eq', '1.2'),
    within: field('within', 'version_eq', '1.2'),
    'no space': field('no space', 'version_eq', '1.2'),
    'target around': field('plain', 'version_eq', '\u30001.2\u2028'),
    date: field('date', 'before', 1577836800001),
    'date with tabs': field('date with tabs', 'before', 1577836800001),
}, { userID: 'u', custom: { around: '\u00a01.2\u2003', within: '1.\u20072', 'no space': '\u200b1.2', plain: '1.2',
    date: '2020-\u00a01-1\u20030:0:0', 'date with tabs': '2020-\t01-01 00:\u000b00: 00' } });

const dates = { far: '+12020-01-01 00:00:00', 'far without a sign': '12020-01-01 00:00:00', 'before Christ': '-0044-03-15 12:00:00',
    'year zero': '0000-01-01 00:00:00', last: '+262142-1-1 0:0:0', 'after the last': '+262143-1-1 0:0:0',
    'leap day': '-0004-02-29 00:00:00', 'no leap day': '-0100-02-29 00:00:00' };
const years = about('dates of any year', Object.fromEntries(Object.keys(dates).flatMap(key => [
    [`${key} before 2020`, field(key, 'before', 1577836800000)], [`${key} after 2020`, field(key, 'after', 1577836800000)],
    [`${key} before the Ides`, field(key, 'before', -63549403200000)]])), { userID: 'u', custom: dates });

const times = about('times beyond 64 bits are the first or the last', {
    'before 1e300': field('time', 'before', 1e300),
    'after -1e300': field('time', 'after', -1e300),
    'last before 2^63': field('last', 'before', 2 ** 63),
    'last before 1e300': field('last', 'before', 1e300),
    'last on 1e300': field('last', 'on', 1e300),
}, { userID: 'u', custom: { time: 1577836800000, last: '9223372036854775807' } });

const sigmas = { circled: ['ⒶΣ', 'ⓐς'], ordinal: ['ªΣ', 'ªς'], roman: ['ⅧΣ', 'ⅷς'], bold: ['𝐀Σ', '𝐀ς'], squared: ['🄰Σ', '🄰ς'],
    emoji: ['😀Σ', '😀σ'], between: ['ΑΣ\u00adΑ', 'ας\u00adα'], deseret: ['𐐀Σ', '𐐨ς'], dot: ['Α.Σ', 'α.ς'], mark: ['Σ\u0345', 'σ\u0345'] };
const finalSigmas = about('a sigma that ends a word', Object.fromEntries(
    Object.entries(sigmas).map(([key, [, lower]]) => [key, field(key, 'any', [lower])])),
    { userID: 'u', custom: Object.fromEntries(Object.entries(sigmas).map(([key, [text]]) => [key, text])) });

const noField = type => ({ [`${type} is null`]: condition(type, 'eq', null), [`${type} is empty`]: condition(type, 'any', ['']),
    [`${type} is x`]: condition(type, 'any', ['x']), [`${type} with an empty name is x`]: condition(type, 'any', ['x'], { field: '' }) });
const withoutField = about('a condition without a field has no value', Object.assign({},
    ...['user_field', 'ua_based', 'ip_based', 'environment_field', 'experiment_group'].map(noField)),
    { userID: 'u', custom: { '': 'x' }, statsigEnvironment: { '': 'x' } });

const ids = { stableID: true, companyID: null, orgID: ['x'], teamID: 5, halfID: 5.5, flagID: false, objectID: { a: 1 }, textID: 't' };
const oddIds = { ...about('unit IDs are texts and numbers', Object.fromEntries(Object.keys(ids).flatMap(idType => [
    [`${idType} is empty`, condition('unit_id', 'any', [''], { idType })],
    [`${idType} is null`, condition('unit_id', 'eq', null, { idType })],
    [`${idType} is itself`, condition('unit_id', 'any', ['true', 'false', 'null', '["x"]', '5', '5.5', '{"a":1}', 't'], { idType })]])),
    { userID: 'u', customIDs: ids }), initialize: [plain] };

const isNobody = field('userID', 'any', ['nobody']);
const nested = { name: 'what nested gates leave behind', specs: project({
    gates: {
        grouped: gate([rule('r', ['all'], { groupName: 'G', isExperimentGroup: true })]),
        off: gate([rule('never', ['nobody'])]),
        'asks grouped, then nothing': gate([rule('r', ['asks grouped', 'nobody'])]),
        'asks an unknown one last': gate([rule('r', ['asks off', 'asks unknown'])]),
        'asks an unknown one first': gate([rule('r', ['asks unknown', 'asks off'])]),
    },
    configs: {
        'falls through': config('experiment', [rule('r', ['asks grouped', 'nobody'], { returnValue: {} })]),
        'dynamic, falls through': config('dynamic_config', [rule('r', ['asks grouped', 'nobody'], { returnValue: {} })]),
    },
    conditions: { nobody: isNobody, 'asks grouped': condition('pass_gate', null, 'grouped'), 'asks off': condition('fail_gate', null, 'off'),
        'asks unknown': condition('fail_gate', null, 'unknown') } }), users: [{ userID: 'u' }], initialize: [] };

const responses = { name: 'an initialize response asks a nested gate once', specs: project({
    gates: { 'segment:grouped': gate([rule('r', ['all'], { groupName: 'G' })], { entity: 'segment' }) },
    configs: { 'falls through': config('experiment', [rule('r', ['asks grouped', 'nobody', 'asks grouped'], { returnValue: {} })]) },
    conditions: { nobody: isNobody, 'asks grouped': condition('pass_gate', null, 'segment:grouped') } }),
    users: [{ userID: 'u' }], initialize: [plain] };

const unsupported = { name: 'unsupported conditions', specs: project({
    gates: {
        on: gate([rule('on')]),
        odd: gate([rule('first', ['asks on', 'nobody']), rule('odd', ['asks on', 'odd', 'asks on'])], { defaultValue: true }),
        'asks odd': gate([rule('r', ['asks on', 'asks odd', 'asks on'])]),
        'asks odd twice': gate([rule('r', ['asks odd', 'asks on', 'asks odd'])]),
        'all but one hold': gate([rule('r', ['all', 'odd', 'nobody'])]),
        'odd first': gate([rule('r', ['odd', 'all', 'asks on'])]),
        'condition is missing': gate([rule('r', ['asks on', 'no such condition', 'asks odd'])]),
        'odd operator': gate([rule('r', ['odd operator', 'all'])]),
    },
    configs: {
        'odd config': config('dynamic_config', [rule('r', ['odd'], { returnValue: { a: 1 } })]),
        'odd later': config('experiment', [rule('first', ['nobody'], { returnValue: {} }), rule('r', ['asks on', 'odd'], { groupName: 'G' })],
            { isActive: true, hasSharedParams: true, explicitParameters: ['a'] }),
    },
    layers: {
        'odd layer': config('layer', [rule('r', ['asks on', 'odd'], { configDelegate: 'odd later' })]),
        'odd delegate': config('layer', [rule('r', ['asks on'], { configDelegate: 'odd later' })]),
        'odd rule of a new layer': config('layer', [rule('r', ['asks on'], { returnValue: { a: 1 } }), rule('odd', ['odd'])], { useNewLayerEval: true }),
    },
    conditions: { nobody: isNobody, odd: condition('javascript', 'any', ['x']), 'asks on': condition('pass_gate', null, 'on'),
        'asks odd': condition('pass_gate', null, 'odd'), 'odd operator': field('userID', 'encoded_any', ['u']) } }),
    users: [{ userID: 'u' }], initialize: [plain] };

const groups = { name: 'the group of an experiment is not known to an initialize response', specs: project({
    gates: { asks: gate([rule('r', ['is in G'])]) },
    configs: { exp: config('experiment', [rule('r', ['all'], { groupName: 'G', returnValue: {} })]),
        asks: config('dynamic_config', [rule('r', ['is in G'], { returnValue: { a: 1 } })]) },
    conditions: { 'is in G': condition('experiment_group', 'any', ['G'], { field: 'exp' }) } }),
    users: [{ userID: 'u' }], initialize: [plain] };

const appConditions = { 'app is one': condition('target_app', 'any', ['app-1']), 'app is two': condition('target_app', 'any', ['app-2']),
    'app is empty': condition('target_app', 'any', ['']), 'no app': condition('target_app', 'eq', null) };
const appGates = Object.fromEntries(Object.keys(appConditions).map(key => [key, gate([rule('r', [key])], { targetAppIDs: ['app-1', 'app-2', ''] })]));
const apps = { name: 'target apps', specs: project({ app_id: 'app-1', sdk_keys_to_app_ids: { 'client-two': 'app-2', 'client-empty': '' },
    gates: { ...appGates, 'of one': gate([rule('r')], { targetAppIDs: ['app-1'] }), 'of none': gate([rule('r')], { targetAppIDs: [] }) },
    configs: { 'of two': config('dynamic_config', [], { targetAppIDs: ['app-2'] }) }, conditions: appConditions }),
    users: [{ userID: 'u' }],
    initialize: [undefined, 'client-two', 'client-empty', 'client-nobody'].map(key => initializeForm('none', 'v1', key)) };

const values = [null, true, 'text', [1], { a: 1 }];
const oddValues = { name: 'values that are no objects', specs: project({
    configs: Object.fromEntries(values.flatMap((value, index) => [
        [`returns ${index}`, config('dynamic_config', [rule('r', ['all'], { returnValue: value })])],
        [`defaults to ${index}`, config('experiment', [], { defaultValue: value })]])),
    layers: Object.fromEntries(values.flatMap((value, index) => [
        [`layer returns ${index}`, config('layer', [rule('r', ['all'], { returnValue: value })])],
        [`new layer returns ${index}`, config('layer', [rule('r', ['all'], { returnValue: value }), rule('second', ['all'], { returnValue: { b: 2 } })],
            { useNewLayerEval: true })],
        [`new layer defaults to ${index}`, config('layer', [], { defaultValue: value, useNewLayerEval: true })]])) }),
    users: [{ userID: 'u' }], initialize: [plain, initializeForm('none', 'v2'), initializeForm('none', 'init-v2')] };

const entities = { name: 'entities of other names, and without an ID type', specs: project({
    configs: { 'odd entity': config('banana', [rule('r', ['all'], { returnValue: { a: 1 }, groupName: 'G' })]),
        'empty entity': config('', [rule('r', ['all'], { returnValue: { a: 1 }, groupName: 'G' })]),
        'no ID type': config('experiment', [rule('r', ['all'], { returnValue: { a: 1 }, groupName: 'G' })], { idType: '' }),
        'of a device': config('experiment', [rule('r')], { idType: 'stableID', isActive: true, explicitParameters: [] }) },
    layers: { 'of another ID type': config('layer', [rule('r', ['all'], { configDelegate: 'of a device' })]),
        'no ID type': config('layer', [rule('r', ['all'], { configDelegate: 'of a device' })], { idType: '' }) } }),
    users: [{ userID: 'u' }], initialize: [plain, initializeForm('djb2', 'init-v2')] };

const model = (intercept, weightsNumerical = {}) => ({ alpha: 0, intercept, records: 1, weightsNumerical, weightsCategorical: {} });
const bandit = (more = {}) => ({ salt: 's', idType: 'userID', enabled: true, version: 1, sampleRate: 0, higherIsBetter: true,
    groups: [{ id: 'ga', name: 'A', parameterValues: { arm: 'a' } }, { id: 'gb', name: 'B', parameterValues: { arm: 'b' } }],
    config: { ga: model(1), gb: model(2) }, defaultValue: { arm: 'none' }, ...more });
const infinite = { level: 1e308, other: 1e308 };
const notANumber = model(0, { level: 1e308, other: -1e308 });
const bandits = { name: 'bandits', specs: project({
    gates: { on: gate([rule('on')]), 'segment:on': gate([rule('seg', ['asks on'])], { entity: 'segment' }) },
    configs: { both: config('autotune', [rule('r')]), 'dynamic and bandit': config('dynamic_config', [rule('r', ['all'], { returnValue: { a: 1 } })]) },
    layers: { 'new layer': config('layer', [rule('r', ['all'], { configDelegate: 'both' })], { useNewLayerEval: true }),
        layer: config('layer', [rule('r', ['all'], { configDelegate: 'both' })]) },
    conditions: { 'asks on': condition('pass_gate', null, 'on') },
    cmab_configs: { both: bandit({ targetingGateName: 'on' }), alone: bandit({ targetingGateName: 'segment:on', targetAppIDs: ['app-2'] }),
        'dynamic and bandit': bandit(), lowest: bandit({ higherIsBetter: false, idType: 'stableID' }),
        'no score': bandit({ config: { ga: notANumber, gb: notANumber } }),
        'one score': bandit({ config: { ga: notANumber, gb: model(-5) } }),
        'disabled': bandit({ enabled: false }), 'no groups': bandit({ groups: [] }),
        'targets nobody': bandit({ targetingGateName: 'unknown' }) },
    sdk_keys_to_app_ids: { 'client-two': 'app-2' } }),
    users: [{ userID: 'u', custom: infinite }],
    initialize: [plain, initializeForm('djb2', 'init-v2'), initializeForm('none', 'v2'), initializeForm('none', 'v1', 'client-two')] };

const hiddenByBandit = { name: 'a config that a bandit answers for asks its gates all the same', specs: project({
    gates: { 'segment:on': gate([rule('on')], { entity: 'segment', defaultValue: true }) },
    configs: { hidden: config('dynamic_config', [rule('r', ['asks on'], { returnValue: {} })]) },
    layers: { layer: config('layer', [rule('r', ['asks on', 'no such condition'], { returnValue: {} })]) },
    conditions: { 'asks on': condition('fail_gate', null, 'segment:on') },
    cmab_configs: { hidden: bandit({ enabled: false }) } }), users: [{ userID: 'u' }], initialize: [plain] };

const mappedBandit = { name: 'bandits that are mapped, and one after the other', specs: project({
    configs: { shared: config('experiment', [rule('r', ['all'], { returnValue: { a: 1 }, groupName: 'G' })],
        { hasSharedParams: true, explicitParameters: ['a'], isActive: true }), explores: config('autotune', []), best: config('autotune', []) },
    layers: { layer: config('layer', [rule('first', ['all'], { configDelegate: 'explores' }), rule('second', ['all'], { configDelegate: 'best' })],
        { useNewLayerEval: true }) },
    cmab_configs: { mapped: bandit(), best: bandit(),
        explores: bandit({ config: undefined, groups: [{ id: 'only', name: 'Only', parameterValues: { b: 1 } }] }) },
    override_rules: { always: rule('always') }, overrides: { mapped: [{ new_config_name: 'shared', rules: [{ rule_name: 'always' }] }] } }),
    users: [{ userID: 'u' }], initialize: [plain, initializeForm('none', 'init-v2')] };

const members = [5, 5.5, 1e-6, 1e20, 2 ** 64, true, 'x', null, [1e-7], { a: 1 }];
const objects = about('members of objects are compared as the specs write them', Object.fromEntries(members.map((member, index) =>
    [`${index}`, field(`${index}`, 'eq', { member })])),
    { userID: 'u', custom: Object.fromEntries(members.map((member, index) => [`${index}`, { member }])) });

const layers = { name: 'layers by parameter', specs: project({
    configs: { exp: config('experiment', [rule('r', ['all'], { returnValue: { a: 1 }, groupName: 'G', isExperimentGroup: true })],
        { isActive: true, explicitParameters: ['a'] }) },
    layers: {
        empty: config('layer', [], { useNewLayerEval: true }),
        'rules only': config('layer', [rule('r', ['all'], { returnValue: { from: 'r', b: 1 } })], { useNewLayerEval: true }),
        delegated: config('layer', [rule('d', ['all'], { configDelegate: 'exp', returnValue: {} }), rule('r', ['all'], { returnValue: { a: 5, b: 6 } })],
            { useNewLayerEval: true }),
        old: config('layer', [rule('d', ['all'], { configDelegate: 'exp', returnValue: {} })]),
        'old, empty': config('layer', [rule('r', ['all'], { returnValue: { b: 1 } })]),
    } }), users: [{ userID: 'u' }], initialize: [plain, initializeForm('none', 'v2'), initializeForm('none', 'init-v2')] };

const left = { name: 'where a condition is missing, the gate asked before has left its value', specs: project({
    gates: { off: gate([]), on: gate([], { defaultValue: true }), object: gate([rule('r', ['all'], { returnValue: { a: 1 } })]) },
    configs: Object.fromEntries(['off', 'on', 'object'].map(name => [`after ${name}`, config('dynamic_config',
        [rule('asks', [`fails ${name}`, `passes ${name}`]), rule('missing', ['missing'])])])),
    conditions: Object.fromEntries(['off', 'on', 'object'].flatMap(name => [[`passes ${name}`, condition('pass_gate', null, name)],
        [`fails ${name}`, condition('fail_gate', null, name)]])) }),
    users: [{ userID: 'u' }], initialize: [plain, initializeForm('none', 'init-v2')] };

const patterns = ['\\Q.\\E', 'a\\E', '\\h', '[\\h]', '^\\H$', '\\N', '^\\O$', '\\V', '\\X', '\\R', '^\\v$', '\\<a', 'a\\>', '\\b{start}a', '\\b{end}', '\\b{start-half}',
    '\\u0061', '\\u{61}', '\\U00000061', '\\x61', '\\x6', '\\141', '\\o{141}', '\\0', '(a)\\1', '(a)\\10', '(a)\\g1', '(a)\\g{-1}', '(a)\\k<1>', '(a)\\k<-1>',
    '(?<n>a)\\k<n>', '(?<n>a)\\k{n}', '(a)(?1)', '(?R)', '(?<n>a)(?P>n)', '(?|a|b)', '(?^)a', '(?n)a', '(?J)a', '(?-)', '(?u)\\w', '(?xx)[a b]', '(?x)a b',
    '(?(1)a|b)', '(?(?=a)a|b)', '(?(DEFINE)(?<x>a))(?&x)', '(?C)a', '(?#', '(?#c)a', '(*ACCEPT)a', 'a(*F)|b', '(?<a>a)(?<a>b)', 'a{,2}', '^a{2}$', '^*', '$*', '\\b*',
    '[[:alpha:]]', '[[:^alpha:]]', '[^[:digit:]]', '[[:space:]]', '[[:punct:]]', '[[:foo:]]', '[:alpha:]', '[a-c&&[^b]]', '^[a&&b]$', '^[a-z--b]$', '^[a-z~~b]$', '^[[a]b]$',
    '[a[b]', '[[]', '[\\z]', '[\\7]', '^[\\W]$', '^\\w$', '\\p{L&}', '\\p{^L}', '\\p{gc=Lu}', '\\p{IsGreek}', '\\p{Assigned}', '\\p{Xan}', '(?m)^$', '\\d+', '^[^@]+@[^@]+\\.com$'];
const subjects = ['é', '٣', 'a\n', 'Q.E', 'aa', 'a', '²', 'x@y.com'];
const expressions = { ...about('regular expressions of another dialect', Object.fromEntries(patterns.map(pattern =>
    [pattern, field('text', 'str_matches', pattern)])), {}), users: subjects.map(text => ({ userID: 'u', custom: { text } })) };

export const cases = [expressions, halfPairs, emptyAgents, numbersInLists, spaces, years, times, finalSigmas, withoutField, oddIds, nested, responses,
    unsupported, groups, apps, oddValues, entities, bandits, hiddenByBandit, mappedBandit,
    objects, layers, left];
