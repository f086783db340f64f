// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// What each SDK logs, custom events and exposures, and what of it the sandbox records.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoreSdk } from './core.mjs';
import { JsSdk } from './js.mjs';
import { LegacySdk } from './legacy.mjs';
import { namesFor } from './names.mjs';
import { sampleProject } from './projects.mjs';

const usersOfProject = 25; // no two with the same IDs, whose exposures a server's SDK sends once
const sdks = [LegacySdk, CoreSdk, JsSdk];

/** A user's events: each kind of value, and texts that are easily broken on the way. */
export const eventsOf = user => [
    { eventName: 'purchase', value: 12.5, metadata: { item: 'x', user: `${user.userID}` } },
    { eventName: 'zero', value: 0, metadata: {} },
    { eventName: 'Käufe 😀 "quoted" \\ \u2028', value: 'é\u0301\n\t\u0001 </script> ünï', metadata: { 'ключ "': '値 😀\u0000', long: 'ab é '.repeat(200) } },
    { eventName: 'text', value: '0012', metadata: { number: '9007199254740993', json: '{"a":[1,"\\n"]}' } },
    { eventName: 'nothing else' },
];

const isOwn = name => name.startsWith('statsig::') && !name.endsWith('_exposure'); // diagnostics and counts of an SDK's own
const some = object => object && Object.keys(object).length > 0 ? object : null;
const isNothing = value => value === null || (typeof value === 'object' && Object.keys(value).length === 0);
const withoutNothing = object => Object.fromEntries(Object.entries(object ?? {}).filter(([, value]) => !isNothing(value)));

/** As SDKs send a user with an event: without private attributes. */
const sentUser = ({ privateAttributes, ...user }) => withoutNothing(user);

const inOrder = value => Array.isArray(value) ? value.map(inOrder)
    : value !== null && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map(key => [key, inOrder(value[key])])) : value;
const textOf = event => JSON.stringify(inOrder(event));

/** The exposures of what a line of `gatescope evaluate` says; clients know the names of nested ones as hashes. */
function exposuresOf(line, project, { gates, configs, layers }, nameFor) {
    const nested = list => list.map(exposure => ({ ...exposure, gate: nameFor(exposure.gate) }));
    const exposure = (kind, metadata, more = {}) => ({ eventName: `statsig::${kind}_exposure`, value: null, metadata, ...more });
    return [
        ...gates.map(name => {
            const { value, rule_id, secondary_exposures } = line.gates[name];
            return exposure('gate', { gate: name, gateValue: `${value}`, ruleID: rule_id }, { secondaryExposures: nested(secondary_exposures) });
        }),
        ...configs.map(([name]) => {
            const { rule_id, secondary_exposures } = line.configs[name];
            return exposure('config', { config: name, ruleID: rule_id }, { secondaryExposures: nested(secondary_exposures) });
        }),
        ...layers.flatMap(({ name, parameters }) => parameters.map(parameter => {
            const { rule_id, allocated_experiment } = line.layers[name];
            const isExplicit = Boolean(project.dynamic_configs[allocated_experiment]?.explicitParameters.includes(parameter));
            return exposure('layer', { config: name, ruleID: rule_id, parameterName: parameter, isExplicitParameter: `${isExplicit}`,
                allocatedExperiment: isExplicit ? nameFor(allocated_experiment) : '' });
        })),
    ];
}

/** A received event in the form of the expected ones. */
function received({ eventName, user, value, metadata, secondaryExposures }) {
    const fields = { 'statsig::gate_exposure': ['gate', 'gateValue', 'ruleID'], 'statsig::config_exposure': ['config', 'ruleID'],
        'statsig::layer_exposure': ['config', 'ruleID', 'parameterName', 'isExplicitParameter', 'allocatedExperiment'] }[eventName];
    const event = { eventName, user: withoutNothing(user), value: value ?? null,
        metadata: fields ? Object.fromEntries(fields.map(field => [field, metadata[field]])) : some(metadata) };
    if (fields && eventName !== 'statsig::layer_exposure')
        event.secondaryExposures = secondaryExposures ?? [];
    return event;
}

/** Each expected one that is not there, each that is there and not expected, as texts. */
function unmatched(expected, found) {
    const left = new Map;
    found.forEach(text => left.set(text, (left.get(text) ?? 0) + 1));
    const missing = expected.filter(text => {
        const number = left.get(text) ?? 0;
        left.set(text, number - 1);
        return number < 1;
    });
    return { missing, unexpected: [...left].filter(([, number]) => number > 0).map(([text]) => text) };
}

/** The events that an SDK has sent to the sandbox, and the requests they came with. */
function arrived(record, sdkType) {
    const requests = new Map(record.filter(({ kind, sdk }) => kind === 'request' && sdk?.type === sdkType).map(line => [line.seq, line]));
    const events = record.filter(({ kind, request }) => kind === 'event' && requests.has(request));
    return { events: events.map(({ event }) => event), requests: [...requests.values()] };
}

/** What is asked for, as an application does. */
export function exposedNames(Kind, project) {
    const { gates, configs, layers } = namesFor(Kind, project).shown;
    return { gates, configs, layers: layers.map(name => ({ name, parameters: Object.keys(project.layer_configs[name].defaultValue) })) };
}

const sentText = (event, user) => textOf({ ...event, user: sentUser(user) });

/** What is recorded, as texts, of the events of a user. */
export function customEvents(user) {
    return eventsOf(user).map(({ eventName, value = null, metadata }) => sentText({ eventName, value, metadata: some(metadata) }, user));
}

/** What is recorded, as texts, where these users' events are logged and everything is asked for; as the SDK knows them, they are `known`. */
export async function expectedEvents(Kind, { specs, idLists, users }, known, { gatescope, countries }) {
    const project = JSON.parse(specs);
    const lines = await gatescope.evaluate({ specs, idLists, users: known, countries: countries.of(known) });
    return users.flatMap((user, index) => [...customEvents(user),
        ...exposuresOf(lines[index], project, exposedNames(Kind, project), Kind.nestedName).map(event => sentText(event, user))]);
}

async function logged(Kind, project, context) {
    const names = exposedNames(Kind, JSON.parse(project.specs));
    const sdk = await Kind.start(context.packages, context.sandbox);
    const known = [];
    for (const user of project.users) {
        for (const event of eventsOf(user))
            await sdk.log(user, event);
        await sdk.expose(user, names);
        known.push(await sdk.knownUser(user));
    }
    await sdk.stop();
    return expectedEvents(Kind, project, known, context);
}

function tell(Kind, expected, { missing, unexpected }, faults) {
    console.log(`${Kind.title}: ${expected.length} events logged, ${expected.length - missing.length} recorded as they were`);
    missing.slice(0, 5).forEach(text => console.log(`  missing: ${text}`));
    unexpected.slice(0, 5).forEach(text => console.log(`  not expected: ${text}`));
    faults.forEach(fault => console.log(`  ${fault}`));
}

/** What is wrong with the requests and with the times that events tell. */
function faultsOf({ requests, events }, { version, began, ended }) {
    return [
        ...requests.filter(({ status }) => status >= 400).map(({ path, status }) => `${path} was answered with ${status}`),
        ...requests.filter(({ sdk }) => sdk.version !== version).map(({ sdk }) => `the SDK is recorded as version ${sdk.version}, not ${version}`),
        ...events.filter(({ time }) => !(time >= began && time <= ended)).map(({ eventName, time }) => `${eventName} has the time ${time}`),
    ].slice(0, 5);
}

/** Whether the expected events of an SDK are recorded, each once and no other. */
export function areRecorded(Kind, expected, { record, packages, began }) {
    const sent = arrived(record, Kind.type);
    const found = sent.events.filter(({ eventName }) => !isOwn(eventName)).map(event => textOf(received(event)));
    const { version } = JSON.parse(readFileSync(join(packages, 'node_modules', Kind.title, 'package.json')));
    const compared = unmatched(expected, found);
    const faults = faultsOf(sent, { version, began, ended: Date.now() });
    if (record.some(({ kind }) => kind === 'leftOut'))
        faults.push('requests are left out of the record');
    tell(Kind, expected, compared, faults);
    return compared.missing.length + compared.unexpected.length + faults.length === 0;
}

/** Whether all that the SDKs log is recorded as it was. */
export async function compareEvents({ start, ...context }) {
    const project = sampleProject(usersOfProject);
    const began = Date.now();
    const sandbox = await start({ countries: context.countries.of(project.users) });
    const expected = new Map;
    for (const Kind of sdks)
        expected.set(Kind, await logged(Kind, project, { ...context, sandbox }));
    await sandbox.stop();
    const told = { record: sandbox.record(), packages: context.packages, began };
    return sdks.filter(Kind => areRecorded(Kind, expected.get(Kind), told)).length === sdks.length;
}
