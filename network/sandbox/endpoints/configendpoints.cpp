// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "../requestbody.h"
#include "endpoints.h"

#include <models/evaluation/jsonwriter.h>

namespace Gatescope::Endpoints {

namespace {

std::string_view textOf(const QByteArray &json)
{
    return {json.constData(), std::size_t(json.size())};
}

void writeNullable(JsonWriter &writer, std::string_view key, std::string_view text)
{
    writer.key(key);
    if (text.empty())
        writer.null();
    else
        writer.text(text);
}

/// "group" is what older versions called the rule id (facts §1.4).
QByteArray configText(const std::string &name, const Verdict &verdict)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("name");
    writer.text(name);
    writer.key("value");
    writer.raw(textOf(verdict.json));
    writer.key("group");
    writer.text(verdict.ruleId);
    writeNullable(writer, "rule_id", verdict.ruleId);
    writeNullable(writer, "group_name", verdict.groupName.value_or(std::string()));
    writer.endObject();
    return writer.take();
}

/// The documented names, and the ones the other endpoints use beside them (facts §1.5).
QByteArray layerText(const std::string &name, const Verdict &verdict)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("name");
    writer.text(name);
    writer.key("value");
    writer.raw(textOf(verdict.json));
    writer.key("ruleID");
    writer.text(verdict.ruleId);
    writeNullable(writer, "allocatedExperimentName", verdict.allocatedExperiment.value_or(std::string()));
    writeNullable(writer, "rule_id", verdict.ruleId);
    writeNullable(writer, "group_name", verdict.groupName.value_or(std::string()));
    writer.endObject();
    return writer.take();
}

HttpResponse configAnswer(const SandboxState &state, const SandboxCall &call, std::string_view nameKey)
{
    const Asked<RequestBody> body = RequestBody::read(call.request);
    if (!body)
        return body.error();
    const Asked<EvaluationUser> user = body->user();
    if (!user)
        return user.error();
    const Asked<std::string> name = body->text(nameKey);
    if (!name)
        return name.error();
    return jsonAnswer(configText(*name, state.evaluator(call.key).config(*name, *user)));
}

} // namespace

HttpResponse getConfig(const SandboxState &state, const SandboxCall &call)
{
    return configAnswer(state, call, "configName");
}

HttpResponse getExperiment(const SandboxState &state, const SandboxCall &call)
{
    return configAnswer(state, call, "experimentName");
}

HttpResponse getLayer(const SandboxState &state, const SandboxCall &call)
{
    const Asked<RequestBody> body = RequestBody::read(call.request);
    if (!body)
        return body.error();
    const Asked<EvaluationUser> user = body->user();
    if (!user)
        return user.error();
    const Asked<std::string> name = body->text("layerName");
    if (!name)
        return name.error();
    const Verdict verdict = state.evaluator(call.key).layer(*name, *user);
    if (verdict.reason == Reason::Unrecognized)
        return refusal(
            404, "There is no layer \"" + QByteArray::fromStdString(*name) + "\" in this project.");
    return jsonAnswer(layerText(*name, verdict));
}

} // namespace Gatescope::Endpoints
