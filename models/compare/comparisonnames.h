// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparison.h"

namespace Gatescope {

/// \name How the values of a comparison are called in its JSON. These names stay as they are.
/// @{
std::string_view jsonName(ComparedType value);
std::string_view jsonName(ComparedKind value);
std::string_view jsonName(Change value);
/// @}

} // namespace Gatescope
