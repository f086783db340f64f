// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personastore.h"

#include <algorithm>

namespace Gatescope {

const Persona *PersonaStore::find(const QString &id) const
{
    const auto found = std::ranges::find(personas(), id, &Persona::id);
    return found == personas().end() ? nullptr : &*found;
}

} // namespace Gatescope
