// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/commandindex.h>

#include <QObject>

namespace Gatescope {

/// Finds commands as they are typed: preparing and matching happen on a worker, and only the answer to the
/// latest text is told. UI thread.
class CommandSearch : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostFound = 50;

    using QObject::QObject;
    ~CommandSearch() override;

    /// Prepares a project's names; null: there is none. Searches again if something is being searched for.
    void setProject(const ProjectPtr &project);
    /// The few that do not come from a project; they come first where nothing else decides.
    void setOthers(const CommandIndexPtr &others) { m_others = others; }
    void search(const QString &text, const QStringList &recent);
    void stop(); ///< nothing is told until the next search()
    bool isSearching() const { return m_isSearching; }

Q_SIGNALS:
    void found(const QList<Gatescope::FoundCommand> &found);

private:
    void cancel();

    CommandIndexPtr m_places;
    CommandIndexPtr m_others;
    ProjectPtr m_project;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    QString m_text;
    QStringList m_recent;
    bool m_isWanted = false; ///< between search() and stop()
    bool m_isSearching = false;
};

} // namespace Gatescope
