// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exposurelists.h"

#include <algorithm>
#include <unordered_set>

namespace Gatescope {

Exposures distinctExposures(const Exposures &exposures)
{
    constexpr std::size_t few = 16;
    Exposures distinct;
    std::unordered_set<std::string> seen;
    for (const Exposure &exposure : exposures) {
        if (exposures.size() <= few) {
            if (std::ranges::find(distinct, exposure) != distinct.end())
                continue;
        } else if (!seen
                       .insert(exposure.gate + '|' + (exposure.gateValue ? '1' : '0') + '|' + exposure.ruleId)
                       .second) {
            continue;
        }
        distinct.push_back(exposure);
    }
    return distinct;
}

void writeExposure(JsonWriter &writer, std::string_view gate, const Exposure &exposure)
{
    writer.beginObject();
    writer.key("gate");
    writer.text(gate);
    writer.key("gateValue");
    writer.text(exposure.gateValue ? "true" : "false");
    writer.key("ruleID");
    writer.text(exposure.ruleId);
    writer.endObject();
}

} // namespace Gatescope
