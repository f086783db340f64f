// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// The project changes while the SDKs are running.
import { resultOf, tell } from './answers.mjs';
import { CoreSdk } from './core.mjs';
import { JsSdk } from './js.mjs';
import { LegacySdk } from './legacy.mjs';
import { namesFor } from './names.mjs';
import { largeProject } from './projects.mjs';
import { until } from './until.mjs';

const usersOfProject = 40;
const noNews = 200; // bytes of an answer that says so, at most
const sdks = [LegacySdk, CoreSdk, JsSdk];
const news = 'a_gate_that_is_new';

/** Other percentages and values, a gate that has gone and one that is new; a little later. */
function changed(specs) {
    const project = JSON.parse(specs);
    const gates = Object.entries(project.feature_gates).filter(([, { entity }]) => entity === 'feature_gate');
    const [[gone, model], ...others] = gates;
    delete project.feature_gates[gone];
    project.feature_gates[news] = { ...model, rules: [{ ...model.rules.at(-1), passPercentage: 100 }] };
    for (const [, { rules }] of others)
        rules.at(-1).passPercentage = 100 - rules.at(-1).passPercentage;
    for (const { rules } of Object.values(project.dynamic_configs))
        rules.at(-1).returnValue = { ...rules.at(-1).returnValue, changed: true };
    return JSON.stringify({ ...project, time: project.time + 1000 });
}

async function hasNews(sdk, [user]) {
    await sdk.sync();
    const { gates: [[, { value }]] } = await sdk.answersFor(user, { gates: [news], configs: [], layers: [] });
    return value;
}

/** The requests in which servers' SDKs were given specs, and those in which they were told that nothing is new. */
function specsRequests(sandbox, Kind) {
    const requests = sandbox.record().filter(({ endpoint, sdk }) => endpoint === 'download_config_specs' && sdk?.type === Kind.type);
    return { full: requests.filter(({ answeredBytes }) => answeredBytes > noNews).length,
        empty: requests.filter(({ answeredBytes }) => answeredBytes <= noNews).length };
}

/** Whether all SDKs answer by the project as it is at their last sync, and are sent it once. */
export async function compareSync({ start, ...context }) {
    const before = largeProject(usersOfProject);
    const after = { ...before, specs: changed(before.specs) };
    const sandbox = await start(before);
    const running = [];
    for (const Kind of sdks)
        running.push([Kind, await Kind.start(context.packages, sandbox)]);
    let agree = true;
    const compare = async project => {
        for (const [Kind, sdk] of running) {
            const result = await resultOf(sdk, project, namesFor(Kind, JSON.parse(project.specs)), context);
            tell(project === before ? 'before' : 'after the change', Kind.title, result);
            agree &&= result.differences.length === 0;
        }
    };
    await compare(before);
    await until('a sync without news', () => specsRequests(sandbox, CoreSdk).empty > 0);
    sandbox.rewrite(after.specs);
    for (const [Kind, sdk] of running)
        await until(`${Kind.title} with the changed project`, () => hasNews(sdk, before.users));
    await running.at(-1)[1].sync();
    await compare(after);
    for (const [, sdk] of running)
        await sdk.stop();
    await sandbox.stop();
    for (const Kind of [LegacySdk, CoreSdk]) {
        const { full, empty } = specsRequests(sandbox, Kind);
        console.log(`${Kind.title}: was sent the specs ${full} times, and told ${empty} times that nothing is new`);
        agree &&= full === 2;
    }
    return agree;
}
