// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "idlistedit.h"
#include "projectedit.h"

#include <vector>

namespace Gatescope {

/// How far back one can go; what is older is forgotten.
struct HistoryLimits
{
    std::size_t steps = 200;
    qsizetype bytes = qsizetype(512) << 20; ///< of the payloads of all steps kept
};

/// A project, its ID lists and what they were before: undo and redo over immutable values.
///
/// Every step, back as well as forward, gives a project whose `time` is later than that of the one before, so
/// that clients take it for news. A value: to copy it is cheap, so that a worker can take a copy, do the step
/// and hand it back.
class ProjectHistory
{
public:
    ProjectHistory() = default;
    explicit ProjectHistory(
        ProjectPtr project, IdListsPtr idLists = {}, const HistoryLimits &limits = HistoryLimits());

    const ProjectPtr &project() const { return m_present.project; } ///< null in an empty history
    const IdListsPtr &idLists() const { return m_present.idLists; }
    /// The project as it was before the edits made of it: as it was loaded.
    const ProjectPtr &loaded() const { return m_present.loaded; }
    const QString &name() const { return m_present.name; } ///< what the project is called
    void setName(const QString &name) { m_present.name = name; }

    /// \name Steps; `now` in ms. An error changes nothing, and is that of edited().
    /// @{
    Result<> apply(const ProjectEdit &edit, qint64 now);
    /// ID lists have no time of their own: the project stays as it is.
    Result<> apply(const IdListEdit &edit);
    /// Another project with other lists in place of this one, such as a file: one can come back from it.
    Result<> replace(const ProjectPtr &project, IdListsPtr idLists, const QString &sentence, qint64 now,
        const QString &name = {});
    Result<> undo(qint64 now);
    Result<> redo(qint64 now);
    /// @}

    bool canUndo() const { return !m_past.empty(); }
    bool canRedo() const { return !m_future.empty(); }
    QString undoText() const; ///< what undo() takes back: "Enable new_checkout"; empty if nothing
    QString redoText() const;
    QStringList sentences() const; ///< all that led here and can be undone, the oldest first

    /// \name Unsaved changes
    /// @{
    bool isSaved() const { return m_present.revision == m_savedRevision; }
    void setSaved() { m_savedRevision = m_present.revision; }
    /// @}

private:
    struct State
    {
        ProjectPtr project;
        IdListsPtr idLists;
        ProjectPtr loaded;
        QString name;
        quint64 revision = 0; ///< the same where the same content comes back
    };
    struct Step
    {
        QString sentence;
        State state; ///< before it in the past, after it in the future
    };

    void push(const QString &sentence, ProjectPtr project, IdListsPtr idLists);
    Result<> travel(std::vector<Step> &from, std::vector<Step> &to, qint64 now);
    void forget();

    HistoryLimits m_limits;
    State m_present;
    quint64 m_lastRevision = 0;
    quint64 m_savedRevision = 0;
    std::vector<Step> m_past; ///< the latest last
    std::vector<Step> m_future; ///< the next last
};

} // namespace Gatescope
