// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// clients.mjs PROGRAM PACKAGES GATESCOPE PART: the official SDKs as clients of `GATESCOPE sandbox`. PART: answers (what every
// entity is to many users), events (what they log arrives), sync (they follow a project that
// changes), browser (the two first, on a page in Chromium).
// Exit status: 0 as it should be, 1 not, 2 bad arguments; 77 where something is missing for it, which under CI=true is 1.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareAnswers } from './clients/answers.mjs';
import { compareBrowser } from './clients/browser.mjs';
import { compareEvents } from './clients/events.mjs';
import { Missing } from './clients/missing.mjs';
import { Sandbox } from './clients/sandbox.mjs';
import { compareSync } from './clients/sync.mjs';
import { Countries } from './countries.mjs';
import { Gatescope } from './gatescope.mjs';
import { withoutNetwork } from './sdk.mjs';

const parts = { answers: compareAnswers, events: compareEvents, sync: compareSync, browser: compareBrowser };

const [program, packages, gatescopeProgram, part] = process.argv.slice(2);
if (!Object.hasOwn(parts, part)) {
    console.error(`usage: clients.mjs PROGRAM PACKAGES GATESCOPE (${Object.keys(parts).join(' | ')})`);
    process.exit(2);
}
Object.assign(process.env, withoutNetwork);
const folder = mkdtempSync(join(tmpdir(), 'gatescope-clients-'));
const gatescope = new Gatescope({ program, folder });
const sandboxes = [];
async function start(served) {
    sandboxes.push(await Sandbox.start(gatescopeProgram, folder, served));
    return sandboxes.at(-1);
}

async function run() {
    try {
        if (!existsSync(gatescopeProgram))
            throw new Missing('gatescope is not built; tests/conformance/run clients builds it and runs these tests.');
        return await parts[part]({ packages, gatescope, countries: new Countries(packages), start }) ? 0 : 1;
    } catch (error) {
        console.error(error instanceof Missing ? `clients, ${part}: ${error.message}` : error);
        return error instanceof Missing && process.env.CI !== 'true' ? 77 : 1;
    } finally {
        sandboxes.forEach(sandbox => sandbox.kill()); // those that have stopped do not mind
        gatescope.end();
        rmSync(folder, { recursive: true });
    }
}

process.exit(await run()); // whatever timers an SDK leaves
