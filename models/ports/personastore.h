// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/personas/persona.h>
#include <models/result.h>

#include <QObject>

namespace Gatescope {

/// The personas of the workspace, a folder with one JSON file for each. In memory at once, on disk soon
/// after, written on a worker, whole or not at all; follows changes that others make to the files. UI thread.
class PersonaStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Files beyond are not read: more than this are not to be made.
    static constexpr qsizetype maxPersonas = 5000;
    bool hasRoomFor(qsizetype count) const { return personas().size() + count <= maxPersonas; }

    virtual QString folder() const = 0;
    /// Reads another workspace; an empty folder becomes one.
    virtual void openFolder(const QString &folder) = 0;

    virtual const QList<Persona> &personas() const = 0; ///< in the order the user gave them
    const Persona *find(const QString &id) const;
    /// Replaces the one with its id.
    virtual void save(const Persona &persona) = 0;
    /// Each without an id gets one from its name. Returns the ids. `index` −1: at the end.
    virtual QStringList insert(const QList<Persona> &personas, int index = -1) = 0;
    virtual void remove(const QStringList &ids) = 0; ///< undone by insert() with the same ids
    virtual void move(const QString &id, int index) = 0;

    /// Something that was done is in no file: it is about to be written, or cannot be.
    virtual bool hasUnwritten() const = 0;
    /// Waits until all is written, or cannot be.
    virtual void flush() = 0;

Q_SIGNALS:
    void changed();
    void folderChanged(); ///< another workspace was opened; changed() follows
    /// Something could not be read or written; what was there before is kept.
    void failed(const Gatescope::Error &error);
};

} // namespace Gatescope
