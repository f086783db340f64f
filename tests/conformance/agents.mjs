// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// agents.mjs PROGRAM PACKAGES [--list [all]]: in how many user agents of two public lists, which package.json pins, both find
// the same system, browser and versions: all four, each agent once, without weights. The parser is tuned on those whose hash
// is even; what counts is the odd half. --list tells those that differ, of the even half unless all are asked for.
// Exit status: 0 agreement as aimed for in the odd half, 1 less.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Gatescope } from './gatescope.mjs';
import { Sdk } from './sdk.mjs';

const aim = 0.98;
const [program, packages, list, which] = process.argv.slice(2);
const installed = file => JSON.parse(readFileSync(join(packages, 'node_modules', file)));

const lists = {
    'browsers (user-agents)': installed('user-agents/dist/user-agents.json').map(({ userAgent }) => userAgent),
    'crawlers (crawler-user-agents)': installed('crawler-user-agents/crawler-user-agents.json').flatMap(({ instances }) => instances ?? []),
};

const isOdd = text => createHash('sha256').update(text).digest().at(-1) % 2 === 1;

async function sdkAgents(sdk, texts) {
    const specs = JSON.stringify({ has_updates: true, time: 1, feature_gates: {}, dynamic_configs: {}, layer_configs: {},
        condition_map: {}, experiment_to_layer: {} });
    const { users } = await sdk.ask({ specs, initialize: [], users: texts.map(userAgent => ({ userAgent })) });
    return users.map(({ userAgent }) => [userAgent.os_name, userAgent.os_version, userAgent.browser_name, userAgent.browser_version]);
}

function told(name, rows) {
    const half = odd => rows.filter(row => row.odd === odd);
    const share = some => `${some.filter(row => row.same).length} of ${some.length}`
        + ` (${(100 * some.filter(row => row.same).length / some.length).toFixed(2)} %)`;
    return `${name}: the same in ${share(half(true))} of the odd half, ${share(half(false))} of the even one`;
}

const folder = mkdtempSync(join(tmpdir(), 'gatescope-conformance-'));
const gatescope = new Gatescope({ program, folder });
const sdk = new Sdk(packages);
const all = new Map();
for (const [name, agents] of Object.entries(lists)) {
    const texts = [...new Set(agents)].filter(text => typeof text === 'string' && text !== '');
    const ours = await gatescope.agents(texts);
    const theirs = await sdkAgents(sdk, texts);
    const rows = texts.map((text, index) => ({ text, odd: isOdd(text), ours: ours[index], sdk: theirs[index],
        same: JSON.stringify(ours[index]) === JSON.stringify(theirs[index]) }));
    console.log(told(name, rows));
    rows.forEach(row => all.set(row.text, row));
}
const rows = [...all.values()];
console.log(told('all', rows));
if (list === '--list') {
    for (const { text, ours, sdk: theirs } of rows.filter(row => !row.same && (which === 'all' || !row.odd)))
        console.log(`${text}\n  ours ${ours.join(' | ')}\n  SDK  ${theirs.join(' | ')}`);
}
sdk.end();
gatescope.end();
rmSync(folder, { recursive: true });
const odd = rows.filter(row => row.odd);
process.exitCode = odd.filter(row => row.same).length >= aim * odd.length ? 0 : 1;
