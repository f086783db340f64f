// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/personas/personafile.h>
#include <models/personas/workspacefile.h>

#include <QSet>

#include <optional>

namespace Gatescope {

/// A persona as it shall be on disk.
struct PersonaChange
{
    QString id;
    QByteArray base; ///< the bytes the change was made from; null: there was no file
    std::optional<Persona> wanted; ///< nothing: the file shall go
};

struct WorkspaceRequest
{
    QString folder;
    bool mayMakeFolder = false; ///< it is made where it is missing
    bool hasHadFiles = false; ///< an empty folder is then no workspace without personas, but one that is gone
    QList<PersonaChange> changes;
    std::optional<QStringList> order; ///< ids as they shall be listed; nothing: as they are
    QSet<QString> takenStems; ///< in lower case, beside those on disk
};

/// What became of one change.
struct PersonaOutcome
{
    QString id;
    QString newId; ///< where it had to be written under another name; else the same
    bool isDone = false;
    QByteArray bytes; ///< as written; null: removed
};

struct FoundPersona
{
    QByteArray bytes;
    Persona persona;
};

struct WorkspaceResult
{
    std::optional<Error> refusal; ///< nothing was read or written
    bool isNew = false; ///< the folder is empty, or was missing
    QList<PersonaOutcome> outcomes;
    bool isOrderWritten = false;
    QStringList order; ///< as listed on disk
    QList<FoundPersona> found; ///< all that can be read
    bool isComplete = true; ///< false: there are more files than are read
    QSet<QString> unreadable; ///< ids of files that cannot
    QList<Error> errors; ///< sentences about single files
};

/// Writes what is asked and then reads the whole folder. What others wrote meanwhile is never lost: a persona
/// changed here and there is kept twice, a file that cannot be read is not written over. What would not be
/// read back is not written: a file that is too large, one too many. Waits for other instances that do the
/// same. Any thread.
WorkspaceResult syncWorkspace(const WorkspaceRequest &request);

QString workspaceFilePath(const QString &folder);
QString personasFolder(const QString &folder);
QString personaFilePath(const QString &folder, const QString &id);

} // namespace Gatescope
