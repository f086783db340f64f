// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "localverdicts.h"

#include "onfinished.h"
#include "workspace.h"

#include <models/statsig/requests.h>

#include <QtConcurrentRun>

namespace Gatescope {

namespace {

bool isSameData(const EvaluationContext &left, const EvaluationContext &right)
{
    return left.countries == right.countries && left.idLists == right.idLists;
}

} // namespace

struct LocalVerdicts::Job
{
    ProjectPtr project;
    EvaluationContext context;
    StatsigUser user;
    CheckItems items;
    std::shared_ptr<const std::atomic<bool>> stopped;
};

struct LocalVerdicts::Outcome
{
    LocalWitnessPtr witness;
    LocalAnswers answers;
};

LocalVerdicts::LocalVerdicts(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LocalVerdicts::evaluate);
    connect(&workspace, &Workspace::userChanged, this, &LocalVerdicts::follow);
    connect(&workspace, &Workspace::connectionChanged, this, &LocalVerdicts::follow);
    connect(&workspace, &Workspace::specsChanged, this, &LocalVerdicts::follow);
    connect(&workspace, &Workspace::evaluationDataChanged, this, &LocalVerdicts::follow);
    follow();
}

LocalVerdicts::~LocalVerdicts()
{
    stop();
}

void LocalVerdicts::setItems(const CheckItems &items)
{
    if (items == m_items)
        return;
    m_items = items;
    if (m_project)
        m_pause.start(0);
}

/// Typing in the composer is not an evaluation a letter; everything else is evaluated at once.
void LocalVerdicts::follow()
{
    const ProjectPtr &project = m_workspace.specs().project;
    const StatsigUser user = sentUser(m_workspace.user(), m_workspace.connection().tier);
    const EvaluationContext context = m_workspace.evaluationContext();
    const bool isOtherUser = user != m_user;
    if (project == m_project && !isOtherUser && isSameData(context, m_context))
        return;
    const bool isOnlyUser = project == m_project && isSameData(context, m_context);
    m_project = project;
    m_user = user;
    m_context = context;
    stop();
    if (!project) {
        forget();
        return;
    }
    Q_EMIT outdated();
    m_pause.start(isOnlyUser ? userPause : std::chrono::milliseconds(0));
}

void LocalVerdicts::forget()
{
    m_pause.stop();
    m_witness = nullptr;
    Q_EMIT evaluated({});
}

void LocalVerdicts::stop()
{
    ++m_token;
    if (m_stopped)
        *m_stopped = true;
    m_stopped.reset();
}

void LocalVerdicts::evaluate()
{
    stop();
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    const Job job {m_project, m_context, m_user, m_items, m_stopped};
    onFinished(
        QtConcurrent::run(&LocalVerdicts::run, job), this, [this, token = m_token](const Outcome &outcome) {
            if (token != m_token)
                return;
            m_witness = outcome.witness;
            Q_EMIT evaluated(outcome.answers);
        });
}

LocalVerdicts::Outcome LocalVerdicts::run(const Job &job)
{
    Outcome outcome;
    if (*job.stopped)
        return outcome;
    outcome.witness = std::make_shared<const LocalWitness>(job.project, job.context, job.user);
    outcome.answers.reserve(job.items.size());
    for (const CheckItem &item : job.items) {
        if (*job.stopped)
            break;
        outcome.answers.insert(item, outcome.witness->answer(item));
    }
    return outcome;
}

} // namespace Gatescope
