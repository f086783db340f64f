// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox.h"

#include <models/ports/sandboxcontrol.h>

#include <QFutureWatcher>

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

    /// For the start of the program. Errors: BadInput where the port is taken.
    Result<> startNow(quint16 port = 0);

    const SandboxStatus &status() const override { return m_status; }
    void start() override;
    void stop() override;
    void moveTo(quint16 port) override;
    void serve(const SandboxEdition &edition) override;
    void setFaults(const SandboxFaults &faults) override;

private:
    void note(const SandboxActivity &activity); ///< on the recorder's thread
    void tell();
    void takeStopped();

    SandboxOptions m_options;
    SandboxStatus m_status;
    std::mutex m_mutex;
    QList<SandboxActivity> m_news; ///< not yet told
    bool m_startsAgain = false; ///< when it has stopped
    QFutureWatcher<void> m_stopping; ///< meanwhile m_sandbox is the worker's
    Sandbox m_sandbox; ///< last: nothing is noted any more when the others go
};

} // namespace Gatescope
