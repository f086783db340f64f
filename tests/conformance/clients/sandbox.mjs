// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const serverKey = 'secret-sandbox';
export const clientKey = 'client-sandbox';

/** `gatescope sandbox` in a process of its own, on a free port. */
export class Sandbox {
    #process;
    #exit;
    #files;

    /**
     * Serves the specs of a text, or the built-in sample; `idLists` and `countries` as its options take them. Its files stand
     * in `folder`, which is its own.
     */
    static async start(program, folder, { specs, idLists, countries } = {}) {
        const sandbox = new Sandbox;
        const files = { specs: join(folder, 'served.json'), record: join(folder, 'record.jsonl') };
        const options = ['--port', '0'];
        const give = (option, name, content) => {
            writeFileSync(join(folder, name), content);
            options.push(option, join(folder, name));
        };
        if (specs)
            give('--specs', 'served.json', specs);
        if (idLists)
            give('--id-lists', 'served-lists.json', JSON.stringify(idLists));
        if (countries)
            give('--ip-countries', 'served-countries.json', JSON.stringify(countries));
        sandbox.#files = files;
        sandbox.#process = spawn(program, ['sandbox', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
        sandbox.#exit = new Promise(resolve => sandbox.#process.on('exit', (code, signal) => resolve(signal ?? code)));
        sandbox.origin = await sandbox.#announced();
        sandbox.api = `${sandbox.origin}/v1`;
        return sandbox;
    }

    /** Ends it as a service manager would. */
    async stop() {
        this.#process.kill('SIGTERM');
        const exit = await this.#exit;
        if (exit !== 0)
            throw new Error(`gatescope sandbox ended with ${exit}`);
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
