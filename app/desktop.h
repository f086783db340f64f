// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "application.h"
#include "commandline.h"
#include "commands/command.h"

#include <future>

namespace Gatescope {

/// What the window opens on: the sample with its ID lists, or the specs in a file of the user's. Errors: the
/// file's. Any thread.
Result<Application::Options> applicationOptions(const QString &specsFile);

/// What can be done while Qt starts, each on a thread of its own.
struct Preparations
{
    std::future<Result<Application::Options>> options;
    std::future<void> fonts;
};
/// Begins them. To be called by the main thread before it makes the QApplication.
Preparations prepare(const QString &specsFile);

/// Opens the window on the sandbox and runs until it is closed. Needs a QApplication; returns an ExitCode.
/// `key` is the environment's, held in memory alone; empty: there was none.
int runWindow(Preparations preparations, const QString &key, CommandStreams streams);
/// Drives the same window through every page, with settings of its own. Needs a QApplication; returns an
/// ExitCode.
int runTour(const CommandLine &line, Preparations preparations, CommandStreams streams);

} // namespace Gatescope
