// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// main.mjs PROGRAM PACKAGES generated [--seconds N] [--seed TEXT]…: generated projects and users, of the fixed seeds and a few
//   of a fresh one, of a fresh one for N seconds, or of the seeds that are named; or PROGRAM PACKAGES real FOLDER: the projects
//   found there.
// Exit status: 0 no difference, 1 differences (each shrunk and printed), 2 bad arguments.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Comparison } from './compare.mjs';
import { Countries } from './countries.mjs';
import { Gatescope } from './gatescope.mjs';
import { Sdk } from './sdk.mjs';
import { Tally } from './tally.mjs';
import { generatedCase, realCases } from './trials.mjs';

const fixedProjects = 500; // of the seeds fixed-0, fixed-1…
const freshProjects = 20; // a fresh one rarely finds anything: `--seconds` looks for longer

function argumentsOf([program, packages, kind, ...rest]) {
    const seeds = [];
    let seconds;
    let folder;
    if (kind === 'real')
        folder = rest.shift();
    for (; kind === 'generated' && rest.length >= 2; rest.splice(0, 2)) {
        if (rest[0] === '--seed')
            seeds.push(rest[1]);
        else if (rest[0] === '--seconds' && Number(rest[1]) > 0)
            seconds = Number(rest[1]);
        else
            break;
    }
    if (rest.length > 0 || !(kind === 'generated' || folder)) {
        console.error('usage: main.mjs PROGRAM PACKAGES (generated [--seconds N] [--seed TEXT]… | real FOLDER)');
        process.exit(2);
    }
    return { program, packages, folder, seconds, seeds };
}

/** Each is the seed of a project. */
function* seedsFor({ seconds, seeds }) {
    if (seeds.length > 0 && !seconds) {
        yield* seeds;
        return;
    }
    for (let i = 0; i < fixedProjects && !seconds; ++i)
        yield `fixed-${i}`;
    const [fresh = `${Date.now()}`] = seeds;
    const end = Date.now() + 1000 * (seconds ?? 0);
    console.log(`fresh seed: ${fresh} (its projects are the seeds ${fresh}-0, ${fresh}-1…)`);
    for (let i = 0; seconds ? Date.now() < end : i < freshProjects; ++i)
        yield `${fresh}-${i}`;
}

async function run(asked, comparison) {
    const tally = new Tally(comparison);
    if (asked.folder && !existsSync(asked.folder)) {
        console.log(`There are no projects in ${asked.folder}.`);
        return true;
    }
    if (asked.folder) {
        for await (const one of realCases(asked.folder, comparison.gatescope))
            await tally.add(one);
    } else {
        for (const seed of seedsFor(asked))
            await tally.add(generatedCase(seed));
    }
    console.log(tally.text());
    return tally.differences === 0;
}

const asked = argumentsOf(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'gatescope-conformance-'));
const comparison = new Comparison({ sdk: new Sdk(asked.packages), gatescope: new Gatescope({ program: asked.program, folder }),
    countries: new Countries(asked.packages) });
try {
    process.exitCode = await run(asked, comparison) ? 0 : 1;
} finally {
    comparison.end();
    rmSync(folder, { recursive: true });
}
