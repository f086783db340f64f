// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <optional>

namespace Gatescope {

/// Where a value is in another: by keys and positions, so that it is found again in a newer document.
class JsonPlace
{
public:
    /// `value` is `root` or in it.
    JsonPlace(const JsonValue &root, JsonValue value);

    JsonValue in(const JsonValue &root) const; ///< missing if there is nothing of the kind

private:
    struct Step
    {
        std::optional<std::string> key;
        quint32 row = 0;

        JsonValue in(const JsonValue &parent) const;
    };
    std::vector<Step> m_steps; ///< from the value up
};

/// How a tree stands.
struct JsonFolds
{
    std::vector<JsonPlace> unfolded;
    std::optional<JsonPlace> current;
    std::optional<JsonPlace> first; ///< the row on top
};

} // namespace Gatescope
