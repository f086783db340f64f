// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"

#include <models/personas/personaexport.h>
#include <models/personas/personafile.h>
#include <models/personas/personaimport.h>
#include <models/personas/workspacefile.h>

#include <algorithm>

namespace Gatescope::Fuzz {

namespace {

constexpr qsizetype enoughPersonas = 20; ///< to write them again in each format

Complaint checkFile(const Persona &persona)
{
    const QByteArray bytes = writePersonaFile(persona);
    const auto read = readPersonaFile(QStringLiteral("p.json"), bytes);
    if (!read)
        return "a persona's file cannot be read again";
    if (writePersonaFile(*read) != bytes)
        return "a persona's file is not written as it was";
    return {};
}

/// What is exported is imported the same.
Complaint checkExport(const QList<Persona> &personas, PersonaFormat format)
{
    PersonaExportOptions options;
    options.withPrivateValues = true;
    const PersonaImport import = readPersonas(exportPersonas(personas, format, options));
    if (import.personas.size() != personas.size())
        return "an export has another number of personas";
    const bool isSame = format == PersonaFormat::Csv
        ? std::ranges::equal(import.personas, personas, {}, &Persona::user, &Persona::user)
        : import.personas == personas;
    return isSame ? Complaint() : "an export comes back as something else";
}

Complaint checkPersonas(const QList<Persona> &personas)
{
    for (const Persona &persona : personas) {
        if (persona.name.isEmpty())
            return "a persona without a name";
        if (Complaint complaint = checkFile(persona); !complaint.empty())
            return complaint;
    }
    for (const PersonaFormat format : {PersonaFormat::Json, PersonaFormat::Lines, PersonaFormat::Csv}) {
        if (Complaint complaint = checkExport(personas, format); !complaint.empty() && !personas.isEmpty())
            return complaint;
    }
    exportPersonas(personas, PersonaFormat::Command);
    return {};
}

} // namespace

Complaint fuzzPersonas(const QByteArray &input)
{
    const PersonaImport import = readPersonas(input);
    if (import.personas.isEmpty() && import.problems.isEmpty())
        return "neither a persona nor a sentence";
    if (import.problems.contains(QString()))
        return "a problem without words";
    if (import.personas.size() > maxImportedPersonas)
        return "more personas than are read at once";
    if (const auto workspace = readWorkspaceFile(QStringLiteral("gatescope.json"), input)) {
        if (readWorkspaceFile(QStringLiteral("w"), writeWorkspaceFile(*workspace)) != *workspace)
            return "a workspace's file comes back as something else";
    }
    return checkPersonas(import.personas.mid(0, enoughPersonas));
}

} // namespace Gatescope::Fuzz
