// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// Runs on the page: what browser.mjs asks for, with clients of each of its options.
import { JsClients } from './jsclients.mjs';

const tell = (path, value) => fetch(path, { method: 'POST', body: JSON.stringify(value) });

async function run({ key, api, shown, hidden, exposed, clients }) {
    const answers = [];
    for (const { options, users } of clients) {
        const sdk = new JsClients({ StatsigClient: window.Statsig.StatsigClient, key, api, options });
        for (const { user, events } of users) {
            answers.push({ known: await sdk.knownUser(user), shown: await sdk.answersFor(user, shown), hidden: await sdk.answersFor(user, hidden) });
            for (const event of events)
                await sdk.log(user, event);
            await sdk.expose(user, exposed);
        }
        await sdk.stop();
    }
    return { answers, requests: performance.getEntriesByType('resource').map(({ name }) => name).filter(name => name.startsWith(api)) };
}

/** What is not sent yet when the user leaves. */
async function leave({ key, api, left }) {
    const sdk = new JsClients({ StatsigClient: window.Statsig.StatsigClient, key, api });
    for (const event of left.events)
        await sdk.log(left.user, event);
    window.location = 'left.html';
}

try {
    const asked = await (await fetch('asked.json')).json();
    await tell('done', await run(asked));
    await leave(asked);
} catch (error) {
    await tell('done', { error: `${error?.stack ?? error}` });
}
