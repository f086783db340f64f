// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanation.h"

#include <string_view>

namespace Gatescope {

/// \name How the values of an explanation are called in its JSON. These names stay as they are.
/// @{
std::string_view jsonName(EntityKind value);
std::string_view jsonName(Explanation::Cause value);
std::string_view jsonName(MissingFact::Cause value);
std::string_view jsonName(ExplanationRow::Kind value);
std::string_view jsonName(ExplanationRow::Result value);
std::string_view jsonName(ValueSource value);
std::string_view jsonName(Reason value);
std::string_view jsonName(SpecTable value);
/// @}

} // namespace Gatescope
