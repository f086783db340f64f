// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import * as like from './words.mjs';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X)';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const agents = [
    major => `${windows} ${webkit} Chrome/${major}.0.0.0 Safari/537.36`,
    major => `${mac} ${webkit} Chrome/${major}.0.0.0 Safari/537.36`,
    major => `${windows} ${webkit} Chrome/${major}.0.0.0 Safari/537.36 Edg/${major}.0.1462.54`,
    major => `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${major}.0) Gecko/20100101 Firefox/${major}.0`,
    () => `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Safari/605.1.15`,
    () => `${iphone} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1`,
    major => `Mozilla/5.0 (Linux; Android 13; Pixel 7) ${webkit} Chrome/${major}.0.0.0 Mobile Safari/537.36`,
];

/** One of a project's users; `index` makes it different from all others. */
export function userOf(random, index) {
    const userID = random.chance(0.6) ? random.uuid() : random.chance(0.7) ? `user-${index}` : String(100_000 + index);
    const user = { userID, custom: customOf(random), customIDs: { companyID: `company-${random.below(400)}` } };
    if (random.chance(0.9))
        user.customIDs.stableID = random.uuid();
    if (random.chance(0.8))
        user.email = `${random.choice(like.words)}.${index}@${random.choice(like.domains)}`;
    if (random.chance(0.9))
        user.country = random.choice(like.countries);
    if (random.chance(0.8))
        user.locale = random.choice(like.locales);
    if (random.chance(0.8))
        user.appVersion = `${random.between(1, 9)}.${random.between(0, 20)}.${random.between(0, 9)}`;
    if (random.chance(0.7))
        user.userAgent = random.choice(agents)(random.between(100, 118));
    if (random.chance(0.8))
        user.statsigEnvironment = { tier: random.choice(like.tiers) };
    if (random.chance(0.3))
        user.privateAttributes = { score: random.below(1000) };
    return user;
}

function customOf(random) {
    const custom = { plan: random.choice(like.plans) };
    if (random.chance(0.7))
        custom.age = random.between(12, 90);
    if (random.chance(0.6))
        custom.signup = like.newYear2023 + random.below(900) * like.day;
    if (random.chance(0.5))
        custom.tags = random.some(like.tags, random.between(1, 3));
    if (random.chance(0.5))
        custom.level = random.between(1, 5);
    return custom;
}
