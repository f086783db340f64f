// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"

#include <network/sandbox/bodydecoder.h>
#include <network/sandbox/requestbody.h>
#include <tests/network/compression.h>

namespace Gatescope::Fuzz {

namespace {

constexpr qsizetype bodyCap = 1024 * 1024;

/// The cap is exact: what unpacks to so many bytes is taken at that cap, and at none below.
Complaint checkCap(const QByteArray &input, const char *encoding)
{
    const auto decoded = decodeBody(input, encoding, bodyCap);
    if (!decoded)
        return {};
    if (decoded->size() > bodyCap)
        return "more is unpacked than the cap";
    if (decodeBody(input, encoding, decoded->size()) != decoded)
        return "a body at the cap is refused or another";
    const auto below = decodeBody(input, encoding, decoded->size() - 1);
    if (!decoded->isEmpty() && (below || below.error() != DecodeFailure::TooLarge))
        return "a body over the cap is not refused as too large";
    return {};
}

Complaint checkRoundTrips(const QByteArray &input)
{
    if (decodeBody(Test::gzip(input), "gzip", bodyCap) != input)
        return "gzip does not give back what was packed";
    if (decodeBody(Test::zstd(input), "zstd", bodyCap) != input)
        return "zstd does not give back what was packed";
    return {};
}

/// Everything an endpoint may ask of any member.
void askEverything(const RequestBody &body)
{
    for (quint32 i = 0; i < body.json().size(); ++i) {
        const std::string key = body.json().at(i).keyUtf8();
        body.has(key);
        body.text(key);
        body.texts(key);
        body.time(key);
        refuseUser(body.json().at(i), key);
    }
    body.user();
}

Complaint checkRequest(const QByteArray &body, const char *target, const char *encoding)
{
    HttpRequest request;
    request.method = "POST";
    request.target = target;
    request.headers.append(HttpHeader {"Content-Encoding", encoding});
    request.body = body;
    const auto read = RequestBody::read(request);
    if (read) {
        askEverything(*read);
        return read->json().isObject() ? Complaint() : "a body is read that is no object";
    }
    const int status = read.error().status;
    if (status != 400 && status != 413 && status != 415)
        return "a body is refused with " + std::to_string(status);
    return JsonDocument::parse(read.error().body) ? Complaint() : "a refusal is no JSON";
}

} // namespace

Complaint fuzzBodies(const QByteArray &input)
{
    for (Complaint complaint : {checkCap(input, "gzip"), checkCap(input, "zstd"), checkCap(input, "identity"),
             checkRoundTrips(input), checkRequest(input, "/v1/log_event", ""),
             checkRequest(input, "/v1/log_event", "gzip"), checkRequest(input, "/v1/log_event", "zstd"),
             checkRequest(input, "/v1/rgstr?gz=1", ""), checkRequest(input, "/v1/initialize?se=1", ""),
             checkRequest(Test::gzip(input), "/v1/rgstr?gz=1&se=1", "")}) {
        if (!complaint.empty())
            return complaint;
    }
    return {};
}

} // namespace Gatescope::Fuzz
