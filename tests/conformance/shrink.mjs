// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// The smallest case that still differs in the same place.
import { equals } from './differences.mjs';

/** Leaves out members of `node`, many at once at first. */
async function leaveOutMembers(node, stillDiffers) {
    const isList = Array.isArray(node);
    for (let size = Object.keys(node).length; size >= 1; size = Math.floor(size / 2)) {
        for (let start = 0; start < Object.keys(node).length;) {
            const entries = Object.entries(node);
            replace(node, [...entries.slice(0, start), ...entries.slice(start + size)], isList);
            if (await stillDiffers())
                continue;
            replace(node, entries, isList);
            start += size;
        }
    }
}

/** Level by level, so that whole entities go before their details are looked at. */
async function leaveOut(root, stillDiffers) {
    for (let level = [root]; level.length > 0;) {
        for (const node of level)
            await leaveOutMembers(node, stillDiffers);
        level = level.flatMap(node => Object.values(node)).filter(value => value !== null && typeof value === 'object');
    }
}

const kept = ['type', 'entity', 'operator']; // other words would be other cases

function simplerThan(value) {
    if (value === null || typeof value === 'boolean')
        return [];
    if (typeof value === 'object')
        return [Array.isArray(value) ? [] : {}];
    const candidates = typeof value === 'number' ? [0, 1, 100] : ['', 'a'];
    const known = candidates.indexOf(value);
    return known < 0 ? candidates : candidates.slice(0, known);
}

async function simplify(node, stillDiffers) {
    for (const [key, value] of Object.entries(node)) {
        let isSimple = false;
        for (const other of kept.includes(key) ? [] : simplerThan(value).filter(other => !equals(value, other))) {
            set(node, key, other);
            isSimple = await stillDiffers();
            if (isSimple)
                break;
            set(node, key, value);
        }
        if (!isSimple && value !== null && typeof value === 'object')
            await simplify(value, stillDiffers);
    }
}

function set(node, key, value) {
    Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
}

function replace(node, entries, isList) {
    if (isList) {
        node.splice(0, node.length, ...entries.map(([, value]) => value));
        return;
    }
    Object.keys(node).forEach(key => delete node[key]);
    entries.forEach(([key, value]) => set(node, key, value));
}

/** What the SDK wants of every payload is put back. */
function specsOf(project) {
    return JSON.stringify({ has_updates: true, feature_gates: {}, dynamic_configs: {}, layer_configs: {}, condition_map: {},
        experiment_to_layer: {}, ...project, time: project.time || 1 });
}

/** Whether the SDK left an entity out of the specs, for want of a member that v1 does without. */
const isDropped = ({ where, sdk }, difference) => where[2] === 'reason' && sdk === 'Unrecognized' && !equals(where, difference.where);

/** `difference` is one of a run of the case. */
export async function shrunk(comparison, { specs, users, idLists }, difference, milliseconds = 30000) {
    const smallest = structuredClone({ project: JSON.parse(specs), user: users[difference.user], idLists });
    let last = difference;
    const end = Date.now() + milliseconds;
    const stillDiffers = async () => {
        if (Date.now() > end)
            return false;
        try {
            const result = await comparison.run({ specs: specsOf(smallest.project), users: [smallest.user],
                idLists: smallest.idLists, forms: [difference.form], patience: 200, attempts: 8 });
            const same = result.differences.find(other => equals(other.where, difference.where));
            if (result.differences.some(other => isDropped(other, difference)))
                return false;
            last = same ?? last;
            return Boolean(same);
        } catch {
            return false; // refused by the command line
        }
    };
    if (!await stillDiffers())
        return { ...smallest, form: difference.form.label, where: difference.where, ours: difference.ours, sdk: difference.sdk,
            note: 'not seen again with this user alone' };
    for (let size = Infinity; JSON.stringify(smallest).length < size;) {
        size = JSON.stringify(smallest).length;
        for (const part of [smallest.project, smallest.user, smallest.idLists ?? {}])
            await leaveOut(part, stillDiffers);
        for (const part of [smallest.project, smallest.user])
            await simplify(part, stillDiffers);
    }
    return { ...smallest, form: difference.form.label, where: last.where, ours: last.ours, sdk: last.sdk };
}

/** What a shrunk case has in common with others of the same cause. */
export function signature({ project, user, form, where }) {
    const conditions = Object.values(project.condition_map ?? {}).map(({ type, operator }) => `${type} ${operator}`);
    return JSON.stringify([form.split(' ')[0], where[0], [...new Set(conditions)].sort(), Object.keys(user)]);
}
