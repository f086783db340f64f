// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

const quietly = { disableExposureLog: true };
const reasonOf = answer => answer.details.reason.replace(/^.*:/, '');

/**
 * @statsig/js-client, in Node.js and in browsers alike: a client for each user, who is answered for when it initializes.
 * `options` are added to the clients'.
 */
export class JsClients {
    #source;
    #clients = new Map;
    #stableIds = new Map; // at the time of asking: all clients with one key share what the last user has

    constructor({ StatsigClient, key, api, options }) {
        this.#source = { StatsigClient, key, api, options };
    }

    /** The user whom it is answered for: one without a stableID has that of the client. */
    async knownUser(user) {
        await this.#clientOf(user);
        return { ...user, customIDs: { stableID: this.#stableIds.get(user), ...user.customIDs } };
    }

    /** As differences.mjs compares them. */
    async answersFor(user, { gates, configs, layers, stores = [] }) {
        const client = await this.#clientOf(user);
        return {
            gates: gates.map(name => {
                const gate = client.getFeatureGate(name, quietly);
                return [name, { value: gate.value, rule_id: gate.ruleID, reason: reasonOf(gate) }];
            }),
            configs: configs.map(([name, { isDynamicConfig }]) => {
                const config = isDynamicConfig ? client.getDynamicConfig(name, quietly) : client.getExperiment(name, quietly);
                const group = isDynamicConfig ? {} : { group_name: config.groupName ?? null };
                return [name, { value: config.value, rule_id: config.ruleID, reason: reasonOf(config), ...group }];
            }),
            layers: layers.map(name => {
                const layer = client.getLayer(name, quietly);
                return [name, { value: layer.__value, rule_id: layer.ruleID, reason: reasonOf(layer), group_name: layer.groupName ?? null }];
            }),
            stores: stores.map(([name, parameters]) => {
                const store = client.getParameterStore(name, quietly);
                return [name, Object.fromEntries(parameters.map(parameter => [parameter, store.get(parameter, undefined)]))];
            }),
        };
    }

    async log(user, { eventName, value, metadata }) {
        (await this.#clientOf(user)).logEvent({ eventName, value, metadata });
    }

    /** Asks as an application does, which logs exposures; of layers, it reads the parameters. */
    async expose(user, { gates, configs, layers }) {
        const client = await this.#clientOf(user);
        gates.forEach(name => client.checkGate(name));
        configs.forEach(([name, { isDynamicConfig }]) => isDynamicConfig ? client.getDynamicConfig(name) : client.getExperiment(name));
        layers.forEach(({ name, parameters }) => parameters.forEach(parameter => client.getLayer(name).get(parameter, null)));
    }

    /** It never asks by itself whether the project has changed: an application sets the user again. */
    async sync() {
        for (const [user, client] of this.#clients) {
            await client.updateUserAsync(sent(user));
            this.#stableIds.set(user, client.getContext().stableID);
        }
    }

    /** Sends what it has logged. */
    async stop() {
        for (const client of this.#clients.values())
            await client.shutdown();
    }

    async #clientOf(user) {
        if (!this.#clients.has(user))
            this.#clients.set(user, await this.#start(user));
        return this.#clients.get(user);
    }

    async #start(user) {
        const { StatsigClient, key, api, options } = this.#source;
        const client = new StatsigClient(key, sent(user), { networkConfig: { api, sdkExceptionUrl: `${api}/sdk_exception` },
            environment: user.statsigEnvironment, logLevel: 0, ...options });
        const { success, error } = await client.initializeAsync();
        if (!success)
            throw new Error(`@statsig/js-client does not initialize: ${error}`);
        this.#stableIds.set(user, client.getContext().stableID);
        return client;
    }
}

const sent = ({ statsigEnvironment, ...user }) => user;
