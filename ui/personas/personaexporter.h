// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/personas/personaexport.h>

#include <QObject>

class QMenu;
class QWidget;

namespace Gatescope {

class Workspace;

/// Personas to files and to the clipboard. The values of private attributes stay here unless the menu's box
/// is ticked. UI thread.
class PersonaExporter : public QObject
{
    Q_OBJECT
public:
    PersonaExporter(const Workspace &workspace, QWidget *page);

    /// A menu that deletes itself, for these personas; `what` says which they are.
    QMenu *makeMenu(const QList<Persona> &personas, const QString &what);

Q_SIGNALS:
    void failed(const Gatescope::Error &error);
    void copied();

private:
    void save(const QList<Persona> &personas, PersonaFormat format, const QString &suffix);
    void copy(const QList<Persona> &personas);
    PersonaExportOptions options() const;

    const Workspace &m_workspace;
    QWidget *m_page;
    bool m_withPrivateValues = false;
};

} // namespace Gatescope
