// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonpathsyntax.h"
#include "jsonsearch.h"

namespace Gatescope {

/// A JSONPath (RFC 9535), ready to be asked about any document. Regular expressions in it are
/// QRegularExpression's.
class JsonPathQuery
{
public:
    /// Errors: BadInput with a sentence that names the character. Any thread.
    static Result<JsonPathQuery> parse(const QString &text);

    /// Each node once, in the order of the document. `root` stands for $.
    JsonFindings find(const JsonValue &root, const std::stop_token &stop = {}) const;

private:
    explicit JsonPathQuery(JsonPath::Query query);

    JsonPath::Query m_query;
};

} // namespace Gatescope
