// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"

namespace Gatescope {

/// A member of cmab_configs (facts §3.9). Fields of the wrong type are read as absent.
Bandit compileBandit(const JsonValue &source, PayloadTexts &texts);

} // namespace Gatescope
