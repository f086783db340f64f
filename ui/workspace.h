// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluator.h>
#include <models/items/ledger.h>
#include <models/ports/connectionstore.h>
#include <models/ports/draftstore.h>
#include <models/ports/evaluationdata.h>
#include <models/ports/historystore.h>
#include <models/ports/personastore.h>
#include <models/ports/preferences.h>
#include <models/ports/sandboxcontrol.h>
#include <models/ports/secretstore.h>
#include <models/ports/snapshotstore.h>
#include <models/ports/statsigapi.h>
#include <models/statsig/namelist.h>

#include <QDateTime>
#include <QObject>
#include <QSet>

namespace Gatescope {

class PersonaBook;
class SandboxTraffic;
class SpecsLoader;
class Workbench;

/// The specs of the current connection as last downloaded or opened.
struct SpecsState
{
    ProjectPtr project; ///< null: none yet
    QDateTime loadedUtc;
    QString source; ///< file name or connection name
    bool fromServer = false; ///< the chosen connection's, not a file's
    bool loading = false;
    std::optional<Error> error; ///< of the last attempt; project stays the older one
};

/// What all pages share: the connections and the chosen one, the user being composed, the specs, this run's
/// exchanges. Pages read it, change it through its setters and listen; they do not know each other. UI
/// thread.
class Workspace : public QObject
{
    Q_OBJECT
public:
    struct Ports
    {
        StatsigApi &api;
        SecretStore &secrets;
        ConnectionStore &connections;
        Preferences &preferences;
        EvaluationData *evaluationData = nullptr; ///< null: there are none
        SnapshotStore *snapshots = nullptr; ///< null: none are kept
        SandboxControl *sandbox = nullptr; ///< null: it cannot be changed
        HistoryStore *history = nullptr; ///< null: exchanges are kept for this run only
        PersonaStore *personas = nullptr; ///< null: none can be saved
        DraftStore *drafts = nullptr; ///< null: what is composed goes with this run
        QString projectDraft = QStringLiteral("project"); ///< the draft of what the sandbox serves
    };
    /// Loads the stored connections and, once the event loop runs, the specs of the chosen one if its key
    /// may. What the sandbox serves is at hand, so that its names need no waiting for; null: it is asked too.
    Workspace(const Ports &ports, const Connection &sandbox, const ProjectPtr &sandboxSpecs = nullptr,
        QObject *parent = nullptr);

    StatsigApi &api() const { return m_ports.api; }
    SecretStore &secrets() const { return m_ports.secrets; }
    Preferences &preferences() const { return m_ports.preferences; }
    SandboxControl *sandbox() const { return m_ports.sandbox; }
    HistoryStore *history() const { return m_ports.history; }
    PersonaStore *personas() const { return m_ports.personas; }
    DraftStore *drafts() const { return m_ports.drafts; }
    /// What has arrived at the sandbox in this run; null where sandbox() is.
    SandboxTraffic *sandboxTraffic() const { return m_sandboxTraffic; }
    /// The sandbox's project as it is being changed; null where sandbox() is.
    Workbench *workbench() const { return m_workbench; }

    /// \name Connections; the sandbox is the first.
    /// @{
    const QList<Connection> &connections() const { return m_connections; }
    const Connection &connection() const; ///< the chosen one
    const Connection *findConnection(const QString &id) const; ///< null: there is none
    void selectConnection(const QString &id);
    void saveConnection(const Connection &connection); ///< adds or replaces by id
    /// For this run: it can be chosen, and is neither edited nor stored. Its key is the SecretStore's
    /// already.
    void addTemporaryConnection(const Connection &connection);
    void removeConnection(const QString &id); ///< and its secrets, see secretLeft()
    /// Takes out of the keychain what no connection needs any more; it was of one of this name.
    void forgetSecrets(const QString &connectionName, const QStringList &ids);
    void setExposuresOn(bool on); ///< of the chosen one
    /// Exposures hold for one run at a production tier: those found on were switched off at the start. The
    /// names of the connections.
    const QStringList &exposuresOffAtStart() const { return m_exposuresOffAtStart; }
    /// Writing to a production tier, the connection's or the user's own, asks once per run and connection; of
    /// the others this is always true.
    bool isWriteConfirmed(const QString &connectionId, const QString &userTier) const;
    /// The same for the composer's user.
    bool isWriteConfirmed(const QString &connectionId) const
    {
        return isWriteConfirmed(connectionId, m_user.tier());
    }
    void confirmWrite(const QString &connectionId);
    /// @}

    /// \name The user of the composer
    /// @{
    const StatsigUser &user() const { return m_user; }
    void setUser(const StatsigUser &user) { compose(user, m_personaId); } ///< the persona stays
    void compose(const StatsigUser &user, const QString &personaId);
    void usePersona(const QString &id); ///< and its user; nothing if there is none
    /// The persona the user was taken from, as it is saved; null: of none.
    const Persona *persona() const;
    /// Its id, whether or not there still is such a persona; empty: of none.
    const QString &personaId() const { return m_personaId; }
    /// What is chosen from and named by; personas() is where they are saved.
    const PersonaBook &personaBook() const { return *m_personaBook; }
    /// While what changes is no doing of the user: personas were read, and one fits what is composed.
    bool isRestoringPersona() const { return m_isRestoringPersona; }
    bool isPersonaEdited() const; ///< the user differs from the saved one
    /// What the composer's user is called: as its persona, else by its own label. May be empty.
    QString userName() const;
    /// Tier in force: the user's own, else the connection's.
    QString tier() const;
    void setTier(const QString &tier); ///< sets it on the user
    /// @}

    /// \name Specs
    /// @{
    const SpecsState &specs() const { return m_specs; }
    /// Downloads with the chosen connection; keeps the old ones until the answer is understood.
    void refreshSpecs();
    /// At most PreferenceValues::maxResponseBytes are read.
    void openSpecs(const QString &fileName);
    void stopSpecs();
    /// The chosen connection's, newest first.
    QList<SpecsSnapshot> snapshots() const;
    /// Why the chosen connection's key cannot download specs, for tool tips; empty if it may try.
    QString specsRefusal() const;
    /// @}

    /// Names that the user brought for this run, so that hashes of them can be told; null: none.
    const NameListPtr &names() const { return m_names; }
    void setNames(const NameListPtr &names);
    /// Those, and what the history was ever asked about; null: none.
    const NameListPtr &knownNames() const { return m_knownNames; }

    /// \name Evaluating on this machine
    /// @{
    const EvaluationDataState &evaluationData() const;
    /// What an evaluation for the chosen connection takes beside the specs and the user.
    EvaluationContext evaluationContext() const;
    /// Reads files again that were changed since.
    void refreshEvaluationData();
    /// @}

    /// This run's exchanges, oldest first; beyond maxExchanges or maxExchangeBytes the oldest are dropped.
    const QList<ExchangePtr> &exchanges() const { return m_exchanges; }
    static constexpr qsizetype maxExchanges = 1000;
    static constexpr qint64 maxExchangeBytes = 256LL * 1024 * 1024;
    ExchangePtr exchange(quint64 number) const; ///< null if it was dropped or cleared
    void clearExchanges();
    /// Brings back what the last clearExchanges() took, before what came since.
    void restoreExchanges();
    qsizetype restorableExchanges() const { return m_clearedExchanges.size(); }
    void forgetClearedExchanges() { m_clearedExchanges.clear(); }

    /// The exposures and events that this run's exchanges had logged; clearExchanges() leaves it alone.
    Ledger *ledger() const { return m_ledger; }

    /// Starts a call with the chosen connection, or another one. The Workspace keeps the exchange, in the
    /// history too.
    ApiCall *start(const ApiRequest &request) { return start(connection(), request); }
    ApiCall *start(const Connection &connection, const ApiRequest &request);
    bool logExposures() const { return connection().exposuresOn; }

Q_SIGNALS:
    void connectionsChanged();
    /// Not by the user: the chosen connection, or the user, has come to a production tier without being
    /// asked.
    void exposuresSwitchedOff();
    /// It may still be in the keychain, which could not be asked to remove it.
    void secretLeft(const QString &connectionName, const QString &id, const Gatescope::Error &error);
    void connectionChanged(); ///< another one, or the chosen one's data
    void userChanged();
    void personaChanged(); ///< another one is chosen, or what is saved of it
    void specsChanged();
    void snapshotsChanged(); ///< of the chosen connection
    void snapshotFailed(const Gatescope::Error &error);
    void namesChanged(); ///< names() or knownNames()
    void evaluationDataChanged();
    void exchangesDropped(qsizetype count); ///< of the oldest, before the newer one is added
    void exchangeAdded(const Gatescope::ExchangePtr &exchange);
    void exchangesCleared();
    void exchangesRestored(); ///< exchanges() is another list

private:
    void followPersonas();
    void takePersonas();
    void replaceConnection(const Connection &connection);
    void storeConnections();
    bool isSecretInUse(const QString &id) const;
    void chooseConnection(const QString &id);
    void guardExposures();
    void switchStoredExposuresOff();
    qsizetype dropOldExchanges();
    void resetSpecs();
    void takeSandboxSpecs(const ProjectPtr &project);
    void followSandbox();
    void takeUpDrafts();
    void followHistory();
    void learnNames();
    void gatherNames();
    void takeSandbox();
    void loadSpecsIfAllowed();
    void beginLoading();
    void takeProject(const ProjectPtr &project);
    void takeUnchanged();
    void followSnapshots();
    void endLoading(const std::optional<Error> &error);
    void keepExchange(const ExchangePtr &exchange);

    Ports m_ports;
    QList<Connection> m_connections;
    QString m_connectionId;
    StatsigUser m_user;
    QString m_personaId;
    PersonaBook *m_personaBook;
    bool m_hasDraftUser = false; ///< the last run's, perhaps not as its persona has it
    bool m_isRestoringPersona = false;
    bool m_awaitsPersona = false; ///< the one of the last run is not read yet
    SpecsState m_specs;
    NameListPtr m_names;
    NameListPtr m_knownNames;
    QStringList m_historyNames;
    quint64 m_namesToken = 0;
    SpecsLoader *m_loader;
    Ledger *m_ledger;
    SandboxTraffic *m_sandboxTraffic = nullptr;
    Workbench *m_workbench = nullptr;
    QString m_sandboxProjectName; ///< of what it served at the start
    QString m_sandboxName; ///< of the connection at the start
    ProjectPtr m_sandboxProject; ///< served when last looked at
    QString m_loadingSource; ///< becomes SpecsState::source when the load succeeds
    bool m_loadingFromServer = false;
    QList<ExchangePtr> m_exchanges;
    qint64 m_exchangeBytes = 0;
    QList<ExchangePtr> m_clearedExchanges; ///< as long as they can come back
    QStringList m_exposuresOffAtStart;
    QSet<QString> m_confirmedWrites;
};

} // namespace Gatescope
