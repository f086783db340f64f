// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "persona.h"

#include <models/privacy/disguise.h>

namespace Gatescope {

/// The persona as presenter mode exports it. Any thread.
Persona disguised(Persona persona, const Disguise &disguise);

} // namespace Gatescope
