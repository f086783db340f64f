// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "persona.h"

namespace Gatescope {

/// \name The file of a persona: one JSON object (docs/personas.md). Any thread
/// @{
inline constexpr qsizetype maxPersonaFileBytes = 4 * 1024 * 1024;

/// A file without a name is called as its file. Its id is the file's name without the ending. Errors name the
/// file and what of it is wrong.
Result<Persona> readPersonaFile(const QString &fileName, const QByteArray &bytes);
/// Pretty-printed: name, tags, notes, user, then what others wrote; empty ones are left out. What was written
/// so is written so again, byte for byte.
QByteArray writePersonaFile(const Persona &persona);
/// The error is a sentence: its file would be too large to be read.
Result<> checkPersonaSize(const Persona &persona);
/// The same object without white space, as one line.
QByteArray personaToJson(const Persona &persona);
/// What readPersonaFile() does with the object it finds.
Result<Persona> personaFromJson(const JsonValue &object);
/// @}

} // namespace Gatescope
