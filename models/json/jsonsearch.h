// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsondocument.h"

#include <stop_token>

namespace Gatescope {

/// What is looked for in a JSON text.
struct JsonQuery
{
    enum class How {
        Text, ///< anywhere in a key or value, decoded: é finds \u00e9
        Pattern, ///< a regular expression, as QRegularExpression has them
        Path, ///< JSONPath (RFC 9535)
    };
    enum class Where { Everywhere, Keys, Values };

    QString text;
    How how = How::Text;
    Where where = Where::Everywhere; ///< for texts and patterns
    bool matchesCase = false; ///< for texts and patterns

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const JsonQuery &) const = default;
};

/// Nodes found, in the order of the document; a member is found by its key as well as by its value.
struct JsonFindings
{
    std::vector<JsonDocument::Id> nodes;
    bool isComplete = true; ///< false: it was stopped

    bool operator==(const JsonFindings &) const = default;
};

/// Looks in `root` and all in it; an empty query finds nothing. Errors: BadInput with a sentence that says
/// where in the pattern or path. Any thread; ends soon after `stop` is requested.
Result<JsonFindings> findInJson(
    const JsonValue &root, const JsonQuery &query, const std::stop_token &stop = {});

} // namespace Gatescope
