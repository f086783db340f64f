// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "../requestbody.h"
#include "endpoints.h"

#include <models/evaluation/initializeresponse.h>
#include <models/evaluation/jsonwriter.h>

namespace Gatescope::Endpoints {

namespace {

Asked<HashAlgorithm> hashOf(const RequestBody &body)
{
    if (!body.has("hash"))
        return HashAlgorithm::Djb2;
    const std::string name = body.json()["hash"].toUtf8();
    if (name == "djb2")
        return HashAlgorithm::Djb2;
    if (name == "sha256")
        return HashAlgorithm::Sha256;
    if (name == "none")
        return HashAlgorithm::None;
    return std::unexpected(refusal(400, "\"hash\" must be \"djb2\", \"sha256\" or \"none\"."));
}

/// Not part of Statsig's API, where the server chooses: lets a test ask for each of the formats it may
/// choose.
Asked<InitializeFormat> formatOf(const RequestBody &body)
{
    if (!body.has("responseFormat"))
        return InitializeFormat::V1;
    const std::string name = body.json()["responseFormat"].toUtf8();
    if (name == "v1" || name == "init-v1")
        return InitializeFormat::V1;
    if (name == "v2")
        return InitializeFormat::V2;
    if (name == "init-v2")
        return InitializeFormat::InitV2;
    return std::unexpected(refusal(400, "\"responseFormat\" must be \"v1\", \"v2\" or \"init-v2\"."));
}

void copyMembers(JsonWriter &writer, const JsonValue &object, std::string_view without)
{
    for (quint32 i = 0; i < object.size(); ++i) {
        const JsonValue member = object.at(i);
        const std::string key = member.keyUtf8();
        if (key == without)
            continue;
        writer.key(key);
        writer.raw(member.rawText());
    }
}

/// Client SDKs tell their stableID apart from the user (facts §1.7); experiments by stableID need it there.
Asked<EvaluationUser> userWithStableId(const RequestBody &body)
{
    Asked<EvaluationUser> user = body.user();
    const JsonValue stableId = body.json()["statsigMetadata"]["stableID"];
    if (!user || !stableId.isString() || user->json()["customIDs"]["stableID"].isValid())
        return user;
    JsonWriter writer;
    writer.beginObject();
    copyMembers(writer, user->json(), "customIDs");
    writer.key("customIDs");
    writer.beginObject();
    copyMembers(writer, user->json()["customIDs"], "stableID");
    writer.key("stableID");
    writer.raw(stableId.rawText());
    writer.endObject();
    writer.endObject();
    const Result<JsonDocumentPtr> merged = JsonDocument::parse(writer.take());
    return merged ? EvaluationUser(*merged) : std::move(user);
}

/// What a server reads off the request itself (facts §1.7); nothing is evaluated by it.
QByteArray withDerivedFields(QByteArray response, const HttpRequest &request, const Evaluator &evaluator)
{
    constexpr std::string_view peer = "127.0.0.1"; // the only address that is listened on
    JsonWriter writer;
    writer.beginObject();
    writer.key("ip");
    writer.text(peer);
    writer.key("user_agent");
    writer.text(request.header("User-Agent").toStdString());
    if (const auto &countries = evaluator.context().countries) {
        if (const auto country = countries->country(peer)) {
            writer.key("country");
            writer.text(*country);
        }
    }
    writer.endObject();
    response.chop(1);
    return response + ",\"derived_fields\":" + writer.take() + '}';
}

} // namespace

HttpResponse initialize(const SandboxState &state, const SandboxCall &call)
{
    const Asked<RequestBody> body = RequestBody::read(call.request);
    if (!body)
        return body.error();
    const Asked<EvaluationUser> user = userWithStableId(*body);
    if (!user)
        return user.error();
    const Asked<HashAlgorithm> hash = hashOf(*body);
    if (!hash)
        return hash.error();
    const Asked<InitializeFormat> format = formatOf(*body);
    if (!format)
        return format.error();
    const Asked<qint64> since = body->time("sinceTime");
    if (!since)
        return since.error();
    // The client sends a time only if its user is unchanged (facts §1.7).
    if (state.project().time() > 0 && *since >= state.project().time())
        return jsonAnswer(QByteArrayLiteral(R"({"has_updates":false})"));
    InitializeOptions options {*hash, *format, {}};
    if (call.key == KeyKind::Client)
        options.clientKey = sandboxClientKey;
    const Evaluator &evaluator = state.evaluator(call.key);
    return jsonAnswer(
        withDerivedFields(initializeResponse(evaluator, *user, options), call.request, evaluator));
}

} // namespace Gatescope::Endpoints
