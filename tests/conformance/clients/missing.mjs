// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

/** What a comparison needs is not on this machine: it is skipped, with this sentence. */
export class Missing extends Error {}
