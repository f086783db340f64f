// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { createRequire } from 'node:module';
import { clientKey } from './sandbox.mjs';

const reasonOf = answer => answer.details.reason.replace(/^.*:/, '');

/** @statsig/js-client in Node.js: one for each user, who is answered for when it initializes. */
export class JsSdk {
    name = '@statsig/js-client';
    #client;

    static async start(packages, sandbox, user) {
        const { StatsigClient, LogLevel } = createRequire(packages + '/')('@statsig/js-client');
        const { statsigEnvironment, ...sent } = user;
        const sdk = new JsSdk;
        sdk.#client = new StatsigClient(clientKey, sent, { networkConfig: { api: sandbox.api, sdkExceptionUrl: `${sandbox.api}/sdk_exception` },
            environment: statsigEnvironment, loggingEnabled: 'always', logLevel: LogLevel.None });
        const { success, error } = await sdk.#client.initializeAsync();
        if (!success)
            throw new Error(`@statsig/js-client does not initialize: ${error}`);
        return sdk;
    }

    /** The user whom it is answered for: one without a stableID has that of the client. */
    userOf({ customIDs, ...user }) {
        return { ...user, customIDs: { stableID: this.#client.getContext().stableID, ...customIDs } };
    }

    /** As differences.mjs compares them. */
    answers({ gates, configs, layers }) {
        return {
            gates: gates.map(name => {
                const gate = this.#client.getFeatureGate(name, quietly);
                return [name, { value: gate.value, rule_id: gate.ruleID, reason: reasonOf(gate) }];
            }),
            configs: configs.map(([name, { isDynamicConfig }]) => {
                const config = isDynamicConfig ? this.#client.getDynamicConfig(name, quietly) : this.#client.getExperiment(name, quietly);
                const group = isDynamicConfig ? {} : { group_name: config.groupName ?? null };
                return [name, { value: config.value, rule_id: config.ruleID, reason: reasonOf(config), ...group }];
            }),
            layers: layers.map(name => {
                const layer = this.#client.getLayer(name, quietly);
                return [name, { value: layer.__value, rule_id: layer.ruleID, reason: reasonOf(layer), group_name: layer.groupName ?? null }];
            }),
        };
    }

    stop() {
        return this.#client.shutdown();
    }
}

const quietly = { disableExposureLog: true };
