// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workspace.h"

#include <algorithm>

// Connections, which of them is chosen, and what may be written with them.

namespace Gatescope {

namespace {

/// Whether specs downloaded with one are those of the other.
bool sameProject(const Connection &left, const Connection &right)
{
    return left.apiUrl == right.apiUrl && left.keyKind == right.keyKind && left.keyHint == right.keyHint
        && left.caFile == right.caFile;
}

} // namespace

const Connection *Workspace::findConnection(const QString &id) const
{
    const auto found = std::ranges::find(m_connections, id, &Connection::id);
    return found == m_connections.end() ? nullptr : &*found;
}

const Connection &Workspace::connection() const
{
    const Connection *chosen = findConnection(m_connectionId);
    Q_ASSERT(chosen);
    return *chosen;
}

void Workspace::selectConnection(const QString &id)
{
    if (id == m_connectionId || !findConnection(id))
        return;
    m_ports.connections.setSelectedId(id);
    chooseConnection(id);
}

void Workspace::chooseConnection(const QString &id)
{
    m_connectionId = id;
    guardExposures();
    resetSpecs();
    Q_EMIT connectionChanged();
    loadSpecsIfAllowed();
}

void Workspace::saveConnection(const Connection &connection)
{
    Q_ASSERT(!connection.builtIn && !connection.isTemporary && !connection.id.isEmpty());
    const bool isChosen = connection.id == m_connectionId;
    bool hadPassword = false;
    if (const Connection *before = findConnection(connection.id)) {
        hadPassword = before->proxy.wantsPassword();
        if (!sameProject(*before, connection) || before->eventsUrl != connection.eventsUrl)
            m_confirmedWrites.remove(connection.id); // what was confirmed was another project
    }
    const bool specsStay = !isChosen || sameProject(this->connection(), connection);
    replaceConnection(connection);
    storeConnections();
    if (hadPassword)
        forgetSecrets(connection.name, {proxySecretId(connection.id)});
    if (!specsStay)
        resetSpecs();
    Q_EMIT connectionsChanged();
    if (isChosen) {
        guardExposures();
        Q_EMIT connectionChanged();
    }
    if (!specsStay)
        loadSpecsIfAllowed();
}

void Workspace::addTemporaryConnection(const Connection &connection)
{
    Q_ASSERT(connection.isTemporary);
    replaceConnection(connection);
    Q_EMIT connectionsChanged();
}

/// What was meant for yesterday's test is not to go on writing to an experiment unnoticed.
void Workspace::switchStoredExposuresOff()
{
    for (Connection &each : m_connections) {
        const bool isProductionUser = each.id == m_connectionId && isProductionTier(m_user.tier());
        if (!each.exposuresOn || !(each.isProduction() || isProductionUser))
            continue;
        each.exposuresOn = false;
        m_exposuresOffAtStart.append(each.name);
    }
    if (!m_exposuresOffAtStart.isEmpty())
        storeConnections();
}

/// Switched on where nothing is asked, exposures do not come along to a production tier.
void Workspace::guardExposures()
{
    if (!connection().exposuresOn || isWriteConfirmed(m_connectionId))
        return;
    Connection changed = connection();
    changed.exposuresOn = false;
    replaceConnection(changed);
    storeConnections();
    Q_EMIT exposuresSwitchedOff();
}

void Workspace::removeConnection(const QString &id)
{
    const auto found = std::ranges::find(m_connections, id, &Connection::id);
    if (found == m_connections.end() || found->builtIn || found->isTemporary)
        return;
    const QString name = found->name;
    m_connections.erase(found);
    m_confirmedWrites.remove(id);
    forgetSecrets(name, {id, proxySecretId(id)});
    if (m_ports.snapshots)
        m_ports.snapshots->removeAll(id);
    storeConnections();
    const bool wasChosen = id == m_connectionId;
    if (wasChosen)
        m_connectionId = m_connections.first().id;
    Q_EMIT connectionsChanged();
    if (wasChosen) {
        m_ports.connections.setSelectedId(m_connectionId);
        chooseConnection(m_connectionId);
    }
}

void Workspace::forgetSecrets(const QString &connectionName, const QStringList &ids)
{
    for (const QString &id : ids) {
        if (isSecretInUse(id))
            continue;
        m_ports.secrets.remove(id, this, [this, connectionName, id](const Result<> &removed) {
            if (!removed)
                Q_EMIT secretLeft(connectionName, id, removed.error());
        });
    }
}

bool Workspace::isSecretInUse(const QString &id) const
{
    return std::ranges::any_of(m_connections, [&id](const Connection &each) {
        return each.id == id || (each.proxy.wantsPassword() && proxySecretId(each.id) == id);
    });
}

void Workspace::setExposuresOn(bool on)
{
    Connection changed = connection();
    if (changed.exposuresOn == on)
        return;
    changed.exposuresOn = on;
    replaceConnection(changed);
    storeConnections();
    Q_EMIT connectionChanged();
}

bool Workspace::isWriteConfirmed(const QString &connectionId, const QString &userTier) const
{
    const Connection *known = findConnection(connectionId);
    const bool isProduction = known && (known->isProduction() || isProductionTier(userTier));
    return !isProduction || m_confirmedWrites.contains(connectionId);
}

void Workspace::confirmWrite(const QString &connectionId)
{
    m_confirmedWrites.insert(connectionId);
}

void Workspace::replaceConnection(const Connection &connection)
{
    const auto found = std::ranges::find(m_connections, connection.id, &Connection::id);
    if (found == m_connections.end())
        m_connections.append(connection);
    else
        *found = connection;
}

void Workspace::storeConnections()
{
    QList<Connection> own;
    std::ranges::remove_copy_if(m_connections, std::back_inserter(own),
        [](const Connection &each) { return each.builtIn || each.isTemporary; });
    m_ports.connections.save(own);
}

} // namespace Gatescope
