// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// sdkevaluation.mjs PACKAGES PROJECT USERS: what evaluation.cpp does, by the official SDK.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

import { cpuTime, sdkOf, started } from './sdk.mjs';

const [packages, projectPath, usersPath] = process.argv.slice(2);
const sdk = sdkOf(packages);
const specs = readFileSync(projectPath, 'utf8');
const payload = JSON.parse(specs);
const usersJson = readFileSync(usersPath, 'utf8').trim().split('\n');
const users = usersJson.map(line => new sdk.StatsigUser(JSON.parse(line)));
const statsig = await started(sdk, specs);
const quietly = { disableExposureLogging: true };

const gates = Object.keys(payload.feature_gates);
const layers = Object.keys(payload.layer_configs);
const configsOf = entity =>
    Object.entries(payload.dynamic_configs).filter(([, spec]) => spec.entity === entity).map(([name]) => name);
const configs = configsOf('dynamic_config');
const experiments = configsOf('experiment');

const gate = (user, name) => Number(statsig.checkGate(user, name, quietly));
const config = (user, name) => statsig.getDynamicConfig(user, name, quietly).ruleID.length;
const experiment = (user, name) => statsig.getExperiment(user, name, quietly).ruleID.length;
const layer = (user, name) => statsig.getLayer(user, name, quietly).ruleID.length;
const everything = [[gates, gate], [configs, config], [experiments, experiment], [layers, layer]];

/** Each function asked about each of its names, for one user after the other. */
function pass(groups) {
    let calls = 0;
    let sum = 0;
    for (const user of users) {
        for (const [names, ask] of groups) {
            for (const name of names)
                sum += ask(user, name);
            calls += names.length;
        }
    }
    return { calls, sum };
}

const forUsers = ask => ({ calls: users.length, sum: users.reduce((sum, user, index) => sum + ask(user, index), 0) });
const measurements = {
    missing: () => pass([[gates.map(name => name + '?'), gate]]),
    gates: () => pass([[gates, gate]]),
    configs: () => pass([[configs, config]]),
    experiments: () => pass([[experiments, experiment]]),
    layers: () => pass([[layers, layer]]),
    all: () => pass(everything),
    initialize: () => forUsers(user =>
        Number(statsig.getClientInitializeResponse(user, { hashAlgorithm: 'djb2' }).length > 1000)),
    users: () => forUsers((_, index) => new sdk.StatsigUser(JSON.parse(usersJson[index])).userID.length),
};

function measured(work) {
    const start = cpuTime();
    let [calls, sum, passes, taken] = [0, 0, 0, 0];
    while (taken < 500e6) {
        const done = work();
        calls += done.calls;
        sum += done.sum;
        ++passes;
        taken = cpuTime() - start;
    }
    return { ns: taken / calls, sum: Math.floor(sum / passes) };
}

/** JSON with its keys sorted, as the generated project has them. */
export function sortedJson(value) {
    if (Array.isArray(value))
        return `[${value.map(sortedJson).join()}]`;
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value);
    return `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${sortedJson(value[key])}`).join()}}`;
}

function configLine(answer, value, hasExposures) {
    let line = `${sortedJson(value)} ${answer.ruleID}`;
    if (hasExposures) {
        line += ` ${answer.groupName ?? ''} ${answer.allocatedExperimentName ?? ''}`;
        for (const { gate: name, gateValue, ruleID } of answer.secondaryExposures)
            line += ` ${name} ${gateValue} ${ruleID}`;
    }
    return line + '\n';
}

function digests() {
    const answer = {};
    const digest = (names, lineOf) => {
        for (const name of names) {
            const hash = createHash('sha256');
            for (const user of users)
                hash.update(lineOf(user, name));
            answer[name] = hash.digest('hex');
        }
    };
    digest(gates, (user, name) => `${statsig.checkGate(user, name, quietly)}\n`);
    digest(configs, (user, name) => {
        const found = statsig.getDynamicConfig(user, name, quietly);
        return configLine(found, found.value, false);
    });
    digest(experiments, (user, name) => {
        const found = statsig.getExperiment(user, name, quietly);
        return configLine(found, found.value, true);
    });
    digest(layers, (user, name) => {
        const found = statsig.getLayer(user, name, quietly);
        return configLine(found, found.__value, true);
    });
    return answer;
}

const responses = () => users.slice(0, 100).map(user =>
    JSON.parse(statsig.getClientInitializeResponse(user, { hashAlgorithm: 'djb2' })));

for await (const name of createInterface({ input: process.stdin })) {
    const answer = name === 'digests' ? digests() : name === 'responses' ? responses() : measured(measurements[name]);
    process.stdout.write(JSON.stringify(answer) + '\n');
}
process.exit(0);
