// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { createRequire } from 'node:module';
import { serverKey } from './sandbox.mjs';

const silent = { logLevel: 'none', debug() {}, info() {}, warn() {}, error() {} };

/** statsig-node, which reads the specs in the v1 form. */
export class LegacySdk {
    static title = 'statsig-node';
    static type = 'statsig-node';
    #server;

    static async start(packages, sandbox) {
        const { StatsigServer } = createRequire(packages + '/')('statsig-node');
        const sdk = new LegacySdk;
        sdk.#server = new StatsigServer(serverKey, { api: sandbox.api, rulesetsSyncIntervalMs: 5000, logger: silent });
        const { success, error } = await sdk.#server.initializeAsync();
        if (!success)
            throw new Error(`statsig-node does not initialize: ${error}`);
        return sdk;
    }

    /** As differences.mjs compares them; it tells no reasons as the newer SDKs do. */
    answersFor(user, { gates, configs, layers }) {
        return {
            gates: gates.map(name => {
                const { value, ruleID } = this.#server.getFeatureGateWithExposureLoggingDisabledSync(user, name);
                return [name, { value, rule_id: ruleID }];
            }),
            configs: configs.map(([name, { isDynamicConfig }]) => {
                const config = isDynamicConfig ? this.#server.getConfigWithExposureLoggingDisabledSync(user, name)
                    : this.#server.getExperimentWithExposureLoggingDisabledSync(user, name);
                return [name, { value: config.value, rule_id: config.getRuleID(), group_name: config.getGroupName() }];
            }),
            layers: layers.map(name => {
                const layer = this.#server.getLayerWithExposureLoggingDisabledSync(user, name);
                return [name, { value: layer._value, rule_id: layer.getRuleID(), group_name: layer.getGroupName(),
                    allocated_experiment: layer.getAllocatedExperimentName() || null }];
            }),
        };
    }

    /** A server is told all of a user. */
    knownUser(user) {
        return user;
    }

    static nestedName(name) {
        return name;
    }

    log(user, { eventName, value, metadata }) {
        this.#server.logEvent(user, eventName, value, metadata);
    }

    /** Asks as an application does, which logs exposures; of layers, it reads the parameters. */
    expose(user, { gates, configs, layers }) {
        gates.forEach(name => this.#server.checkGate(user, name));
        configs.forEach(([name, { isDynamicConfig }]) =>
            isDynamicConfig ? this.#server.getConfig(user, name) : this.#server.getExperiment(user, name));
        layers.forEach(({ name, parameters }) => parameters.forEach(parameter => this.#server.getLayer(user, name).get(parameter, null)));
    }

    /** It asks by itself. */
    sync() {}

    /** Sends what it has logged. */
    stop() {
        return this.#server.shutdownAsync();
    }
}
