// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "personatable.h"

namespace Gatescope {

/// Personas as a table that personasOf() reads back: a column for each attribute that any of them has, and
/// one for whole users as JSON where a user does not come back the same from its cells. All are written so
/// where there would be more columns than are read.
PersonaTable tableOf(const QList<Persona> &personas);
/// RFC 4180, with a row of titles.
QByteArray csvOf(const PersonaTable &table);

} // namespace Gatescope
