// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Gatescope {

/// \name Any text as a literal that stands for exactly it
///
/// What a terminal or an editor would act on or hide (control characters, line and paragraph separators,
/// marks that turn the direction of text) is escaped; line ends stay where the language lets them. NUL, which
/// no argument of a command can hold, is left out for sh.
/// @{
QString shLiteral(const QString &text); ///< one word of any POSIX shell
QString powerShellLiteral(const QString &text); ///< also of 5.1
QString pythonLiteral(const QString &text);
QString javaScriptLiteral(const QString &text);
QString goLiteral(const QString &text); ///< raw where it can be
/// @}

} // namespace Gatescope
