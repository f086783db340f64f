// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// compareingest.mjs OURS PACKAGES DATA: starts each in a process of its own, by turns, and prints one JSON object a row.
import { fileURLToPath } from 'node:url';

import { answerOf } from './child.mjs';
import { median, printRow, progress, sdkName } from './rows.mjs';

const rounds = 5;
const [program, packages, data] = process.argv.slice(2);
const scriptNamed = name => fileURLToPath(new URL(name, import.meta.url));
const payload = `${data}/payload.json`;

const [own, sdk, parse] = [[], [], []];
for (let round = 0; round < rounds; ++round) {
    progress(`ingest: round ${round + 1} of ${rounds}`);
    own.push(answerOf(program, [payload, `${data}/users.jsonl`]));
    sdk.push(answerOf(process.execPath, [scriptNamed('sdkingest.mjs'), packages, payload]));
    parse.push(answerOf(process.execPath, [scriptNamed('jsonparse.mjs'), payload]));
}
progress('');
if (sdk.some(answer => answer.gates < 1000))
    throw new Error('the SDK did not take the payload');

const middle = (answers, key = 'ms') => median(answers.map(answer => answer[key]));
const mb = number => number / 1e6;
const name = `${Math.round(mb(own[0].bytes))} MB of specs`;
const versus = (what, answers) => `${what}, ${Math.round(middle(answers))} ms`;
printRow({ name: `${name}: bytes to all verdicts of one user`, value: middle(own), unit: 'ms',
    ratio: middle(sdk) / middle(own), versus: versus(`${sdkName}: data store to ready`, sdk), least: 8 });
printRow({ name: `${name}: the same`, value: middle(own), unit: 'ms', ratio: middle(own) / middle(parse),
    versus: versus('JSON.parse in Node', parse), most: 1.2 });
for (const [key, part] of [['parse', 'bytes to JSON'], ['compile', 'JSON to project'], ['evaluate', 'all verdicts']])
    printRow({ name: `  of it ${part}`, value: middle(own, key), unit: 'ms', ratio: middle(own, key) / middle(own),
        versus: 'the whole' });
const peak = middle(own, 'peakKib') * 1024;
printRow({ name: `${name}: memory at most, with the payload`, value: mb(peak), unit: 'MB', ratio: peak / own[0].bytes,
    versus: 'the payload', most: 2 });
