// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "phrase.h"

namespace Gatescope {

/// A condition as a translated clause: "country is one of DE, AT". Of many targets the first few are named.
Phrases conditionWords(const Project &project, const Spec &spec, const Condition &condition);
} // namespace Gatescope
