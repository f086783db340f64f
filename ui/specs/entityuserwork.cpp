// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entityuserwork.h"

#include <ui/onfinished.h>

#include <QtConcurrentRun>

namespace Gatescope {

EntityUserWork::EntityUserWork(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_verdicts(workspace)
{
    connect(&m_verdicts, &LocalVerdicts::evaluated, this, &EntityUserWork::explain);
    connect(&m_verdicts, &LocalVerdicts::outdated, this, [this] {
        ++m_token;
        Q_EMIT outdated();
    });
}

void EntityUserWork::setDetails(const EntityDetailsPtr &details)
{
    m_details = details;
    Q_EMIT outdated();
    explain();
}

void EntityUserWork::explain()
{
    const quint64 token = ++m_token;
    const LocalWitnessPtr &witness = m_verdicts.witness();
    if (!m_details || !m_details->entity())
        return; // nobody evaluates a parameter store
    if (!witness || witness->project() != m_details->project)
        return; // more follows when they have caught up with each other
    const auto work = [witness, details = m_details] {
        return entityForUser(
            *details, *Gatescope::explain(witness->evaluator(), witness->user(), details->spec));
    };
    onFinished(QtConcurrent::run(work), this, [this, token](const EntityForUser &forUser) {
        if (token == m_token)
            Q_EMIT found(forUser);
    });
}

} // namespace Gatescope
