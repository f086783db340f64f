// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workbench.h"

#include <models/editing/projectdraft.h>
#include <ui/onfinished.h>

#include <QDateTime>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

QString takenUpText()
{
    return Workbench::tr("Take up the changes of the last run");
}

Result<> takeUpText(ProjectHistory &history, qint64 now, QByteArray text)
{
    const Result<ProjectDraft> draft = projectDraftFromJson(std::move(text));
    if (!draft)
        return std::unexpected(draft.error());
    return history.replace(draft->project, draft->idLists, takenUpText(), now, draft->name);
}

/// The next edit would be written over what nobody could read.
std::unexpected<Error> setAside(DraftStore &drafts, const QString &name, const Error &reason)
{
    const QString aside = drafts.setAside(name);
    const QString sentence = aside.isEmpty()
        ? Workbench::tr("The changes of the last run cannot be read, and their file cannot be set aside: the "
                        "next change will replace it.")
        : Workbench::tr("The changes of the last run cannot be read. Their file is set aside as %1.")
              .arg(aside);
    return failure(reason.code, sentence, reason.message + u'\n' + reason.detail);
}

Result<> takeUp(ProjectHistory &history, qint64 now, DraftStore &drafts, const QString &name)
{
    QByteArray text = drafts.read(name);
    if (text.isEmpty())
        return {};
    const Result<> taken = takeUpText(history, now, std::move(text));
    return taken ? taken : setAside(drafts, name, taken.error());
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
    if (m_isBusy)
        finishSteps();
}

/// Nobody waits for an answer any more, but the draft is to have all of them.
void Workbench::finishSteps()
{
    ProjectHistory history = m_history;
    if (const Outcome running = m_running.result(); running.result)
        history = running.history;
    for (const Step &step : std::as_const(m_waiting)) {
        if (const Outcome outcome = outcomeOf(step, history); outcome.result)
            history = outcome.history;
    }
    const bool isToBeKept = isNews(history);
    m_history = history;
    if (isToBeKept)
        keepDraft();
}

void Workbench::keepDrafts(DraftStore &drafts, const QString &name)
{
    m_drafts = &drafts;
    m_draftName = name;
    perform(
        [&drafts, name](ProjectHistory &history, qint64 now) { return takeUp(history, now, drafts, name); });
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
    m_running = QtConcurrent::run([step, history = m_history] { return outcomeOf(step, history); });
    onFinished(m_running, this, [this](const Outcome &outcome) {
        m_refusal = outcome.result ? std::nullopt : std::optional(outcome.result.error());
        if (m_refusal)
            Q_EMIT refused(*m_refusal);
        else
            take(outcome.history);
        performNext();
    });
}

Workbench::Outcome Workbench::outcomeOf(const Step &step, ProjectHistory history)
{
    Result<> result = step(history, QDateTime::currentMSecsSinceEpoch());
    return {std::move(history), std::move(result)};
}

bool Workbench::isNews(const ProjectHistory &history) const
{
    return history.project() != m_history.project() || history.idLists() != m_history.idLists();
}

void Workbench::take(const ProjectHistory &history)
{
    const bool isToBeServed = isNews(history);
    m_history = history;
    if (!isToBeServed)
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
