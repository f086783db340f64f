// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "../requestbody.h"
#include "endpoints.h"

namespace Gatescope::Endpoints {

namespace {

/// In the query of a GET, in the body of a POST, which may also be empty.
Asked<qint64> sinceTimeOf(const HttpRequest &request)
{
    if (request.method == "GET" || request.body.isEmpty()) {
        const QByteArray text = request.queryItem("sinceTime");
        bool isNumber = true;
        const qint64 time = text.isEmpty() ? 0 : text.toLongLong(&isNumber);
        if (!isNumber)
            return std::unexpected(refusal(400, "\"sinceTime\" must be a whole number of milliseconds."));
        return time;
    }
    const Asked<RequestBody> body = RequestBody::read(request);
    if (!body)
        return std::unexpected(body.error());
    return body->time("sinceTime");
}

HttpResponse specs(const SandboxState &state, const SandboxCall &call, Project::Format format)
{
    const Asked<qint64> since = sinceTimeOf(call.request);
    if (!since)
        return since.error();
    if (state.project().time() > 0 && *since >= state.project().time())
        return jsonAnswer(QByteArrayLiteral(R"({"has_updates":false})"));
    return jsonAnswer(state.specs(format));
}

} // namespace

HttpResponse specsV1(const SandboxState &state, const SandboxCall &call)
{
    return specs(state, call, Project::Format::V1);
}

HttpResponse specsV2(const SandboxState &state, const SandboxCall &call)
{
    return specs(state, call, Project::Format::V2);
}

} // namespace Gatescope::Endpoints
