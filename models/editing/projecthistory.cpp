// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projecthistory.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Gatescope {

namespace {

struct HistorySpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ProjectHistory)
};

qsizetype payloadSize(const ProjectPtr &project)
{
    return qsizetype(project->payload()->source().size());
}

std::unexpected<Error> nothingOpen()
{
    return failure(ErrorCode::BadInput, HistorySpeaker::tr("No project is open."));
}

} // namespace

ProjectHistory::ProjectHistory(ProjectPtr project, IdListsPtr idLists, const HistoryLimits &limits)
    : m_limits(limits)
    , m_present {project, std::move(idLists), project, {}, 0}
{ }

Result<> ProjectHistory::apply(const ProjectEdit &edit, qint64 now)
{
    if (!project())
        return nothingOpen();
    Result<ProjectPtr> changed = edited(*project(), edit, now);
    if (!changed)
        return std::unexpected(changed.error());
    push(editSentence(*project(), edit), std::move(*changed), idLists());
    return {};
}

Result<> ProjectHistory::apply(const IdListEdit &edit)
{
    if (!project())
        return nothingOpen();
    Result<IdListsPtr> changed = edited(idLists(), *project(), edit);
    if (!changed)
        return std::unexpected(changed.error());
    push(editSentence(edit), project(), std::move(*changed));
    return {};
}

Result<> ProjectHistory::replace(
    const ProjectPtr &project, IdListsPtr idLists, const QString &sentence, qint64 now, const QString &name)
{
    if (!m_present.project) {
        m_present = {project, std::move(idLists), project, name, ++m_lastRevision};
        return {};
    }
    Result<ProjectPtr> later = republished(*project, std::max(now, m_present.project->time() + 1));
    if (!later)
        return std::unexpected(later.error());
    push(sentence, std::move(*later), std::move(idLists));
    m_present.loaded = m_present.project;
    if (!name.isEmpty())
        m_present.name = name;
    return {};
}

Result<> ProjectHistory::undo(qint64 now)
{
    return travel(m_past, m_future, now);
}

Result<> ProjectHistory::redo(qint64 now)
{
    return travel(m_future, m_past, now);
}

/// To the nearest state on one side, leaving the present on the other.
Result<> ProjectHistory::travel(std::vector<Step> &from, std::vector<Step> &to, qint64 now)
{
    if (from.empty())
        return failure(ErrorCode::BadInput, HistorySpeaker::tr("There is nothing to go back to."));
    State next = from.back().state;
    if (next.project != m_present.project) {
        Result<ProjectPtr> later = republished(*next.project, std::max(now, m_present.project->time() + 1));
        if (!later)
            return std::unexpected(later.error());
        next.project = std::move(*later);
    }
    to.push_back({from.back().sentence, std::exchange(m_present, std::move(next))});
    from.pop_back();
    return {};
}

void ProjectHistory::push(const QString &sentence, ProjectPtr project, IdListsPtr idLists)
{
    m_past.push_back({sentence, m_present});
    m_future.clear();
    m_present.project = std::move(project);
    m_present.idLists = std::move(idLists);
    m_present.revision = ++m_lastRevision;
    forget();
}

/// The oldest steps, down to what the limits allow.
void ProjectHistory::forget()
{
    std::size_t kept = 0;
    qsizetype bytes = payloadSize(project());
    const void *last = project().get();
    for (auto step = m_past.rbegin(); step != m_past.rend() && kept < m_limits.steps; ++step, ++kept) {
        if (step->state.project.get() != last) // steps of ID lists share one
            bytes += payloadSize(step->state.project);
        if (bytes > m_limits.bytes)
            break;
        last = step->state.project.get();
    }
    m_past.erase(m_past.begin(), m_past.end() - std::ptrdiff_t(kept));
}

QString ProjectHistory::undoText() const
{
    return m_past.empty() ? QString() : m_past.back().sentence;
}

QString ProjectHistory::redoText() const
{
    return m_future.empty() ? QString() : m_future.back().sentence;
}

QStringList ProjectHistory::sentences() const
{
    QStringList sentences;
    for (const Step &step : m_past)
        sentences << step.sentence;
    return sentences;
}

} // namespace Gatescope
