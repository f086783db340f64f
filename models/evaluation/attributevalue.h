// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "textset.h"

#include <models/json/jsondocument.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Gatescope {

/// A value of a user in every form an operator may ask for (facts §4.1). Immutable once made.
struct AttributeValue
{
    static AttributeValue fromJson(const JsonValue &value);
    static AttributeValue fromText(std::string text);
    static AttributeValue fromNumber(double number);
    /// As current_time is: comparable as a time, but neither a number nor a text.
    static AttributeValue fromTime(qint64 milliseconds);

    // First what most operators ask for.
    std::optional<std::string> text; ///< none for null and objects
    FoldedText lower; ///< the text in lower case; empty without one
    std::optional<double> number;
    std::optional<qint64> integer;
    std::optional<qint64> time; ///< of texts only
    std::optional<bool> boolean;
    bool isNull = true; ///< JSON null, absent, or a value computed without a JSON form
    std::optional<std::vector<std::optional<std::string>>> elements; ///< an array's, as text
    std::optional<std::vector<std::pair<std::string, std::optional<std::string>>>>
        members; ///< an object's, as text

private:
    void setText(std::string value);
};

/// A JSON value as compact text with numbers normalized, the form SDKs compare and print.
std::string normalizedJson(const JsonValue &value);

} // namespace Gatescope
