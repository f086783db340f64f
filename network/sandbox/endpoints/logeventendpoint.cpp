// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "../requestbody.h"
#include "endpoints.h"

#include <algorithm>

namespace Gatescope::Endpoints {

namespace {

HttpResponse accepted()
{
    HttpResponse response = jsonAnswer(QByteArrayLiteral(R"({"success":true})"));
    response.status = 202;
    return response;
}

bool isOneOf(const JsonValue &value, std::initializer_list<JsonDocument::Kind> kinds)
{
    return !value.isValid() || value.isNull() || std::ranges::find(kinds, value.kind()) != kinds.end();
}

std::optional<HttpResponse> refuseEvent(const JsonValue &event, const std::string &field)
{
    using Kind = JsonDocument::Kind;
    if (!event.isObject())
        return wrongType(field, "an object", event);
    const JsonValue name = event["eventName"];
    if (!name.isValid())
        return missingField(field + ".eventName", "every event has a name");
    if (!name.isString() || name.toUtf8().empty())
        return wrongType(field + ".eventName", "a string that is not empty", name);
    if (!isOneOf(event["value"], {Kind::String, Kind::Number}))
        return wrongType(field + ".value", "a string or a number", event["value"]);
    if (!isOneOf(event["metadata"], {Kind::Object}))
        return wrongType(field + ".metadata", "an object", event["metadata"]);
    if (!isOneOf(event["time"], {Kind::Number, Kind::String}))
        return wrongType(field + ".time", "a number of milliseconds", event["time"]);
    const JsonValue user = event["user"];
    return !user.isValid() || user.isNull() ? std::nullopt : refuseUser(user, field + ".user");
}

} // namespace

HttpResponse logEvent(const SandboxState &, const SandboxCall &call)
{
    const Asked<RequestBody> body = RequestBody::read(call.request);
    if (!body)
        return body.error();
    const JsonValue events = body->json()["events"];
    if (!events.isValid())
        return missingField("events", "send an array of events");
    if (!events.isArray())
        return wrongType("events", "an array", events);
    for (quint32 i = 0; i < events.size(); ++i) {
        if (auto refused = refuseEvent(events.at(i), "events[" + std::to_string(i) + ']'))
            return std::move(*refused);
    }
    return accepted();
}

HttpResponse sdkException(const SandboxState &, const SandboxCall &)
{
    return accepted();
}

} // namespace Gatescope::Endpoints
