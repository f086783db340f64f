// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checksetup.h"

#include <models/items/checkmodel.h>
#include <models/items/namesmodel.h>

#include <QObject>
#include <QTimer>

namespace Gatescope {

class CheckRun;
class Workspace;

/// What the Check page does, without its widgets: the list of each connection, the runs, and what follows a
/// change of the user, the connection or the specs. UI thread.
class CheckSession : public QObject
{
    Q_OBJECT
public:
    explicit CheckSession(Workspace &workspace, QObject *parent = nullptr);

    CheckModel *model() const { return m_model; }
    const ProjectPtr &project() const { return m_project; } ///< null: names are not known
    bool isInSpecs(const CheckItem &item) const;
    bool hasMoreToAdd() const; ///< addAll() would add something

    const CheckAsk &ask() const { return m_ask; }
    void setAsk(const CheckAsk &ask);
    bool checksAgain() const { return m_checksAgain; } ///< when the user changes
    void setChecksAgain(bool again);

    void addItems(const CheckItems &items);
    void addAll(); ///< everything in the specs but segments and holdouts
    void addSegmentsAndHoldouts();
    void removeItems(const CheckItems &items);
    void undoRemove();
    bool canUndoRemove() const { return !m_undo.isEmpty(); }

    void checkAll();
    void check(const CheckItems &items);
    bool stop(); ///< true if something was under way
    bool isRunning() const;
    /// Asks this endpoint in place of the one that is not there, and begins anew.
    void useInstead(Endpoint endpoint);

Q_SIGNALS:
    void connectionEntered(); ///< the list is another connection's
    void itemsChanged();
    void contextChanged(); ///< user, connection or specs
    void runStarted();
    void progress(qsizetype itemsDone, qsizetype itemsTotal);
    void answered(const Gatescope::CheckItem &item);
    void failed(const Gatescope::CheckAnswer &answer); ///< at most once a run, and not for one row's business
    void runFinished();
    void namesRead(const Gatescope::EntityNamesPtr &names); ///< null: not known yet

private:
    void enterConnection();
    void save();
    void takeSpecs();
    void readNames();
    void beginAtFirstStart();
    void takeUser();
    void takeAnswer(const CheckItem &item, const CheckAnswer &answer);
    void setItems(const CheckItems &items);
    CheckItems itemsOfProject(bool segmentsAndHoldouts) const;

    Workspace &m_workspace;
    CheckModel *m_model;
    CheckRun *m_run;
    QTimer m_userPause; ///< typing in the composer is not a run a letter
    QString m_connectionId; ///< whose items are shown
    ProjectPtr m_project;
    qsizetype m_addableCount = 0; ///< what addAll() takes
    CheckAsk m_ask;
    QList<CheckItems> m_undo; ///< lists before each removal
    quint64 m_namesToken = 0;
    bool m_checksAgain = false;
    bool m_isFirstStart = false; ///< nothing was ever remembered for this connection
    bool m_hasFailed = false; ///< failed() was told of the run under way
};

} // namespace Gatescope
