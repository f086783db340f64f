// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonwriter.h"
#include "verdict.h"

namespace Gatescope {

/// Each exposure once, at its first place: how responses list them (facts §3.10).
Exposures distinctExposures(const Exposures &exposures);
/// {"gate":…,"gateValue":"true"|"false","ruleID":…}
void writeExposure(JsonWriter &writer, std::string_view gate, const Exposure &exposure);

} // namespace Gatescope
