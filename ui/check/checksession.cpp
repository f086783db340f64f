// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checksession.h"
#include "answercomparer.h"
#include "checkrun.h"

#include <models/json/utf8text.h>
#include <models/statsig/requests.h>
#include <ui/localverdicts.h>
#include <ui/onfinished.h>
#include <ui/personas/personabook.h>
#include <ui/workspace.h>

#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

constexpr qsizetype mostUndos = 50;

QString setupKey(const QString &connectionId)
{
    return QStringLiteral("check/items/") + connectionId;
}

/// The sandbox serves all eight endpoints; live, get_experiment is not in the published API (facts §0, 1).
CheckAsk defaultAsk(const Connection &connection)
{
    CheckAsk ask;
    if (!connection.builtIn)
        ask.experiments = CheckAsk::Experiments::GetConfig;
    return ask;
}

/// After one of these every other call of the run would fail alike.
bool failsAll(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
    case ErrorCode::Tls:
    case ErrorCode::Proxy:
    case ErrorCode::Redirected:
    case ErrorCode::Unauthorized:
    case ErrorCode::RateLimited:
    case ErrorCode::KeyMissing:
    case ErrorCode::KeychainUnavailable:
    case ErrorCode::Unsupported:
        return true;
    default:
        return false;
    }
}

/// A name the server does not know is that row's business; an endpoint it does not have is everybody's.
bool concernsAll(const CheckAnswer &answer)
{
    return answer.error->code != ErrorCode::NotFound || answer.endpoint == Endpoint::CheckGateMultiple
        || answer.endpoint == Endpoint::GetExperiment;
}

ExchangePtr lastExchange(const Workspace &workspace, Endpoint endpoint)
{
    const QList<ExchangePtr> &exchanges = workspace.exchanges();
    const auto found = std::find_if(exchanges.rbegin(), exchanges.rend(),
        [endpoint](const ExchangePtr &exchange) { return exchange->endpoint == endpoint; });
    return found == exchanges.rend() ? nullptr : *found;
}

} // namespace

CheckSession::CheckSession(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_model(new CheckModel(this))
    , m_run(new CheckRun([&workspace](const ApiRequest &request) { return workspace.start(request); }, this))
    , m_local(new LocalVerdicts(workspace, this))
    , m_comparer(new AnswerComparer(*m_model, *m_local, this))
{
    m_userPause.setSingleShot(true);
    m_userPause.setInterval(LocalVerdicts::userPause);
    connect(&m_userPause, &QTimer::timeout, this, &CheckSession::checkAll);
    connect(&workspace, &Workspace::userChanged, this, &CheckSession::takeUser);
    connect(&workspace, &Workspace::specsChanged, this, &CheckSession::takeSpecs);
    connect(&workspace, &Workspace::connectionChanged, this, [this] {
        if (m_workspace.connection().id != m_connectionId)
            enterConnection();
        else
            takeUser(); // the tier is sent with the user
        Q_EMIT contextChanged();
    });
    connect(m_local, &LocalVerdicts::outdated, this, [this] {
        m_model->markLocalOld();
        Q_EMIT localChanged();
    });
    connect(m_local, &LocalVerdicts::evaluated, this, &CheckSession::takeLocal);
    connect(m_comparer, &AnswerComparer::compared, this, &CheckSession::settleRows);
    connect(m_run, &CheckRun::answered, this, &CheckSession::takeAnswer);
    connect(m_run, &CheckRun::progress, this, &CheckSession::progress);
    connect(m_run, &CheckRun::finished, this, [this] {
        m_model->refreshOrder();
        Q_EMIT runFinished();
    });
    enterConnection();
    takeSpecs();
}

void CheckSession::enterConnection()
{
    stop();
    m_undo.clear();
    m_connectionId = m_workspace.connection().id;
    const auto setup = checkSetupFromJson(m_workspace.preferences().viewState(setupKey(m_connectionId)));
    m_isFirstStart = !setup;
    m_ask = setup ? setup->ask : defaultAsk(m_workspace.connection());
    m_checksAgain = setup && setup->checkAgain;
    m_awaitsSpecs.reset();
    m_sentUser = sentUser(m_workspace.user(), m_workspace.connection().tier);
    m_model->setItems({}); // the answers were the other connection's
    m_model->setItems(setup ? setup->items : CheckItems());
    m_local->setItems(m_model->items());
    Q_EMIT connectionEntered();
    Q_EMIT itemsChanged();
}

void CheckSession::save()
{
    const CheckSetup setup {m_model->items(), m_ask, m_checksAgain};
    m_workspace.preferences().setViewState(setupKey(m_connectionId), toJson(setup));
}

void CheckSession::setAsk(const CheckAsk &ask)
{
    m_ask = ask;
    save();
}

void CheckSession::setChecksAgain(bool again)
{
    m_checksAgain = again;
    save();
}

void CheckSession::takeSpecs()
{
    const ProjectPtr &project = m_workspace.specs().project;
    if (project != m_project) {
        m_project = project;
        m_addableCount = itemsOfProject(false).size();
        m_model->setProject(project);
        readNames();
        beginAtFirstStart();
    }
    Q_EMIT contextChanged();
    if (m_awaitsSpecs && !m_workspace.specs().loading)
        finishFreshSpecs();
}

/// Names for completion are gathered on a worker; late ones of an older project are dropped.
void CheckSession::readNames()
{
    const quint64 token = ++m_namesToken;
    Q_EMIT namesRead(nullptr);
    if (!m_project)
        return;
    const auto gather = [project = m_project] {
        return EntityNamesPtr(std::make_shared<const EntityNames>(*project));
    };
    onFinished(QtConcurrent::run(gather), this, [this, token](const EntityNamesPtr &names) {
        if (token == m_namesToken)
            Q_EMIT namesRead(names);
    });
}

/// A newcomer sees answers, not an empty table: everything in the sandbox for the first persona. The same
/// where the sandbox serves another project than the one remembered.
void CheckSession::beginAtFirstStart()
{
    if (!m_project || !m_workspace.connection().builtIn)
        return;
    const CheckItems items = m_model->items();
    const auto isKnown = [this](const CheckItem &item) { return isInSpecs(item); };
    const bool isStrange = !items.isEmpty() && std::ranges::none_of(items, isKnown);
    if (!m_isFirstStart && !isStrange)
        return;
    const QList<Persona> &personas = m_workspace.personaBook().personas();
    if (m_workspace.user().isEmpty() && !personas.isEmpty())
        m_workspace.usePersona(personas.constFirst().id);
    setItems(itemsOfProject(false));
    // The window is still being built where the specs are at hand from the start.
    const auto begin = [this, id = m_connectionId] {
        if (id == m_connectionId)
            checkAll();
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
}

void CheckSession::takeUser()
{
    const StatsigUser user = sentUser(m_workspace.user(), m_workspace.connection().tier);
    if (user == m_sentUser)
        return;
    m_sentUser = user;
    m_model->markOld(m_model->items());
    Q_EMIT contextChanged();
    if (m_checksAgain && !m_model->items().isEmpty())
        m_userPause.start();
}

bool CheckSession::isInSpecs(const CheckItem &item) const
{
    return m_project && m_project->find(tableOf(item.kind), item.name.toStdString()) >= 0;
}

CheckSurroundings CheckSession::surroundingsOf(const CheckRow &row) const
{
    CheckSurroundings surroundings;
    surroundings.isInSpecs = isInSpecs(row.item);
    surroundings.hasSpecs = m_project != nullptr;
    surroundings.grounds = groundsOf(row);
    surroundings.noFreshSpecs =
        m_workspace.specs().loading ? tr("The specs are being read.") : m_workspace.specsRefusal();
    surroundings.nowUtc = QDateTime::currentDateTimeUtc();
    return surroundings;
}

const LocalWitnessPtr &CheckSession::witness() const
{
    return m_local->witness();
}

WitnessGrounds CheckSession::groundsOf(const CheckRow &row) const
{
    const SpecsState &specs = m_workspace.specs();
    const EvaluationDataState &data = m_workspace.evaluationData();
    WitnessGrounds grounds;
    grounds.isSandbox = m_workspace.connection().builtIn;
    grounds.areSpecsFromServer = specs.fromServer;
    grounds.specsSource = specs.source;
    grounds.specsUtc = specs.loadedUtc;
    grounds.specsTime = specs.project ? specs.project->time() : 0;
    if (const ExchangePtr &exchange = row.answer.exchange)
        grounds.answeredUtc = exchange->startedUtc.addMSecs(exchange->finished.count() / 1000);
    grounds.serverTime = serverTimeOf(row.answer);
    grounds.isTierOfConnection = m_workspace.user().tier().isEmpty();
    grounds.countriesFile = data.countriesFile;
    grounds.idListsFile = data.idListsFile;
    return grounds;
}

bool CheckSession::hasMoreToAdd() const
{
    return m_model->counts()[CheckModel::Filter::All] < m_addableCount;
}

CheckItems CheckSession::itemsOfProject(bool segmentsAndHoldouts) const
{
    CheckItems items;
    if (!m_project)
        return items;
    for (const Spec &spec : m_project->specs())
        if (isLocalOnly(spec.kind) == segmentsAndHoldouts)
            items.append({spec.kind, utf8Text(spec.name)});
    return items;
}

void CheckSession::setItems(const CheckItems &items)
{
    m_model->setItems(items);
    m_local->setItems(m_model->items());
    m_isFirstStart = false;
    save();
    Q_EMIT itemsChanged();
}

void CheckSession::addItems(const CheckItems &items)
{
    if (!items.isEmpty())
        setItems(m_model->items() + items);
}

void CheckSession::addAll()
{
    addItems(itemsOfProject(false));
}

void CheckSession::addSegmentsAndHoldouts()
{
    addItems(itemsOfProject(true));
}

void CheckSession::removeItems(const CheckItems &items)
{
    if (items.isEmpty())
        return;
    m_undo.append(m_model->items());
    if (m_undo.size() > mostUndos)
        m_undo.removeFirst();
    const QSet<CheckItem> gone(items.begin(), items.end());
    CheckItems kept = m_model->items();
    kept.removeIf([&gone](const CheckItem &item) { return gone.contains(item); });
    setItems(kept);
}

void CheckSession::undoRemove()
{
    if (!m_undo.isEmpty())
        setItems(m_undo.takeLast());
}

void CheckSession::checkAll()
{
    check(m_model->items());
}

void CheckSession::check(const CheckItems &items)
{
    m_awaitsSpecs.reset();
    stop();
    m_workspace.refreshEvaluationData();
    CheckItems asked = items;
    asked.removeIf([](const CheckItem &item) { return isLocalOnly(item.kind); });
    if (asked.isEmpty())
        return;
    m_hasFailed = false;
    m_model->markOld(asked);
    Q_EMIT runStarted();
    m_run->start(planCalls(asked, m_workspace.user(), m_ask, m_workspace.logExposures()));
}

void CheckSession::checkWithFreshSpecs(const CheckItem &item)
{
    m_awaitsSpecs = item;
    m_workspace.refreshSpecs();
}

void CheckSession::finishFreshSpecs()
{
    const CheckItem item = *std::exchange(m_awaitsSpecs, {});
    const auto &error = m_workspace.specs().error;
    if (!error) {
        check({item});
        return;
    }
    CheckAnswer failure;
    failure.endpoint = Endpoint::DownloadConfigSpecs;
    failure.error = *error;
    failure.exchange = lastExchange(m_workspace, failure.endpoint);
    Q_EMIT failed(failure);
}

void CheckSession::takeLocal(const LocalAnswers &answers)
{
    m_model->setLocal(answers);
    m_comparer->compare();
    settleRows();
}

/// Rows do not move under the reader while a run fills them in.
void CheckSession::settleRows()
{
    if (!isRunning())
        m_model->refreshOrder();
    Q_EMIT localChanged();
}

bool CheckSession::stop()
{
    const bool wasUnderWay = m_run->isRunning() || m_userPause.isActive() || m_awaitsSpecs;
    if (std::exchange(m_awaitsSpecs, {}))
        m_workspace.stopSpecs();
    m_userPause.stop();
    m_run->cancel();
    return wasUnderWay;
}

bool CheckSession::isRunning() const
{
    return m_run->isRunning();
}

void CheckSession::takeAnswer(const CheckItem &item, const CheckAnswer &answer)
{
    m_model->setAnswer(item, answer);
    m_comparer->compare();
    Q_EMIT answered(item);
    if (!answer.error || answer.error->code == ErrorCode::Cancelled || m_hasFailed || !concernsAll(answer))
        return;
    m_hasFailed = true;
    Q_EMIT failed(answer);
    if (failsAll(answer.error->code))
        m_run->cancel();
}

void CheckSession::useInstead(Endpoint endpoint)
{
    CheckAsk ask = m_ask;
    if (endpoint == Endpoint::CheckGate)
        ask.gates = CheckAsk::Gates::Together;
    else if (endpoint == Endpoint::GetConfig)
        ask.experiments = CheckAsk::Experiments::GetConfig;
    setAsk(ask);
    checkAll();
}

} // namespace Gatescope
