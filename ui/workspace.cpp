// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workspace.h"

#include "onfinished.h"
#include "personas/personabook.h"
#include "sandbox/sandboxtraffic.h"
#include "sandbox/workbench.h"
#include "specsloader.h"

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
