// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "persona.h"

#include <QSet>

namespace Gatescope {

/// Personas in JSON of any of the shapes docs/personas.md lists. Any thread.
class JsonPersonas
{
public:
    /// Takes what is there; a sentence for what is not. `where` begins the sentence, as "Line 3: "; may be
    /// empty.
    void take(const JsonValue &value, const QString &where = {});
    /// A user, called by its label. Which was taken before is passed over.
    void takeDistinct(const StatsigUser &user);
    void takeProblem(const QString &sentence) { m_problems.append(sentence); }

    const QList<Persona> &personas() const { return m_personas; } ///< without ids
    const QStringList &problems() const { return m_problems; }
    bool isFull() const;
    bool isOverfull() const { return m_isOverfull; } ///< there was another user

private:
    enum class Found { Nothing, Something };

    void takeElements(const JsonValue &list, const QString &where);
    Found takePersona(const JsonValue &object, const QString &where);
    Found takeDump(const JsonValue &object);
    Found takeStorage(const JsonValue &object);
    Found takeCached(const JsonValue &entry);
    void takeReadable(const JsonValue &user);
    Found takeUserOf(const JsonValue &object);
    Found takeEvents(const JsonValue &object);
    Found takePlainUser(const JsonValue &object, const QString &where);
    void add(Persona persona);

    QList<Persona> m_personas;
    QStringList m_problems;
    QSet<QByteArray> m_seen; ///< users of dumps and requests
    bool m_isOverfull = false;
};

} // namespace Gatescope
