// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// Users who have what a project's conditions ask for, or almost, or anything at all.
import * as values from './values.mjs';

const builtIns = { userid: 'userID', user_id: 'userID', email: 'email', ip: 'ip', country: 'country', locale: 'locale',
    appversion: 'appVersion', app_version: 'appVersion', useragent: 'userAgent', user_agent: 'userAgent' };
const usual = { userID: values.unitIds, email: ['a@b.c', 'A@B.C', 'x@statsig.com', ''], ip: values.addresses,
    country: values.countries, locale: ['en', 'en_US', 'fr', ''], appVersion: values.versions, userAgent: values.userAgents };

/** What conditions ask for: fields with the values of their targets, and ID types. */
export function vocabularyOf(project) {
    const fields = new Map();
    const idTypes = new Set(['stableID']);
    const conditions = [];
    (function collect(node) {
        if (node === null || typeof node !== 'object')
            return;
        if (typeof node.type === 'string' && 'targetValue' in node)
            conditions.push(node);
        if (typeof node.idType === 'string')
            idTypes.add(node.idType);
        Object.values(node).forEach(collect);
    })(project);
    for (const { type, field, idType, targetValue } of conditions) {
        const name = type === 'unit_id' ? `id:${idType}` : ['user_field', 'ip_based', 'ua_based'].includes(type) ? field : null;
        if (typeof name !== 'string')
            continue;
        if (!fields.has(name))
            fields.set(name, []);
        fields.get(name).push(targetValue);
        if (Array.isArray(targetValue))
            fields.get(name).push(...targetValue.slice(0, 50));
    }
    return { fields: [...fields], idTypes: [...idTypes] };
}

/** Almost the same: what operators are meant to tell apart or to treat alike. */
function nearly(random, value) {
    if (typeof value === 'string') {
        const changed = [value.toUpperCase(), value.toLowerCase(), `${value}x`, `x${value}`, ` ${value}`, value.slice(1), value + value,
            `${value}.0`, `${value}.1`, `${value}-1`, [value], Number(value), value.normalize('NFD')];
        return random.of(changed.filter(other => !Number.isNaN(other)));
    }
    if (typeof value === 'number')
        return random.of([value + 1, value - 1, `${value}`, value * 1000, value / 1000, [value], value + 0.5, `${value}.0`]);
    if (Array.isArray(value))
        return random.of([[...value].reverse(), value.map(String), value.slice(1), [...value, 'x'], JSON.stringify(value), [value],
            value.map(element => typeof element === 'string' ? element.toUpperCase() : element)]);
    return random.of([`${value}`, [value], !value, { a: value }]);
}

function valueFor(random, targets, pool) {
    switch (random.weighted({ target: targets.length ? 6 : 0, near: targets.length ? 3 : 0, usual: pool ? 6 : 0, text: 1,
        number: 1, numberText: 1, version: 1, time: 1, timeText: 1, agentWord: 0.5, any: 1.5, list: 1 })) {
    case 'target':
        return random.of(targets);
    case 'near':
        return nearly(random, random.of(targets));
    case 'usual':
        return random.of(pool);
    case 'text':
        return random.of(values.texts);
    case 'number':
        return random.of(values.numbers);
    case 'numberText':
        return random.of(values.numberTexts);
    case 'version':
        return random.of(values.versions);
    case 'time':
        return random.of(values.times);
    case 'timeText':
        return random.of(values.timeTexts);
    case 'agentWord':
        return random.of(values.agentWords);
    case 'list':
        return random.some([...values.texts.slice(0, 12), ...values.numbers.slice(0, 6), ...targets], 4);
    default:
        return values.anyValue(random);
    }
}

/** The command line takes no object or list where a text belongs: an SDK has no place for it. */
const isScalar = value => value === null || typeof value !== 'object';

function setBuiltIn(random, user, name, targets) {
    const value = valueFor(random, targets, usual[name]);
    if (isScalar(value) && value !== undefined)
        user[name] = value;
}

function put(user, table, key, value) {
    user[table] ??= {};
    Object.defineProperty(user[table], key, { value, enumerable: true, configurable: true, writable: true });
}

export function userOf(random, { fields, idTypes }) {
    const user = {};
    if (random.chance(0.9))
        user.userID = random.chance(0.6) ? `user-${random.below(100000)}` : random.of([...values.unitIds, 5, 10, 5.5, true, null, 1e21]);
    for (const [name, targets] of fields) {
        if (random.chance(0.45))
            continue;
        if (name.startsWith('id:')) {
            const idType = name.slice(3);
            const value = valueFor(random, targets, values.unitIds);
            if (idType.toLowerCase() === 'userid')
                isScalar(value) && (user.userID = value);
            else
                put(user, 'customIDs', random.chance(0.2) ? idType.toLowerCase() : idType, value);
        } else if (Object.hasOwn(builtIns, name.toLowerCase()) && random.chance(0.8)) {
            setBuiltIn(random, user, builtIns[name.toLowerCase()], targets);
        } else {
            const table = random.weighted({ custom: 6, privateAttributes: 2 });
            const key = random.weighted({ same: 7, lower: 2, upper: 0.5 });
            put(user, table, key === 'same' ? name : key === 'lower' ? name.toLowerCase() : name.toUpperCase(), valueFor(random, targets));
        }
    }
    for (const name of ['email', 'ip', 'country', 'userAgent', 'appVersion', 'locale']) {
        if (random.chance(0.2))
            setBuiltIn(random, user, name, []);
    }
    for (const idType of idTypes) {
        if (idType.toLowerCase() !== 'userid' && random.chance(0.4))
            put(user, 'customIDs', random.weighted({ [idType]: 6, [idType.toLowerCase()]: 1, [idType.toUpperCase()]: 1 }),
                random.chance(0.5) ? `unit-${random.below(100000)}` : random.of([...values.unitIds, 7, 7.25, null, true, []]));
    }
    if (random.chance(0.5))
        user.statsigEnvironment = random.of([{ tier: random.of(values.tiers) }, { tier: random.of(values.tiers) }, {}, { TIER: 'staging' },
            { tier: null }, { tier: 5 }, { region: 'x', tier: 'production' }, null]);
    for (const table of ['custom', 'privateAttributes', 'customIDs']) {
        if (!(table in user) && random.chance(0.1))
            user[table] = random.of([{}, null]);
    }
    return user;
}
