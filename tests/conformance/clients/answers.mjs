// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// Every entity for every user, by each SDK that has read the project from the sandbox, beside `gatescope evaluate`.
import { Comparison, evaluateForm, initializeForm } from '../compare.mjs';
import { equals, evaluateDifferences } from '../differences.mjs';
import { Sdk } from '../sdk.mjs';
import { generatedCase } from '../trials.mjs';
import { CoreSdk } from './core.mjs';
import { JsSdk } from './js.mjs';
import { LegacySdk } from './legacy.mjs';
import { namesFor } from './names.mjs';
import { largeProject, sampleProject } from './projects.mjs';

const usersOfProject = 300;
const usersOfJsClient = 120; // each is a request
const oddSeeds = ['fixed-3', 'fixed-58', 'fixed-202', 'fixed-377'];
const withoutExposures = { feature_gates: {}, dynamic_configs: {}, layer_configs: {} };

/** The newer SDK, reading from a sandbox. */
class CoreOfSandbox extends Sdk {
    constructor(packages, sandbox) {
        super(packages);
        this.sandbox = sandbox;
    }

    ask(request) {
        return super.ask({ ...request, sandbox: this.sandbox.origin });
    }
}

const count = ({ gates, configs, layers, stores = [] }) => gates.length + configs.length + layers.length + stores.length;
const only = (line, { gates, configs, layers }) => {
    const picked = (table, names) => Object.fromEntries(names.map(name => [name, table[name]]));
    return { gates: picked(line.gates, gates), configs: picked(line.configs, configs.map(([name]) => name)), layers: picked(line.layers, layers) };
};

async function coreResult(asked, { packages, gatescope, countries, sandbox }) {
    const comparison = new Comparison({ sdk: new CoreOfSandbox(packages, sandbox), gatescope, countries });
    try {
        const result = await comparison.run({ ...asked, forms: [evaluateForm('v2'), initializeForm('none', 'v1')] });
        if (result.refused)
            throw new Error(`statsig-node-core does not take ${asked.name}`);
        return { ...result, users: asked.users.length };
    } finally {
        comparison.sdk.end();
    }
}

/** What a parameter of a store stands for, for a user. */
const referred = {
    static: (line, { value }) => value,
    gate: (line, { gate_name, pass_value, fail_value }) => line.gates[gate_name].value ? pass_value : fail_value,
    dynamic_config: (line, { config_name, param_name }) => line.configs[config_name].value[param_name],
    experiment: (line, { experiment_name, param_name }) => line.configs[experiment_name].value[param_name],
    layer: (line, { layer_name, param_name }) => line.layers[layer_name].value[param_name],
};

function storeDifferences(line, stores, project) {
    return (stores ?? []).flatMap(([name, values]) => Object.entries(project.param_stores[name].parameters)
        .map(([parameter, meant]) => ({ where: ['param_stores', name, parameter], ours: referred[meant.ref_type](line, meant), sdk: values[parameter] }))
        .filter(({ ours, sdk }) => !equals(ours, sdk)));
}

/** What an SDK that has started says of `shown`, beside what it is; `hidden` are gates that it must not know. */
export async function resultOf(sdk, asked, { shown, hidden = [] }, { gatescope, countries }) {
    const project = JSON.parse(asked.specs);
    const answers = [];
    for (const user of asked.users)
        answers.push({ user: await sdk.knownUser(user), shown: await sdk.answersFor(user, shown),
            hidden: await sdk.answersFor(user, { gates: hidden, configs: [], layers: [] }) });
    const users = answers.map(({ user }) => user);
    const lines = await gatescope.evaluate({ ...asked, users, countries: countries.of(users) });
    const differences = answers.flatMap(({ shown: told, hidden }, index) => [
        ...evaluateDifferences(only(lines[index], shown), told, withoutExposures, project),
        ...storeDifferences(lines[index], told.stores, project),
        ...hidden.gates.filter(([, { reason }]) => reason !== 'Unrecognized').map(([name, sdk]) => ({ where: ['gates', name], sdk })),
    ].map(found => ({ user: index, ...found })));
    return { compared: users.length * (count(shown) + hidden.length), users: users.length, differences };
}

async function plainResult(Kind, asked, context) {
    const sdk = await Kind.start(context.packages, context.sandbox);
    const result = await resultOf(sdk, asked, namesFor(Kind, JSON.parse(asked.specs)), context);
    await sdk.stop();
    return result;
}

const sdks = {
    [LegacySdk.title]: (asked, context) => plainResult(LegacySdk, asked, context),
    [CoreSdk.title]: coreResult,
    [JsSdk.title]: (asked, context) => plainResult(JsSdk, { ...asked, users: asked.users.slice(0, usersOfJsClient) }, context),
};

export function tell(name, sdk, { compared, users, differences, excused = {} }) {
    const causes = Object.entries(excused).filter(([, number]) => number > 0).map(([cause, number]) => `; ${number} excused: ${cause}`);
    console.log(`${name}, ${sdk}: ${users} users, ${compared} answers compared, ${differences.length} differ${causes.join('')}`);
    differences.slice(0, 3).forEach(difference => console.log(`  ${JSON.stringify(difference)}`));
}

async function cases(gatescope) {
    const large = largeProject(usersOfProject);
    const large1 = { ...large, name: `${large.name}, served from its v1 form`, served: await gatescope.convert(large.specs, 'v1') };
    const odd = oddSeeds.map(generatedCase).map(one => ({ ...one, name: `the odd project of ${one.name}`, sdks: [CoreSdk.title] }));
    return [sampleProject(usersOfProject), large, large1, ...odd];
}

/** Whether all SDKs answer as we do. */
export async function compareAnswers({ start, ...context }) {
    let agree = true;
    for (const one of await cases(context.gatescope)) {
        const served = one.isBuiltIn ? {} : { specs: one.served ?? one.specs, idLists: one.idLists };
        const sandbox = await start({ ...served, countries: context.countries.of(one.users) });
        for (const sdk of one.sdks ?? Object.keys(sdks)) {
            const result = await sdks[sdk](one, { ...context, sandbox });
            tell(one.name, sdk, result);
            agree &&= result.differences.length === 0;
        }
        await sandbox.stop();
    }
    return agree;
}
