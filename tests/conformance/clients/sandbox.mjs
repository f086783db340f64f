// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const serverKey = 'secret-sandbox';
export const clientKey = 'client-sandbox';

/** `gatescope sandbox` in a process of its own, on a free port. */
export class Sandbox {
    #process;
    #exit;
    #folder;

    /**
     * Serves the specs of a text, or the built-in sample; `idLists` and `countries` as its options take them. Its files stand
     * in `folder`, which has one sandbox at a time.
     */
    static async start(program, folder, { specs, idLists, countries } = {}) {
        const sandbox = new Sandbox;
        sandbox.#folder = folder;
        rmSync(sandbox.#file('record.jsonl'), { force: true });
        const options = ['--port', '0', '--record', sandbox.#file('record.jsonl')];
        const give = (option, name, content) => {
            writeFileSync(sandbox.#file(name), content);
            options.push(option, sandbox.#file(name));
        };
        if (specs)
            give('--specs', 'specs.json', specs);
        if (idLists)
            give('--id-lists', 'lists.json', JSON.stringify(idLists));
        if (countries)
            give('--ip-countries', 'countries.json', JSON.stringify(countries));
        sandbox.#process = spawn(program, ['sandbox', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
        sandbox.#exit = new Promise(resolve => sandbox.#process.on('exit', (code, signal) => resolve(signal ?? code)));
        sandbox.origin = await sandbox.#announced();
        sandbox.api = `${sandbox.origin}/v1`;
        return sandbox;
    }

    /** The specs file is written anew. */
    rewrite(specs) {
        writeFileSync(this.#file('specs.json'), specs);
    }

    /** What it has recorded: all that arrived once it has stopped. */
    record() {
        const lines = readFileSync(this.#file('record.jsonl'), 'utf8').split('\n');
        return lines.slice(0, -1).map(line => JSON.parse(line)); // what follows the last line break is being written
    }

    /** Ends it as a service manager would. */
    async stop() {
        this.#process.kill('SIGTERM');
        const exit = await this.#exit;
        if (exit !== 0)
            throw new Error(`gatescope sandbox ended with ${exit}`);
    }

    /** For the case that something went wrong. */
    kill() {
        this.#process.kill('SIGKILL');
    }

    #file(name) {
        return join(this.#folder, `sandbox-${name}`);
    }

    async #announced() {
        for await (const line of createInterface({ input: this.#process.stdout })) {
            const address = /^Address: (http:\/\/127\.0\.0\.1:\d+)\/v1$/.exec(line);
            if (address)
                return address[1];
        }
        throw new Error(`gatescope sandbox ended with ${await this.#exit} instead of telling its address`);
    }
}
