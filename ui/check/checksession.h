// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checksetup.h"

#include <models/items/checkmodel.h>
#include <models/items/namesmodel.h>
#include <ui/witnesses/witnesswords.h>

#include <QObject>
#include <QTimer>

namespace Gatescope {

class AnswerComparer;
class CheckRun;
class LocalVerdicts;
class Workspace;

/// What the Check page does, without its widgets: the list of each connection, the runs, what this machine
/// says beside the server, and what follows a change of the user, the connection or the specs. UI thread.
class CheckSession : public QObject
{
    Q_OBJECT
public:
    explicit CheckSession(Workspace &workspace, QObject *parent = nullptr);

    CheckModel *model() const { return m_model; }
    const ProjectPtr &project() const { return m_project; } ///< null: names are not known
    bool isInSpecs(const CheckItem &item) const;
    CheckSurroundings surroundingsOf(const CheckRow &row) const;
    const LocalWitnessPtr &witness() const; ///< what this machine's answers come from; null without specs
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
    /// Fetches fresh specs and then asks the server again about one item. A failure to fetch is failed().
    void checkWithFreshSpecs(const CheckItem &item);
    /// Asks this endpoint in place of the one that is not there, and begins anew.
    void useInstead(Endpoint endpoint);

Q_SIGNALS:
    void connectionEntered(); ///< the list is another connection's
    void itemsChanged();
    void contextChanged(); ///< user, connection or specs
    void runStarted();
    void progress(qsizetype itemsDone, qsizetype itemsTotal);
    void answered(const Gatescope::CheckItem &item);
    void localChanged(); ///< what this machine says, or whether it agrees
    void failed(const Gatescope::CheckAnswer &answer); ///< at most once a run, and not for one row's business
    void runFinished();
    void namesRead(const Gatescope::EntityNamesPtr &names); ///< null: not known yet

private:
    WitnessGrounds groundsOf(const CheckRow &row) const;
    void enterConnection();
    void save();
    void takeSpecs();
    void readNames();
    void beginAtFirstStart();
    void takeUser();
    void takeLocal(const LocalAnswers &answers);
    void finishFreshSpecs();
    void settleRows();
    void takeAnswer(const CheckItem &item, const CheckAnswer &answer);
    void setItems(const CheckItems &items);
    CheckItems itemsOfProject(bool segmentsAndHoldouts) const;

    Workspace &m_workspace;
    CheckModel *m_model;
    CheckRun *m_run;
    LocalVerdicts *m_local;
    AnswerComparer *m_comparer;
    QTimer m_userPause; ///< typing in the composer is not a run a letter
    QString m_connectionId; ///< whose items are shown
    ProjectPtr m_project;
    StatsigUser m_sentUser; ///< whom the answers are about, unless they are old
    std::optional<CheckItem> m_awaitsSpecs; ///< what is asked about when the fresh specs are there
    qsizetype m_addableCount = 0; ///< what addAll() takes
    CheckAsk m_ask;
    QList<CheckItems> m_undo; ///< lists before each removal
    quint64 m_namesToken = 0;
    bool m_checksAgain = false;
    bool m_isFirstStart = false; ///< nothing was ever remembered for this connection
    bool m_hasFailed = false; ///< failed() was told of the run under way
};

} // namespace Gatescope
