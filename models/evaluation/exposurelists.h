// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonwriter.h"
#include "verdict.h"

#include <algorithm>
#include <unordered_set>

namespace Gatescope {

/// Calls `use` with each exposure once, at its first place: how responses list them (facts §3.10).
void forEachDistinctExposure(const auto &exposures, auto &&use)
{
    constexpr std::size_t few = 16;
    const auto begin = exposures.begin();
    if (exposures.size() <= few) {
        for (auto exposure = begin; exposure != exposures.end(); ++exposure) {
            if (std::find(begin, exposure, *exposure) == exposure)
                use(*exposure);
        }
        return;
    }
    std::unordered_set<std::string> seen;
    for (const auto &exposure : exposures) {
        std::string text(exposure.gate);
        text.append(exposure.gateValue ? "|1|" : "|0|").append(exposure.ruleId);
        if (seen.insert(std::move(text)).second)
            use(exposure);
    }
}

/// Each exposure once, at its first place.
Exposures distinctExposures(const Exposures &exposures);
/// {"gate":…,"gateValue":"true"|"false","ruleID":…}
void writeExposure(JsonWriter &writer, const Exposure &exposure);
/// The same; `gate` is a JSON token.
void writeExposure(JsonWriter &writer, std::string_view gate, bool gateValue, std::string_view ruleId);

} // namespace Gatescope
