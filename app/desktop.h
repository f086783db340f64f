// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "commandline.h"
#include "commands/command.h"

namespace Gatescope {

/// Opens the window on the sandbox and runs until it is closed. Needs a QApplication; returns an ExitCode.
int runWindow(const CommandLine &line, CommandStreams streams);
/// Drives the same window through every page, with settings of its own. Needs a QApplication; returns an
/// ExitCode.
int runTour(const CommandLine &line, CommandStreams streams);

} // namespace Gatescope
