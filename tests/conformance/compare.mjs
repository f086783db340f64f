// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
import { evaluateDifferences, initializeDifferences } from './differences.mjs';

/** The ways of asking: every entity, in either form of the specs, or for a client's initialize response. */
export const evaluateForm = shape => ({ label: `evaluate ${shape}`, shape });
export function initializeForm(hash, format, clientKey) {
    return { label: ['initialize', format, hash, clientKey].filter(Boolean).join(' '), hash, format, clientKey };
}

// An answer may differ without being wrong for these causes, and no other.
export const causes = {
    /**
     * The SDK itself does not always answer the same. It asks the entities of an initialize response in the order of its
     * hash map, which is new with each instance, and remembers nested gates from one to the next; and it draws at random
     * for some bandits. So where an answer differs, a fresh instance is asked again, up to so many times: the difference
     * counts unless it once answers as we do.
     */
    varies: 'the SDK itself varies',
    /**
     * It asks the gate that decides about recording a session without forgetting the entity it evaluated last, whichever
     * that was. Where that one was unsupported, the gate's first rule decides.
     */
    recording: 'the SDK decides about recording with what it evaluated before',
    /** It ends its process at some users, which no answer can be compared with. */
    aborts: 'users at whom the SDK ends its process',
};
const defaultAttempts = 40;

function isRecordingAfterUnsupported({ where }, answers, specs) {
    return ['can_record_session', 'passes_session_recording_targeting'].includes(where[0])
        && ([...answers.gates, ...answers.configs, ...answers.layers].some(([, { reason }]) => reason === 'Unsupported')
            || specs.includes('"experiment_group"')); // unsupported in responses alone
}

/**
 * Asks both. A case is { specs: TEXT (v2), v1: the same as v1 if it came so, users, idLists, forms, patience: MS for the SDK
 * to load it, attempts }.
 */
export class Comparison {
    constructor({ sdk, gatescope, countries }) {
        this.sdk = sdk;
        this.gatescope = gatescope;
        this.countries = countries;
    }

    /**
     * { compared, differences: [{ user, form, where, ours, sdk }…], excused: { CAUSE: NUMBER } }, and whether the SDK did
     * not take the specs at all (`refused`).
     */
    async run(asked) {
        const [sdk, ours] = await Promise.allSettled([this.#askSdk(asked, asked.users), this.#askGatescope(asked)]);
        if (sdk.reason)
            throw sdk.reason;
        if (sdk.value.refused)
            return { compared: 0, differences: [], excused: {}, refused: true };
        if (ours.reason)
            throw ours.reason;
        const everyone = asked.users.map((_, index) => index);
        const first = compared(asked, everyone, sdk.value, ours.value);
        const differences = await this.#lasting(asked, ours.value, first.differences);
        return { compared: first.compared, differences, excused: { [causes.varies]: first.differences.length - differences.length,
            [causes.recording]: first.recording, [causes.aborts]: sdk.value.users.filter(user => !user).length } };
    }

    end() {
        this.sdk.end();
        this.gatescope.end();
    }

    async #lasting(asked, ours, differences) {
        let lasting = differences;
        for (let attempt = asked.attempts ?? defaultAttempts; attempt > 0 && lasting.length > 0; --attempt) {
            const indexes = [...new Set(lasting.map(({ user }) => user))];
            const sdk = await this.#askSdk(asked, indexes.map(index => asked.users[index]));
            const again = new Set(compared(asked, indexes, sdk, ours).differences.map(key));
            lasting = lasting.filter(difference => again.has(key(difference)));
        }
        return lasting;
    }

    #askSdk({ specs, idLists, forms, patience }, users) {
        const initialize = [initializeForm('none', 'v1'), ...forms.filter(form => !form.shape)];
        return this.sdk.ask({ specs, idLists, users, initialize, patience });
    }

    async #askGatescope({ specs, v1, users, idLists, forms }) {
        const input = { specs, users, idLists, countries: this.countries.of(users) };
        const answers = [];
        for (const form of forms) {
            if (form.shape === 'v1')
                answers.push(await this.gatescope.evaluate({ ...input, specs: v1 ?? await this.gatescope.convert(specs, 'v1') }));
            else
                answers.push(await (form.shape ? this.gatescope.evaluate(input) : this.gatescope.initialize(input, form)));
        }
        return answers;
    }
}

const key = ({ user, form, where }) => JSON.stringify([user, form.label, where]);

/** `sdk` has answered for the users of these indexes, `ours` for all. */
function compared({ specs, forms }, indexes, sdk, ours) {
    const result = { compared: 0, differences: [], recording: 0 };
    const project = JSON.parse(specs);
    indexes.forEach((user, position) => {
        const answers = sdk.users[position];
        if (!answers)
            return;
        const plain = JSON.parse(answers.initialize[0]);
        let response = 1;
        forms.forEach((form, number) => {
            result.compared += answers.gates.length + answers.configs.length + answers.layers.length;
            const found = form.shape ? evaluateDifferences(ours[number][user], answers, plain, project)
                : initializeDifferences(ours[number][user], answers.initialize[response++], project, form.hash);
            const counted = found.filter(difference => !isRecordingAfterUnsupported(difference, answers, specs));
            result.recording += found.length - counted.length;
            result.differences.push(...counted.map(difference => ({ user, form, ...difference })));
        });
    });
    return result;
}
