// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "patternreader.h"

#include <optional>

namespace Gatescope {

/// A class of the SDK's regular expressions in PCRE2's way, read after its bracket: classes within classes,
/// && for what is in both, -- for what is in the first alone, ~~ for what is in one of both, and names of
/// classes that mean ASCII. Nothing if it is none, and then no expression at all.
std::optional<std::string> translatedClass(PatternReader &reader);

} // namespace Gatescope
