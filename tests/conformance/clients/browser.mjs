// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// @statsig/js-client in headless Chromium, on a page of another origin than the sandbox's.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { resultOf, tell } from './answers.mjs';
import { areRecorded, customEvents, eventsOf, expectedEvents, exposedNames } from './events.mjs';
import { JsSdk } from './js.mjs';
import { Missing } from './missing.mjs';
import { namesFor } from './names.mjs';
import { sampleProject } from './projects.mjs';
import { clientKey } from './sandbox.mjs';
import { until } from './until.mjs';

const patience = 60000; // ms, for the browser to start and the page to be through
const usersOfProject = 12;
const types = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', json: 'application/json' };

/** btoa, with which a browser's client encodes a user, takes the first for one byte and refuses the second. */
const latin = { userID: 'u_müller', custom: { plan: 'gold', city: 'Zürich ÿ' }, customIDs: { stableID: 'gerät' } };
const beyondLatin = { userID: 'u_😀', custom: { plan: 'gold', city: '東京' }, customIDs: { stableID: 'device' } };
const leaving = { userID: 'u_leaving', customIDs: { stableID: 'device-leaving' } };

function chromium() {
    const isProgram = path => {
        try {
            accessSync(path, constants.X_OK);
            return true;
        } catch {
            return false;
        }
    };
    const folders = process.env.PATH.split(delimiter);
    const names = ['chromium', 'chromium-browser', 'google-chrome'].flatMap(name => folders.map(folder => join(folder, name)));
    const found = [process.env.CHROMIUM, ...names].filter(Boolean).find(isProgram);
    if (!found)
        throw new Missing('Chromium is missing (Debian: chromium), or name it in the variable CHROMIUM.');
    return found;
}

/** Serves the page, and hears from it what it has found and that it has been left. */
class PageServer {
    #server;
    #heard = new Map;

    constructor(packages, asked) {
        const local = name => readFileSync(new URL(name, import.meta.url));
        const files = {
            'page.html': () => local('page.html'),
            'page.mjs': () => local('page.mjs'),
            'jsclients.mjs': () => local('jsclients.mjs'),
            'statsig.js': () => readFileSync(join(packages, 'node_modules', JsSdk.title, 'build/statsig-js-client.min.js')),
            'asked.json': () => JSON.stringify(asked),
            'left.html': () => '<!doctype html><title>left</title><script>fetch("left", { method: "POST", body: "{}" })</script>',
        };
        this.#server = createServer((request, response) => {
            const name = request.url.slice(1);
            if (request.method === 'POST') {
                this.#receive(name, request).then(() => response.end());
                return;
            }
            response.writeHead(files[name] ? 200 : 404, { 'content-type': types[name.split('.').at(-1)] ?? 'text/plain' });
            response.end(files[name]?.());
        });
        for (const name of ['done', 'left']) {
            const one = {};
            one.promise = new Promise(resolve => { one.resolve = resolve; });
            this.#heard.set(name, one);
        }
    }

    /** The page's address. */
    async listen() {
        await new Promise(resolve => this.#server.listen(0, '127.0.0.1', resolve));
        return `http://localhost:${this.#server.address().port}/page.html`;
    }

    hear(name) {
        return this.#heard.get(name).promise;
    }

    close() {
        this.#server.closeAllConnections();
        this.#server.close();
    }

    async #receive(name, request) {
        const parts = [];
        for await (const part of request)
            parts.push(part);
        this.#heard.get(name)?.resolve(JSON.parse(Buffer.concat(parts)));
    }
}

/** A browser with a page, in a process group of its own. */
class Browser {
    #profile = mkdtempSync(join(tmpdir(), 'gatescope-chromium-'));
    #process;
    #said = '';
    ended;

    constructor(program, address) {
        this.#process = spawn(program, ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--no-proxy-server',
            '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
            '--remote-debugging-port=0', `--user-data-dir=${this.#profile}`, address], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
        this.#process.stderr.on('data', data => { this.#said = (this.#said + data).slice(-2000); });
        this.ended = new Promise(resolve => this.#process.on('exit', resolve));
    }

    /** `heard`, unless the browser ends or takes too long before. */
    async until(heard) {
        let timer;
        const late = new Promise(resolve => { timer = setTimeout(() => resolve('is not through'), patience); });
        const outcome = await Promise.race([heard, late, this.ended.then(() => 'has ended')]);
        clearTimeout(timer);
        if (typeof outcome === 'string')
            throw new Error(`Chromium ${outcome}; it said: ${this.#said}`);
        if (outcome.error)
            throw new Error(`on the page: ${outcome.error}`);
        return outcome;
    }

    async close() {
        process.kill(-this.#process.pid, 'SIGKILL');
        await this.ended;
        rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
}

/** What the page runs: the clients as they are by default, and clients that compress what they log. */
function askedOf(project, { shown, hidden }, sandbox) {
    const users = project.users.map(user => ({ user, events: eventsOf(user) }));
    const half = Math.ceil(users.length / 2);
    return { key: clientKey, api: sandbox.api, shown, hidden: { gates: hidden, configs: [], layers: [] },
        exposed: exposedNames(JsSdk, JSON.parse(project.specs)), left: { user: leaving, events: eventsOf(leaving) },
        clients: [{ options: {}, users: users.slice(0, half) }, { options: { logEventCompressionMode: 'f' }, users: users.slice(half) }] };
}

/** What the page finds; returns when also the events have arrived that it sends when it is left. */
async function onThePage(packages, sandbox, asked) {
    const program = chromium();
    const server = new PageServer(packages, asked);
    const browser = new Browser(program, await server.listen());
    try {
        const done = await browser.until(server.hear('done'));
        await browser.until(server.hear('left'));
        await until('the events of a page that is left arrive', () =>
            sandbox.record().some(({ event }) => event?.user?.userID === leaving.userID));
        return done;
    } finally {
        await browser.close();
        server.close();
    }
}

/** Whether the requests were what only browsers send. */
function areBrowsers(requests, record) {
    const count = (path, item) => requests.filter(url => url.includes(path) && url.includes(item)).length;
    const preflights = record.filter(({ method, status }) => method === 'OPTIONS' && status === 204).length;
    const encoded = count('/initialize?', '&se=1');
    const compressed = count('/rgstr?', '&gz=1');
    console.log(`of ${requests.length} requests of the page ${encoded} were encoded and ${compressed} compressed; ${preflights} were asked for before`);
    return encoded > 0 && count('/initialize?', '') > encoded && compressed > 0 && count('/rgstr?', '') > compressed && preflights > 0;
}

/** Whether a browser's clients are answered as we answer, and all they log is recorded. */
export async function compareBrowser({ start, ...context }) {
    const sample = sampleProject(usersOfProject);
    const project = { ...sample, users: [...sample.users, latin, beyondLatin] };
    const names = namesFor(JsSdk, JSON.parse(project.specs));
    const began = Date.now();
    const sandbox = await start({ countries: context.countries.of(project.users) });
    const { answers, requests } = await onThePage(context.packages, sandbox, askedOf(project, names, sandbox));
    await sandbox.stop();
    const answerOf = user => answers[project.users.indexOf(user)];
    const page = { knownUser: user => answerOf(user).known, answersFor: (user, asked) => answerOf(user)[asked === names.shown ? 'shown' : 'hidden'] };
    const result = await resultOf(page, project, names, context);
    tell('the sample in Chromium', JsSdk.title, result);
    const record = sandbox.record();
    const expected = [...await expectedEvents(JsSdk, project, answers.map(({ known }) => known), context), ...customEvents(leaving)];
    return [result.differences.length === 0, areBrowsers(requests, record),
        areRecorded(JsSdk, expected, { record, packages: context.packages, began })].every(Boolean);
}
