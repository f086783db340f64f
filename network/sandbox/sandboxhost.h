// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox.h"

#include <models/ports/sandboxcontrol.h>

#include <mutex>

namespace Gatescope {

/// The sandbox for the window: its threads' news arrive in the UI thread, in batches.
class SandboxHost : public SandboxControl
{
    Q_OBJECT
public:
    /// Serves the project when started; the observer of the options is not used.
    SandboxHost(
        const QString &projectName, ProjectPtr project, SandboxOptions options, QObject *parent = nullptr);
    ~SandboxHost() override;

    const SandboxStatus &status() const override { return m_status; }
    Result<> start() override;
    void stop() override;
    Result<> moveTo(quint16 port) override;
    void serve(const QString &projectName, const ProjectPtr &project,
        const std::shared_ptr<const IdLists> &idLists) override;
    void setFaults(const SandboxFaults &faults) override;

private:
    void note(const SandboxActivity &activity); ///< on the recorder's thread
    void tell();

    SandboxOptions m_options;
    SandboxStatus m_status;
    std::mutex m_mutex;
    QList<SandboxActivity> m_news; ///< not yet told
    Sandbox m_sandbox; ///< last: nothing is noted any more when the others go
};

} // namespace Gatescope
