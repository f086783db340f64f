// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// Whole projects in the v2 form, as the SDK reads them.
import { djb2 } from './hashes.mjs';
import { conditionOf, groupNames, idTypes, listNames } from './conditions.mjs';
import { anyValue, numbers, texts, tiers } from './values.mjs';

const apps = ['app-1', 'app-2', 'App-1', ''];
export const clientKeys = ['client-one', 'client-two', 'client-three', 'client-nobody'];

function percentage(random) {
    return Number(random.weighted({ 100: 10, 0: 2, 50: 4, 10: 1, 0.5: 1, 33.33: 1, 99.99: 1, 0.01: 1, 66.667: 1, 99.995: 0.5,
        150: 0.2, '-1': 0.2, 1e-7: 0.2 }));
}

function parameters(random) {
    const names = ['color', 'size', 'on', 'list', 'deep', 'é', 'a.b', 'text'];
    return Object.fromEntries(random.list(0, 4, () => [random.of(names), anyValue(random)]));
}

function returnValue(random, table) {
    if (table === 'gate')
        return random.weighted({ true: 12, false: 2, other: 0.5 }) === 'other' ? anyValue(random)
            : random.chance(0.85);
    return random.chance(0.95) ? parameters(random) : anyValue(random);
}

/** Builds one project; what has been made can be referred to by what follows. */
class ProjectBuilder {
    constructor(random) {
        this.random = random;
        this.conditions = {};
        this.scope = { gates: [], experiments: [], apps };
        this.rules = 0;
    }

    condition() {
        const { random } = this;
        if (random.chance(0.004))
            return 'a hash that is missing';
        const known = Object.keys(this.conditions);
        if (known.length > 8 && !this.isMapping && random.chance(0.15))
            return random.of(known);
        const hash = `${1000000000 + known.length * 7919}`;
        this.conditions[hash] = conditionOf(random, this.scope);
        return hash;
    }

    rule(table, more = {}) {
        const { random } = this;
        const id = random.weighted({ own: 12, suffix: 2, empty: 0.3, odd: 0.5 });
        const number = ++this.rules;
        const rule = {
            name: `rule ${number}`,
            passPercentage: percentage(random),
            conditions: random.list(random.chance(0.1) ? 0 : 1, random.of([1, 1, 2, 2, 3, 6]), () => this.condition()),
            returnValue: returnValue(random, table),
            id: id === 'own' ? `rule${number}` : id === 'suffix' ? `rule${number}:10.00:1` : id === 'empty' ? '' : random.of(texts),
            salt: random.weighted({ own: 5, empty: 1 }) === 'own' ? `rs${number}` : '',
            idType: random.of(idTypes),
        };
        if (random.chance(0.1))
            rule.salt = random.of([null, undefined]);
        if (random.chance(0.3))
            rule.groupName = random.of([...groupNames, null]);
        if (random.chance(0.2))
            rule.isExperimentGroup = random.of([true, true, false, null]);
        if (random.chance(0.1))
            rule.samplingRate = random.of([1, 10, 101, null]);
        return { ...rule, ...more };
    }

    spec(table, entity, rules, more = {}) {
        const { random } = this;
        const spec = {
            type: table === 'gate' ? 'feature_gate' : 'dynamic_config',
            entity,
            salt: random.of(['', `salt-${random.below(30)}`, `salt-${random.below(30)}`]),
            enabled: random.chance(0.9),
            defaultValue: table === 'gate' ? random.chance(0.1) : random.chance(0.97) ? parameters(random) : anyValue(random),
            rules,
            idType: random.of(idTypes),
        };
        if (random.chance(0.3))
            spec.version = random.between(1, 99);
        if (random.chance(0.2))
            spec.targetAppIDs = random.of([[], ['app-1'], ['app-1', 'app-2'], [''], null]);
        if (random.chance(0.2))
            spec.isDeviceBased = random.chance(0.5);
        if (random.chance(0.1))
            spec.forwardAllExposures = random.chance(0.5);
        if (random.chance(0.1))
            spec.fieldsUsed = random.some(['email', 'level'], 2);
        return { ...spec, ...more };
    }

    /** The SDK gives no response at all where gates go in circles: none is without a name, which conditions without a target ask. */
    gates() {
        const { random } = this;
        const gates = {};
        for (let i = random.between(4, 24); i > 0; --i) {
            const entity = random.weighted({ feature_gate: 10, segment: 3, holdout: 2 });
            let name = `${{ feature_gate: 'gate', segment: 'segment:', holdout: 'holdout' }[entity]}_${i}`;
            if (random.chance(0.05))
                name = random.of(['gate é', 'gate 😀', 'segment:😀', 'gate.with.dots', '__proto__', 'a gate']);
            if (Object.hasOwn(gates, name)) // those after it may ask it: no circles
                continue;
            gates[name] = this.spec('gate', entity, random.list(0, 4, () => this.rule('gate')));
            this.scope.gates.push(name);
        }
        return gates;
    }

    /** As the console makes them: overrides, allocation, targeting, then groups by cumulative bucket. */
    experimentRules(groups) {
        const { random } = this;
        const salt = `exp-${random.below(20)}`;
        const bucket = (operator, targetValue) => {
            const hash = `${2000000000 + Object.keys(this.conditions).length * 7919}`;
            this.conditions[hash] = { type: 'user_bucket', operator, field: null, targetValue, additionalValues: { salt },
                idType: random.of(['userID', 'stableID']) };
            return hash;
        };
        const rules = random.list(0, 2, () => this.rule('config', random.chance(0.3) ? { isExperimentGroup: false } : {}));
        if (random.chance(0.3))
            rules.push(this.rule('config', { id: 'layerAssignment', conditions: [bucket('none',
                Object.fromEntries(random.list(100, 700, () => [random.below(1000), true])))], passPercentage: 100, returnValue: {} }));
        for (let i = 0; i < groups; ++i)
            rules.push(this.rule('config', { groupName: ['Control', 'Test', 'Group A'][i],
                conditions: [bucket('lt', Math.round(1000 * (i + 1) / groups))], passPercentage: 100, isExperimentGroup: true }));
        return rules;
    }

    configs() {
        const { random } = this;
        const configs = {};
        for (let i = random.between(3, 16); i > 0; --i) {
            const entity = random.weighted({ dynamic_config: 5, experiment: 8, autotune: 1 });
            const name = random.chance(0.04) ? random.of(['config é', '__proto__', 'gate_1', '😀'])
                : `${{ dynamic_config: 'config', experiment: 'exp', autotune: 'auto' }[entity]}_${i}`;
            if (Object.hasOwn(configs, name)) // no delegate leads back to it
                continue;
            const more = {};
            if (entity !== 'dynamic_config') {
                more.isActive = random.of([true, true, true, false, null, undefined]);
                if (random.chance(0.4)) {
                    more.hasSharedParams = random.of([true, true, false, null]);
                    more.explicitParameters = random.of([['color'], ['size', 'color'], [], null]);
                }
            }
            const rules = entity === 'experiment' && random.chance(0.7) ? this.experimentRules(random.between(1, 3))
                : random.list(0, 4, () => this.rule('config'));
            if (random.chance(0.05) && this.scope.experiments.length && rules.length)
                random.of(rules).configDelegate = random.of(this.scope.experiments);
            configs[name] = this.spec('config', entity, rules, more);
            if (entity === 'experiment')
                this.scope.experiments.push(name);
        }
        return configs;
    }

    layers() {
        const { random } = this;
        const layers = {};
        const delegates = [...this.scope.experiments, ...this.scope.experiments, 'missing_exp', '', null];
        for (let i = random.between(1, 8); i > 0; --i) {
            const rules = random.list(0, 4, () => this.rule('config',
                random.chance(0.7) ? { configDelegate: random.of(delegates) } : {}));
            layers[`layer_${i}`] = this.spec('layer', 'layer', rules, random.chance(0.4)
                ? { useNewLayerEval: random.of([true, true, false, null]) } : {});
        }
        return layers;
    }

    bandit() {
        const { random } = this;
        const groups = random.list(random.chance(0.1) ? 0 : 1, 4, index => ({ name: random.of(groupNames), id: `arm${index}`,
            parameterValues: random.chance(0.95) ? parameters(random) : anyValue(random) }));
        const weights = make => Object.fromEntries(random.list(0, 3, () => [random.of(['level', 'plan', 'Level', 'email', 'country']), make()]));
        const bandit = { salt: `bandit-${random.below(9)}`, idType: random.of(idTypes), enabled: random.chance(0.9), version: 1,
            sampleRate: 0, higherIsBetter: random.chance(0.5), groups, defaultValue: parameters(random) };
        if (random.chance(0.6))
            bandit.config = Object.fromEntries(groups.map(group => [group.id, { alpha: random.of([0, 0.5, 1]),
                intercept: random.of(numbers.slice(0, 8)), records: random.below(9),
                weightsNumerical: weights(() => random.of([0, 1, -2.5, 1e3])),
                weightsCategorical: { plan: { pro: 1, a: 2 }, ...weights(() => ({ a: 1, Pro: random.of([-1, 3]), 5: 2 })) } }]));
        if (random.chance(0.5))
            bandit.targetingGateName = random.of([...this.scope.gates, 'missing_gate', null]);
        return bandit;
    }

    bandits(configs) {
        const names = [...Object.keys(configs).filter(name => name !== '__proto__'), 'only_a_bandit'];
        return Object.fromEntries(this.random.list(1, 3, () => [this.random.of(names), this.bandit()]));
    }

    mappings(gates, configs, layers) {
        const { random } = this;
        // The SDK does not survive a circle: mappings lead to a later name only, and their rules ask gates only where gates
        // are not mapped themselves.
        const mapsGates = random.chance(0.5);
        const names = [...Object.keys(configs), ...(mapsGates ? Object.keys(gates) : []), ...Object.keys(layers), 'missing'];
        const from = () => random.below(names.length - 1);
        const { scope } = this;
        this.scope = { ...scope, gates: mapsGates ? [] : scope.gates, experiments: [] };
        this.isMapping = true; // known conditions may ask gates
        const rules = Object.fromEntries(random.list(1, 3, index => [`mapping ${index}`, this.rule('config')]));
        const steps = () => random.list(1, 2, () => ({ rule_name: random.of([...Object.keys(rules), 'none']),
            ...(random.chance(0.4) ? { start_time: random.of([0, 1577836800000, 4102444800000]) } : {}) }));
        this.scope = scope;
        return {
            override_rules: rules,
            overrides: Object.fromEntries(random.list(1, 4, from).map(index => [names[index],
                random.list(1, 2, () => ({ new_config_name: random.of(names.slice(index + 1)), rules: steps() }))])),
        };
    }

    paramStores(gates, configs, layers) {
        const { random } = this;
        const name = map => random.of([...Object.keys(map), 'missing']);
        const parameter = () => random.of([
            () => ({ ref_type: 'static', param_type: 'string', value: anyValue(random) }),
            () => ({ ref_type: 'gate', param_type: 'boolean', gate_name: name(gates), pass_value: anyValue(random), fail_value: false }),
            () => ({ ref_type: 'dynamic_config', param_type: 'object', config_name: name(configs), param_name: 'color' }),
            () => ({ ref_type: 'experiment', param_type: 'number', experiment_name: name(configs), param_name: 'size' }),
            () => ({ ref_type: 'layer', param_type: 'array', layer_name: name(layers), param_name: 'list' }),
        ])();
        return Object.fromEntries(random.list(1, 3, index => [`store_${index}`, {
            parameters: Object.fromEntries(random.list(0, 4, number => [`param_${number}`, parameter()])),
            targetAppIDs: random.of([[], ['app-1'], ['app-2'], null]), version: 1 }]));
    }

    sessionReplay() {
        const { random } = this;
        const rate = () => random.of([0, 1]);
        const info = { recording_blocked: random.of([false, false, true]), sampling_rate: rate() };
        if (random.chance(0.5)) // one that does not exist would answer as whatever was evaluated last
            info.targeting_gate = random.of(this.scope.gates);
        if (random.chance(0.4))
            info.session_recording_event_triggers = { click: { sampling_rate: rate(), values: ['a', 'b'] }, view: {} };
        if (random.chance(0.4))
            info.session_recording_exposure_triggers = { gate_1: { sampling_rate: rate(), values: ['true'] }, exp_1: {} };
        if (random.chance(0.3))
            info.session_recording_privacy_settings = { privacy_mode: 'max' };
        return info;
    }

    build() {
        const { random } = this;
        const feature_gates = this.gates();
        const dynamic_configs = this.configs();
        const layer_configs = this.layers();
        const project = { has_updates: true, time: 1700000000000 + random.below(1e9), response_format: 'dcs-v2',
            company_id: 'company', feature_gates, dynamic_configs, layer_configs, condition_map: this.conditions,
            experiment_to_layer: Object.fromEntries(random.some(this.scope.experiments, 3).map(name => [name, 'layer_1'])),
            id_lists: Object.fromEntries(random.some(listNames, 3).map(name => [name, true])) };
        const maybe = (probability, more) => random.chance(probability) && Object.assign(project, more());
        maybe(0.2, () => ({ cmab_configs: this.bandits(dynamic_configs) }));
        maybe(0.2, () => this.mappings(feature_gates, dynamic_configs, layer_configs));
        maybe(0.4, () => ({ param_stores: this.paramStores(feature_gates, dynamic_configs, layer_configs) }));
        maybe(0.5, () => ({ app_id: random.of([...apps, null]) }));
        maybe(0.3, () => ({ sdk_keys_to_app_ids: { 'client-one': 'app-1', 'client-two': random.of(apps) } }));
        maybe(0.3, () => ({ hashed_sdk_keys_to_app_ids: { [djb2('client-three')]: random.of(apps), 1: 'app-2' } }));
        maybe(0.4, () => ({ default_environment: random.of([...tiers, null]) }));
        maybe(0.3, () => ({ session_replay_info: this.sessionReplay() }));
        maybe(0.2, () => ({ auto_capture_settings: { disabled_events: { click: true } } }));
        maybe(0.2, () => ({ sdk_configs: { event_queue_size: 100, sampling_mode: 'none' }, sdk_flags: { flag: true },
            diagnostics: { initialize: 10000 } }));
        return project;
    }
}

/** Half a surrogate pair is no JSON to the SDK, which then drops the value, the spec or all of them: users alone have it. */
export function projectOf(random) {
    const text = JSON.stringify(new ProjectBuilder(random).build());
    return JSON.parse(text.replace(/\\ud[89a-f][0-9a-f]{2}/g, '\ufffd'));
}

/**
 * Without what v1 cannot say or says otherwise: rules of what is disabled, gates that are on by default, conditions that are
 * missing, names of types and operators that only the case sets apart, types of its own, and what only v2 has.
 */
export function saidInV1({ cmab_configs, overrides, override_rules, ...project }) {
    const unknown = { type: 'javascript', operator: null, field: null, targetValue: null, additionalValues: {}, idType: 'userID' };
    const isOwn = name => typeof name === 'string' && (name !== name.toLowerCase() || name.startsWith('multi_'));
    for (const spec of Object.values(project.feature_gates))
        spec.defaultValue = false;
    for (const [hash, { type, operator }] of Object.entries(project.condition_map)) {
        if (isOwn(type) || isOwn(operator))
            project.condition_map[hash] = unknown;
    }
    for (const spec of [project.feature_gates, project.dynamic_configs, project.layer_configs].flatMap(Object.values)) {
        if (!spec.enabled)
            Object.assign(spec, { rules: [], useNewLayerEval: false });
        for (const hash of spec.rules.flatMap(rule => rule.conditions))
            project.condition_map[hash] ??= unknown;
    }
    return project;
}
