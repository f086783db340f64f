// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// sdkingest.mjs PACKAGES PAYLOAD: the official SDK's way from a text in its data store to being ready, once.
import { readFileSync } from 'node:fs';

import { cpuTime, sdkOf, started } from './sdk.mjs';

const [packages, payload] = process.argv.slice(2);
const sdk = sdkOf(packages);
const small = await started(sdk, '{}'); // its tables of user agents and countries are not part of it
await small.shutdown();
const specs = readFileSync(payload, 'utf8');
const start = cpuTime();
const statsig = await started(sdk, specs);
const ms = (cpuTime() - start) / 1e6;
const known = JSON.parse(statsig.getClientInitializeResponse(new sdk.StatsigUser({ userID: 'a' })));
console.log(JSON.stringify({ ms, gates: Object.keys(known.feature_gates).length }));
process.exit(0);
