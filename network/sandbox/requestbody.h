// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpmessage.h"

#include <models/evaluation/evaluationuser.h>

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace Gatescope {

/// What was asked for, or the answer that refuses it.
template<class T>
using Asked = std::expected<T, HttpResponse>;

/// The JSON object in a request's body. Every refusal says which field is wrong and how.
class RequestBody
{
public:
    /// Undoes the encodings of the SDKs (facts §1.7, §1.8): Content-Encoding gzip or zstd, gz=1, se=1.
    /// Refuses with 400 (not a JSON object), 413 (too large unpacked), 415 (unknown encoding).
    static Asked<RequestBody> read(const HttpRequest &request);

    const JsonValue &json() const { return m_object; }
    const JsonDocumentPtr &document() const { return m_document; }
    bool has(std::string_view key) const; ///< there and not null

    Asked<std::string> text(std::string_view key) const; ///< refused if absent or empty
    Asked<std::vector<std::string>> texts(std::string_view key) const; ///< refused if absent or empty
    Asked<qint64> time(std::string_view key) const; ///< ms; 0 if absent
    Asked<EvaluationUser> user() const; ///< refused if absent

private:
    explicit RequestBody(JsonDocumentPtr document);

    JsonDocumentPtr m_document;
    JsonValue m_object;
};

/// "events[2].user" must be an object, but is a text.
HttpResponse wrongType(const std::string &field, const char *expected, const JsonValue &found);
HttpResponse missingField(const std::string &field, const char *hint);
/// Refuses what no StatsigUser can be; `field` is how it is called in the sentence.
std::optional<HttpResponse> refuseUser(const JsonValue &user, const std::string &field);

} // namespace Gatescope
