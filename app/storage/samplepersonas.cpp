// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "samplepersonas.h"

#include <ui/sampleusers.h>

namespace Gatescope {

QList<Persona> samplePersonas()
{
    QList<Persona> personas;
    for (const SampleUser &sample : sampleUsers()) {
        Persona persona;
        persona.name = sample.name;
        persona.tags = {QStringLiteral("sample")};
        persona.user = sample.user;
        personas.append(persona);
    }
    return personas;
}

} // namespace Gatescope
