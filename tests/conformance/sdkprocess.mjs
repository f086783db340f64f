// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// The official SDK in a process of its own, for it can abort. A request is one JSON line on standard input:
//   {"specs":TEXT,"idLists":{LIST:[HASH8,…]},"users":[…],"initialize":[{"hash":…,"format":…,"clientKey":…},…],
//    "patience":MS}
// (with "sandbox":"http://127.0.0.1:PORT", the SDK reads the specs and lists from there)
// and its answer one on standard output: {"users":[…]}, or {"refused":true} where the SDK does not take the specs.
// Evaluations are lists of [name, answer], for a name may be "__proto__".
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { coreAnswers, quietly } from './coreanswers.mjs';

const packages = createRequire(process.argv[2] + '/');
const { Statsig, StatsigUser } = packages('@statsig/statsig-node-core');
const formats = { v1: 0, v2: 1, 'init-v2': 2 };

let served = {}; // the ID lists of the request
const server = createServer((request, response) => {
    const list = decodeURIComponent(request.url.slice(1));
    if (list === 'get_id_lists') {
        const lists = Object.fromEntries(Object.entries(served).map(([name, text]) => [name,
            { name, url: `http://127.0.0.1:${server.address().port}/${encodeURIComponent('list/' + name)}`,
                fileID: 'file', size: text.length, creationTime: 1 }]));
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(lists));
    } else {
        const text = served[list.slice('list/'.length)] ?? '';
        response.writeHead(200, { 'content-type': 'text/plain', 'content-length': text.length });
        response.end(text);
    }
});

/** Where the SDK finds the specs and lists of a request. */
function sourceOf({ specs, idLists, sandbox }) {
    if (sandbox)
        return { specsUrl: `${sandbox}/v2/download_config_specs`, logEventUrl: `${sandbox}/v1/log_event`,
            idListsUrl: `${sandbox}/v1/get_id_lists` };
    served = Object.fromEntries(
        Object.entries(idLists ?? {}).map(([name, hashes]) => [name, hashes.map(hash => `+${hash}\n`).join('')]));
    const dataStore = {
        initialize: async () => {},
        shutdown: async () => {},
        get: async () => ({ result: specs, time: Date.now() }),
        set: async () => {},
        supportPollingUpdatesFor: async () => false,
    };
    return { dataStore, specAdaptersConfig: [{ adapterType: 'data_store', initTimeoutMs: 10000 }],
        idListsUrl: `http://127.0.0.1:${server.address().port}/get_id_lists` };
}

async function start(asked) {
    const statsig = new Statsig('secret-sandbox', {
        ...sourceOf(asked),
        enableIdLists: Boolean(asked.idLists),
        disableAllLogging: true,
        outputLogLevel: 'none',
        waitForCountryLookupInit: true,
        waitForUserAgentInit: true,
        initTimeoutMs: asked.patience ?? 10000,
    });
    await statsig.initialize();
    return statsig;
}

/** The constructor wants texts; its setters take what a server would get as JSON. */
function userOf(json) {
    const user = new StatsigUser({ userID: '' });
    user.userID = json.userID ?? null;
    for (const [key, value] of Object.entries(json)) {
        if (key !== 'userID')
            user[key] = value;
    }
    return user;
}

function answersFor(statsig, json, names, initialize) {
    const user = userOf(json);
    return {
        ...coreAnswers(statsig, user, names),
        initialize: initialize.map(({ hash, format, clientKey }) => statsig.getClientInitializeResponse(user, {
            hashAlgorithm: hash, responseFormat: formats[format], clientSdkKey: clientKey })),
        userAgent: statsig.getParsedUserAgentValueForUser(user),
    };
}

async function answer(asked) {
    const { specs, users, initialize } = asked;
    const payload = JSON.parse(specs);
    const bandits = payload.cmab_configs ?? {};
    const mayAnswerAsBandit = name => Object.hasOwn(bandits, name) // itself, or what it is mapped to
        || (Object.keys(bandits).length > 0 && Object.hasOwn(payload.overrides ?? {}, name));
    const names = {
        gates: Object.keys(payload.feature_gates ?? {}),
        configs: Object.entries({ ...bandits, ...payload.dynamic_configs }).map(([name, { entity }]) =>
            [name, { isDynamicConfig: entity === 'dynamic_config', isBandit: mayAnswerAsBandit(name) }]),
        layers: Object.keys(payload.layer_configs ?? {}),
    };
    const statsig = await start(asked);
    try {
        if (statsig.__INTERNAL_getFeatureGate(userOf({}), 'x', quietly).details.reason.startsWith('NoValues'))
            return { refused: true };
        return { users: users.map(user => answersFor(statsig, user, names, initialize)) };
    } finally {
        await statsig.shutdown();
    }
}

server.listen(0, '127.0.0.1', async () => {
    for await (const line of createInterface({ input: process.stdin })) {
        let result;
        try {
            result = await answer(JSON.parse(line));
        } catch (error) {
            result = { error: String(error?.stack ?? error) };
        }
        process.stdout.write(JSON.stringify(result) + '\n');
    }
    process.exit(0);
});
