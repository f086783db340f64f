// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { shrunk, signature } from './shrink.mjs';

const mostShrunk = 3; // of a run: the first ones are told, the others counted
const longestTold = 8000; // characters: of what could not be shrunk in time, the seed tells all

/** Runs cases and counts; what differs is shrunk and printed at once. */
export class Tally {
    differences = 0;
    #comparison;
    #counts = { projects: 0, users: 0, comparisons: 0, refused: 0 };
    #excused = {};
    #shrunk = 0;
    #causes = new Set();

    constructor(comparison) {
        this.#comparison = comparison;
    }

    async add(one) {
        const result = await this.#comparison.run(one);
        ++this.#counts.projects;
        this.#counts.users += one.users.length;
        this.#counts.comparisons += result.compared;
        this.#counts.refused += result.refused ? 1 : 0;
        for (const [cause, count] of Object.entries(result.excused))
            this.#excused[cause] = (this.#excused[cause] ?? 0) + count;
        this.differences += result.differences.length;
        if (result.differences.length > 0)
            await this.#tell(one, result.differences);
    }

    text() {
        const { projects, users, comparisons, refused } = this.#counts;
        const excused = Object.entries(this.#excused).filter(([, count]) => count > 0).map(([cause, count]) => `  ${count} ${cause}`);
        return [`${projects} projects (${refused} the SDK does not take), ${users} users, ${comparisons} answers compared, `
            + `${this.differences} differ`, ...excused.length ? ['excused, by cause:', ...excused] : []].join('\n');
    }

    async #tell(one, differences) {
        console.log(`${one.name}: ${differences.length} differences`);
        const forms = new Set();
        for (const difference of differences) {
            const key = JSON.stringify([difference.form.label, difference.where[0]]);
            if (forms.has(key) || this.#shrunk >= mostShrunk)
                continue;
            forms.add(key);
            const smallest = await shrunk(this.#comparison, one, difference);
            const cause = signature(smallest);
            if (!this.#causes.has(cause))
                console.log(JSON.stringify(smallest).slice(0, longestTold));
            this.#causes.add(cause);
            ++this.#shrunk;
        }
    }
}
