// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "writtenrequest.h"

namespace Gatescope {

/// Whether a text is meant as a command of PowerShell that sends a request.
bool looksLikePowerShell(const QString &text);

/// The request of Invoke-WebRequest or Invoke-RestMethod, or of curl as called in PowerShell. Of the language
/// only what such commands are written with is understood: strings, variables that were set to a string,
/// tables of headers, UTF8.GetBytes("…").
Result<WrittenRequest> requestFromPowerShell(const QString &text);

} // namespace Gatescope
