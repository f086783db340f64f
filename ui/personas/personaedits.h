// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/personastore.h>

#include <QUndoStack>

namespace Gatescope {

/// Changes of the personas that can be undone. What others change in between stays: a step touches only what
/// it is about. UI thread.
class PersonaEdits : public QObject
{
    Q_OBJECT
public:
    explicit PersonaEdits(PersonaStore &store, QObject *parent = nullptr);

    QUndoStack *undoStack() { return &m_undo; }

    void describe(const Persona &edited); ///< takes over name, tags and notes
    void move(const QString &id, int index);
    void remove(const QStringList &ids);
    /// Returns the ids. `index` −1: at the end.
    QStringList insert(const QList<Persona> &personas, int index, const QString &what);
    QString duplicate(const QString &id); ///< below it; empty if there is none

private:
    PersonaStore &m_store;
    QUndoStack m_undo;
};

} // namespace Gatescope
