// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';

/** Statsig's djb2, over code points. */
export function djb2(text) {
    let hash = 0;
    for (const character of text)
        hash = (Math.imul(hash, 31) + character.codePointAt(0)) >>> 0;
    return `${hash}`;
}

/** As names stand in an initialize response. */
export function hashedName(name, algorithm) {
    if (algorithm === 'none')
        return name;
    return algorithm === 'djb2' ? djb2(name) : createHash('sha256').update(name).digest('base64');
}
