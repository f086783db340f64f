// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// record.mjs PROGRAM PACKAGES FILE [--check]: asks the SDK about the cases and writes what it answers to FILE, or says whether
// that is what stands there.
import { readFileSync, writeFileSync } from 'node:fs';
import { cases } from './cases.mjs';
import { equals, resolved } from './differences.mjs';
import { Sdk } from './sdk.mjs';

const repetitions = { recording: 100, checking: 12 }; // with a fresh instance each
const attempts = 4; // to find what is recorded, for some of it varies very rarely
const responseMembers = ['feature_gates', 'dynamic_configs', 'layer_configs', 'user', 'evaluated_keys'];

function answered(answer, initialize) {
    const { gates, configs, layers, initialize: responses } = answer;
    const texts = responses.map(text => resolved(JSON.parse(text)));
    return { gates: Object.fromEntries(gates), configs: Object.fromEntries(configs), layers: Object.fromEntries(layers),
        initialize: initialize.map(({ hash, format, clientKey }, form) => ({ hash, format, clientKey,
            response: Object.fromEntries(responseMembers.map(member => [member, texts[form][member]])) })) };
}

/** Without what depends on the order in which the SDK looks at its entities, which is new with each instance. */
function constant(first, ...others) {
    if (first === null || typeof first !== 'object' || Array.isArray(first))
        return first;
    return Object.fromEntries(Object.entries(first)
        .map(([key, value]) => [key, others.every(other => equals(other[key], value)) ? value
            : isTable(value) && others.every(other => isTable(other[key])) ? constant(value, ...others.map(other => other[key])) : undefined])
        .filter(([, value]) => value !== undefined));
}

/** Of entities, or of such tables: an answer itself is left out as a whole. */
const isTable = value => value !== null && typeof value === 'object' && !Array.isArray(value)
    && !['value', 'v', 'rule_id', 'id_type', 'i'].some(field => field in value);

async function recorded(sdk, { name, specs, users, initialize }, times) {
    const answers = [];
    for (let i = 0; i < times; ++i) {
        const answer = await sdk.ask({ specs: JSON.stringify(specs), users, initialize });
        answers.push(users.map((_, user) => answered(answer.users[user], initialize)));
    }
    return { name, specs, answers: users.map((user, index) => {
        const [first, ...others] = answers.map(all => all[index]);
        const { initialize: responses, ...tables } = first;
        return { user, ...constant(tables, ...others), initialize: responses.map((one, form) =>
            ({ ...one, response: constant(one.response, ...others.map(other => other.initialize[form].response)) })) };
    }) };
}

/** One entity a line. */
function written(value, depth = 0) {
    if (value === null || typeof value !== 'object' || JSON.stringify(value).length < 300)
        return JSON.stringify(value);
    const pad = ' '.repeat(depth);
    const members = Array.isArray(value) ? value.map(element => written(element, depth + 1))
        : Object.entries(value).filter(([, member]) => member !== undefined)
            .map(([key, member]) => `${JSON.stringify(key)}: ${written(member, depth + 1)}`);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return `${open}\n${members.map(member => pad + ' ' + member).join(',\n')}\n${pad}${close}`;
}

const [, packages, file, check] = process.argv.slice(2);
const sdk = new Sdk(packages);
if (check) {
    const known = JSON.parse(readFileSync(file));
    const changed = [];
    for (const [index, one] of cases.entries()) {
        let isSame = false;
        for (let i = 0; i < attempts && !isSame; ++i)
            isSame = equals(JSON.parse(JSON.stringify(await recorded(sdk, one, repetitions.checking))), known[index]);
        if (!isSame)
            changed.push(one.name);
    }
    if (changed.length > 0) {
        console.error(`The SDK no longer answers what ${file} has: ${changed.join('; ')}.`);
        process.exitCode = 1;
    }
} else {
    const found = [];
    for (const one of cases)
        found.push(await recorded(sdk, one, repetitions.recording));
    writeFileSync(file, `${written(found)}\n`);
}
sdk.end();
