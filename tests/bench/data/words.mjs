// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

export const countries = ['AR', 'AU', 'BR', 'CA', 'DE', 'ES', 'FR', 'GB', 'IN', 'IT', 'JP', 'KR', 'MX', 'NL', 'PL', 'SE',
    'TR', 'US', 'VN', 'ZA'];
export const locales = ['de_DE', 'en_GB', 'en_US', 'es_ES', 'fr_FR', 'it_IT', 'ja_JP', 'pt_BR'];
export const plans = ['enterprise', 'free', 'pro', 'starter', 'team'];
export const tags = ['admin', 'beta', 'early', 'mobile', 'paying', 'trial', 'web'];
export const tiers = ['development', 'production', 'staging'];
export const domains = ['example.com', 'example.net', 'example.org', 'mail.test', 'work.test'];
export const browsers = ['Chrome', 'Edge', 'Firefox', 'Safari'];
export const systems = ['Android', 'Linux', 'Mac OS X', 'Windows', 'iOS'];
export const words = ['account', 'banner', 'cart', 'checkout', 'cover', 'detail', 'editor', 'export', 'feed', 'filter', 'footer',
    'header', 'import', 'invite', 'layout', 'limit', 'login', 'menu', 'news', 'offer', 'order', 'page', 'panel', 'price',
    'profile', 'quota', 'report', 'retry', 'search', 'share', 'sidebar', 'signup', 'sync', 'theme', 'timeout', 'toggle'];

export const newYear2023 = 1_672_531_200_000; // ms
export const day = 86_400_000; // ms
