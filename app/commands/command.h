// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QTextStream>

namespace Gatescope {

/// Exit codes of the program, whichever command.
enum ExitCode { ExitSuccess = 0, ExitFailed = 1, ExitDifferent = 1, ExitBadInput = 2 };

/// Where a command speaks: results to `out`, everything else to `err`.
struct CommandStreams
{
    QTextStream &out;
    QTextStream &err;
};

/// \name The headless commands. `arguments` is what follows the command's name; the answer is an ExitCode.
/// Each handles --help itself and never ends the process.
/// @{
int runEvaluate(const QStringList &arguments, CommandStreams streams);
int runInitialize(const QStringList &arguments, CommandStreams streams);
int runDiff(const QStringList &arguments, CommandStreams streams);
int runExplain(const QStringList &arguments, CommandStreams streams);
/// `key` is the environment's; empty: there was none.
int runAsk(const QStringList &arguments, const QString &key, CommandStreams streams);
int runSandbox(const QStringList &arguments, CommandStreams streams);
/// @}

} // namespace Gatescope
