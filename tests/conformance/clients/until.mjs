// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

const patience = 30000; // ms; the older server's SDK asks for specs every 5 s at most

/** Looks again and again; says `what` has not happened where it takes too long. */
export async function until(what, isTrue) {
    for (const end = Date.now() + patience; !await isTrue(); await new Promise(resolve => setTimeout(resolve, 100))) {
        if (Date.now() > end)
            throw new Error(`not in ${patience} ms: ${what}`);
    }
}
