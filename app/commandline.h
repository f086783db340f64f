// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QSize>
#include <QStringList>

#include <optional>

namespace Gatescope {

/// What the program was asked to do.
struct CommandLine
{
    enum class Action { Window, Tour, Ask, Diff, Evaluate, Explain, Initialize, Sandbox, Help, Version };

    Action action = Action::Window;
    QStringList commandArguments; ///< of the headless commands, not read further here
    QString specsFile; ///< Window, Tour: what the sandbox serves; empty: the sample
    QString screenshotsFolder; ///< Tour; empty: a new temporary one
    bool dark = false; ///< Tour
    bool presenter = false; ///< Tour
    QSize size {1440, 900}; ///< Tour
    QString helpText; ///< Help
};

/// Reads the arguments after the program's name. Errors: BadInput, with a sentence naming the argument.
Result<CommandLine> readCommandLine(const QStringList &arguments);

} // namespace Gatescope
