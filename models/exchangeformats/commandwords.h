// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QByteArray>

namespace Gatescope {

/// Whose quoting a command line is written in.
enum class CommandShell { Sh, Cmd };

/// The shell that copied commands are meant for, by their first line ends and quotes outside of others.
CommandShell shellOf(const QByteArray &commands);

/// The words that a shell would hand to the program, up to the command's end; nothing is expanded or run, so
/// that "$HOME" stays as it is. The error is a sentence: a quote that is never closed.
///
/// sh: quotes, $'…' with its escapes, a backslash before a line end, comments. cmd: the carets of cmd.exe and
/// then the quotes and backslashes of the C runtime, as browsers write them.
Result<QByteArrayList> commandWords(const QByteArray &command, CommandShell shell);

/// One of several commands.
struct WordsOfCommand
{
    QByteArrayList words;
    qsizetype end = 0; ///< where the next begins
};
/// The same of the command that begins at `start` of a text. Without words: there is none up to the end.
Result<WordsOfCommand> commandWordsAt(const QByteArray &text, qsizetype start, CommandShell shell);

} // namespace Gatescope
