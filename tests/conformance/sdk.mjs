// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

/** It reports its failures to its makers: here nothing of it leaves the machine, nor waits for an answer. */
export const withoutNetwork = { https_proxy: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9', no_proxy: '127.0.0.1',
    NO_PROXY: '127.0.0.1' };
const environment = { ...process.env, ...withoutNetwork };
const program = fileURLToPath(new URL('sdkprocess.mjs', import.meta.url));

/** The SDK's process: started when first asked, and again after it has aborted. One request at a time. */
export class Sdk {
    #packages;
    #process;
    #waiting;

    constructor(packages) {
        this.#packages = packages;
    }

    /** The answer of sdkprocess.mjs, with nothing in place of a user at whom the SDK ended its process. */
    async ask(request) {
        const answer = await this.#askOnce(request);
        const { users } = request;
        if (!answer.aborted)
            return answer;
        if (users.length < 2)
            return { users: users.map(() => undefined) };
        const middle = Math.ceil(users.length / 2);
        const halves = [users.slice(0, middle), users.slice(middle)];
        const answers = [];
        for (const half of halves)
            answers.push(await this.ask({ ...request, users: half }));
        return answers.find(half => half.refused) ?? { users: answers.flatMap(half => half.users) };
    }

    async #askOnce(request) {
        if (!this.#process)
            this.#start();
        const answered = new Promise(resolve => { this.#waiting = resolve; });
        this.#process.stdin.write(JSON.stringify(request) + '\n');
        const answer = await answered;
        if (answer.error)
            throw new Error(`the SDK's process failed: ${answer.error}`);
        return answer;
    }

    end() {
        this.#process?.stdin.end();
    }

    #start() {
        const child = spawn(process.execPath, [program, this.#packages], { env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
        child.stdin.on('error', () => {});
        createInterface({ input: child.stdout }).on('line', line => this.#waiting(JSON.parse(line)));
        child.on('exit', () => {
            this.#process = undefined;
            this.#waiting?.({ aborted: true });
        });
        this.#process = child;
    }
}
