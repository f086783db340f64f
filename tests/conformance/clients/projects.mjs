// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// What the sandbox serves to the SDKs, and users. All but the odd projects say only what the SDKs of either generation agree
// about.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { projectOf } from '../../bench/data/project.mjs';
import { Random as BenchRandom } from '../../bench/data/random.mjs';
import { userOf } from '../../bench/data/users.mjs';
import { userAgents } from '../values.mjs';
import { Random } from '../random.mjs';

const resource = name => readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url), 'utf8');

/** As it stands in lists of IDs. */
const listed = id => createHash('sha256').update(id).digest('base64').slice(0, 8);

/** IDs of the sample's list and overrides, and IDs that buckets decide about. */
function shopper(random, index) {
    const user = { custom: { level: random.of([1, '3', 5, 7, 20]), plan: random.of(['gold', 'black', 'free']) }, customIDs: {} };
    if (random.chance(0.9))
        user.userID = random.chance(0.3) ? random.of(['u_48213', 'u_10442', 'u_10007', 'u_20415', 'u_33071', 'u_60002']) : `u_${index}`;
    if (!user.userID || random.chance(0.7)) // without any ID an SDK refuses to answer
        user.customIDs.stableID = `device-${index}`;
    if (random.chance(0.8))
        user.email = `${index}@${random.of(['example.com', 'shop.example'])}`;
    if (random.chance(0.8))
        user.country = random.of(['DE', 'AT', 'CH', 'FR', 'US']);
    else if (random.chance(0.8))
        user.ip = random.of(['8.8.8.8', '2.2.2.2', '24.18.183.148', '10.0.0.1']);
    if (random.chance(0.8))
        user.appVersion = random.of(['4.7.9', '4.8.0', '4.9.12', '4.10', '4.12.0', '5']);
    if (random.chance(0.8))
        user.userAgent = random.of(userAgents.slice(0, 6));
    if (random.chance(0.8))
        user.statsigEnvironment = { tier: random.of(['production', 'staging', 'development']) };
    if (random.chance(0.3))
        user.privateAttributes = { crm_id: `C-${index}` };
    return user;
}

/** The built-in sample: served where no specs are given. */
export function sampleProject(users) {
    const random = new Random('shoppers');
    return { name: 'the sample', specs: resource('sample-project.json'), idLists: JSON.parse(resource('sample-id-lists.json')),
        users: Array.from({ length: users }, (_, index) => shopper(random, index)), isBuiltIn: true };
}

/** Of 171 entities: the one the benchmarks evaluate, with a segment of a list of IDs. */
export function largeProject(users) {
    const project = projectOf(new BenchRandom(1), { counts: { gates: 80, configs: 74, layers: 16 },
        sizes: { parameters: [1, 8], words: 8, rules: [0, 1], buckets: 1000 }, idLists: { count: 10, chance: 0.15, length: 60 } });
    project.id_lists = { testers: true };
    project.condition_map.testers = { type: 'unit_id', operator: 'in_segment_list', targetValue: 'testers', field: null,
        additionalValues: {}, idType: 'companyID', isDeviceBased: false };
    const [segment] = Object.entries(project.feature_gates).find(([, { entity }]) => entity === 'segment');
    const { rules, ...spec } = project.feature_gates[segment];
    project.feature_gates['segment:testers'] = { ...spec, rules: [{ ...rules[0], conditions: ['testers'] }] };
    const random = new BenchRandom(2);
    const everyone = Array.from({ length: users }, (_, index) => userOf(random, index));
    const companies = everyone.filter((_, index) => index % 3 === 0).map(({ customIDs }) => listed(customIDs.companyID));
    return { name: 'a project of 171 entities', specs: JSON.stringify(project), idLists: { testers: [...new Set(companies)] }, users: everyone };
}
