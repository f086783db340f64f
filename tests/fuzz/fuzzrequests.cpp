// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"
#include "sampleservice.h"

#include <network/sandbox/requestguard.h>
#include <network/sandbox/sandboxrecorder.h>

#include <QDateTime>

#include <algorithm>
#include <future>

namespace Gatescope::Fuzz {

namespace {

/// Lines end in LF alone, so that a CR is a byte like others: a request line, fields, an empty line, the
/// body.
HttpRequest requestOf(const QByteArray &input)
{
    const qsizetype headEnd = input.indexOf("\n\n");
    QList<QByteArray> lines = input.left(headEnd).split('\n');
    const QList<QByteArray> words = lines.takeFirst().split(' ');
    HttpRequest request;
    request.method = words.value(0);
    request.target = words.value(1);
    request.version = words.value(2);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon), colon < 0 ? QByteArray() : line.mid(colon + 1).trimmed()});
    }
    if (headEnd >= 0)
        request.body = input.mid(headEnd + 2);
    return request;
}

bool canSplitAnswers(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

Complaint checkHeaders(const HttpResponse &response)
{
    if (canSplitAnswers(response.contentType))
        return "a content type splits an answer";
    for (const HttpHeader &header : response.headers) {
        if (canSplitAnswers(header.name) || canSplitAnswers(header.value))
            return "a header splits an answer";
    }
    return {};
}

Complaint checkBody(const HttpResponse &response)
{
    const bool isText = response.contentType != "application/json";
    if (isText || response.body.isEmpty())
        return response.status >= 400 && response.status != 416 ? "a refusal without a body" : Complaint();
    const auto document = JsonDocument::parse(response.body);
    if (!document)
        return "an answer is not JSON: " + document.error().message.toStdString();
    if (response.status >= 400 && (*document)->root()["message"].toUtf8().empty())
        return "a refusal without a sentence";
    return {};
}

Complaint checkResponse(const HttpResponse &response)
{
    static constexpr std::array statuses {200, 202, 204, 206, 400, 401, 403, 404, 405, 413, 415, 416};
    if (std::ranges::find(statuses, response.status) == statuses.end())
        return "an answer of status " + std::to_string(response.status);
    Complaint complaint = checkHeaders(response);
    return complaint.empty() ? checkBody(response) : complaint;
}

/// What the guard lets pass.
Complaint checkAdmitted(const HttpRequest &request)
{
    if (request.headerCount("Host") != 1 || !isLoopbackHost(request.header("Host")))
        return "a host is answered that is not this machine";
    const int lengths = request.headerCount("Content-Length");
    if (lengths + request.headerCount("Transfer-Encoding") > 1)
        return "a body that ends in two ways is read";
    bool isNumber = true;
    if (lengths == 1 && (request.header("Content-Length").toLongLong(&isNumber) < 0 || !isNumber))
        return "a length is read that is none";
    for (const HttpHeader &header : request.headers) {
        if (canSplitAnswers(header.value) || canSplitAnswers(header.name))
            return "a line's end in a field is read";
    }
    return {};
}

/// What people see of a request, which a thread of the recorder's own reads.
Complaint checkRecorded(const HttpRequest &request, const SandboxService::Answer &answer)
{
    std::promise<SandboxActivity> promise;
    std::future<SandboxActivity> told = promise.get_future();
    SandboxRecorder recorder([&promise](const SandboxActivity &activity) { promise.set_value(activity); });
    recorder.add(request, answer, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), {});
    const SandboxActivity activity = told.get();
    if (activity.request.body.size() > request.body.size() + SandboxRequest::maxBodyBytes)
        return "a request is kept whole whatever its length";
    if (activity.request.path.contains(QLatin1String("secret-sandbox")))
        return "a key is shown in a path";
    for (const ReceivedEvent &event : activity.events) {
        if (!JsonDocument::parse(event.json))
            return "an event is kept that is no JSON";
    }
    return {};
}

} // namespace

Complaint fuzzRequests(const QByteArray &input)
{
    const HttpRequest request = requestOf(input);
    if (const auto refused = refuseMalformed(request))
        return checkResponse(*refused);
    if (Complaint complaint = checkAdmitted(request); !complaint.empty())
        return complaint;
    const SandboxService &service = sampleService();
    if (const auto refused = service.admit(request))
        return checkResponse(*refused);
    const SandboxService::Answer answer = service.answer(request);
    Complaint complaint = checkResponse(answer.response);
    return complaint.empty() ? checkRecorded(request, answer) : complaint;
}

} // namespace Gatescope::Fuzz
