// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxhost.h"

#include <QtConcurrentRun>

namespace Gatescope {

SandboxHost::SandboxHost(
    const QString &projectName, ProjectPtr project, SandboxOptions options, QObject *parent)
    : SandboxControl(parent)
    , m_options(std::move(options))
{
    connect(&m_stopping, &QFutureWatcherBase::finished, this, &SandboxHost::takeStopped);
    m_options.observer = [this](const SandboxActivity &activity) { note(activity); };
    m_status.serverKey = QString::fromLatin1(sandboxServerKey);
    m_status.clientKey = QString::fromLatin1(sandboxClientKey);
    m_status.projectName = projectName;
    m_status.project = std::move(project);
    m_status.idLists = m_options.idLists;
    m_status.faults = m_options.faults;
}

SandboxHost::~SandboxHost()
{
    m_stopping.waitForFinished();
}

Result<> SandboxHost::startNow(quint16 port)
{
    m_options.port = port;
    m_options.idLists = m_status.idLists;
    m_options.faults = m_status.faults;
    m_options.loaded = m_status.loaded;
    const Result<> started = m_sandbox.start(m_status.project, m_options);
    m_status.apiUrl = m_sandbox.apiUrl();
    if (started)
        m_options.port = m_sandbox.port();
    Q_EMIT changed();
    return started;
}

void SandboxHost::start()
{
    m_startsAgain = m_status.isStopping;
    if (m_startsAgain || m_status.isRunning())
        return;
    if (const Result<> started = startNow(m_options.port); !started)
        Q_EMIT failed(started.error());
}

void SandboxHost::stop()
{
    m_startsAgain = false;
    if (!m_status.isRunning())
        return;
    m_status.apiUrl.clear();
    m_status.isStopping = true;
    m_stopping.setFuture(QtConcurrent::run([this] { m_sandbox.stop(); }));
    Q_EMIT changed();
}

void SandboxHost::takeStopped()
{
    m_status.isStopping = false;
    Q_EMIT changed();
    if (m_startsAgain)
        start();
}

void SandboxHost::moveTo(quint16 port)
{
    m_options.port = port;
    if (!m_status.isRunning())
        return;
    stop();
    start();
}

void SandboxHost::serve(const SandboxEdition &edition)
{
    m_status.projectName = edition.name;
    m_status.project = edition.project;
    m_status.idLists = edition.idLists;
    m_status.loaded = edition.loaded;
    if (!m_status.isStopping)
        m_sandbox.setProject(edition.project, edition.idLists, edition.loaded);
    Q_EMIT changed();
}

void SandboxHost::setFaults(const SandboxFaults &faults)
{
    m_status.faults = faults;
    if (!m_status.isStopping)
        m_sandbox.setFaults(faults);
    Q_EMIT changed();
}

void SandboxHost::note(const SandboxActivity &activity)
{
    const std::lock_guard lock(m_mutex);
    m_news.append(activity);
    if (m_news.size() == 1)
        QMetaObject::invokeMethod(this, &SandboxHost::tell, Qt::QueuedConnection);
}

void SandboxHost::tell()
{
    QList<SandboxActivity> news;
    {
        const std::lock_guard lock(m_mutex);
        news.swap(m_news);
    }
    Q_EMIT happened(news);
}

} // namespace Gatescope
