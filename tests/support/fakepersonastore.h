// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/personastore.h>

namespace Gatescope::Test {

/// Personas in memory.
class FakePersonaStore : public PersonaStore
{
public:
    QString openedFolder = QStringLiteral("/home/lena/shop-team");

    QString folder() const override { return openedFolder; }
    void openFolder(const QString &folder) override
    {
        openedFolder = folder;
        m_personas.clear();
        Q_EMIT changed();
    }
    const QList<Persona> &personas() const override { return m_personas; }
    void save(const Persona &persona) override
    {
        for (Persona &each : m_personas)
            if (each.id == persona.id)
                each = persona;
        Q_EMIT changed();
    }
    QStringList insert(const QList<Persona> &personas, int index = -1) override
    {
        QStringList ids;
        for (Persona persona : personas) {
            if (persona.id.isEmpty())
                persona.id = QStringLiteral("made-%1").arg(++m_lastId);
            ids << persona.id;
            m_personas.insert(index < 0 ? m_personas.size() : index++, persona);
        }
        Q_EMIT changed();
        return ids;
    }
    void remove(const QStringList &ids) override
    {
        m_personas.removeIf([&ids](const Persona &persona) { return ids.contains(persona.id); });
        Q_EMIT changed();
    }
    void move(const QString &id, int index) override
    {
        for (int i = 0; i < m_personas.size(); ++i)
            if (m_personas.at(i).id == id) {
                m_personas.move(i, index);
                break;
            }
        Q_EMIT changed();
    }
    bool hasUnwritten() const override { return false; }
    void flush() override { }

private:
    QList<Persona> m_personas;
    int m_lastId = 0;
};

} // namespace Gatescope::Test
