// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

namespace Gatescope {

/// Fills the arena of a document from its bytes: simdjson finds the tokens, every byte between and inside
/// them is checked here, because On-Demand leaves much of that to its caller (facts of the platform:
/// docs/architecture.md).
class JsonArenaBuilder
{
public:
    JsonArenaBuilder(JsonDocument &document, const JsonLimits &limits);
    ~JsonArenaBuilder();

    /// False if the text is not JSON within the limits; why is for JsonFaultFinder to say.
    bool build();

private:
    class Walk;
    JsonDocument &m_document;
    JsonLimits m_limits;
};

} // namespace Gatescope
