// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonpersonas.h"

#include <models/exchangeformats/harfile.h>

namespace Gatescope {

/// \name The users in requests to Statsig that others wrote down, each once; what cannot be read as sentences
/// @{
/// Commands as readCommands() reads them.
void takeCommands(const QString &text, JsonPersonas &found);
void takeHar(const HarFile &har, JsonPersonas &found);
/// @}

} // namespace Gatescope
