// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/idlists.h>
#include <models/evaluation/project.h>
#include <models/sandbox/sandboxactivity.h>
#include <models/sandbox/sandboxfault.h>

#include <QObject>
#include <QUrl>

namespace Gatescope {

/// What the sandbox answers from.
struct SandboxEdition
{
    QString name; ///< of the project, as people call it
    ProjectPtr project;
    std::shared_ptr<const IdLists> idLists; ///< null: none
    ProjectPtr loaded; ///< before it was changed: what stale specs are of; null: project
};

/// What the sandbox is doing.
struct SandboxStatus
{
    QUrl apiUrl; ///< http://127.0.0.1:PORT/v1; empty: it is stopped
    QString serverKey;
    QString clientKey;
    QString projectName; ///< as people call it
    ProjectPtr project; ///< served, or to be served when it is started
    std::shared_ptr<const IdLists> idLists; ///< null: none
    ProjectPtr loaded; ///< project as it was before it was changed
    SandboxFaults faults;

    bool isStopping = false; ///< the last answers go out; it can be started when that is over

    bool isRunning() const { return !apiUrl.isEmpty(); }
};

/// The built-in server: starts and stops it, says what it answers, and tells what arrives. UI thread.
class SandboxControl : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const SandboxStatus &status() const = 0;
    /// On the port it had before, if it had one, so that applications find it again; at once, or when it has
    /// stopped.
    virtual void start() = 0;
    /// Answers under way go out, on a worker.
    virtual void stop() = 0;
    /// Is on that port from the next start; a running one starts anew. 0: any free one.
    virtual void moveTo(quint16 port) = 0;
    /// Clients see it at their next sync, if its time has moved on.
    virtual void serve(const SandboxEdition &edition) = 0;
    virtual void setFaults(const SandboxFaults &faults) = 0;

Q_SIGNALS:
    void changed(); ///< status() is another
    /// It could not be started, and is stopped. BadInput: the port is taken.
    void failed(const Gatescope::Error &error);
    /// In the order of the answers; several at once where they come quickly.
    void happened(const QList<Gatescope::SandboxActivity> &activities);
};

} // namespace Gatescope
