// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace Gatescope {

/// What $'…' of bash stands for, as bytes.
struct AnsiCQuoted
{
    QByteArray text;
    qsizetype length = 0; ///< of what was read, with the closing quote
};

/// Reads from behind the opening quote; nothing if there is no closing one. \xHH and \NNN are bytes, \uHHHH
/// and
/// \UHHHHHHHH code points, of which two that are a surrogate pair are one.
std::optional<AnsiCQuoted> ansiCQuoted(QByteArrayView text);

} // namespace Gatescope
