// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// compareevaluation.mjs OURS PACKAGES DATA: measures both by turns and prints one JSON object a row.
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

import { Child } from './child.mjs';
import { median, printRow, progress, sdkName } from './rows.mjs';

const rounds = 5;
const aims = [
    ['gates', 'gate checks', 20],
    ['configs', 'dynamic configs', 20],
    ['experiments', 'experiments', 30],
    ['layers', 'layers', 30],
    ['all', 'all entities of one user, an entity', 20],
    ['initialize', 'initialize responses, djb2', 10],
    ['users', 'users from their JSON', undefined],
];

const [program, packages, data] = process.argv.slice(2);
const files = [`${data}/project.json`, `${data}/users.jsonl`];
const ours = new Child(program, files);
const sdk = new Child(process.execPath, [fileURLToPath(new URL('sdkevaluation.mjs', import.meta.url)), packages, ...files]);

/** Nobody is fast by another answer. */
async function checkSameAnswers() {
    progress('evaluation: comparing the answers');
    const [left, right] = [await ours.ask('digests'), await sdk.ask('digests')];
    const different = Object.keys(right).filter(name => left[name] !== right[name]);
    if (different.length > 0)
        throw new Error(`these entities differ: ${different.join(', ')}`);
    const [own, theirs] = [await ours.ask('responses'), await sdk.ask('responses')];
    for (const map of ['feature_gates', 'dynamic_configs', 'layer_configs']) {
        const user = own.findIndex((response, index) => !isDeepStrictEqual(response[map], theirs[index][map]));
        if (user >= 0)
            throw new Error(`${map} in the initialize response for user ${user} differ`);
    }
}

async function measure(child, name) {
    const answers = [];
    for (let round = 0; round < rounds; ++round)
        answers.push(await child.ask(name));
    return answers;
}

/** By turns, so that both meet the same machine. */
async function measureBoth(name) {
    const [own, theirs] = [[], []];
    for (let round = 0; round < rounds; ++round) {
        progress(`evaluation: ${name}, round ${round + 1} of ${rounds}`);
        own.push(await ours.ask(name));
        theirs.push(await sdk.ask(name));
    }
    const sums = new Set([...own, ...theirs].map(answer => answer.sum));
    if (sums.size !== 1)
        throw new Error(`${name}: the answers differ, their sums are ${[...sums].join(', ')}`);
    return { own: median(own.map(answer => answer.ns)), sdk: median(theirs.map(answer => answer.ns)) };
}

const ns = number => `${Math.round(number)} ns`;

await checkSameAnswers();
const missing = median((await measure(sdk, 'missing')).map(answer => answer.ns));
for (const [key, name, least] of aims) {
    const times = await measureBoth(key);
    printRow({ name, value: times.own, unit: 'ns', ratio: times.sdk / times.own, versus: `${sdkName}, ${ns(times.sdk)}`, least });
    if (key === 'users' || key === 'initialize')
        continue;
    printRow({ name: `  less the SDK's ${ns(missing)} for a missing gate`, value: times.own, unit: 'ns',
        ratio: (times.sdk - missing) / times.own, versus: `${sdkName}, ${ns(times.sdk - missing)}` });
}
const verdicts = median((await measure(ours, 'verdicts')).map(answer => answer.ns));
printRow({ name: 'all entities as verdicts to keep', value: verdicts, unit: 'ns', ratio: 1, versus: 'itself' });
const traced = median((await measure(ours, 'traced')).map(answer => answer.ns));
printRow({ name: 'all entities with a trace', value: traced, unit: 'ns', ratio: traced / verdicts, versus: `without, ${ns(verdicts)}` });
const { share } = await ours.ask('hashing');
printRow({ name: 'verdicts that hash at least once', value: share * 100, unit: '%', ratio: share / 0.6,
    versus: '60 %', least: 1 });
progress('');
ours.end();
sdk.end();
