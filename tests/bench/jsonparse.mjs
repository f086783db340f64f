// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// jsonparse.mjs FILE: JSON.parse of its text, once.
import { readFileSync } from 'node:fs';

import { cpuTime } from './sdk.mjs';

const text = readFileSync(process.argv[2], 'utf8');
const start = cpuTime();
const value = JSON.parse(text);
console.log(JSON.stringify({ ms: (cpuTime() - start) / 1e6, members: Object.keys(value).length }));
