// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exposurelists.h"

namespace Gatescope {

Exposures distinctExposures(const Exposures &exposures)
{
    Exposures distinct;
    forEachDistinctExposure(exposures, [&](const Exposure &exposure) { distinct.push_back(exposure); });
    return distinct;
}

void writeExposure(JsonWriter &writer, const Exposure &exposure)
{
    JsonWriter gate;
    gate.text(exposure.gate);
    const QByteArrayView token = gate.json();
    writeExposure(writer, {token.data(), std::size_t(token.size())}, exposure.gateValue, exposure.ruleId);
}

void writeExposure(JsonWriter &writer, std::string_view gate, bool gateValue, std::string_view ruleId)
{
    writer.beginObject();
    writer.plainKey("gate");
    writer.raw(gate);
    writer.rawMembers(gateValue ? R"("gateValue":"true","ruleID":)" : R"("gateValue":"false","ruleID":)");
    writer.text(ruleId);
    writer.endObject();
}

} // namespace Gatescope
