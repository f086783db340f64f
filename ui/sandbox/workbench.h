// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/editing/projecthistory.h>
#include <models/ports/sandboxcontrol.h>

#include <functional>

namespace Gatescope {

/// The sandbox's project as it is being changed: edits, undo and redo happen on a worker one after another,
/// and what comes of each is served at once. Nothing of it is ever sent to Statsig. UI thread.
class Workbench : public QObject
{
    Q_OBJECT
public:
    explicit Workbench(SandboxControl &sandbox, QObject *parent = nullptr);

    const ProjectHistory &history() const { return m_history; }
    const QString &projectName() const { return m_history.name(); }
    bool isBusy() const { return m_isBusy; }

    void apply(const ProjectEdit &edit);
    void apply(const IdListEdit &edit);
    void undo();
    void redo();
    /// Another project in place of this one; undo() brings this one back.
    void load(const QString &name, const ProjectPtr &project, const IdListsPtr &idLists);
    void setSaved(); ///< what is served now has been written to a file

Q_SIGNALS:
    void changed(); ///< the history, its name or isBusy()
    void refused(const Gatescope::Error &error); ///< nothing was changed

private:
    using Step = std::function<Result<>(ProjectHistory &history, qint64 now)>;
    void perform(const Step &step);
    void performNext();

    SandboxControl &m_sandbox;
    ProjectHistory m_history;
    QList<Step> m_waiting;
    bool m_isBusy = false;
};

} // namespace Gatescope
