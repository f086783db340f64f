// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
/** Numbers that a seed (any text) decides: the same everywhere, for ever. */
export class Random {
    #state = [1, 2, 3, 4];

    constructor(seed) {
        for (const character of `${seed}`) {
            this.#state[0] ^= character.codePointAt(0);
            this.#next();
        }
        for (let i = 0; i < 16; ++i)
            this.#next();
    }

    /** 32 bits; Marsaglia's xorshift with an added counter. */
    #next() {
        const [a, b, c, d] = this.#state;
        let t = d ^ (d << 2);
        t ^= t >>> 1;
        t ^= a ^ (a << 4);
        this.#state = [t | 0, a, b, c];
        this.counter = ((this.counter ?? 0) + 362437) | 0;
        return Math.imul(t + this.counter, 0x9e3779b1) >>> 0;
    }

    /** In [0, 1). */
    fraction() {
        return (this.#next() * 0x200000 + (this.#next() >>> 11)) / 2 ** 53;
    }

    below(end) {
        return Math.floor(this.fraction() * end);
    }

    between(first, last) {
        return first + this.below(last - first + 1);
    }

    chance(probability) {
        return this.fraction() < probability;
    }

    of(list) {
        return list[this.below(list.length)];
    }

    /** One of the keys, as often as its number says. */
    weighted(weights) {
        const entries = Object.entries(weights);
        let drawn = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
        for (const [key, weight] of entries) {
            drawn -= weight;
            if (drawn < 0)
                return key;
        }
        return entries.at(-1)[0];
    }

    some(list, most) {
        return Array.from({ length: this.below(most + 1) }, () => this.of(list));
    }

    list(first, last, make) {
        return Array.from({ length: this.between(first, last) }, (_, index) => make(index));
    }
}
