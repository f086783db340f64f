// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personabook.h"

#include <ui/sampleusers.h>

#include <algorithm>

namespace Gatescope {

namespace {

const QList<Persona> &samplePersonas()
{
    static const QList<Persona> personas = [] {
        QList<Persona> made;
        for (const SampleUser &sample : sampleUsers()) {
            Persona persona;
            persona.id = QStringLiteral("sample-%1").arg(made.size() + 1);
            persona.name = sample.name;
            persona.user = sample.user;
            made << persona;
        }
        return made;
    }();
    return personas;
}

} // namespace

PersonaBook::PersonaBook(PersonaStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    if (!store)
        return;
    connect(store, &PersonaStore::changed, this, [this] {
        m_ids.reset();
        Q_EMIT changed();
    });
}

const QList<Persona> &PersonaBook::personas() const
{
    return m_store ? m_store->personas() : samplePersonas();
}

const Persona *PersonaBook::find(const QString &id) const
{
    const auto found = std::ranges::find(personas(), id, &Persona::id);
    return found == personas().end() ? nullptr : &*found;
}

const Persona *PersonaBook::personaOf(const StatsigUser &user) const
{
    if (!m_ids) {
        m_ids.emplace();
        for (const Persona &persona : personas())
            if (const QByteArray key = persona.user.toJson(); !m_ids->contains(key))
                m_ids->insert(key, persona.id);
    }
    const auto found = m_ids->constFind(user.toJson());
    return found == m_ids->constEnd() ? nullptr : find(*found);
}

QString PersonaBook::nameOf(const StatsigUser &user) const
{
    const Persona *persona = personaOf(user);
    return persona ? persona->name : user.label();
}

} // namespace Gatescope
