// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandsearch.h"

#include <ui/onfinished.h>

#include <QtConcurrentRun>

namespace Gatescope {

CommandSearch::~CommandSearch()
{
    cancel();
}

void CommandSearch::setProject(const ProjectPtr &project)
{
    if (project == m_project)
        return;
    m_project = project;
    m_places = nullptr;
    if (!project)
        return;
    onFinished(QtConcurrent::run(&CommandIndex::ofProject, project), this,
        [this, project](const CommandIndexPtr &places) {
            if (project != m_project)
                return;
            m_places = places;
            if (m_isWanted)
                search(m_text, m_recent);
        });
}

void CommandSearch::search(const QString &text, const QStringList &recent)
{
    cancel();
    m_text = text;
    m_recent = recent;
    m_isWanted = true;
    m_isSearching = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    QList<CommandIndexPtr> indexes;
    for (const CommandIndexPtr &each : {m_others, m_places})
        if (each)
            indexes.append(each);
    onFinished(QtConcurrent::run([indexes, text, recent, cancelled = m_cancelled] {
        return findCommands(indexes, text, recent, mostFound, *cancelled);
    }),
        this, [this, cancelled = m_cancelled](const QList<FoundCommand> &commands) {
            if (*cancelled)
                return;
            m_isSearching = false;
            Q_EMIT found(commands);
        });
}

void CommandSearch::stop()
{
    cancel();
    m_isWanted = false;
    m_isSearching = false;
}

void CommandSearch::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

} // namespace Gatescope
