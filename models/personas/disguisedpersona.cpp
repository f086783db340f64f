// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "disguisedpersona.h"

namespace Gatescope {

Persona disguised(Persona persona, const Disguise &disguise)
{
    persona.name = disguise.text(persona.name);
    persona.notes = disguise.text(persona.notes);
    for (QString &tag : persona.tags)
        tag = disguise.text(tag);
    // Pseudonyms are strings: a user stays one.
    if (auto user = StatsigUser::fromJson(disguise.json(persona.user.toJson())))
        persona.user = std::move(*user);
    else
        persona.user = {};
    for (JsonMember &member : persona.otherMembers)
        member.json = disguise.json(member.json);
    return persona;
}

} // namespace Gatescope
