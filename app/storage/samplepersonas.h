// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/personas/persona.h>

namespace Gatescope {

/// The users that go with the built-in sandbox's project, as personas of a first workspace.
QList<Persona> samplePersonas();

} // namespace Gatescope
