// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { createRequire } from 'node:module';

/** The official SDK, from the folder that npm has filled. */
export function sdkOf(packages) {
    return createRequire(packages + '/')('@statsig/statsig-node-core');
}

/** An SDK that takes its specs from a data store and talks to nobody. */
export async function started({ Statsig }, specs) {
    const statsig = new Statsig('secret-bench', {
        dataStore: {
            initialize: async () => {},
            shutdown: async () => {},
            get: async () => ({ result: specs, time: Date.now() }),
            set: async () => {},
            supportPollingUpdatesFor: async () => false,
        },
        specAdaptersConfig: [{ adapterType: 'data_store', initTimeoutMs: 100_000 }],
        initTimeoutMs: 100_000,
        disableAllLogging: true,
        disableNetwork: true,
        outputLogLevel: 'none',
        waitForCountryLookupInit: true,
        waitForUserAgentInit: true,
    });
    await statsig.initialize();
    return statsig;
}

/** Nanoseconds of CPU time the process has used so far, as measure.h counts them. */
export function cpuTime() {
    const { user, system } = process.cpuUsage();
    return (user + system) * 1000;
}
