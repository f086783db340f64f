// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// What users and targets are made of. Both draw from the same small pools, so that they meet.

export const texts = ['a', 'A', 'abc', 'ABC', 'b', 'aBc d', 'pro', 'Pro', 'x,y', '["a","b"]', '{"a":1}', '.', 'a.b', '*',
    'true', 'false', 'null', 'True', 'undefined', '', ' ', ' a', 'a ', 'a\n', 'a\u0000b', '"', '\\', '\t',
    'straße', 'STRASSE', 'İstanbul', 'i̇stanbul', 'ΣΊΣΥΦΟΣ', 'σίσυφος', 'ǅ', 'ﬁ', '日本', '😀x', 'é', 'e\u0301',
    '\ud800', 'x\udc00y', '\ufeffa', '\u200b', 'a'.repeat(1001)];

export const numberTexts = ['0', '-0', '5', '5.0', '05', '+5', ' 5', '5 ', '5.5', '.5', '5.', '-1', '1e3', '1E3', '1e400',
    '-1e400', '1e-400', 'NaN', 'nan', 'inf', '-Infinity', 'infinity', '0x10', '1_000', '1,5', '٥', '9007199254740993',
    '9223372036854775807', '9223372036854775808', '-9223372036854775809', '99999999999999999999999', '--1', '1e', 'e1'];

// Without -(2 ** 63), at which the operator `on` ends the SDK's process.
export const numbers = [0, 1, 5, 5.5, -1, 10, 18, 99.99, 1e3, 0.1, 0.1 + 0.2, 1e21, 1e300, 5e-324, 1e-7, 123456789.125,
    2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 - 1, 2 ** 63, 2 ** 64, 1.7976931348623157e308];

export const versions = ['1', '1.0', '1.2', '1.2.3', '1.2.3.4', '01.2', '1.2.0', '1.10', '1.9', '2', '2.0.0-beta', '2-1',
    '1.2.3-rc.1', 'v1.2', '1..2', '.1', '1.', '1.a', '1.2.a', '1.x.3', '-1', '1.-2', '+1.2', ' 1.2', '1. 2', '1.2 ', '',
    '-', '.', '0.0.0', '99999999999999999999.1', '170141183460469231731687303715884105728', '1.2_3', '１.2', '1.2.3+build'];

export const times = [0, 1, -1, 86399999, 86400000, -86400000, 1577836800, 1577836800000, 1577923199999, 1577923200000,
    1600000000, 1600000000000, 9999999999, 10000000000, 4102444800, 4102444800000, 253402300800000, 8640000000000001];

export const timeTexts = ['2020-01-01', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.5Z',
    '2020-01-01t00:00:00z', '2020-01-01 00:00:00', '2020-01-01  00:00:00', '2020-1-1 0:0:0', '2020-01-01T00:00:00',
    '2020-01-01T01:00:00+01:00', '2020-01-01 00:00:00Z', '2020-02-30T00:00:00Z', '2019-12-31T23:59:60Z',
    '2020-01-01T24:00:00Z', '+2020-01-01 00:00:00', '20200101', '1577836800', '1577836800000', ' 1577836800',
    '01577836800', '+1577836800', '1577836800.5', '1.5778368e9', 'April 26, 2022', '04/26/2022', '0000-01-01 00:00:00',
    '12020-01-01 00:00:00', '1969-12-31 23:59:59', '2020-01-01T00:00Z', '2020-01-01T00:00:00-00:00', '2020-W01-1'];

export const addresses = ['8.8.8.8', '1.0.0.0', '2.2.2.2', '122.56.1.1', '123.45.67.8', '115.240.90.163', '24.18.183.148',
    '102.102.102.102', '10.0.0.1', '127.0.0.1', '192.168.1.1', '0.0.0.0', '255.255.255.255', '223.255.255.255',
    '224.0.0.0', '1.300.1.1', '008.8.8.8', '+8.8.8.8', ' 8.8.8.8', '8.8.8.8 ', '8.8.8', '8.8.8.8.8', '8.8.8.', '8..8.8',
    '::1', '::ffff:8.8.8.8', '0x8.8.8.8', '8.8.8.8:80', '1.-1.1.1', '1.1.1.99999', 'localhost', ''];

export const countries = ['US', 'us', 'FR', 'NZ', 'DE', 'KR', 'IN', '--', '', 'GB'];

export const userAgents = [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 10_3_1 like Mac OS X) AppleWebKit/603.1.30 (KHTML, like Gecko) Version/10.0 Mobile/14E304 Safari/602.1',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Windows NT 6.2; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
    'Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/119.0',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'curl/8.0', 'MyApp/3.4.5 (iPhone; iOS 17.1; Scale/3.00)', 'Android', '😀', '', ' ', 'x'.repeat(1000), 'x'.repeat(1001)];

export const agentWords = ['iOS', 'Android', 'Windows', 'Mac OS X', 'Linux', 'Ubuntu', 'Other', 'Chrome', 'Chrome Mobile',
    'Mobile Safari', 'Safari', 'Firefox', 'Edge', 'bingbot', '10', '13', '10.3.1', '0.0.0', '119.0', '140.0.0.0', '10.15.7'];

export const tiers = ['production', 'development', 'staging', 'Production', '', 'qa'];

export const unitIds = ['a_user', 'u1', 'u2', 'user-1', 'random_user_99', '10', '12', '123', '', 'Ä', '😀', 'A_USER'];

export const patterns = ['^a', 'a$', '^abc$', '[A-Z]+', '(?i)abc', '\\d+', '^\\d{1,3}$', '(a|b)c?', '(?=a)a', '(?<!b)a', '(.)\\1',
    'a++b', '(?<n>a)\\k<n>', '\\p{Lu}', '\\w+', '\\bab', '^$', '', '[', '(', '*', 'a{2,1}', '\\', '\\Q.\\E', '\\u0061',
    '\\x61', '.', '(?m)^b', '(?s).', '(?x) a b', '[[:alpha:]]', '\\h', '\\R', '(?#c)a', '\\z', '\\Z', '\\A', '^(a+)+$', '日',
    '[^a]', '\\.', '\\s', 'a|', '(?>a+)b', '(?P<n>a)', '(?:a)', '😀', '[😀]', '\\0', '\\e', '(?i:A)b', '\\G', '\\K', '^.{5}$'];

const anything = [null, true, false, ...numbers.slice(0, 8), ...texts.slice(0, 20), [], {}, [[]], [null], { a: 1 }, [1, 'a', true],
    ['a', ['b']], { a: { b: 'c' } }];

/** Any JSON at all. */
export function anyValue(random, depth = 2) {
    const kind = random.weighted({ known: 8, text: 3, number: 2, numberText: 1, list: 1, object: 1 });
    switch (kind) {
    case 'text':
        return random.of(texts);
    case 'number':
        return random.of(numbers);
    case 'numberText':
        return random.of(numberTexts);
    case 'list':
        return depth > 0 ? random.list(0, 3, () => anyValue(random, depth - 1)) : [];
    case 'object':
        return depth > 0
            ? Object.fromEntries(random.list(0, 3, () => [random.of(texts.slice(0, 6)), anyValue(random, depth - 1)])) : {};
    default:
        return random.of(anything);
    }
}
