// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// sdkserver.mjs PACKAGES PROJECT: check_gate and initialize over Node's http server by the official SDK. Prints
// {"port": …} and serves until its standard input ends.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { sdkOf, started } from './sdk.mjs';

const [packages, projectPath] = process.argv.slice(2);
const sdk = sdkOf(packages);
const statsig = await started(sdk, readFileSync(projectPath, 'utf8'));
const quietly = { disableExposureLogging: true };

function checkGate({ user, gateName }) {
    const { name, value, ruleID } = statsig.getFeatureGate(new sdk.StatsigUser(user), gateName, quietly);
    return JSON.stringify({ name, value, rule_id: ruleID || null, group_name: null });
}

const initialize = ({ user, hash }) =>
    statsig.getClientInitializeResponse(new sdk.StatsigUser(user), { hashAlgorithm: hash });

const answers = { '/v1/check_gate': checkGate, '/v1/initialize': initialize };

function answered(request, parts) {
    if (request.headers['statsig-api-key'] !== 'secret-sandbox')
        return [401, '{"message":"Unknown API key."}'];
    const answer = answers[request.url];
    return answer ? [200, answer(JSON.parse(Buffer.concat(parts)))] : [404, '{"message":"No such endpoint."}'];
}

const server = createServer((request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => {
        const [status, text] = answered(request, parts);
        response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
        response.end(text);
    });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
process.stdin.resume().on('end', () => process.exit(0));
