// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// What is compared: a project with users who fit it, and the ways of asking.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateForm, initializeForm } from './compare.mjs';
import { clientKeys, projectOf, saidInV1 } from './projects.mjs';
import { Random } from './random.mjs';
import { userOf, vocabularyOf } from './users.mjs';

const usersOfProject = 40;
const hashes = ['none', 'djb2', 'sha256'];
const formats = ['v1', 'v2', 'init-v2'];
const listed = ['Q1Wha2PJ', '47DEQpj8', 'xsKJ5J6c']; // a_user, the empty ID and user-1

function usersOf(random, project) {
    const vocabulary = vocabularyOf(project);
    return random.list(usersOfProject, usersOfProject, () => userOf(random, vocabulary));
}

/** Of one project in four it is v1 that is evaluated. */
export function generatedCase(seed) {
    const random = new Random(seed);
    const isV1 = random.chance(0.25);
    const project = isV1 ? saidInV1(projectOf(random)) : projectOf(random);
    const initialize = initializeForm(random.of(hashes), random.of(formats), random.of([undefined, ...clientKeys]));
    return { name: `seed ${seed}`, specs: JSON.stringify(project), users: usersOf(random, project),
        idLists: { list_a: listed.slice(0, 1), list_b: listed.slice(1), 'liste é': listed },
        forms: [evaluateForm(isV1 ? 'v1' : 'v2'), initializeForm('none', 'v1'), initialize] };
}

function jsonFiles(folder) {
    return readdirSync(folder, { withFileTypes: true, recursive: false }).flatMap(entry =>
        entry.isDirectory() ? jsonFiles(join(folder, entry.name)) : entry.name.endsWith('.json') ? [join(folder, entry.name)] : []).sort();
}

const isPayload = json => json?.has_updates === true && 'feature_gates' in json && 'dynamic_configs' in json
    && (Array.isArray(json.feature_gates) || 'condition_map' in json);

/** Every specs payload in a folder, v1 or v2, with users made for it. */
export async function* realCases(folder, gatescope) {
    for (const file of jsonFiles(folder)) {
        const text = readFileSync(file, 'utf8');
        let json;
        try {
            json = JSON.parse(text);
        } catch {
            continue;
        }
        if (!isPayload(json))
            continue;
        const v1 = Array.isArray(json.feature_gates) ? text : undefined;
        const specs = v1 ? await gatescope.convert(text, 'v2') : text;
        const project = JSON.parse(specs);
        const random = new Random(file.slice(folder.length));
        const idLists = Object.fromEntries(Object.keys(project.id_lists ?? {}).map(name => [name, listed]));
        const keys = Object.keys(project.sdk_keys_to_app_ids ?? {});
        yield { name: file, specs, v1, users: usersOf(random, project), idLists,
            forms: [...v1 ? [evaluateForm('v1')] : [], evaluateForm('v2'), initializeForm('djb2', 'v1'), initializeForm('none', 'init-v2'),
                ...keys.slice(0, 2).map(key => initializeForm('none', 'v1', key))] };
    }
}
