// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// generate.mjs evaluation|ingest|sandbox DIR: writes the data of one group of measurements, the same in every run.
import { mkdirSync, writeFileSync } from 'node:fs';

import { projectOf } from './project.mjs';
import { Random } from './random.mjs';
import { userOf } from './users.mjs';

const userCount = 5000;

function writeUsers(path, count) {
    const random = new Random(2);
    const users = Array.from({ length: count }, (_, index) => JSON.stringify(userOf(random, index)));
    writeFileSync(path, users.join('\n') + '\n');
}

/** 170 entities. */
function writeEvaluation(directory) {
    const project = projectOf(new Random(1), {
        counts: { gates: 80, configs: 74, layers: 16 },
        sizes: { parameters: [1, 8], words: 8, rules: [0, 1], buckets: 1000 },
        idLists: { count: 10, chance: 0.15, length: 60 },
    });
    writeFileSync(`${directory}/project.json`, JSON.stringify(project));
    writeUsers(`${directory}/users.jsonl`, userCount);
}

/** 50 MB, 30 % of them target lists. */
function writeIngest(directory) {
    const project = projectOf(new Random(3), {
        counts: { gates: 5600, configs: 4000, layers: 730, conditions: 4700 },
        sizes: { parameters: [8, 26], words: 36, rules: [1, 4], buckets: 250 },
        idLists: { count: 1200, chance: 0.25, length: 390 },
    });
    writeFileSync(`${directory}/payload.json`, JSON.stringify(project));
    writeUsers(`${directory}/users.jsonl`, 1);
    return project;
}

const [group, directory] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
if (group === 'ingest')
    writeIngest(directory);
else
    writeEvaluation(directory);
