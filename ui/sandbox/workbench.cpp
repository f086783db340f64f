// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workbench.h"

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

} // namespace

Workbench::Workbench(SandboxControl &sandbox, QObject *parent)
    : QObject(parent)
    , m_sandbox(sandbox)
    , m_history(sandbox.status().project, sandbox.status().idLists)
{
    m_history.setName(sandbox.status().projectName);
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

void Workbench::setSaved()
{
    m_history.setSaved();
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
    onFinished(QtConcurrent::run(work), this, [this](const StepOutcome &outcome) {
        if (outcome.result) {
            m_history = outcome.history;
            m_sandbox.serve({m_history.name(), m_history.project(), m_history.idLists(), m_history.loaded()});
        } else {
            Q_EMIT refused(outcome.result.error());
        }
        performNext();
    });
}

} // namespace Gatescope
