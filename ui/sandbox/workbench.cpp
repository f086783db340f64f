// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workbench.h"

#include <models/editing/projectdraft.h>
#include <ui/onfinished.h>

#include <QDateTime>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

struct StepOutcome
{
    ProjectHistory history;
    Result<> result;
};

QString takenUpText()
{
    return Workbench::tr("Take up the changes of the last run");
}

Result<> takeUp(ProjectHistory &history, qint64 now, QByteArray text)
{
    if (text.isEmpty())
        return {};
    const Result<ProjectDraft> draft = projectDraftFromJson(std::move(text));
    if (!draft)
        return std::unexpected(draft.error());
    return history.replace(draft->project, draft->idLists, takenUpText(), now, draft->name);
}

} // namespace

Workbench::Workbench(SandboxControl &sandbox, QObject *parent)
    : QObject(parent)
    , m_sandbox(sandbox)
    , m_history(sandbox.status().project, sandbox.status().idLists)
{
    m_history.setName(sandbox.status().projectName);
}

Workbench::~Workbench()
{
    m_running.waitForFinished();
}

void Workbench::keepDrafts(DraftStore &drafts, const QString &name)
{
    m_drafts = &drafts;
    m_draftName = name;
    perform([&drafts, name](
                ProjectHistory &history, qint64 now) { return takeUp(history, now, drafts.read(name)); });
}

void Workbench::apply(const ProjectEdit &edit)
{
    perform([edit](ProjectHistory &history, qint64 now) { return history.apply(edit, now); });
}

void Workbench::apply(const IdListEdit &edit)
{
    perform([edit](ProjectHistory &history, qint64) { return history.apply(edit); });
}

void Workbench::undo()
{
    perform([](ProjectHistory &history, qint64 now) { return history.undo(now); });
}

void Workbench::redo()
{
    perform([](ProjectHistory &history, qint64 now) { return history.redo(now); });
}

void Workbench::load(const QString &name, const ProjectPtr &project, const IdListsPtr &idLists)
{
    const QString sentence = tr("Load %1").arg(name);
    perform([=](ProjectHistory &history, qint64 now) {
        return history.replace(project, idLists, sentence, now, name);
    });
}

bool Workbench::hasTakenUp() const
{
    return m_history.undoText() == takenUpText();
}

void Workbench::setSaved()
{
    m_history.setSaved();
    keepDraft();
    Q_EMIT changed();
}

void Workbench::perform(const Step &step)
{
    m_waiting.append(step);
    if (!m_isBusy)
        performNext();
}

void Workbench::performNext()
{
    m_isBusy = !m_waiting.isEmpty();
    if (!m_isBusy)
        return Q_EMIT changed();
    const Step step = m_waiting.takeFirst();
    Q_EMIT changed();
    const auto work = [step, history = m_history, now = QDateTime::currentMSecsSinceEpoch()]() mutable {
        Result<> result = step(history, now);
        return StepOutcome {std::move(history), std::move(result)};
    };
    const QFuture<StepOutcome> running = QtConcurrent::run(work);
    m_running = QFuture<void>(running);
    onFinished(running, this, [this](const StepOutcome &outcome) {
        m_refusal = outcome.result ? std::nullopt : std::optional(outcome.result.error());
        if (m_refusal)
            Q_EMIT refused(*m_refusal);
        else
            take(outcome.history);
        performNext();
    });
}

void Workbench::take(const ProjectHistory &history)
{
    const bool isNews = history.project() != m_history.project() || history.idLists() != m_history.idLists();
    m_history = history;
    if (!isNews)
        return;
    m_sandbox.serve({m_history.name(), m_history.project(), m_history.idLists(), m_history.loaded()});
    keepDraft();
}

void Workbench::keepDraft()
{
    if (!m_drafts)
        return;
    if (m_history.isSaved())
        return m_drafts->forget(m_draftName);
    const ProjectDraft draft {m_history.name(), m_history.project(), m_history.idLists()};
    m_drafts->keep(m_draftName, [draft] { return toJson(draft); });
}

} // namespace Gatescope
