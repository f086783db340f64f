// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QList>

namespace Gatescope {

/// One token of a script: a word as it stands, a string as it reads, or one of the signs ( ) { } = ; and
/// "\n".
struct PowerShellToken
{
    enum class Kind { Word, String, Sign };
    Kind kind = Kind::Word;
    QString text;

    bool isSign(QChar sign) const { return kind == Kind::Sign && text == sign; }
};

/// The tokens of a script; comments and continued line ends are gone, and `$([char]233)` in a string is its
/// character. Other variables in strings stay as they are written. The error: a string that is never closed.
Result<QList<PowerShellToken>> powerShellTokens(const QString &script);

} // namespace Gatescope
