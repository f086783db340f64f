// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workspace.h"

#include "keyrefusal.h"
#include "sandbox/sandboxtraffic.h"
#include "sandbox/workbench.h"
#include "specsloader.h"

#include <QFileInfo>

// The specs of the chosen connection: downloaded, opened from a file, or served by the sandbox.

namespace Gatescope {

QString Workspace::specsRefusal() const
{
    return keyRefusal(connection().keyKind, Endpoint::DownloadConfigSpecs);
}

void Workspace::loadSpecsIfAllowed()
{
    // Without a key there is nothing to ask with yet, which is no error.
    if (connection().keyKind != KeyKind::None && !m_specs.loading && !m_specs.project)
        refreshSpecs();
}

void Workspace::refreshSpecs()
{
    if (const QString refusal = specsRefusal(); !refusal.isEmpty()) {
        endLoading(Error {ErrorCode::Unsupported, refusal, {}});
        return;
    }
    m_loadingFromServer = true;
    m_loadingSource = connection().name;
    const bool mayBeUnchanged = m_specs.fromServer && m_specs.project; // else its time says nothing
    m_loader->load(start(DownloadConfigSpecsRequest {mayBeUnchanged ? m_specs.project->time() : 0}));
    beginLoading();
}

void Workspace::openSpecs(const QString &fileName)
{
    m_loadingFromServer = false;
    m_loadingSource = QFileInfo(fileName).fileName();
    m_loader->loadFile(fileName, m_ports.preferences.values().maxResponseBytes);
    beginLoading();
}

void Workspace::stopSpecs()
{
    if (!m_specs.loading)
        return;
    m_loader->stop();
    m_specs.loading = false;
    Q_EMIT specsChanged();
}

void Workspace::resetSpecs()
{
    m_loader->stop();
    m_specs = {};
    Q_EMIT specsChanged();
}

void Workspace::beginLoading()
{
    m_specs.loading = true;
    m_specs.error.reset();
    Q_EMIT specsChanged();
}

void Workspace::takeSandboxSpecs(const ProjectPtr &project)
{
    m_specs.project = project;
    m_specs.source = connection().name;
    m_specs.loadedUtc = QDateTime::currentDateTimeUtc();
    m_specs.fromServer = true;
}

void Workspace::takeProject(const ProjectPtr &project)
{
    m_specs.project = project;
    m_specs.source = m_loadingSource;
    m_specs.loadedUtc = QDateTime::currentDateTimeUtc();
    m_specs.fromServer = m_loadingFromServer;
    if (m_loadingFromServer && m_ports.snapshots)
        m_ports.snapshots->keep(m_connectionId, project->payload());
    endLoading(std::nullopt);
}

void Workspace::followSandbox()
{
    if (!m_ports.sandbox)
        return;
    m_sandboxTraffic = new SandboxTraffic(*m_ports.sandbox, this);
    m_sandboxProjectName = m_ports.sandbox->status().projectName;
    m_sandboxName = m_connections.first().name;
    m_sandboxProject = m_ports.sandbox->status().project;
    connect(m_ports.sandbox, &SandboxControl::changed, this, &Workspace::takeSandbox);
    m_workbench = new Workbench(*m_ports.sandbox, this);
}

/// It may be at another address, or serve something else.
void Workspace::takeSandbox()
{
    const SandboxStatus &status = m_ports.sandbox->status();
    Connection changed = m_connections.first();
    if (status.isRunning())
        changed.apiUrl = changed.eventsUrl = status.apiUrl;
    changed.name = status.projectName == m_sandboxProjectName ? m_sandboxName
                                                              : tr("Sandbox, %1").arg(status.projectName);
    if (changed != m_connections.first()) {
        m_connections.first() = changed;
        Q_EMIT connectionsChanged();
        if (connection().builtIn)
            Q_EMIT connectionChanged();
    }
    const bool isAnother = m_sandboxProject != status.project;
    m_sandboxProject = status.project;
    if (isAnother && connection().builtIn && m_specs.fromServer) {
        m_loader->stop();
        m_specs.loading = false;
        takeSandboxSpecs(status.project);
        Q_EMIT specsChanged();
    }
}

QList<SpecsSnapshot> Workspace::snapshots() const
{
    return m_ports.snapshots ? m_ports.snapshots->snapshots(m_connectionId) : QList<SpecsSnapshot>();
}

void Workspace::followSnapshots()
{
    if (!m_ports.snapshots)
        return;
    connect(m_ports.snapshots, &SnapshotStore::changed, this, [this](const QString &connectionId) {
        if (connectionId == m_connectionId)
            Q_EMIT snapshotsChanged();
    });
    connect(m_ports.snapshots, &SnapshotStore::failed, this, &Workspace::snapshotFailed);
    connect(this, &Workspace::connectionChanged, this, &Workspace::snapshotsChanged);
}

void Workspace::takeUnchanged()
{
    if (!m_specs.project) {
        endLoading(Error {ErrorCode::WrongShape,
            tr("The server answered that nothing is new, although there are no older specs here. Download "
               "again."),
            {}});
        return;
    }
    m_specs.loadedUtc = QDateTime::currentDateTimeUtc();
    endLoading(std::nullopt);
}

void Workspace::endLoading(const std::optional<Error> &error)
{
    m_specs.loading = false;
    m_specs.error = error && error->code == ErrorCode::Cancelled ? std::nullopt : error;
    Q_EMIT specsChanged();
}

} // namespace Gatescope
