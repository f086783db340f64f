// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "../requestbody.h"
#include "endpoints.h"

#include <models/evaluation/jsonwriter.h>

namespace Gatescope::Endpoints {

namespace {

constexpr std::size_t maxGateNames = 100; // documented for check_gate

void writeOptional(JsonWriter &writer, std::string_view text)
{
    if (text.empty())
        writer.null();
    else
        writer.text(text);
}

void writeGate(JsonWriter &writer, const std::string &name, const Verdict &verdict)
{
    writer.beginObject();
    writer.key("name");
    writer.text(name);
    writer.key("value");
    writer.boolean(verdict.value);
    writer.key("rule_id");
    writeOptional(writer, verdict.ruleId);
    writer.key("group_name");
    writeOptional(writer, verdict.groupName.value_or(std::string()));
    writer.endObject();
}

void writeGates(JsonWriter &writer, const Evaluator &evaluator, const std::vector<std::string> &names,
    const EvaluationUser &user)
{
    writer.beginArray();
    for (const std::string &name : names)
        writeGate(writer, name, evaluator.gate(name, user));
    writer.endArray();
}

HttpResponse checkOne(const Evaluator &evaluator, const RequestBody &body, const EvaluationUser &user)
{
    const Asked<std::string> name = body.text("gateName");
    if (!name)
        return name.error();
    JsonWriter writer;
    writeGate(writer, *name, evaluator.gate(*name, user));
    return jsonAnswer(writer.take());
}

HttpResponse checkSeveral(const Evaluator &evaluator, const RequestBody &body, const EvaluationUser &user)
{
    const Asked<std::vector<std::string>> names = body.texts("gateNames");
    if (!names)
        return names.error();
    if (names->size() > maxGateNames)
        return refusal(400, "\"gateNames\" has more than 100 names: ask for them in parts.");
    JsonWriter writer;
    writeGates(writer, evaluator, *names, user);
    return jsonAnswer(writer.take());
}

} // namespace

HttpResponse checkGate(const SandboxState &state, const SandboxCall &call)
{
    const Asked<RequestBody> body = RequestBody::read(call.request);
    if (!body)
        return body.error();
    const Asked<EvaluationUser> user = body->user();
    if (!user)
        return user.error();
    if (body->has("gateName") && body->has("gateNames"))
        return refusal(400, "\"gateName\" and \"gateNames\" are both given: send one of them.");
    const Evaluator &evaluator = state.evaluator(call.key);
    return body->has("gateNames") ? checkSeveral(evaluator, *body, *user) : checkOne(evaluator, *body, *user);
}

HttpResponse checkGateMultiple(const SandboxState &state, const SandboxCall &call)
{
    const Asked<RequestBody> body = RequestBody::read(call.request);
    if (!body)
        return body.error();
    const Asked<EvaluationUser> user = body->user();
    if (!user)
        return user.error();
    const Asked<std::vector<std::string>> names = body->texts("gateNames");
    if (!names)
        return names.error();
    JsonWriter writer;
    writer.beginObject();
    writer.key("results");
    writeGates(writer, state.evaluator(call.key), *names, *user);
    writer.endObject();
    return jsonAnswer(writer.take());
}

} // namespace Gatescope::Endpoints
