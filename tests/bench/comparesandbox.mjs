// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// comparesandbox.mjs OURS PACKAGES DATA: both servers on one core with one thread each, the client on the other, by
// turns. Prints one JSON object a row.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

import { Child } from './child.mjs';
import { median, printRow, progress, sdkName } from './rows.mjs';

const rounds = 5;
const secondsARound = 4;
const connections = 32;
const [program, packages, data] = process.argv.slice(2);
const project = `${data}/project.json`;
const serverCore = cpus().length - 1;
const clientCore = 0;

const pinned = (core, command, args) => ['taskset', ['-c', String(core), command, ...args]];

/** A server in a process of its own. */
class Server {
    static async started(command, args) {
        const server = new Server();
        server.child = new Child(...pinned(serverCore, command, args));
        server.port = (await server.child.next()).port;
        return server;
    }

    /** Seconds of CPU time so far. */
    cpuTime() {
        const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
        return (Number(fields[11]) + Number(fields[12])) / 100;
    }

    async ask(path, body) {
        const answer = await fetch(`http://127.0.0.1:${this.port}${path}`,
            { method: 'POST', headers: { 'statsig-api-key': 'secret-sandbox' }, body });
        return answer.json();
    }

    /** Answers a second, and the server's CPU time for each. */
    load(requests, seconds) {
        const before = this.cpuTime();
        const { answers, failed, seconds: taken } = JSON.parse(execFileSync(...pinned(clientCore, program,
            ['load', this.port, requests, connections, seconds]), { stdio: ['ignore', 'pipe', 'inherit'] }));
        if (failed > 0)
            throw new Error(`${failed} of ${answers} answers were not good`);
        return { rate: answers / taken, cpu: (this.cpuTime() - before) / answers };
    }
}

/** The same requests for both: users and gates by turns. */
function writeRequests() {
    const users = readFileSync(`${data}/users.jsonl`, 'utf8').trim().split('\n');
    const gates = Object.keys(JSON.parse(readFileSync(project, 'utf8')).feature_gates);
    const bodies = {
        check_gate: users.map((user, index) => `{"user":${user},"gateName":"${gates[index % gates.length]}"}`),
        initialize: users.map(user => `{"user":${user},"hash":"djb2"}`),
    };
    for (const [name, list] of Object.entries(bodies))
        writeFileSync(`${data}/${name}.txt`, list.map(body => `/v1/${name}\t${body}\n`).join(''));
    return bodies;
}

/** Nobody is fast by another answer. */
async function checkSameAnswers(ours, sdk, bodies) {
    progress('sandbox: comparing the answers');
    for (const body of bodies.check_gate.slice(0, 500)) {
        const [own, theirs] = [await ours.ask('/v1/check_gate', body), await sdk.ask('/v1/check_gate', body)];
        if (!isDeepStrictEqual(own, theirs))
            throw new Error(`check_gate differs for ${body}: ${JSON.stringify(own)}, ${JSON.stringify(theirs)}`);
    }
    for (const body of bodies.initialize.slice(0, 50)) {
        const [own, theirs] = [await ours.ask('/v1/initialize', body), await sdk.ask('/v1/initialize', body)];
        for (const map of ['feature_gates', 'dynamic_configs', 'layer_configs']) {
            if (!isDeepStrictEqual(own[map], theirs[map]))
                throw new Error(`${map} in the initialize response differ for ${body}`);
        }
    }
}

const microseconds = seconds => `${Math.round(seconds * 1e7) / 10} us`;
const perSecond = rate => `${Math.round(rate)}/s`;

function measureBoth(ours, sdk, name, least) {
    const [own, theirs] = [[], []];
    for (let round = 0; round < rounds; ++round) {
        progress(`sandbox: ${name}, round ${round + 1} of ${rounds}`);
        own.push(ours.load(`${data}/${name}.txt`, secondsARound));
        theirs.push(sdk.load(`${data}/${name}.txt`, secondsARound));
    }
    const middle = (results, key) => median(results.map(result => result[key]));
    const versus = text => `Node's http and ${sdkName}, ${text}`;
    printRow({ name: `${name}: answers a second, ${connections} connections`, value: middle(own, 'rate'), unit: '/s',
        ratio: middle(own, 'rate') / middle(theirs, 'rate'), versus: versus(perSecond(middle(theirs, 'rate'))), least });
    printRow({ name: `  CPU time of the server for each`, value: middle(own, 'cpu') * 1e6, unit: 'us',
        ratio: middle(theirs, 'cpu') / middle(own, 'cpu'), versus: versus(microseconds(middle(theirs, 'cpu'))) });
}

if (cpus().length < 2)
    throw new Error('server and client need a core each');
const bodies = writeRequests();
const ours = await Server.started(program, ['serve', project, '1']);
const sdk = await Server.started(process.execPath,
    [fileURLToPath(new URL('sdkserver.mjs', import.meta.url)), packages, project]);
await checkSameAnswers(ours, sdk, bodies);
for (const server of [ours, sdk])
    server.load(`${data}/check_gate.txt`, 2); // Node compiles what it runs often
measureBoth(ours, sdk, 'check_gate', 5);
measureBoth(ours, sdk, 'initialize', 8);
progress('');
ours.child.end();
sdk.child.end();
