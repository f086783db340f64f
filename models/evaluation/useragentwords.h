// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace Gatescope {

/// A product or system a user agent names, with its version if it has one. The texts live as long as the
/// agent's.
struct AgentWord
{
    std::string_view tag;
    std::string_view version;
};

/// A user agent taken apart.
struct AgentWords
{
    std::vector<AgentWord> words;
    std::optional<AgentWord> system; ///< the first system named with a version
    std::optional<AgentWord> browser; ///< the last product that decides the browser alone
    bool saysLinux = false;
    bool saysIos = false;
    bool saysMacOs = false;
    bool saysWindows = false;
    bool saysMobile = false;
    bool saysSafari = false;
    bool saysPlayStation = false;
    bool saysHuawei = false;
    bool saysCfNetwork = false;
    bool saysCrawler = false;

    /// The last word of that tag; null if there is none.
    const AgentWord *find(std::string_view tag) const;
};

AgentWords readAgentWords(std::string_view text);

} // namespace Gatescope
