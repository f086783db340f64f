// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "personatable.h"

namespace Gatescope {

enum class ImportFormat { Unknown, Json, Lines, Table, Command, Har };

/// What was found in a file or on the clipboard.
struct PersonaImport
{
    ImportFormat format = ImportFormat::Unknown;
    QList<Persona> personas; ///< drafts: named, without ids
    QStringList problems; ///< sentences, for people
    /// Of ImportFormat::Table: the columns may be changed and read again with personasOf().
    std::optional<PersonaTable> table {};
};

inline constexpr qsizetype maxImportBytes = 64 * 1024 * 1024;

/// Recognises by its contents: a persona's file, a user, lists of either, JSON lines, CSV and TSV,
/// commands of curl and PowerShell, a HAR file, a dump of a Statsig SDK (docs/personas.md). The name of the
/// file helps where a table has one column, and names what has no name; may be empty. Any thread.
PersonaImport readPersonas(const QByteArray &bytes, const QString &fileNameHint = {});

/// For people: "JSON", "table".
QString formatName(ImportFormat format);

} // namespace Gatescope
