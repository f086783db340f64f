// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkpage.h"
#include "addfield.h"
#include "checkcells.h"
#include "checkdetail.h"
#include "checkfilterbar.h"
#include "checkrun.h"
#include "sampleuser.h"

#include <models/evaluation/phrase.h>
#include <ui/errorbar.h>
#include <ui/onfinished.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/splitterstate.h>
#include <ui/workspace.h>

#include <QAction>
#include <QActionGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace Gatescope {

namespace {

constexpr std::chrono::milliseconds userPause {400};
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
bool concernsPage(const CheckAnswer &answer)
{
    return answer.error->code != ErrorCode::NotFound || answer.endpoint == Endpoint::CheckGateMultiple
        || answer.endpoint == Endpoint::GetExperiment;
}

} // namespace

CheckPage::CheckPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(new CheckModel(this))
    , m_cells(new CheckCells(this))
    , m_run(new CheckRun([&workspace](const ApiRequest &request) { return workspace.start(request); }, this))
{
    m_cells->setSourceModel(m_model);
    makeHeader();
    m_error = new ErrorBar(this);
    m_filterBar = new CheckFilterBar(this);
    m_askMenu = makeAskMenu();
    m_stack = new QStackedWidget(this);
    m_empty = makeEmpty();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeContent());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *bar : std::initializer_list<QWidget *> {m_header, m_error, m_filterBar})
        layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    addActions();
    addRowActions();
    connectRun();
    connectWorkspace();
    loadSetup();
    takeSpecs();
}

void CheckPage::makeHeader()
{
    m_header = new PageHeader(tr("Check"), this);
    m_checkAgain = new QCheckBox(tr("Check again when the user changes"), this);
    m_checkAgain->setObjectName(QStringLiteral("checkAgainBox"));
    m_header->addTool(m_checkAgain);
    setTabOrder(m_checkAgain, m_header->findChild<QWidget *>(QStringLiteral("primaryButton")));
    m_header->setPrimaryAction(tr("Check all"), Theme::Icon::Run, QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_header, &PageHeader::primaryTriggered, this, &CheckPage::checkAll);
    connect(m_header, &PageHeader::stopTriggered, this, &CheckPage::stop);
    connect(m_checkAgain, &QCheckBox::clicked, this, &CheckPage::saveSetup);
}

QWidget *CheckPage::makeContent()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    makeTable();
    m_table->setMinimumHeight(Theme::instance().scaled(100));
    m_detail = new CheckDetail(m_workspace.preferences(), splitter);
    m_detail->setMinimumHeight(Theme::instance().scaled(120));
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    rememberSplitter(splitter, m_workspace.preferences(), QStringLiteral("check/rows"), {360, 260});
    connect(m_detail, &CheckDetail::rulesRequested, this, &CheckPage::showRules);
    connect(m_detail, &CheckDetail::exchangeRequested, this,
        [this](quint64 number) { Q_EMIT pageRequested(QStringLiteral("exchanges"), number); });
    return splitter;
}

void CheckPage::makeTable()
{
    const Theme &theme = Theme::instance();
    m_table = new DataView(DataView::Shape::Table, tr("What is checked"), this);
    m_table->setObjectName(QStringLiteral("checkTable"));
    m_table->setModel(m_cells);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(CheckModel::RuleColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(CheckModel::NameColumn, theme.scaled(240));
    m_table->setColumnWidth(CheckModel::VerdictColumn, theme.scaled(140));
    m_table->setColumnWidth(CheckModel::GroupColumn, theme.scaled(140));
    m_table->setColumnWidth(CheckModel::TimeColumn, theme.scaled(84));
    m_table->setHiddenBelow(620, {CheckModel::GroupColumn});
    m_table->setSortable(true);
    m_table->header()->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                m_current = m_model->row(current.row()).item;
            showDetail();
        });
    connect(m_table, &DataView::rowActivated, this,
        [this](const QModelIndex &index) { check({m_model->row(index.row()).item}); });
}

EmptyState *CheckPage::makeEmpty()
{
    auto *empty = new EmptyState(Theme::Icon::Check, tr("Check what one user gets"), this);
    empty->setText(tr("Checking asks the server not to log exposures while the switch above is off."));
    const int where = empty->addStep(
        tr("Choose where to ask"), tr("The built-in sandbox has a sample shop and needs no key."));
    ActionButton *sandbox = empty->addButton(where, tr("Use the sandbox"), true);
    ActionButton *connection = empty->addButton(where, tr("Add a connection"));
    connect(sandbox, &QAbstractButton::clicked, this,
        [this] { m_workspace.selectConnection(m_workspace.connections().constFirst().id); });
    connect(connection, &QAbstractButton::clicked, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("newConnection"), {}); });

    const auto sample = sampleUser();
    const int user = empty->addStep(
        tr("Describe a user"), tr("Fill in the form on the left, or start from a sample user."));
    if (sample)
        connect(empty->addButton(user, tr("Use “%1”").arg(sample->name)), &QAbstractButton::clicked, this,
            [this, chosen = sample->user] { m_workspace.setUser(chosen); });

    const int what =
        empty->addStep(tr("Add what to check"), tr("Type a name above, or take everything in the project."));
    ActionButton *all = empty->addButton(what, tr("Add all"));
    all->setKeyCap(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    all->setObjectName(QStringLiteral("emptyAddAll"));
    connect(all, &QAbstractButton::clicked, this, &CheckPage::addAll);
    return empty;
}

QMenu *CheckPage::makeAskMenu()
{
    auto *menu = new QMenu(this);
    const auto addGroup = [this, menu](const QString &title, auto member, const auto &choices) {
        menu->addSection(title);
        auto *group = new QActionGroup(menu);
        for (const auto &[text, value] : choices) {
            QAction *action = menu->addAction(text);
            action->setCheckable(true);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, member, value] {
                CheckAsk ask = m_ask;
                ask.*member = value;
                setAsk(ask);
            });
            connect(menu, &QMenu::aboutToShow, action,
                [this, action, member, value] { action->setChecked(m_ask.*member == value); });
        }
    };
    using Gates = CheckAsk::Gates;
    using Experiments = CheckAsk::Experiments;
    addGroup(tr("Gates"), &CheckAsk::gates,
        QList<std::pair<QString, Gates>> {{tr("One call a gate (check_gate, gateName)"), Gates::OneByOne},
            {tr("All gates in one call (check_gate, gateNames)"), Gates::Together},
            {tr("All gates in one call (check_gate_multiple)"), Gates::Multiple}});
    addGroup(tr("Experiments"), &CheckAsk::experiments,
        QList<std::pair<QString, Experiments>> {{tr("By get_experiment"), Experiments::GetExperiment},
            {tr("By get_config"), Experiments::GetConfig}});
    ActionButton *button = m_filterBar->askButton();
    connect(button, &QAbstractButton::clicked, menu,
        [menu, button] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    return menu;
}

void CheckPage::addActions()
{
    auto *all = new QAction(tr("Add all"), this);
    all->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    connect(all, &QAction::triggered, this, &CheckPage::addAll);
    addAction(all);
    auto *segments = new QAction(tr("Add segments and holdouts"), this);
    connect(segments, &QAction::triggered, this, [this] {
        CheckItems items;
        for (const Spec &spec : m_project ? m_project->specs() : std::vector<Spec>())
            if (spec.kind == EntityKind::Segment || spec.kind == EntityKind::Holdout)
                items.append({spec.kind, QString::fromStdString(spec.name)});
        addItems(items);
    });
    addAction(segments);
    auto *undo = new QAction(tr("Undo remove"), this);
    undo->setShortcut(QKeySequence::Undo);
    undo->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QAction::triggered, this, &CheckPage::undoRemove);
    addAction(undo);
    auto *ask = new QAction(tr("How to ask"), this);
    ask->setMenu(m_askMenu);
    addAction(ask);
    m_filterBar->addAllButton()->setToolTip(tr("Everything in the project but segments and holdouts (%1)")
            .arg(all->shortcut().toString(QKeySequence::NativeText)));
    connect(m_filterBar->addAllButton(), &QAbstractButton::clicked, this, &CheckPage::addAll);
    connect(m_filterBar->addField(), &AddField::itemsAdded, this, &CheckPage::addItems);
    connect(m_filterBar, &CheckFilterBar::filterChanged, this, [this](CheckModel::Filter filter) {
        m_model->setFilter(filter);
        keepSelection();
        showHeader();
    });
}

void CheckPage::addRowActions()
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto run) {
        auto *action = new QAction(text, m_table);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
    };
    add(tr("Check this"), {}, [this] {
        if (m_current)
            check({*m_current});
    });
    add(tr("Show rules"), {}, [this] { showRules(); });
    add(tr("Copy the name"), {}, [this] {
        if (m_current)
            QGuiApplication::clipboard()->setText(m_current->name);
    });
    add(tr("Remove"), QKeySequence::Delete, [this] { removeSelected(); });
}

void CheckPage::connectWorkspace()
{
    m_userPause.setSingleShot(true);
    m_userPause.setInterval(userPause);
    connect(&m_userPause, &QTimer::timeout, this, &CheckPage::checkAll);
    connect(&m_workspace, &Workspace::userChanged, this, &CheckPage::takeUserChange);
    connect(&m_workspace, &Workspace::specsChanged, this, &CheckPage::takeSpecs);
    connect(&m_workspace, &Workspace::connectionChanged, this, [this] {
        if (m_workspace.connection().id != m_connectionId)
            loadSetup();
        showHeader();
    });
    connect(m_error, &ErrorBar::retryRequested, this, &CheckPage::checkAll);
    connect(m_error, &ErrorBar::alternativeRequested, this, &CheckPage::useInstead);
}

void CheckPage::connectRun()
{
    connect(m_run, &CheckRun::answered, this, &CheckPage::takeAnswer);
    connect(m_run, &CheckRun::finished, this, &CheckPage::finishRun);
    connect(m_run, &CheckRun::progress, this, [this](qsizetype done, qsizetype total) {
        m_header->setBusy(tr("Checking %1 of %2").arg(std::min(done + 1, total)).arg(total));
    });
    connect(m_model, &CheckModel::countsChanged, this, &CheckPage::showHeader);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CheckPage::keepSelection);
}

void CheckPage::loadSetup()
{
    m_run->cancel();
    m_userPause.stop();
    m_error->dismiss();
    m_undo.clear();
    m_current.reset();
    m_connectionId = m_workspace.connection().id;
    const auto setup = checkSetupFromJson(m_workspace.preferences().viewState(setupKey(m_connectionId)));
    m_isFirstStart = !setup;
    m_ask = setup ? setup->ask : defaultAsk(m_workspace.connection());
    m_checkAgain->setChecked(setup && setup->checkAgain);
    m_model->setItems({});
    m_model->setItems(setup ? setup->items : CheckItems());
    showEmptyOrTable();
}

void CheckPage::saveSetup()
{
    const CheckSetup setup {m_model->items(), m_ask, m_checkAgain->isChecked()};
    m_workspace.preferences().setViewState(setupKey(m_connectionId), toJson(setup));
}

void CheckPage::takeSpecs()
{
    const ProjectPtr &project = m_workspace.specs().project;
    if (project != m_project) {
        m_project = project;
        m_model->setProject(project);
        readNames();
        beginAtFirstStart();
    }
    showHeader();
    showDetail();
}

/// Names for completion are gathered on a worker; late ones of an older project are dropped.
void CheckPage::readNames()
{
    const quint64 token = ++m_namesToken;
    m_filterBar->addField()->setNames(nullptr);
    if (!m_project)
        return;
    const auto gather = [project = m_project] {
        return EntityNamesPtr(std::make_shared<const EntityNames>(*project));
    };
    onFinished(QtConcurrent::run(gather), this, [this, token](const EntityNamesPtr &names) {
        if (token == m_namesToken)
            m_filterBar->addField()->setNames(names);
    });
}

/// A newcomer sees answers, not an empty table: everything in the sandbox for the sample user.
void CheckPage::beginAtFirstStart()
{
    if (!m_project || !m_workspace.connection().builtIn)
        return;
    const CheckItems items = m_model->items();
    const auto isKnown = [this](const CheckItem &item) {
        return m_project->find(tableOf(item.kind), item.name.toStdString()) >= 0;
    };
    const bool isStrange = !items.isEmpty() && std::ranges::none_of(items, isKnown);
    if (!m_isFirstStart && !isStrange)
        return;
    m_isFirstStart = false;
    if (m_workspace.user().isEmpty())
        if (const auto sample = sampleUser())
            m_workspace.setUser(sample->user);
    setItems(allOfProject());
    checkAll();
}

void CheckPage::takeUserChange()
{
    m_model->markOld(m_model->items());
    showHeader();
    showDetail();
    if (m_checkAgain->isChecked() && !m_model->items().isEmpty())
        m_userPause.start();
}

CheckItems CheckPage::allOfProject() const
{
    CheckItems items;
    for (const Spec &spec : m_project ? m_project->specs() : std::vector<Spec>())
        if (spec.kind != EntityKind::Segment && spec.kind != EntityKind::Holdout)
            items.append({spec.kind, QString::fromStdString(spec.name)});
    return items;
}

void CheckPage::addAll()
{
    addItems(allOfProject());
}

void CheckPage::addItems(const CheckItems &items)
{
    if (items.isEmpty())
        return;
    setItems(m_model->items() + items);
    m_filterBar->clearFilter();
    select(items.constFirst());
}

void CheckPage::setItems(const CheckItems &items)
{
    m_model->setItems(items);
    m_isFirstStart = false;
    saveSetup();
    showEmptyOrTable();
    keepSelection();
}

void CheckPage::removeSelected()
{
    CheckItems gone;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        gone.append(m_model->row(row.row()).item);
    if (gone.isEmpty())
        return;
    m_undo.append(m_model->items());
    if (m_undo.size() > mostUndos)
        m_undo.removeFirst();
    const int next = m_table->currentIndex().row();
    CheckItems kept = m_model->items();
    kept.removeIf([&](const CheckItem &item) { return gone.contains(item); });
    setItems(kept);
    if (m_model->rowCount() > 0)
        select(m_model->row(std::clamp(next, 0, m_model->rowCount() - 1)).item);
}

void CheckPage::undoRemove()
{
    if (!m_undo.isEmpty())
        setItems(m_undo.takeLast());
}

void CheckPage::checkAll()
{
    check(m_model->items());
}

void CheckPage::check(const CheckItems &items)
{
    m_userPause.stop();
    if (items.isEmpty())
        return;
    m_run->cancel();
    m_error->dismiss();
    m_hasErrorShown = false;
    m_model->markOld(items);
    m_run->start(planCalls(items, m_workspace.user(), m_ask, m_workspace.logExposures()));
}

void CheckPage::takeAnswer(const CheckItem &item, const CheckAnswer &answer)
{
    m_model->setAnswer(item, answer);
    if (m_current == item)
        showDetail();
    if (!answer.error || answer.error->code == ErrorCode::Cancelled || m_hasErrorShown
        || !concernsPage(answer))
        return;
    m_hasErrorShown = true;
    m_error->present(*answer.error, answer.endpoint, answer.exchange);
    if (failsAll(answer.error->code))
        m_run->cancel();
}

void CheckPage::finishRun(bool)
{
    m_header->setBusy({});
    m_model->refreshOrder();
    showHeader();
    showDetail();
    if (!m_current && m_model->rowCount() > 0)
        select(m_model->row(0).item);
}

void CheckPage::useInstead(Endpoint endpoint)
{
    CheckAsk ask = m_ask;
    if (endpoint == Endpoint::CheckGate)
        ask.gates = CheckAsk::Gates::Together;
    else if (endpoint == Endpoint::GetConfig)
        ask.experiments = CheckAsk::Experiments::GetConfig;
    setAsk(ask);
    checkAll();
}

void CheckPage::setAsk(const CheckAsk &ask)
{
    m_ask = ask;
    saveSetup();
}

std::optional<CheckItem> CheckPage::currentItem() const
{
    return m_current && m_model->rowOf(*m_current) >= 0 ? m_current : std::nullopt;
}

void CheckPage::select(const CheckItem &item)
{
    const int row = m_model->rowOf(item);
    if (row < 0)
        return;
    m_current = item;
    const QModelIndex index = m_cells->index(row, 0);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

/// The chosen row stays chosen when rows come, go or move.
void CheckPage::keepSelection()
{
    if (const auto item = currentItem())
        select(*item);
    showDetail();
}

void CheckPage::showHeader()
{
    const CheckModel::Counts counts = m_model->counts();
    const QString label = m_workspace.user().label();
    const QString user = label.isEmpty() ? tr("a user without an ID") : label;
    QString subtitle = tr("nothing to check yet");
    if (counts.all > 0)
        subtitle = counts.all == 1 ? tr("1 item for %1").arg(user)
                                   : tr("%1 items for %2").arg(QLocale().toString(counts.all), user);
    if (m_model->hasOld() && !m_run->isRunning())
        subtitle = tr("%1, answers are from before the user changed").arg(subtitle);
    m_header->setSubtitle(subtitle);
    m_header->setPrimaryDisabledReason(counts.all == 0 ? tr("Add what to check first.") : QString());
    m_filterBar->setCounts(counts, m_model->rowCount());
    m_filterBar->setHint(m_project || m_workspace.specs().loading
            ? QString()
            : tr("Names are completed once specs are loaded"));
    const CheckItems all = allOfProject();
    const QString reason =
        !m_project ? tr("The specs are not loaded, so the names are not known.") : QString();
    m_filterBar->addAllButton()->setDisabledReason(reason);
    m_filterBar->addAllButton()->setVisible(counts.all > 0 && counts.all < all.size());
    if (auto *button = m_empty->findChild<ActionButton *>(QStringLiteral("emptyAddAll")))
        button->setDisabledReason(reason);
}

void CheckPage::showDetail()
{
    const auto item = currentItem();
    if (!item)
        return m_detail->clear();
    const bool inSpecs = m_project && m_project->find(tableOf(item->kind), item->name.toStdString()) >= 0;
    m_detail->setRow(m_model->row(m_model->rowOf(*item)), inSpecs);
}

void CheckPage::showEmptyOrTable()
{
    const bool hasItems = !m_model->items().isEmpty();
    m_stack->setCurrentIndex(hasItems ? 1 : 0);
    m_filterBar->setHasItems(hasItems);
    showHeader();
}

void CheckPage::showRules()
{
    if (const auto item = currentItem())
        Q_EMIT pageRequested(
            QStringLiteral("specs"), QVariant::fromValue(EntityRef {tableOf(item->kind), item->name}));
}

void CheckPage::runPrimaryAction()
{
    checkAll();
}

bool CheckPage::stop()
{
    const bool wasRunning = m_run->isRunning() || m_userPause.isActive();
    m_userPause.stop();
    m_run->cancel();
    return wasRunning;
}

void CheckPage::focusFilter()
{
    m_filterBar->addField()->setFocus(Qt::ShortcutFocusReason);
    m_filterBar->addField()->selectAll();
}

bool CheckPage::leaveFilter()
{
    return m_filterBar->clearFilter();
}

void CheckPage::showSubject(const QVariant &subject)
{
    if (!subject.canConvert<CheckItem>())
        return;
    const auto item = subject.value<CheckItem>();
    addItems({item});
    check({item});
}

} // namespace Gatescope
