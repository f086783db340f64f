// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

export const sdkName = 'statsig-node-core 0.23.2';

export function median(numbers) {
    return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}

/** Prints one row; `most` and `least` are aims for the ratio, and without them it is only told. */
export function printRow({ name, value, unit, ratio, versus, least, most }) {
    const aim = least ? `ratio >= ${least}` : most ? `ratio <= ${most}` : 'told';
    const ok = least ? ratio >= least : most ? ratio <= most : true;
    console.log(JSON.stringify({ name, value: rounded(value), unit, ratio: rounded(ratio), versus, aim, ok }));
}

/** Says on the terminal how far it is. */
export function progress(text) {
    if (process.stderr.isTTY)
        process.stderr.write(`\r\x1b[K${text}`);
}

export function rounded(number) {
    return Number(number.toPrecision(4));
}
