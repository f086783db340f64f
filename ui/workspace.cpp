// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workspace.h"

#include "keyrefusal.h"
#include "onfinished.h"
#include "personas/personabook.h"
#include "sandbox/sandboxtraffic.h"
#include "sandbox/workbench.h"
#include "specsloader.h"

#include <QFileInfo>
#include <QtConcurrentRun>
#include <QScopedValueRollback>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace Gatescope {

namespace {

const QString userDraft = QStringLiteral("user");
const QString personaKey = QStringLiteral("composer/persona");

qint64 keptBytes(const Exchange &exchange)
{
    return exchange.requestBody.size() + exchange.responseBody.size();
}

/// Whether specs downloaded with one are those of the other.
bool sameProject(const Connection &left, const Connection &right)
{
    return left.apiUrl == right.apiUrl && left.keyKind == right.keyKind && left.keyHint == right.keyHint
        && left.caFile == right.caFile;
}

/// Each name once.
NameListPtr joined(const NameListPtr &list, const QStringList &more)
{
    auto names = std::make_shared<NameList>(list ? *list : NameList());
    const std::unordered_set<std::string> known(names->names.begin(), names->names.end());
    for (const QString &name : more) {
        if (std::string utf8 = name.toStdString(); !known.contains(utf8))
            names->names.push_back(std::move(utf8));
    }
    return names;
}

} // namespace

Workspace::Workspace(
    const Ports &ports, const Connection &sandbox, const ProjectPtr &sandboxSpecs, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_connections({sandbox})
    , m_connectionId(sandbox.id)
    , m_personaBook(new PersonaBook(ports.personas, this))
    , m_loader(new SpecsLoader(this))
    , m_ledger(new Ledger(this))
{
    Q_ASSERT(sandbox.builtIn);
    m_connections += m_ports.connections.load();
    if (const QString id = m_ports.connections.selectedId(); findConnection(id))
        m_connectionId = id;

    if (sandboxSpecs && connection().builtIn)
        takeSandboxSpecs(sandboxSpecs);

    connect(m_loader, &SpecsLoader::loaded, this, &Workspace::takeProject);
    connect(m_loader, &SpecsLoader::unchanged, this, &Workspace::takeUnchanged);
    connect(m_loader, &SpecsLoader::failed, this, &Workspace::endLoading);
    connect(&m_ports.api, &StatsigApi::exchangeFinished, this, &Workspace::keepExchange);
    if (m_ports.evaluationData)
        connect(m_ports.evaluationData, &EvaluationData::changed, this, &Workspace::evaluationDataChanged);
    followSnapshots();
    followSandbox();
    takeUpDrafts();
    switchStoredExposuresOff();
    followHistory();
    followPersonas();
    QMetaObject::invokeMethod(this, &Workspace::loadSpecsIfAllowed, Qt::QueuedConnection);
}

const Connection *Workspace::findConnection(const QString &id) const
{
    const auto found = std::ranges::find(m_connections, id, &Connection::id);
    return found == m_connections.end() ? nullptr : &*found;
}

const Connection &Workspace::connection() const
{
    const Connection *chosen = findConnection(m_connectionId);
    Q_ASSERT(chosen);
    return *chosen;
}

void Workspace::selectConnection(const QString &id)
{
    if (id == m_connectionId || !findConnection(id))
        return;
    m_ports.connections.setSelectedId(id);
    chooseConnection(id);
}

void Workspace::chooseConnection(const QString &id)
{
    m_connectionId = id;
    guardExposures();
    resetSpecs();
    Q_EMIT connectionChanged();
    loadSpecsIfAllowed();
}

void Workspace::saveConnection(const Connection &connection)
{
    Q_ASSERT(!connection.builtIn && !connection.isTemporary && !connection.id.isEmpty());
    const bool isChosen = connection.id == m_connectionId;
    if (const Connection *before = findConnection(connection.id)) {
        if (before->proxy.wantsPassword() && !connection.proxy.wantsPassword())
            forgetSecrets(connection.name, {proxySecretId(connection.id)});
        if (!sameProject(*before, connection) || before->eventsUrl != connection.eventsUrl)
            m_confirmedWrites.remove(connection.id); // what was confirmed was another project
    }
    const bool specsStay = !isChosen || sameProject(this->connection(), connection);
    replaceConnection(connection);
    storeConnections();
    if (!specsStay)
        resetSpecs();
    Q_EMIT connectionsChanged();
    if (isChosen) {
        guardExposures();
        Q_EMIT connectionChanged();
    }
    if (!specsStay)
        loadSpecsIfAllowed();
}

void Workspace::addTemporaryConnection(const Connection &connection)
{
    Q_ASSERT(connection.isTemporary);
    replaceConnection(connection);
    Q_EMIT connectionsChanged();
}

/// What was meant for yesterday's test is not to go on writing to an experiment unnoticed.
void Workspace::switchStoredExposuresOff()
{
    for (Connection &each : m_connections) {
        const bool isProductionUser = each.id == m_connectionId && isProductionTier(m_user.tier());
        if (!each.exposuresOn || !(each.isProduction() || isProductionUser))
            continue;
        each.exposuresOn = false;
        m_exposuresOffAtStart.append(each.name);
    }
    if (!m_exposuresOffAtStart.isEmpty())
        storeConnections();
}

/// Switched on where nothing is asked, exposures do not come along to a production tier.
void Workspace::guardExposures()
{
    if (!connection().exposuresOn || isWriteConfirmed(m_connectionId))
        return;
    Connection changed = connection();
    changed.exposuresOn = false;
    replaceConnection(changed);
    storeConnections();
    Q_EMIT exposuresSwitchedOff();
}

void Workspace::removeConnection(const QString &id)
{
    const auto found = std::ranges::find(m_connections, id, &Connection::id);
    if (found == m_connections.end() || found->builtIn || found->isTemporary)
        return;
    const QString name = found->name;
    m_connections.erase(found);
    m_confirmedWrites.remove(id);
    forgetSecrets(name, {id, proxySecretId(id)});
    if (m_ports.snapshots)
        m_ports.snapshots->removeAll(id);
    storeConnections();
    const bool wasChosen = id == m_connectionId;
    if (wasChosen)
        m_connectionId = m_connections.first().id;
    Q_EMIT connectionsChanged();
    if (wasChosen) {
        m_ports.connections.setSelectedId(m_connectionId);
        chooseConnection(m_connectionId);
    }
}

void Workspace::forgetSecrets(const QString &connectionName, const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    m_ports.secrets.remove(ids.first(), this, [this, connectionName, ids](const Result<> &removed) {
        if (removed)
            forgetSecrets(connectionName, ids.mid(1));
        else
            Q_EMIT secretsLeft(connectionName, ids, removed.error());
    });
}

void Workspace::setExposuresOn(bool on)
{
    Connection changed = connection();
    if (changed.exposuresOn == on)
        return;
    changed.exposuresOn = on;
    replaceConnection(changed);
    storeConnections();
    Q_EMIT connectionChanged();
}

bool Workspace::isWriteConfirmed(const QString &connectionId, const QString &userTier) const
{
    const Connection *known = findConnection(connectionId);
    const bool isProduction = known && (known->isProduction() || isProductionTier(userTier));
    return !isProduction || m_confirmedWrites.contains(connectionId);
}

void Workspace::confirmWrite(const QString &connectionId)
{
    m_confirmedWrites.insert(connectionId);
}

void Workspace::replaceConnection(const Connection &connection)
{
    const auto found = std::ranges::find(m_connections, connection.id, &Connection::id);
    if (found == m_connections.end())
        m_connections.append(connection);
    else
        *found = connection;
}

void Workspace::storeConnections()
{
    QList<Connection> own;
    std::ranges::remove_copy_if(m_connections, std::back_inserter(own),
        [](const Connection &each) { return each.builtIn || each.isTemporary; });
    m_ports.connections.save(own);
}

void Workspace::compose(const StatsigUser &user, const QString &personaId)
{
    const bool isAnotherUser = user != m_user;
    const bool isAnotherPersona = personaId != m_personaId;
    m_user = user;
    m_personaId = personaId;
    if (isAnotherPersona) {
        m_awaitsPersona = false;
        m_ports.preferences.setViewState(personaKey, personaId.toUtf8());
        Q_EMIT personaChanged();
    }
    if (isAnotherUser) {
        if (m_ports.drafts)
            m_ports.drafts->keep(userDraft, [user = m_user] { return user.toIndentedJson(); });
        const bool wereOn = logExposures();
        guardExposures();
        Q_EMIT userChanged();
        if (wereOn != logExposures())
            Q_EMIT connectionChanged();
    }
}

void Workspace::usePersona(const QString &id)
{
    if (const Persona *chosen = m_personaBook->find(id))
        compose(StatsigUser(chosen->user), QString(id));
}

const Persona *Workspace::persona() const
{
    return m_personaId.isEmpty() ? nullptr : m_personaBook->find(m_personaId);
}

bool Workspace::isPersonaEdited() const
{
    const Persona *chosen = persona();
    return chosen && chosen->user != m_user;
}

QString Workspace::userName() const
{
    const Persona *chosen = persona();
    return chosen ? chosen->name : m_personaBook->nameOf(m_user);
}

void Workspace::followPersonas()
{
    connect(m_personaBook, &PersonaBook::changed, this, &Workspace::takePersonas);
    const QString last = QString::fromUtf8(m_ports.preferences.viewState(personaKey));
    m_awaitsPersona = !last.isEmpty();
    takePersonas();
}

/// Personas may be read only after the window is there: then the last run's is chosen, or the one whose user
/// is being composed.
void Workspace::takePersonas()
{
    const QScopedValueRollback restoring(m_isRestoringPersona, true);
    const QString last = QString::fromUtf8(m_ports.preferences.viewState(personaKey));
    if (m_awaitsPersona && m_personaBook->find(last)) {
        m_awaitsPersona = false;
        m_hasDraftUser ? compose(StatsigUser(m_user), last) : usePersona(last);
        return;
    }
    m_awaitsPersona = m_awaitsPersona && m_personaBook->personas().isEmpty();
    const Persona *same = m_personaId.isEmpty() ? m_personaBook->personaOf(m_user) : nullptr;
    if (same && !m_user.isEmpty())
        compose(StatsigUser(m_user), same->id);
    else
        Q_EMIT personaChanged();
}

QString Workspace::tier() const
{
    const QString own = m_user.tier();
    return own.isEmpty() ? connection().tier : own;
}

void Workspace::setTier(const QString &tier)
{
    StatsigUser changed = m_user;
    changed.setTier(tier);
    setUser(changed);
}

QString Workspace::specsRefusal() const
{
    return keyRefusal(connection().keyKind, Endpoint::DownloadConfigSpecs);
}

void Workspace::loadSpecsIfAllowed()
{
    // Without a key there is nothing to ask with yet, which is no error.
    if (connection().keyKind != KeyKind::None && !m_specs.loading && !m_specs.project)
        refreshSpecs();
}

void Workspace::refreshSpecs()
{
    if (const QString refusal = specsRefusal(); !refusal.isEmpty()) {
        endLoading(Error {ErrorCode::Unsupported, refusal, {}});
        return;
    }
    m_loadingFromServer = true;
    m_loadingSource = connection().name;
    const bool mayBeUnchanged = m_specs.fromServer && m_specs.project; // else its time says nothing
    m_loader->load(start(DownloadConfigSpecsRequest {mayBeUnchanged ? m_specs.project->time() : 0}));
    beginLoading();
}

void Workspace::openSpecs(const QString &fileName)
{
    m_loadingFromServer = false;
    m_loadingSource = QFileInfo(fileName).fileName();
    m_loader->loadFile(fileName, m_ports.preferences.values().maxResponseBytes);
    beginLoading();
}

void Workspace::stopSpecs()
{
    if (!m_specs.loading)
        return;
    m_loader->stop();
    m_specs.loading = false;
    Q_EMIT specsChanged();
}

void Workspace::resetSpecs()
{
    m_loader->stop();
    m_specs = {};
    Q_EMIT specsChanged();
}

void Workspace::beginLoading()
{
    m_specs.loading = true;
    m_specs.error.reset();
    Q_EMIT specsChanged();
}

void Workspace::takeSandboxSpecs(const ProjectPtr &project)
{
    m_specs.project = project;
    m_specs.source = connection().name;
    m_specs.loadedUtc = QDateTime::currentDateTimeUtc();
    m_specs.fromServer = true;
}

void Workspace::takeProject(const ProjectPtr &project)
{
    m_specs.project = project;
    m_specs.source = m_loadingSource;
    m_specs.loadedUtc = QDateTime::currentDateTimeUtc();
    m_specs.fromServer = m_loadingFromServer;
    if (m_loadingFromServer && m_ports.snapshots)
        m_ports.snapshots->keep(m_connectionId, project->payload());
    endLoading(std::nullopt);
}

void Workspace::followSandbox()
{
    if (!m_ports.sandbox)
        return;
    m_sandboxTraffic = new SandboxTraffic(*m_ports.sandbox, this);
    m_sandboxProjectName = m_ports.sandbox->status().projectName;
    m_sandboxName = m_connections.first().name;
    m_sandboxProject = m_ports.sandbox->status().project;
    connect(m_ports.sandbox, &SandboxControl::changed, this, &Workspace::takeSandbox);
    m_workbench = new Workbench(*m_ports.sandbox, this);
}

void Workspace::takeUpDrafts()
{
    if (!m_ports.drafts)
        return;
    if (auto user = StatsigUser::fromJson(m_ports.drafts->read(userDraft))) {
        m_user = std::move(*user);
        m_hasDraftUser = true;
    }
    if (m_workbench)
        m_workbench->keepDrafts(*m_ports.drafts, m_ports.projectDraft);
}

/// It may be at another address, or serve something else.
void Workspace::takeSandbox()
{
    const SandboxStatus &status = m_ports.sandbox->status();
    Connection changed = m_connections.first();
    if (status.isRunning())
        changed.apiUrl = changed.eventsUrl = status.apiUrl;
    changed.name = status.projectName == m_sandboxProjectName ? m_sandboxName
                                                              : tr("Sandbox, %1").arg(status.projectName);
    if (changed != m_connections.first()) {
        m_connections.first() = changed;
        Q_EMIT connectionsChanged();
        if (connection().builtIn)
            Q_EMIT connectionChanged();
    }
    const bool isAnother = m_sandboxProject != status.project;
    m_sandboxProject = status.project;
    if (isAnother && connection().builtIn && m_specs.fromServer) {
        m_loader->stop();
        m_specs.loading = false;
        takeSandboxSpecs(status.project);
        Q_EMIT specsChanged();
    }
}

QList<SpecsSnapshot> Workspace::snapshots() const
{
    return m_ports.snapshots ? m_ports.snapshots->snapshots(m_connectionId) : QList<SpecsSnapshot>();
}

void Workspace::followSnapshots()
{
    if (!m_ports.snapshots)
        return;
    connect(m_ports.snapshots, &SnapshotStore::changed, this, [this](const QString &connectionId) {
        if (connectionId == m_connectionId)
            Q_EMIT snapshotsChanged();
    });
    connect(m_ports.snapshots, &SnapshotStore::failed, this, &Workspace::snapshotFailed);
    connect(this, &Workspace::connectionChanged, this, &Workspace::snapshotsChanged);
}

void Workspace::takeUnchanged()
{
    if (!m_specs.project) {
        endLoading(Error {ErrorCode::WrongShape,
            tr("The server answered that nothing is new, although there are no older specs here. Download "
               "again."),
            {}});
        return;
    }
    m_specs.loadedUtc = QDateTime::currentDateTimeUtc();
    endLoading(std::nullopt);
}

void Workspace::endLoading(const std::optional<Error> &error)
{
    m_specs.loading = false;
    m_specs.error = error && error->code == ErrorCode::Cancelled ? std::nullopt : error;
    Q_EMIT specsChanged();
}

void Workspace::setNames(const NameListPtr &names)
{
    m_names = names;
    gatherNames();
}

void Workspace::followHistory()
{
    if (!m_ports.history)
        return;
    learnNames();
    // What was asked about since may be what this answer speaks of.
    connect(m_ports.history, &HistoryStore::kept, this, [this](const HistoryEntry &entry) {
        if (entry.endpoint == Endpoint::Initialize)
            learnNames();
    });
}

void Workspace::learnNames()
{
    m_ports.history->names(this, [this](const Result<QStringList> &names) {
        if (!names || *names == m_historyNames)
            return;
        m_historyNames = *names;
        gatherNames();
    });
}

/// On a worker where there are two to be made one: a list may be long.
void Workspace::gatherNames()
{
    const auto take = [this, token = ++m_namesToken](const NameListPtr &names) {
        if (token != m_namesToken)
            return;
        m_knownNames = names;
        Q_EMIT namesChanged();
    };
    if (m_historyNames.isEmpty())
        take(m_names);
    else
        onFinished(QtConcurrent::run(joined, m_names, m_historyNames), this, take);
}

const EvaluationDataState &Workspace::evaluationData() const
{
    static const EvaluationDataState none;
    return m_ports.evaluationData ? m_ports.evaluationData->state() : none;
}

EvaluationContext Workspace::evaluationContext() const
{
    const EvaluationDataState &data = evaluationData();
    EvaluationContext context;
    context.countries = data.countries;
    context.idLists = connection().builtIn && data.sandboxIdLists ? data.sandboxIdLists : data.idLists;
    return context;
}

void Workspace::refreshEvaluationData()
{
    if (m_ports.evaluationData)
        m_ports.evaluationData->refresh();
}

ExchangePtr Workspace::exchange(quint64 number) const
{
    const auto found = std::ranges::find_if(
        m_exchanges, [number](const ExchangePtr &candidate) { return candidate->number == number; });
    return found == m_exchanges.end() ? nullptr : *found;
}

void Workspace::keepExchange(const ExchangePtr &exchange)
{
    m_ledger->record(*exchange);
    if (m_ports.history)
        m_ports.history->keep(exchange);
    m_exchangeBytes += keptBytes(*exchange);
    m_exchanges.append(exchange);
    const qsizetype dropped = dropOldExchanges();
    if (dropped > 0)
        Q_EMIT exchangesDropped(dropped);
    Q_EMIT exchangeAdded(exchange);
}

/// How many went; the newest stays however large.
qsizetype Workspace::dropOldExchanges()
{
    qsizetype dropped = 0;
    while (dropped < m_exchanges.size() - 1
        && (m_exchanges.size() - dropped > maxExchanges || m_exchangeBytes > maxExchangeBytes))
        m_exchangeBytes -= keptBytes(*m_exchanges.at(dropped++));
    m_exchanges.remove(0, dropped);
    return dropped;
}

void Workspace::clearExchanges()
{
    if (!m_exchanges.isEmpty())
        m_clearedExchanges = std::exchange(m_exchanges, {});
    m_exchangeBytes = 0;
    Q_EMIT exchangesCleared();
}

void Workspace::restoreExchanges()
{
    if (m_clearedExchanges.isEmpty())
        return;
    m_exchanges = std::exchange(m_clearedExchanges, {}) + m_exchanges;
    m_exchangeBytes = 0;
    for (const ExchangePtr &each : std::as_const(m_exchanges))
        m_exchangeBytes += keptBytes(*each);
    dropOldExchanges();
    Q_EMIT exchangesRestored();
}

ApiCall *Workspace::start(const Connection &connection, const ApiRequest &request)
{
    return m_ports.api.start(connection, request);
}

} // namespace Gatescope
