// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import * as like from './words.mjs';

const sorted = object => Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)));

/** Gates, configs, experiments and layers with the rules a console writes. */
export class Entities {
    #random;
    #conditions;
    #sizes;
    #serial = 0;
    #idLists;

    /** `sizes`: how many parameters a value has, words a parameter at most, rules a gate or config beside the usual ones
     *  and buckets a layer at most. `idLists`: how many rules list IDs, how likely one does, and how many it lists. */
    constructor(random, conditions, sizes, idLists = { count: 0 }) {
        this.#random = random;
        this.#conditions = conditions;
        this.#sizes = sizes;
        this.#idLists = { ...idLists };
    }

    name() {
        return `${this.#random.choice(like.words)}_${this.#random.choice(like.words)}_${++this.#serial}`;
    }

    segment() {
        const rules = [this.#rule({ conditions: [this.#conditions.targeting(), this.#conditions.targeting()], returnValue: true })];
        return this.#spec('segment', 'feature_gate', { defaultValue: false, rules });
    }

    holdout(percentage) {
        const rules = [this.#rule({ conditions: [this.#conditions.everyone()], passPercentage: percentage, returnValue: true })];
        return this.#spec('holdout', 'feature_gate', { defaultValue: false, rules });
    }

    /** `asked` are names of gates that a rule may ask. */
    gate(asked) {
        return this.#spec('feature_gate', 'feature_gate', { defaultValue: false, rules: this.#targetingRules(asked, () => true) });
    }

    config(asked) {
        const rules = this.#targetingRules(asked, () => this.#value());
        return this.#spec('dynamic_config', 'dynamic_config', { defaultValue: this.#value(), rules });
    }

    /** Not in a layer: everybody of its targeting is allocated. */
    experiment(asked, holdouts) {
        return this.#experiment(asked, holdouts, this.#value(), {});
    }

    /** A layer and the experiments that share its units, by name. */
    layer(asked, holdouts, experimentCount) {
        const defaults = this.#value();
        const layer = this.#spec('layer', 'dynamic_config', { defaultValue: defaults, rules: [] });
        layer.explicitParameters = [];
        const share = this.#random.between(50, Math.floor(this.#sizes.buckets / experimentCount));
        const experiments = {};
        for (let i = 0; i < experimentCount; ++i) {
            const name = this.name();
            const buckets = Array.from({ length: share }, (_, offset) => i * share + offset);
            experiments[name] = this.#experiment(asked, holdouts, defaults, { layer, buckets });
            layer.rules.push(this.#rule({ id: 'experimentAssignment', idType: layer.idType, configDelegate: name,
                returnValue: defaults, conditions: [this.#conditions.buckets(buckets, 'any', layer.salt, layer.idType)] }));
        }
        return { layer, experiments };
    }

    #experiment(asked, holdouts, defaults, { layer, buckets }) {
        const random = this.#random;
        const experiment = this.#spec('experiment', 'dynamic_config', { defaultValue: defaults, rules: [] });
        const { salt } = experiment;
        const idType = layer?.idType ?? experiment.idType;
        Object.assign(experiment, { idType, isActive: true, hasSharedParams: Boolean(layer),
            explicitParameters: Object.keys(defaults).slice(0, 2) });
        const rule = parts => experiment.rules.push(this.#rule({ idType, returnValue: defaults, ...parts }));
        if (random.chance(0.3))
            rule({ id: 'userID:id_override', conditions: [this.#conditions.ids(this.#ids(3), 'userID')] });
        if (random.chance(0.5))
            rule({ id: 'holdout', conditions: [this.#conditions.gate(random.choice(holdouts))] });
        if (layer)
            rule({ id: 'layerAssignment', conditions: [this.#conditions.buckets(buckets, 'none', layer.salt, idType)] });
        if (random.chance(0.4))
            rule({ id: 'targetingGate', conditions: [this.#conditions.gate(random.choice(asked), 'fail_gate')] });
        const groups = random.chance(0.7) ? ['Control', 'Test'] : ['Control', 'Test', 'Test #2'];
        groups.forEach((groupName, index) => rule({ groupName, isExperimentGroup: true,
            returnValue: this.#variant(defaults),
            conditions: [this.#conditions.bucketsBelow(Math.round((1000 * (index + 1)) / groups.length), salt, idType)] }));
        return experiment;
    }

    /** Overrides first, then who it is for, most of it rolled out in part. */
    #targetingRules(asked, valueOf) {
        const random = this.#random;
        const rules = [];
        const rule = parts => rules.push(this.#rule({ returnValue: valueOf(), ...parts }));
        if (this.#idLists.count > 0 && random.chance(this.#idLists.chance)) {
            --this.#idLists.count;
            rule({ conditions: [this.#conditions.ids(this.#ids(this.#idLists.length), 'userID')] });
        }
        if (random.chance(0.3))
            rule({ conditions: [this.#conditions.targeting(), this.#conditions.targeting()] });
        if (asked.length > 0 && random.chance(0.35))
            rule({ conditions: [this.#conditions.gate(random.choice(asked), random.choice(['pass_gate', 'fail_gate'])),
                this.#conditions.targeting()], passPercentage: random.choice([10, 50, 100]) });
        for (let more = random.between(...this.#sizes.rules); more > 0; --more)
            rule({ conditions: [this.#conditions.targeting()], passPercentage: random.choice([5, 25, 50, 100]) });
        rule({ conditions: [this.#conditions.everyone()], passPercentage: random.choice([0, 0.5, 1, 10, 25, 50, 50, 75, 90, 100]) });
        return rules;
    }

    #rule(parts) {
        const id = parts.id ?? this.#random.ruleId();
        return { id, name: id, groupName: null, salt: this.#random.chance(0.5) ? this.#random.uuid() : id,
            passPercentage: 100, idType: 'userID', isDeviceBased: false, ...parts };
    }

    #spec(entity, type, parts) {
        const idType = this.#random.chance(0.75) ? 'userID' : this.#random.choice(['companyID', 'stableID']);
        for (const rule of parts.rules)
            rule.idType = idType;
        return { type, entity, salt: this.#random.uuid(), enabled: true, idType, version: this.#random.between(1, 40),
            isDeviceBased: false, checksum: this.#random.text(10, '123456789'), fieldsUsed: [], targetAppIDs: [], ...parts };
    }

    #value() {
        const count = this.#random.between(...this.#sizes.parameters);
        const value = {};
        for (let i = 0; i < count; ++i)
            value[`${this.#random.choice(like.words)}_${this.#random.choice(like.words)}`] = this.#parameter();
        return sorted(value);
    }

    #parameter() {
        const random = this.#random;
        return random.choice([
            () => random.chance(0.5),
            () => random.between(0, 10_000),
            () => Array.from({ length: random.between(1, this.#sizes.words) }, () => random.choice(like.words)).join(' '),
            () => Array.from({ length: random.between(1, 4) }, () => random.choice(like.words)),
            () => sorted({ [random.choice(like.words)]: random.choice(like.words), [random.choice(like.words)]: random.below(100) }),
        ])();
    }

    #variant(defaults) {
        return Object.fromEntries(Object.entries(defaults).map(([key, value]) =>
            [key, this.#random.chance(0.5) ? this.#parameter() : value]));
    }

    #ids(count) {
        return Array.from({ length: count }, () =>
            this.#random.chance(0.5) ? this.#random.uuid() : `user-${this.#random.below(1_000_000)}`);
    }
}
