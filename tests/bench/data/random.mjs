// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

/** Numbers that look random and are the same in every run (mulberry32). */
export class Random {
    #state;

    constructor(seed) {
        this.#state = seed >>> 0;
    }

    /** 0 ≤ x < 1 */
    unit() {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let mixed = this.#state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    below(end) {
        return Math.floor(this.unit() * end);
    }

    /** first ≤ n ≤ last */
    between(first, last) {
        return first + this.below(last - first + 1);
    }

    chance(probability) {
        return this.unit() < probability;
    }

    choice(list) {
        return list[this.below(list.length)];
    }

    /** `count` different ones, in the list's order. */
    some(list, count) {
        const left = new Set(list.keys());
        while (left.size > count)
            left.delete([...left][this.below(left.size)]);
        return [...left].map(index => list[index]);
    }

    text(length, letters) {
        let text = '';
        for (let i = 0; i < length; ++i)
            text += letters[this.below(letters.length)];
        return text;
    }

    uuid() {
        const hex = length => this.text(length, '0123456789abcdef');
        return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
    }

    /** As the console names rules. */
    ruleId() {
        return this.text(22, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
    }
}
