// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import * as like from './words.mjs';

/** The conditions of a project: each different one once, as a condition_map holds them. */
export class Conditions {
    #random;
    #hashes = new Map();
    #targeting = [];
    #most;
    map = {};

    /** From `most` on, targeting conditions that exist are used again. */
    constructor(random, most = Infinity) {
        this.#random = random;
        this.#most = most;
    }

    get count() {
        return this.#hashes.size;
    }

    everyone() {
        return this.#add({ type: 'public', targetValue: null, operator: null, field: null });
    }

    gate(name, type = 'pass_gate') {
        return this.#add({ type, targetValue: name, operator: null, field: null });
    }

    /** Passes for the buckets below `end` of 1,000. */
    bucketsBelow(end, salt, idType) {
        return this.#add({ type: 'user_bucket', targetValue: end, operator: 'lt', field: null, additionalValues: { salt },
            idType });
    }

    /** Passes for units inside ('any') or outside ('none') of these buckets of 1,000. */
    buckets(buckets, operator, salt, idType) {
        const targetValue = Object.fromEntries(buckets.map(bucket => [String(bucket), true]));
        return this.#add({ type: 'user_bucket', targetValue, operator, field: null, additionalValues: { salt }, idType });
    }

    ids(ids, idType) {
        return this.#add({ type: 'unit_id', targetValue: ids, operator: 'any', field: null, idType });
    }

    /** What a rule may ask of a user. */
    targeting() {
        if (this.count >= this.#most)
            return this.#random.choice(this.#targeting);
        const hash = this.#add(this.#random.choice(kinds)(this.#random));
        this.#targeting.push(hash);
        return hash;
    }

    #add(condition) {
        const whole = { additionalValues: {}, isDeviceBased: false, idType: 'userID', ...condition };
        const text = JSON.stringify(whole);
        let hash = this.#hashes.get(text);
        if (!hash) {
            hash = String(1_000_000_000 + this.count * 7919);
            this.#hashes.set(text, hash);
            this.map[hash] = whole;
        }
        return hash;
    }
}

const field = (name, operator, targetValue, type = 'user_field') => ({ type, targetValue, operator, field: name });
const version = random => `${random.between(1, 9)}.${random.between(0, 20)}.${random.between(0, 9)}`;

const kinds = [
    random => field('email', 'str_contains_any', random.some(like.domains, random.between(1, 2)).map(name => '@' + name)),
    random => field('country', 'any', random.some(like.countries, random.between(1, 6)), 'ip_based'),
    random => field('country', 'none', random.some(like.countries, random.between(1, 3)), 'ip_based'),
    random => field('locale', 'any', random.some(like.locales, random.between(1, 3))),
    random => field('appVersion', random.choice(['version_gte', 'version_lt']), version(random)),
    random => field('plan', 'any', random.some(like.plans, random.between(1, 3))),
    random => field('age', random.choice(['gte', 'lt']), random.between(16, 70)),
    random => field('signup', random.choice(['after', 'before']), like.newYear2023 + random.below(900) * like.day),
    random => field('tags', 'array_contains_any', random.some(like.tags, random.between(1, 2))),
    random => field('level', 'eq', random.between(1, 5)),
    random => field('browser_name', 'any', random.some(like.browsers, random.between(1, 2)), 'ua_based'),
    random => field('os_name', 'any', random.some(like.systems, random.between(1, 2)), 'ua_based'),
    random => field('tier', 'any', random.some(like.tiers, random.between(1, 2)), 'environment_field'),
    random => field('userID', 'str_matches', `^user-${random.below(10)}`),
];
