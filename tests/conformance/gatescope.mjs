// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers in a stream: a JSON line, which tells how many bytes follow it, and those. */
class Answers {
    #parts = [];
    #size = 0;
    #needed = 0;

    /** The answer that `data` completes, if it does. */
    take(data) {
        this.#parts.push(data);
        this.#size += data.length;
        if (this.#size < this.#needed)
            return undefined;
        const received = Buffer.concat(this.#parts);
        this.#parts = [received];
        const start = received.indexOf('\n') + 1;
        if (start === 0)
            return undefined;
        const header = JSON.parse(received.subarray(0, start));
        this.#needed = start + header.bytes;
        return this.#size < this.#needed ? undefined : { ...header, out: received.subarray(start).toString() };
    }
}

/** The command line of Gatescope (answers.cpp), on files in a folder of its own. One request at a time. */
export class Gatescope {
    #program;
    #folder;
    #process;
    #answers;
    #waiting;

    constructor({ program, folder }) {
        this.#program = program;
        this.#folder = folder;
    }

    async evaluate(input) {
        return lines(await this.#run(['evaluate', ...this.#files(input), '--sdk-compatible']));
    }

    async initialize(input, { hash, format, clientKey }) {
        const key = clientKey ? ['--client-key', clientKey] : [];
        const answer = await this.#run(['initialize', ...this.#files(input), '--hash', hash, '--format', format, ...key]);
        return lines(answer).map(line => line.response);
    }

    /** Specs written in the other form: 'v1' or 'v2'. */
    convert(specs, format) {
        return this.#run(['convert', format, this.#file('other.json', specs)]);
    }

    /** [os name, os version, browser name, browser version] of each. */
    async agents(texts) {
        return lines(await this.#run(['agents', this.#file('agents.jsonl', texts.map(text => JSON.stringify(text) + '\n').join(''))]));
    }

    end() {
        this.#process?.stdin.end();
    }

    #file(name, content) {
        const path = join(this.#folder, name);
        writeFileSync(path, content);
        return path;
    }

    #files({ specs, users, idLists, countries }) {
        return ['--specs', this.#file('specs.json', specs),
            '--users', this.#file('users.jsonl', users.map(user => JSON.stringify(user) + '\n').join('')),
            '--ip-countries', this.#file('countries.json', JSON.stringify(countries)),
            ...(idLists ? ['--id-lists', this.#file('lists.json', JSON.stringify(idLists))] : [])];
    }

    async #run(request) {
        if (!this.#process)
            this.#start();
        const answered = new Promise(resolve => { this.#waiting = resolve; });
        this.#process.stdin.write(JSON.stringify(request) + '\n');
        const { exit, err, out } = await answered;
        if (exit !== 0)
            throw new Error(`gatescope ${request.join(' ')}: exit ${exit}\n${err}`);
        return out;
    }

    #start() {
        const child = spawn(this.#program, [], { stdio: ['pipe', 'pipe', 'inherit'] });
        child.stdin.on('error', () => {});
        this.#answers = new Answers;
        child.stdout.on('data', data => {
            const answer = this.#answers.take(data);
            if (!answer)
                return;
            this.#answers = new Answers;
            this.#waiting(answer);
        });
        child.on('exit', (code, signal) => {
            this.#process = undefined;
            this.#waiting?.({ exit: signal ?? code, err: 'it ended' });
        });
        this.#process = child;
    }
}

const lines = text => text.trimEnd().split('\n').map(line => JSON.parse(line));
