// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

#include <functional>

namespace Gatescope {

/// No command that people copy is longer.
inline constexpr qsizetype maxCommandBytes = 8 * 1024 * 1024;

/// Nor are all the commands of a page.
inline constexpr qsizetype maxCommandsBytes = 2 * maxCommandBytes;

/// Whether a text is meant as a command that sends a request: worth trying with exchangeFromCommand(), whose
/// error is then the one to show. Cheap.
bool looksLikeCommand(const QString &text);

/// The request of a command as people copy it from a browser, a terminal or a manual: curl for sh and cmd,
/// and curl or Invoke-WebRequest for PowerShell. Nothing is run, no file is read, no variable expanded.
///
/// Keys and credentials are gone (withoutSecrets()); the exchange has no answer. The error is a sentence. Any
/// thread.
Result<Exchange> exchangeFromCommand(const QString &text);

/// The same of every command in a text, in their order: joined by ";" or "&" as browsers do for all requests,
/// line by line, with empty lines between them, behind curl's --next. Other commands are passed over; where
/// there is no other, the error says so. `take` says whether to go on. Takes a time that grows with the text.
void readCommands(const QString &text, const std::function<bool(const Result<Exchange> &)> &take);

} // namespace Gatescope
