// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializesession.h"

#include "buckethash.h"
#include "hashes.h"

namespace Gatescope {

namespace {

/// Draws the same for the same session.
class SessionSampling
{
public:
    explicit SessionSampling(const EvaluationUser &user)
    {
        static const FieldName sessionId("sessionID");
        const AttributeValue *session = user.attribute(sessionId).value;
        m_bucket = int(bucketHash(session && session->text ? *session->text : std::string()) % 1000);
    }

    bool passes(const JsonValue &rate) const { return m_bucket < rate.toDouble() * 1000; }

private:
    int m_bucket = 0;
};

void writeRaw(JsonWriter &writer, std::string_view name, const JsonValue &value)
{
    if (!value.isValid() || value.isNull())
        return;
    writer.key(name);
    writer.raw(jsonCompact(value));
}

void writeTriggers(JsonWriter &writer, std::string_view name, const JsonValue &triggers,
    HashAlgorithm algorithm, const SessionSampling &sampling)
{
    if (!triggers.isObject())
        return;
    writer.key(name);
    writer.beginObject();
    for (quint32 i = 0; i < triggers.size(); ++i) {
        const JsonValue trigger = triggers.at(i);
        writer.key(hashedName(trigger.keyUtf8(), algorithm));
        writer.beginObject();
        writeRaw(writer, "values", trigger.member("values"));
        if (const JsonValue rate = trigger.member("sampling_rate"); rate.isNumber()) {
            writer.key("passes_sampling");
            writer.boolean(sampling.passes(rate));
        }
        writer.endObject();
    }
    writer.endObject();
}

} // namespace

std::optional<bool> passesRecordingGate(const JsonValue &info, const Evaluator &evaluator,
    const EvaluationUser &user, RememberedGates &remembered)
{
    const JsonValue gate = info.member("targeting_gate");
    if (!gate.isString())
        return std::nullopt;
    return evaluator.passesGate(gate.toUtf8(), user, &remembered) == Truth::True;
}

void writeSessionReplay(JsonWriter &writer, const JsonValue &info, std::optional<bool> passesGate,
    const EvaluationUser &user, HashAlgorithm algorithm)
{
    if (!info.isObject())
        return;
    const SessionSampling sampling(user);
    const JsonValue rate = info.member("sampling_rate");
    writer.key("can_record_session");
    writer.boolean(!info.member("recording_blocked").toBool() && passesGate.value_or(true)
        && (!rate.isNumber() || sampling.passes(rate)));
    writeRaw(writer, "session_recording_rate", rate);
    writeRaw(writer, "recording_blocked", info.member("recording_blocked"));
    if (passesGate) {
        writer.key("passes_session_recording_targeting");
        writer.boolean(*passesGate);
    }
    writeTriggers(writer, "session_recording_event_triggers", info.member("session_recording_event_triggers"),
        HashAlgorithm::None, sampling);
    writeTriggers(writer, "session_recording_exposure_triggers",
        info.member("session_recording_exposure_triggers"), algorithm, sampling);
    writeRaw(writer, "session_recording_privacy_settings", info.member("session_recording_privacy_settings"));
}

void writePrivateAttributesHash(JsonWriter &writer, const JsonValue &privateAttributes)
{
    if (!privateAttributes.isObject() || privateAttributes.size() == 0)
        return;
    std::uint32_t sum = 0;
    for (quint32 i = 0; i < privateAttributes.size(); ++i) {
        const JsonValue value = privateAttributes.at(i);
        const std::string text = AttributeValue::fromJson(value).text.value_or(std::string());
        sum += djb2Number(value.keyUtf8() + ':' + text);
    }
    writer.key("pa_hash");
    writer.text(std::to_string(sum));
}

} // namespace Gatescope
