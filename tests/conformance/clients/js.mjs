// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { createRequire } from 'node:module';
import { hashedName } from '../hashes.mjs';
import { JsClients } from './jsclients.mjs';
import { clientKey } from './sandbox.mjs';

/** @statsig/js-client in Node.js. */
export class JsSdk extends JsClients {
    static title = '@statsig/js-client';
    static type = 'javascript-client';

    static async start(packages, { api }) {
        const { StatsigClient } = createRequire(packages + '/')(JsSdk.title);
        return new JsSdk({ StatsigClient, key: clientKey, api, options: { loggingEnabled: 'always' } });
    }

    /** As the names of others stand in what a client is told of an entity. */
    static nestedName(name) {
        return hashedName(name, 'djb2');
    }
}
