// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QByteArray>

namespace Gatescope {

/// Whose quoting a command line is written in.
enum class CommandShell { Sh, Cmd };

/// The shell that a copied command is meant for, by its line ends and quotes.
CommandShell shellOf(const QByteArray &command);

/// The words that a shell would hand to the program, up to the command's end; nothing is expanded or run, so
/// that "$HOME" stays as it is. The error is a sentence: a quote that is never closed.
///
/// sh: quotes, $'…' with its escapes, a backslash before a line end, comments. cmd: the carets of cmd.exe and
/// then the quotes and backslashes of the C runtime, as browsers write them.
Result<QByteArrayList> commandWords(const QByteArray &command, CommandShell shell);

} // namespace Gatescope
