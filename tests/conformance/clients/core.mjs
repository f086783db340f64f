// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { createRequire } from 'node:module';
import { coreAnswers } from '../coreanswers.mjs';
import { serverKey } from './sandbox.mjs';

/** @statsig/statsig-node-core, which reads the specs in the v2 form. Odd users may end its process: they go to sdkprocess.mjs. */
export class CoreSdk {
    static title = '@statsig/statsig-node-core';
    static type = 'statsig-server-core-node';
    #statsig;
    #User;

    static async start(packages, sandbox) {
        const { Statsig, StatsigUser } = createRequire(packages + '/')('@statsig/statsig-node-core');
        const sdk = new CoreSdk;
        sdk.#User = StatsigUser;
        sdk.#statsig = new Statsig(serverKey, { specsUrl: `${sandbox.origin}/v2/download_config_specs`, logEventUrl: `${sandbox.api}/log_event`,
            idListsUrl: `${sandbox.api}/get_id_lists`, enableIdLists: true, specsSyncIntervalMs: 1000, initTimeoutMs: 30000, outputLogLevel: 'none',
            waitForCountryLookupInit: true, waitForUserAgentInit: true });
        const { isSuccess, error } = await sdk.#statsig.initialize();
        if (!isSuccess)
            throw new Error(`@statsig/statsig-node-core does not initialize: ${error}`);
        return sdk;
    }

    /** A server is told all of a user. */
    knownUser(user) {
        return user;
    }

    static nestedName(name) {
        return name;
    }

    answersFor(user, names) {
        return coreAnswers(this.#statsig, new this.#User(user), names);
    }

    log(user, { eventName, value, metadata }) {
        this.#statsig.logEvent(new this.#User(user), eventName, value, metadata);
    }

    /** Asks as an application does, which logs exposures; of layers, it reads the parameters. */
    expose(user, { gates, configs, layers }) {
        const its = new this.#User(user);
        gates.forEach(name => this.#statsig.checkGate(its, name));
        configs.forEach(([name, { isDynamicConfig }]) =>
            isDynamicConfig ? this.#statsig.getDynamicConfig(its, name) : this.#statsig.getExperiment(its, name));
        layers.forEach(({ name, parameters }) => parameters.forEach(parameter => this.#statsig.getLayer(its, name).getValue(parameter, null)));
    }

    /** It asks by itself. */
    sync() {}

    /** Sends what it has logged. */
    async stop() {
        await this.#statsig.flushEvents();
        await this.#statsig.shutdown();
    }
}
