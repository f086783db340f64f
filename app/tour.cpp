// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tour.h"

#include "application.h"

#include <models/json/utf8text.h>
#include <models/evaluation/phrase.h>
#include <models/items/localwitness.h>
#include <ui/compare/comparesubject.h>
#include <ui/exchanges/exchangespage.h>
#include <ui/page.h>
#include <ui/presenter/presenter.h>
#include <ui/sandbox/sandboxpage.h>
#include <ui/widgets/segmented.h>
#include <ui/window/commandfield.h>
#include <ui/window/commandlist.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QLocale>
#include <QThreadPool>

#include <algorithm>

namespace Gatescope {

namespace {

/// Answers are read on workers and shown a turn of the event loop later: quiet has to last a few looks.
constexpr int enoughIdleLooks = 5;
constexpr qsizetype exposuresSent = 5;

/// The entity that says most: the first running experiment; without one, the first of all.
std::optional<EntityRef> mostTelling(const ProjectPtr &project)
{
    if (!project || project->specs().empty())
        return std::nullopt;
    const auto &specs = project->specs();
    const auto running = std::ranges::find_if(
        specs, [](const Spec &spec) { return spec.kind == EntityKind::Experiment && spec.isActive; });
    const Spec &chosen = running == specs.end() ? specs.front() : *running;
    return EntityRef {chosen.table, utf8Text(chosen.name)};
}

/// The gate with the longest way to its answer.
std::optional<EntityRef> mostRuled(const ProjectPtr &project)
{
    if (!project || project->specs().empty())
        return std::nullopt;
    const auto length = [](const Spec &spec) {
        return spec.kind == EntityKind::Gate ? std::ptrdiff_t(spec.rules.size()) : std::ptrdiff_t(-1);
    };
    const Spec &chosen = *std::ranges::max_element(project->specs(), {}, length);
    return EntityRef {chosen.table, utf8Text(chosen.name)};
}

/// The index whose text is the name, at any depth; invalid if there is none.
QModelIndex indexOf(const QAbstractItemModel &model, const QString &name)
{
    const QModelIndexList found =
        model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

QString statusText(const Exchange &exchange)
{
    return exchange.error ? exchange.error->message : QStringLiteral("%1 OK").arg(exchange.status);
}

ExchangePtr lastOf(const QList<ExchangePtr> &exchanges, Endpoint endpoint)
{
    for (auto it = exchanges.crbegin(); it != exchanges.crend(); ++it)
        if ((*it)->endpoint == endpoint)
            return *it;
    return nullptr;
}

} // namespace

Tour::Tour(Application &application, const Options &options, CommandStreams streams)
    : m_application(application)
    , m_window(application.window())
    , m_workspace(application.workspace())
    , m_options(options)
    , m_streams(streams)
{
    connect(&m_workspace.api(), &StatsigApi::started, this, [this] { ++m_callsUnderWay; });
    connect(&m_workspace.api(), &StatsigApi::exchangeFinished, this, [this] { --m_callsUnderWay; });
}

int Tour::run()
{
    const auto folder = pictureFolder();
    if (!folder) {
        m_streams.err << "gatescope: " << folder.error().message << Qt::endl;
        return ExitBadInput;
    }
    m_folder = *folder;
    m_window.resize(m_options.size);
    m_window.show();
    Presenter::instance().setOn(m_options.presenter);

    Stepper stepper(steps());
    connect(&stepper, &Stepper::finished, this, [this](const QString &stuckAt) {
        if (!stuckAt.isEmpty())
            m_streams.err << tr("gatescope: the page %1 did not finish in time.").arg(stuckAt) << Qt::endl;
        QCoreApplication::exit(stuckAt.isEmpty() ? ExitSuccess : ExitFailed);
    });
    stepper.start();
    const int finished = QApplication::exec();
    const bool allAnswered = printCalls();
    return finished == ExitSuccess && m_allSaved && allAnswered ? ExitSuccess : ExitFailed;
}

Result<QDir> Tour::pictureFolder() const
{
    const QString path = m_options.folder.isEmpty()
        ? QDir::temp().filePath(QStringLiteral("gatescope-tour-%1").arg(QCoreApplication::applicationPid()))
        : m_options.folder;
    if (!QDir().mkpath(path))
        return failure(ErrorCode::FileUnwritable, tr("The folder %1 cannot be made.").arg(path));
    return QDir(QDir(path).absolutePath());
}

QList<Stepper::Step> Tour::steps()
{
    const auto run = [this] { m_window.currentPage()->runPrimaryAction(); };
    const auto selectTelling = [this](const QString &table) {
        if (const auto entity = mostTelling(m_workspace.specs().project))
            select(table, *entity);
    };
    // Each way of asking leaves its exchanges behind; the picture is of the usual one.
    Stepper::Step byMultiple = visit(QStringLiteral("check"), [this, run] {
        choose(QStringLiteral("askGatesMultipleAction"));
        run();
    });
    byMultiple.end = [] { };
    Stepper::Step byConfig = visit(QStringLiteral("check"), [this, run] {
        choose(QStringLiteral("askGatesOneByOneAction"));
        choose(QStringLiteral("askGetConfigAction"));
        run();
    });
    byConfig.end = [] { };
    // What the sandbox serves is known from the start, so nothing else asks for it.
    Stepper::Step first = visit(QStringLiteral("check"), [this] { m_workspace.refreshSpecs(); });
    first.end = [] { };
    Stepper::Step byExperiment = visit(QStringLiteral("check"), [this, run] {
        choose(QStringLiteral("askGetExperimentAction"));
        run();
    });
    byExperiment.end = [] { };
    Stepper::Step why = visit(QStringLiteral("check"), [this] {
        if (const auto gate = mostRuled(m_workspace.specs().project))
            select(QStringLiteral("checkTable"), *gate);
        choose(QStringLiteral("whyAction"));
    });
    why.end = [this] { save(QStringLiteral("why")); };
    // On the page that the step before left open.
    Stepper::Step evidence =
        visit(QStringLiteral("check"), [this] { press(QStringLiteral("saveEvidenceButton")); });
    evidence.end = [this] {
        if (auto *dialog = m_window.findChild<QDialog *>(QStringLiteral("evidenceDialog"))) {
            save(QStringLiteral("evidence"), *dialog);
            dialog->reject();
        }
    };
    Stepper::Step initializing = visit(QStringLiteral("initialize"), run);
    initializing.end = [] { };
    // The picture is of events about to be sent: sent, they say less.
    Stepper::Step sending = visit(QStringLiteral("events"), run);
    sending.end = [] { };
    Stepper::Step exposing = visit(QStringLiteral("events"), [this] { sendExposures(); });
    exposing.end = [] { };
    Stepper::Step editing = visit(QStringLiteral("sandbox"), [this] {
        if (const auto entity = mostTelling(m_workspace.specs().project))
            m_window.showPage(QStringLiteral("sandbox"), QVariant::fromValue(*entity));
    });
    editing.end = [this] { save(QStringLiteral("sandbox-project")); };
    // Of the sandbox, where nobody counts them.
    Stepper::Step logging = visit(QStringLiteral("ledger"), [this] { askWithExposures(); });
    logging.end = [this] {
        save(QStringLiteral("ledger"));
        m_workspace.setExposuresOn(false);
    };
    const auto showPlace = [this](ExchangesPage::Place place) {
        m_window.showPage(QStringLiteral("exchanges"), QVariant::fromValue(place));
    };
    // What is pinned is marked so.
    Stepper::Step reading =
        visit(QStringLiteral("exchanges"), [showPlace] { showPlace(ExchangesPage::History); });
    reading.isReady = [this, isIdle = reading.isReady] { return isIdle() && isHistoryShown(); };
    reading.end = [this] { choose(QStringLiteral("pinAction")); };
    Stepper::Step history = reading;
    history.end = [this] { save(QStringLiteral("history")); };
    Stepper::Step finding = visit(QStringLiteral("check"), [this] { find(QStringLiteral("che")); });
    finding.isReady = [this, isIdle = finding.isReady] {
        return isIdle() && m_window.findChild<CommandList *>()->isVisible();
    };
    finding.end = [this] {
        save(QStringLiteral("command-field"));
        Q_EMIT m_window.findChild<CommandField *>()->left();
    };
    return {
        first,
        byMultiple,
        byConfig,
        byExperiment,
        visit(QStringLiteral("check"), [selectTelling] { selectTelling(QStringLiteral("checkTable")); }),
        why,
        evidence,
        finding,
        initializing,
        visit(QStringLiteral("initialize"),
            [selectTelling] { selectTelling(QStringLiteral("initializeTable")); }),
        visit(QStringLiteral("compare"), [this] { compareUsers(); }),
        visit(QStringLiteral("specs"),
            [this] {
                if (const auto entity = mostTelling(m_workspace.specs().project))
                    m_window.showPage(QStringLiteral("specs"), QVariant::fromValue(*entity));
            }),
        visit(QStringLiteral("events"), [this] { composeEvents(); }),
        sending,
        exposing,
        visitSandbox(SandboxPage::Connect, QStringLiteral("sandbox-connect")),
        visitSandbox(SandboxPage::Requests, QStringLiteral("sandbox-requests")),
        visitSandbox(SandboxPage::Events, QStringLiteral("sandbox-events")),
        editing,
        visitSandbox(SandboxPage::Faults, QStringLiteral("sandbox-faults")),
        logging,
        visit(QStringLiteral("personas"), [] {}),
        reading,
        history,
        visit(QStringLiteral("exchanges"), [showPlace] { showPlace(ExchangesPage::ThisRun); }),
    };
}

Stepper::Step Tour::visit(const QString &page, std::function<void()> act)
{
    return {page,
        [this, page, act = std::move(act)] {
            m_window.showPage(page);
            act();
            m_idleLooks = 0;
        },
        [this] {
            m_idleLooks = isIdle() ? m_idleLooks + 1 : 0;
            return m_idleLooks >= enoughIdleLooks;
        },
        [this, page] { save(page); }};
}

Stepper::Step Tour::visitSandbox(int part, const QString &picture)
{
    Stepper::Step step = visit(
        QStringLiteral("sandbox"), [this, part] { m_window.showPage(QStringLiteral("sandbox"), part); });
    step.end = [this, picture] { save(picture); };
    return step;
}

void Tour::choose(const QString &askAction)
{
    if (auto *action = m_window.findChild<QAction *>(askAction))
        action->trigger();
}

void Tour::press(const QString &button)
{
    if (auto *found = m_window.findChild<QAbstractButton *>(button))
        found->click();
}

void Tour::find(const QString &text)
{
    auto *field = m_window.findChild<CommandField *>();
    Q_EMIT field->wanted();
    field->setText(text);
    Q_EMIT field->textEdited(text);
}

void Tour::select(const QString &table, const EntityRef &entity)
{
    auto *view = m_window.findChild<QAbstractItemView *>(table);
    const QModelIndex index = view ? indexOf(*view->model(), entity.name) : QModelIndex();
    if (!index.isValid())
        return;
    view->setCurrentIndex(index);
    view->scrollTo(index);
}

/// The answer at hand beside that of another of the sample's users.
void Tour::compareUsers()
{
    m_window.showPage(
        QStringLiteral("compare"), QVariant::fromValue(CompareSubject {ComparedType::Initialize}));
    if (auto *side = m_window.findChild<QComboBox *>(QStringLiteral("rightChoice"))) {
        const int sample = side->findText(QStringLiteral("Ask now: Tom"), Qt::MatchStartsWith);
        side->setCurrentIndex(std::max(0, sample));
        Q_EMIT side->activated(side->currentIndex());
    }
    m_window.currentPage()->runPrimaryAction();
}

void Tour::composeEvents()
{
    const std::pair<QString, QString> events[] = {{QStringLiteral("add_to_cart"), QString()},
        {QStringLiteral("checkout_started"), QString()},
        {QStringLiteral("purchase"), QStringLiteral("84.5")}};
    const auto type = [this](const QString &field, const QString &text) {
        auto *edit = m_window.findChild<QLineEdit *>(field);
        edit->setText(text);
        Q_EMIT edit->textEdited(text);
    };
    for (const auto &[name, value] : events) {
        m_window.findChild<QAction *>(QStringLiteral("addEventAction"))->trigger();
        type(QStringLiteral("eventNameLineEdit"), name);
        if (value.isEmpty())
            continue;
        auto *kind = m_window.findChild<Segmented *>(QStringLiteral("valueKindControl"));
        kind->segment(0)->click(); // a number
        type(QStringLiteral("valueLineEdit"), value);
    }
}

/// What an application's SDK sends when it has asked: for the first gates of the project.
void Tour::sendExposures()
{
    const ProjectPtr project = m_workspace.specs().project;
    if (!project)
        return;
    const StatsigUser user = sentUser(m_workspace.user(), m_workspace.tier());
    const LocalWitness witness(project, m_workspace.evaluationContext(), user);
    LogEventRequest request {user, {}};
    for (const Spec &spec : project->specs()) {
        if (spec.kind != EntityKind::Gate || request.events.size() == exposuresSent)
            continue;
        const QString name = utf8Text(spec.name);
        const LocalAnswerPtr answer = witness.answer({spec.kind, name});
        StatsigEvent event;
        event.name = QStringLiteral("statsig::gate_exposure");
        event.metadata = {{QStringLiteral("gate"), jsonQuoted(name)},
            {QStringLiteral("gateValue"),
                jsonQuoted(answer->reading.verdict == CheckVerdict::On ? u"true" : u"false")},
            {QStringLiteral("ruleID"), jsonQuoted(answer->reading.ruleId)}};
        request.events.append(event);
    }
    m_workspace.start(request);
}

void Tour::askWithExposures()
{
    m_workspace.setExposuresOn(true);
    const StatsigUser user = m_workspace.user();
    CheckGateRequest gates {user, {}, m_workspace.logExposures()};
    for (const Spec &spec : m_workspace.specs().project->specs()) {
        const QString name = utf8Text(spec.name);
        if (spec.kind == EntityKind::Gate)
            gates.gateNames.append(name);
        else if (spec.kind == EntityKind::Layer)
            m_workspace.start(GetLayerRequest {user, name, m_workspace.logExposures()});
    }
    m_workspace.start(gates);
}

void Tour::save(const QString &name)
{
    save(name, m_window);
}

void Tour::save(const QString &name, QWidget &shown)
{
    const QString theme = m_options.dark ? QStringLiteral("dark") : QStringLiteral("light");
    const QString path = m_folder.filePath(QStringLiteral("%1-%2.png").arg(name, theme));
    const bool saved = shown.grab().save(path);
    m_allSaved = m_allSaved && saved;
    Q_EMIT pictureTaken(name, &shown);
    if (saved)
        m_streams.out << path << Qt::endl;
    else
        m_streams.err << tr("gatescope: %1 cannot be written.").arg(path) << Qt::endl;
}

bool Tour::isIdle() const
{
    return m_callsUnderWay == 0 && !m_workspace.specs().loading
        && QThreadPool::globalInstance()->activeThreadCount() == 0;
}

bool Tour::isHistoryShown() const
{
    if (!m_workspace.history())
        return true;
    const auto *table = m_window.findChild<QAbstractItemView *>(QStringLiteral("historyTable"));
    const auto *send = m_window.currentPage()->findChild<QAbstractButton *>(QStringLiteral("primaryButton"));
    return table && table->model()->rowCount() > 0 && send && send->isEnabled();
}

bool Tour::printCalls()
{
    bool allAnswered = true;
    m_streams.out << Qt::endl;
    for (const Endpoint endpoint : allEndpoints) {
        const ExchangePtr exchange = lastOf(m_workspace.exchanges(), endpoint);
        allAnswered = allAnswered && exchange && !exchange->error;
        const QString status = exchange ? statusText(*exchange) : tr("not called");
        const QString time = exchange
            ? tr("%1 ms").arg(QLocale::c().toString(exchange->finished.count() / 1000.0, 'f', 1))
            : QString();
        m_streams.out << pathName(endpoint).leftJustified(24) << status.leftJustified(10)
                      << time.rightJustified(10) << Qt::endl;
    }
    return allAnswered;
}

} // namespace Gatescope
