// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program that answers each line by a line of JSON. */
export class Child {
    #process;
    #lines;

    constructor(program, args) {
        this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
        this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    }

    get pid() {
        return this.#process.pid;
    }

    async ask(line) {
        this.#process.stdin.write(line + '\n');
        return this.next();
    }

    /** The next line, for what it says by itself. */
    async next() {
        const { value, done } = await this.#lines.next();
        if (done)
            throw new Error(`${this.#process.spawnargs.join(' ')} ended before it answered`);
        return JSON.parse(value);
    }

    end() {
        this.#process.stdin.end();
    }
}

/** What a program prints, as JSON. */
export function answerOf(program, args) {
    return JSON.parse(execFileSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
}
