// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope {

/// No command that people copy is longer.
inline constexpr qsizetype maxCommandBytes = 8 * 1024 * 1024;

/// Whether a text is meant as a command that sends a request: worth trying with exchangeFromCommand(), whose
/// error is then the one to show. Cheap.
bool looksLikeCommand(const QString &text);

/// The request of a command as people copy it from a browser, a terminal or a manual: curl for sh and cmd,
/// and curl or Invoke-WebRequest for PowerShell. Nothing is run, no file is read, no variable expanded.
///
/// Keys and credentials are gone (withoutSecrets()); the exchange has no answer. The error is a sentence. Any
/// thread.
Result<Exchange> exchangeFromCommand(const QString &text);

} // namespace Gatescope
