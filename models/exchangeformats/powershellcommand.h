// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "writtenrequest.h"

#include <functional>

namespace Gatescope {

/// Whether a text is meant as a command of PowerShell that sends a request.
bool looksLikePowerShell(const QString &text);

/// The request of Invoke-WebRequest or Invoke-RestMethod, or of curl as called in PowerShell. Of the language
/// only what such commands are written with is understood: strings, variables that were set to a string,
/// tables of headers, UTF8.GetBytes("…").
Result<WrittenRequest> requestFromPowerShell(const QString &text);
/// Each of a script's; `take` says whether to go on. One error where there is none, or the script is broken.
void readPowerShell(const QString &text, const std::function<bool(Result<WrittenRequest>)> &take);

} // namespace Gatescope
