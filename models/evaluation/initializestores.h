// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonwriter.h"
#include "project.h"

#include <models/statsig/requests.h>

#include <optional>

namespace Gatescope {

/// Which entities a client key gets to see: those of its target app, or all where none is known for it.
class AppFilter
{
public:
    /// `selected` is the app that was chosen without a key.
    AppFilter(
        const Project &project, const std::string &clientKey, const std::optional<std::string> &selected);

    const std::optional<std::string> &appId() const { return m_appId; }
    /// The specs know apps by key, but none for this one.
    bool isWithoutApp() const { return m_isWithoutApp; }
    /// By the target apps of an entity.
    bool admits(const std::vector<std::string> &targetAppIds) const;
    bool admitsStore(const JsonValue &store) const;

private:
    std::optional<std::string> m_appId;
    bool m_isFiltering = false;
    bool m_isWithoutApp = false;
};

/// The parameter stores with the names they refer to hashed.
void writeParamStores(
    JsonWriter &writer, const JsonValue &stores, HashAlgorithm algorithm, const AppFilter &filter);

} // namespace Gatescope
