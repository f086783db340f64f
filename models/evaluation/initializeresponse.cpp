// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializeresponse.h"

#include "initializeentities.h"
#include "initializesession.h"
#include "initializestores.h"
#include "jsonwriter.h"

namespace Gatescope {

namespace {

std::string_view nameOf(HashAlgorithm algorithm)
{
    switch (algorithm) {
    case HashAlgorithm::None:
        return "none";
    case HashAlgorithm::Djb2:
        return "djb2";
    case HashAlgorithm::Sha256:
        break;
    }
    return "sha256";
}

/// What the SDK has a place for.
bool isUnitId(const JsonValue &value)
{
    return value.isString() || value.isNumber();
}

void writeUnitIds(JsonWriter &writer, const JsonValue &customIds)
{
    writer.beginObject();
    for (quint32 i = 0; i < customIds.size(); ++i) {
        if (!isUnitId(customIds.at(i)))
            continue;
        writer.key(customIds.at(i).keyUtf8());
        writer.raw(jsonCompact(customIds.at(i)));
    }
    writer.endObject();
}

/// The user as it may be shown: without privateAttributes.
void writeShownUser(JsonWriter &writer, const JsonValue &user, const Project &project)
{
    writer.beginObject();
    for (const std::string_view name : {"userID", "customIDs", "email", "ip", "userAgent", "country",
             "locale", "appVersion", "custom", "statsigEnvironment"}) {
        const JsonValue value = user.member(name);
        if (!value.isValid() || value.isNull())
            continue;
        writer.key(name);
        if (name == "customIDs" && value.isObject())
            writeUnitIds(writer, value);
        else
            writer.raw(jsonCompact(value));
    }
    const AttributeValue *tier = project.defaultEnvironment();
    if (tier && tier->text && !user.member("statsigEnvironment").isObject()) {
        writer.key("statsigEnvironment");
        writer.beginObject();
        writer.key("tier");
        writer.text(*tier->text);
        writer.endObject();
    }
    writer.endObject();
}

void writeEvaluatedKeys(JsonWriter &writer, const JsonValue &user)
{
    const auto text = [](const JsonValue &value) {
        return AttributeValue::fromJson(value).text.value_or(std::string());
    };
    writer.beginObject();
    if (const std::string userId = text(user.member("userID")); !userId.empty()) {
        writer.key("userID");
        writer.text(userId);
    }
    const JsonValue customIds = user.member("customIDs");
    bool isOpen = false;
    for (quint32 i = 0; i < customIds.size() && customIds.isObject(); ++i) {
        if (!isUnitId(customIds.at(i)))
            continue;
        if (!isOpen) {
            writer.key("customIDs");
            writer.beginObject();
            isOpen = true;
        }
        writer.key(customIds.at(i).keyUtf8());
        writer.text(text(customIds.at(i)));
    }
    if (isOpen)
        writer.endObject();
    writer.endObject();
}

/// A guess, so that the response need not grow often.
qsizetype expectedSize(const Project &project)
{
    constexpr qsizetype ofEntity = 512;
    return qsizetype(project.specs().size()) * ofEntity;
}

} // namespace

QByteArray initializeResponse(
    const Evaluator &evaluator, const EvaluationUser &user, const InitializeOptions &options)
{
    EvaluationContext context = evaluator.context();
    context.sdkCompatible = true;
    context.forInitialize = true;
    const AppFilter filter(*evaluator.project(), options.clientKey, context.appId);
    context.appId = filter.appId();
    context.withoutApp = filter.isWithoutApp();
    const Evaluator answering(evaluator.project(), context);
    const JsonValue payload = evaluator.project()->payload()->root();

    const JsonValue recording = payload.member("session_replay_info");
    const bool asksGateLast = options.format == InitializeFormat::V1;

    JsonWriter writer(expectedSize(*evaluator.project()));
    RememberedGates remembered;
    std::optional<bool> passesGate;
    if (!asksGateLast)
        passesGate = passesRecordingGate(recording, answering, user, remembered);
    InitializeEntities entities(answering, user, options, filter, remembered);
    writer.beginObject();
    entities.write(writer);
    if (asksGateLast)
        passesGate = passesRecordingGate(recording, answering, user, remembered);
    writer.key("param_stores");
    writeParamStores(writer, payload.member("param_stores"), options.hash, filter);
    writer.key("time");
    writer.integer(evaluator.project()->time());
    writer.key("has_updates");
    writer.boolean(true);
    writer.key("hash_used");
    writer.text(nameOf(options.hash));
    writer.key("user");
    writeShownUser(writer, user.json(), *evaluator.project());
    writer.key("sdkInfo");
    writer.raw(R"({"sdkType":"gatescope"})");
    writer.key("sdkParams");
    writer.raw("{}");
    writer.key("evaluated_keys");
    writeEvaluatedKeys(writer, user.json());
    writeSessionReplay(writer, recording, passesGate, user, options.hash);
    writePrivateAttributesHash(writer, user.json().member("privateAttributes"));
    if (options.format == InitializeFormat::InitV2) {
        writer.key("response_format");
        writer.text("init-v2");
    }
    writer.endObject();
    return writer.take();
}

} // namespace Gatescope
