// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/editing/projecthistory.h>
#include <models/ports/draftstore.h>
#include <models/ports/sandboxcontrol.h>

#include <QFuture>

#include <functional>

namespace Gatescope {

/// The sandbox's project as it is being changed: edits, undo and redo happen on a worker one after another,
/// and what comes of each is served at once. Nothing of it is ever sent to Statsig. UI thread.
class Workbench : public QObject
{
    Q_OBJECT
public:
    explicit Workbench(SandboxControl &sandbox, QObject *parent = nullptr);
    /// Waits for all steps: what comes of them is in the draft.
    ~Workbench() override;

    /// Takes up what an earlier run left unsaved in that draft, as a step that can be undone, and keeps there
    /// what this one does not save. The drafts outlive the workbench.
    void keepDrafts(DraftStore &drafts, const QString &name);
    bool hasTakenUp() const; ///< the last step is that one
    const std::optional<Error> &refusal() const { return m_refusal; } ///< of the last step

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
    struct Outcome
    {
        ProjectHistory history;
        Result<> result;
    };

    void perform(const Step &step);
    void finishSteps();
    void performNext();
    static Outcome outcomeOf(const Step &step, ProjectHistory history);
    bool isNews(const ProjectHistory &history) const;
    void take(const ProjectHistory &history);
    void keepDraft();

    SandboxControl &m_sandbox;
    ProjectHistory m_history;
    QList<Step> m_waiting;
    QFuture<Outcome> m_running;
    DraftStore *m_drafts = nullptr;
    QString m_draftName;
    std::optional<Error> m_refusal;
    bool m_isBusy = false;
};

} // namespace Gatescope
