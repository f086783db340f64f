// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/personastore.h>

#include <QHash>

#include <optional>

namespace Gatescope {

/// The personas that the window can choose and name users by: the workspace's, else the sample's, which
/// cannot be saved. UI thread.
class PersonaBook : public QObject
{
    Q_OBJECT
public:
    explicit PersonaBook(PersonaStore *store, QObject *parent = nullptr);

    const QList<Persona> &personas() const;
    const Persona *find(const QString &id) const; ///< null: there is none
    /// What a user is called in the window: its persona's name, else its own label. May be empty.
    QString nameOf(const StatsigUser &user) const;
    /// The first whose user it is; null: there is none.
    const Persona *personaOf(const StatsigUser &user) const;

Q_SIGNALS:
    void changed();

private:
    PersonaStore *m_store;
    mutable std::optional<QHash<QByteArray, QString>> m_ids; ///< by the user's JSON; made when asked for
};

} // namespace Gatescope
