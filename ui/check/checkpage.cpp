// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkpage.h"
#include "addfield.h"
#include "askmenu.h"
#include "checkcells.h"
#include "checkdetail.h"
#include "checkfilterbar.h"
#include "checksession.h"

#include <models/evaluation/phrase.h>
#include <models/items/exchangewords.h>
#include <ui/errorbar.h>
#include <ui/personas/personabook.h>
#include <ui/presenter/presenter.h>
#include <ui/tableexportbutton.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/pageheader.h>
#include <ui/why/whysubject.h>
#include <ui/why/whyview.h>
#include <ui/widgets/splitterstate.h>
#include <ui/workspace.h>

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

QKeySequence addAllKey()
{
    return {Qt::CTRL | Qt::SHIFT | Qt::Key_A};
}

} // namespace

CheckPage::CheckPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_session(new CheckSession(workspace, this))
    , m_model(m_session->model())
    , m_cells(new CheckCells(this))
{
    m_cells->setSourceModel(m_model);
    m_error = new ErrorBar(this);
    m_askMenu = new AskMenu(*m_session, this);
    m_layers = new QStackedWidget(this);
    m_layers->addWidget(makeList());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_error);
    layout->addWidget(m_layers, 1);
    addActions();
    addRowActions();
    connectBars();
    connectSession();
    m_ages.start(std::chrono::seconds(30));
    connect(&m_ages, &QTimer::timeout, this, &CheckPage::showAges);
    takeConnection();
    showEmptyOrTable();
}

QWidget *CheckPage::makeList()
{
    auto *list = new QWidget(this);
    makeHeader();
    m_filterBar = new CheckFilterBar(list);
    m_liveOnly = makeLiveOnly();
    m_stack = new QStackedWidget(list);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *bar : std::initializer_list<QWidget *> {m_header, m_filterBar, m_liveOnly})
        layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    return list;
}

void CheckPage::makeHeader()
{
    m_header = new PageHeader(tr("Check"), this);
    m_checkAgain = new QCheckBox(tr("Check again when the user changes"), this);
    m_checkAgain->setObjectName(QStringLiteral("checkAgainBox"));
    m_header->addTool(m_checkAgain);
    m_export = new TableExportButton(QStringLiteral("gatescope-check"), this);
    m_header->addTool(m_export);
    connect(
        m_export, &TableExportButton::failed, this, [this](const Error &error) { m_error->present(error); });
    setTabOrder(m_checkAgain, m_header->findChild<QWidget *>(QStringLiteral("primaryButton")));
    m_header->setPrimaryAction(tr("Check all"), Theme::Icon::Run, QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_header, &PageHeader::primaryTriggered, m_session, &CheckSession::checkAll);
    connect(m_header, &PageHeader::stopTriggered, m_session, &CheckSession::stop);
    connect(m_checkAgain, &QCheckBox::clicked, m_session, &CheckSession::setChecksAgain);
}

QWidget *CheckPage::makeContent()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    makeTable();
    m_table->setMinimumHeight(Theme::instance().scaled(100));
    m_detail = new CheckDetail(m_workspace.preferences(), splitter);
    m_detail->setMinimumHeight(Theme::instance().scaled(170));
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    rememberSplitter(splitter, m_workspace.preferences(), QStringLiteral("check/rows"), {360, 260});
    connect(m_detail, &CheckDetail::remedyRequested, this, &CheckPage::takeRemedy);
    connect(m_detail, &CheckDetail::changeRequested, this, &CheckPage::takeChange);
    connect(m_detail, &CheckDetail::rulesRequested, this, &CheckPage::showRules);
    connect(m_detail, &CheckDetail::whyRequested, this, &CheckPage::openWhy);
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
    m_export->setView(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(CheckModel::RuleColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(CheckModel::NameColumn, theme.scaled(216));
    m_table->setColumnWidth(CheckModel::LiveColumn, theme.scaled(152));
    m_table->setColumnWidth(CheckModel::LocalColumn, theme.scaled(216));
    m_table->setColumnWidth(CheckModel::GroupColumn, theme.scaled(132));
    m_table->setColumnWidth(CheckModel::TimeColumn, theme.scaled(76));
    m_table->setHiddenBelow(920, {CheckModel::GroupColumn});
    m_table->setHiddenBelow(720, {CheckModel::TimeColumn});
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
        [this](const QModelIndex &index) { m_session->check({m_model->row(index.row()).item}); });
}

InlineBar *CheckPage::makeLiveOnly()
{
    auto *bar = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, this);
    bar->setObjectName(QStringLiteral("liveOnlyBar"));
    bar->setActionsBeside(true);
    connect(bar->addAction(tr("Show the specs")), &QAbstractButton::clicked, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("specs"), {}); });
    bar->hide();
    return bar;
}

EmptyState *CheckPage::makeEmpty()
{
    auto *empty = new EmptyState(Theme::Icon::Check, tr("Check what one user gets"), this);
    empty->setText(tr("Checking asks the server not to log exposures while the switch above is off."));
    const int where = empty->addStep(
        tr("Choose where to ask"), tr("The built-in sandbox has a sample shop and needs no key."));
    m_emptySandbox = empty->addButton(where, tr("Use the sandbox"), true);
    ActionButton *connection = empty->addButton(where, tr("Add a connection"));
    connect(m_emptySandbox, &QAbstractButton::clicked, this,
        [this] { m_workspace.selectConnection(m_workspace.connections().constFirst().id); });
    connect(connection, &QAbstractButton::clicked, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("newConnection"), {}); });
    addUserStep(*empty);
    const int what =
        empty->addStep(tr("Add what to check"), tr("Type a name above, or take everything in the project."));
    m_emptyAddAll = empty->addButton(what, tr("Add all"));
    m_emptyAddAll->setKeyCap(addAllKey());
    connect(m_emptyAddAll, &QAbstractButton::clicked, this, &CheckPage::addAll);
    return empty;
}

void CheckPage::addUserStep(EmptyState &empty)
{
    const int step =
        empty.addStep(tr("Describe a user"), tr("Fill in the form on the left, or start from a persona."));
    ActionButton *use = empty.addButton(step, QString());
    connect(use, &QAbstractButton::clicked, this, [this] {
        if (const QList<Persona> &personas = m_workspace.personaBook().personas(); !personas.isEmpty())
            m_workspace.usePersona(personas.constFirst().id);
    });
    const auto nameFirst = [this, use] {
        const QList<Persona> &personas = m_workspace.personaBook().personas();
        use->setVisible(!personas.isEmpty());
        if (!personas.isEmpty())
            use->setText(tr("Use “%1”").arg(personas.constFirst().name));
    };
    connect(&m_workspace.personaBook(), &PersonaBook::changed, use, nameFirst);
    nameFirst();
}

void CheckPage::addActions()
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto run) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    QAction *why = add(tr("Why"), Qt::Key_F4, [this] {
        if (!isWhyOpen())
            openWhy();
        else if (const auto asked = m_why->currentAsked())
            openWhyOf(*asked);
    });
    why->setShortcutContext(Qt::WindowShortcut);
    why->setObjectName(QStringLiteral("whyAction"));
    add(tr("Add all"), addAllKey(), [this] { addAll(); })->setShortcutContext(Qt::WindowShortcut);
    add(tr("Add segments and holdouts"), {}, [this] { m_session->addSegmentsAndHoldouts(); });
    add(tr("Undo remove"), {}, [this] { m_session->undoRemove(); });
    add(tr("How to ask"), {}, [] { })->setMenu(m_askMenu);
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
    add(tr("Why"), {}, [this] { openWhy(); });
    add(tr("Check this"), {}, [this] {
        if (const auto item = currentItem())
            m_session->check({*item});
    });
    add(tr("Show rules"), {}, [this] { showRules(); });
    add(tr("Copy the name"), {}, [this] {
        if (const auto item = currentItem())
            copyText(item->name);
    });
    add(tr("Remove"), QKeySequence::Delete, [this] { removeSelected(); });
}

void CheckPage::connectBars()
{
    ActionButton *all = m_filterBar->addAllButton();
    all->setToolTip(tr("Everything in the project but segments and holdouts (%1)")
            .arg(addAllKey().toString(QKeySequence::NativeText)));
    connect(all, &QAbstractButton::clicked, this, &CheckPage::addAll);
    ActionButton *ask = m_filterBar->askButton();
    connect(ask, &QAbstractButton::clicked, m_askMenu,
        [this, ask] { m_askMenu->popup(ask->mapToGlobal(QPoint(0, ask->height()))); });
    connect(m_filterBar->addField(), &AddField::itemsAdded, this, &CheckPage::addItems);
    connect(m_filterBar, &CheckFilterBar::filterChanged, this, [this](CheckModel::Filter filter) {
        m_model->setFilter(filter);
        keepSelection();
        showHeader();
    });
    connect(m_error, &ErrorBar::retryRequested, m_session, &CheckSession::checkAll);
    connect(m_error, &ErrorBar::alternativeRequested, m_session, &CheckSession::useInstead);
}

void CheckPage::connectSession()
{
    connect(m_session, &CheckSession::connectionEntered, this, &CheckPage::takeConnection);
    connect(m_session, &CheckSession::itemsChanged, this, &CheckPage::showEmptyOrTable);
    connect(m_session, &CheckSession::contextChanged, this, [this] {
        showHeader();
        showSpecs();
        showDetail();
    });
    connect(m_session, &CheckSession::localChanged, this, &CheckPage::showDetail);
    connect(m_session, &CheckSession::namesRead, m_filterBar->addField(), &AddField::setNames);
    connect(m_session, &CheckSession::runStarted, m_error, &ErrorBar::dismiss);
    connect(m_session, &CheckSession::progress, this, [this](qsizetype done, qsizetype total) {
        showBusy(tr("Checking %1 of %2").arg(std::min(done + 1, total)).arg(total));
    });
    connect(m_session, &CheckSession::answered, this, [this](const CheckItem &item) {
        if (m_current == item)
            showDetail();
    });
    connect(m_session, &CheckSession::failed, this, [this](const CheckAnswer &answer) {
        m_error->present(*answer.error, answer.endpoint, answer.exchange);
    });
    connect(m_session, &CheckSession::runFinished, this, &CheckPage::finishRun);
    connect(m_model, &CheckModel::countsChanged, this, &CheckPage::showHeader);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CheckPage::keepSelection);
}

void CheckPage::takeConnection()
{
    m_error->dismiss();
    closeWhy();
    m_current.reset();
    m_checkAgain->setChecked(m_session->checksAgain());
}

void CheckPage::finishRun()
{
    showBusy({});
    showHeader();
    showDetail();
    if (!m_current && m_model->rowCount() > 0)
        select(m_model->row(0).item);
}

void CheckPage::addItems(const CheckItems &items)
{
    if (items.isEmpty())
        return;
    m_session->addItems(items);
    m_filterBar->clearFilter();
    select(items.constFirst());
}

void CheckPage::addAll()
{
    m_session->addAll();
    m_filterBar->clearFilter();
}

void CheckPage::removeSelected()
{
    CheckItems gone;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        gone.append(m_model->row(row.row()).item);
    const int next = m_table->currentIndex().row();
    m_session->removeItems(gone);
    if (m_model->rowCount() > 0)
        select(m_model->row(std::clamp(next, 0, m_model->rowCount() - 1)).item);
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
    const qsizetype count = m_model->counts()[CheckModel::Filter::All];
    const QString label = m_workspace.user().label();
    const QString user = label.isEmpty() ? tr("a user without an ID") : label;
    QString subtitle = tr("nothing to check yet");
    if (count > 0)
        subtitle = count == 1 ? tr("1 item for %1").arg(user)
                              : tr("%1 items for %2").arg(QLocale().toString(count), user);
    if (m_model->hasOld() && !m_session->isRunning())
        subtitle = tr("%1, answers are from before the user changed").arg(subtitle);
    m_header->setSubtitle(subtitle);
    m_header->setPrimaryDisabledReason(count == 0 ? tr("Add what to check first.") : QString());
    m_filterBar->setCounts(m_model->counts(), m_model->rowCount());
    showAddAll();
}

void CheckPage::showAddAll()
{
    const QString reason =
        m_session->project() ? QString() : tr("The specs are not loaded, so the names are not known.");
    m_emptyAddAll->setDisabledReason(reason);
    // One primary button: the next step that can be taken.
    const auto look = [](bool isNext) {
        return isNext ? ActionButton::Look::Primary : ActionButton::Look::Plain;
    };
    m_emptyAddAll->setLook(look(reason.isEmpty()));
    m_emptySandbox->setLook(look(!reason.isEmpty()));
    m_filterBar->addAllButton()->setDisabledReason(reason);
    m_filterBar->addAllButton()->setVisible(
        m_model->counts()[CheckModel::Filter::All] > 0 && m_session->hasMoreToAdd());
}

void CheckPage::showDetail()
{
    showWhy();
    const auto item = currentItem();
    if (!item) {
        m_detail->clear();
        return;
    }
    const CheckModel::Row &row = m_model->row(m_model->rowOf(*item));
    m_detail->setRow(row, m_session->surroundingsOf(row));
}

void CheckPage::makeWhy()
{
    m_why = new WhyView(m_workspace, m_layers);
    m_layers->addWidget(m_why);
    connect(m_why, &WhyView::backRequested, this, &CheckPage::goBack);
    connect(m_why, &WhyView::whyRequested, this, &CheckPage::openWhyOf);
    connect(
        m_why, &WhyView::checkRequested, this, [this](const CheckItem &item) { m_session->check({item}); });
    connect(m_why, &WhyView::stopRequested, m_session, &CheckSession::stop);
    connect(m_why, &WhyView::rulesRequested, this, &CheckPage::showRulesOf);
    connect(m_why, &WhyView::remedyRequested, this, &CheckPage::takeRemedy);
    connect(m_why, &WhyView::changeRequested, this, &CheckPage::takeChange);
}

void CheckPage::openWhy()
{
    if (!m_current || !m_model->find(*m_current))
        return;
    if (!m_why)
        makeWhy();
    m_layers->setCurrentWidget(m_why);
    showWhy();
    m_why->focusTrace();
}

/// From what is explained to something it asked, and the way back.
void CheckPage::openWhyOf(const CheckItem &item)
{
    if (!m_current || item == *m_current)
        return;
    m_trail.append(*m_current);
    addItems({item});
    openWhy();
}

/// To what was explained before, else to everything that is checked.
bool CheckPage::goBack()
{
    if (!isWhyOpen())
        return false;
    m_trail.removeIf([this](const CheckItem &item) { return !m_model->find(item); }); // removed since
    if (m_trail.isEmpty())
        return closeWhy();
    addItems({m_trail.takeLast()});
    openWhy();
    return true;
}

bool CheckPage::closeWhy()
{
    if (!isWhyOpen())
        return false;
    m_trail.clear();
    m_why->stop();
    m_layers->setCurrentIndex(0);
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

bool CheckPage::isWhyOpen() const
{
    return m_why && m_layers->currentWidget() == m_why;
}

/// A filter that hides its row does not take away what is being read; removing it does.
void CheckPage::showWhy()
{
    if (!isWhyOpen())
        return;
    m_why->setBack(m_trail.isEmpty() ? QString() : m_trail.constLast().name);
    if (const CheckRow *row = m_current ? m_model->find(*m_current) : nullptr)
        m_why->setRow(*row, m_session->surroundingsOf(*row), m_session->witness());
    else
        closeWhy();
}

void CheckPage::showBusy(const QString &text)
{
    m_header->setBusy(text);
    if (m_why)
        m_why->setBusy(text);
}

/// Without specs there is no second witness, which is said once and not in every row.
void CheckPage::showSpecs()
{
    const SpecsState &specs = m_workspace.specs();
    m_table->setColumnHidden(CheckModel::LocalColumn, !specs.project);
    QString reason = m_workspace.specsRefusal();
    if (reason.isEmpty())
        reason = specs.error ? specs.error->message : tr("Download them, or open them from a file.");
    m_liveOnly->setText(tr("Only the server answers."),
        tr("This machine needs specs for a verdict of its own. %1").arg(reason));
    m_liveOnly->setVisible(
        !specs.project && !specs.loading && m_model->counts()[CheckModel::Filter::All] > 0);
    showAges();
}

void CheckPage::showAges()
{
    const SpecsState &specs = m_workspace.specs();
    const QString noNames =
        specs.project || specs.loading ? QString() : tr("Names are completed once specs are loaded");
    m_filterBar->addField()->setToolTip(noNames);
    const bool hasItems = m_model->counts()[CheckModel::Filter::All] > 0;
    QString text = specs.loading ? tr("Reading the specs") : hasItems ? QString() : noNames;
    if (specs.project && !specs.loading) {
        const QString clock = specs.loadedUtc.toLocalTime().toString(QStringLiteral("HH:mm"));
        const QString age = agedText(specs.loadedUtc, QDateTime::currentDateTimeUtc());
        text = specs.fromServer ? tr("Specs from %1, %2", "time, age").arg(clock, age)
                                : tr("Specs from %1, %2", "file, age").arg(specs.source, age);
    }
    m_filterBar->setHint(text);
    showDetail();
}

void CheckPage::takeRemedy(WitnessCause::Remedy remedy)
{
    using Remedy = WitnessCause::Remedy;
    const auto item = currentItem();
    const auto enter = [this](const QString &field) { Q_EMIT pageRequested(QStringLiteral("user"), field); };
    switch (remedy) {
    case Remedy::EvaluationData:
        Q_EMIT pageRequested(QStringLiteral("evaluation"), {});
        break;
    case Remedy::Connection:
        Q_EMIT pageRequested(QStringLiteral("connection"), m_workspace.connection().id);
        break;
    case Remedy::EnterCountry:
        enter(apiName(UserField::Country));
        break;
    case Remedy::EnterUserAgent:
        enter(apiName(UserField::UserAgent));
        break;
    case Remedy::EnterTier:
        enter(QStringLiteral("environment"));
        break;
    case Remedy::FreshSpecs:
        if (item)
            m_session->checkWithFreshSpecs(*item);
        break;
    case Remedy::AskAgain:
    case Remedy::ChangeUser: // changed already
        if (item)
            m_session->check({*item});
        break;
    }
}

/// One undo step of the composer, then the server is asked about the changed user.
void CheckPage::takeChange(const UserEdits &edits)
{
    m_workspace.setUser(edited(m_workspace.user(), edits));
    takeRemedy(WitnessCause::Remedy::ChangeUser);
}

void CheckPage::showEmptyOrTable()
{
    const bool hasItems = m_model->counts()[CheckModel::Filter::All] > 0;
    m_stack->setCurrentIndex(hasItems ? 1 : 0);
    m_filterBar->setHasItems(hasItems);
    showHeader();
    showSpecs();
}

void CheckPage::showRules()
{
    if (const auto item = currentItem())
        showRulesOf({tableOf(item->kind), item->name});
}

void CheckPage::showRulesOf(const EntityRef &ref)
{
    Q_EMIT pageRequested(QStringLiteral("specs"), QVariant::fromValue(ref));
}

void CheckPage::runPrimaryAction()
{
    if (isWhyOpen())
        m_session->check({*m_current});
    else
        m_session->checkAll();
}

bool CheckPage::event(QEvent *event)
{
    // Taken before the window's shortcut: with the focus here and something removed, undo means that.
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && m_session->canUndoRemove() && !isWhyOpen()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_session->undoRemove();
        return true;
    }
    return Page::event(event);
}

bool CheckPage::stop()
{
    return m_session->stop();
}

void CheckPage::focusFilter()
{
    if (m_detail->focusSearch())
        return;
    closeWhy();
    m_filterBar->addField()->setFocus(Qt::ShortcutFocusReason);
    m_filterBar->addField()->selectAll();
}

bool CheckPage::leaveFilter()
{
    return goBack() || m_filterBar->clearFilter();
}

void CheckPage::showSubject(const QVariant &subject)
{
    if (subject.canConvert<WhySubject>()) {
        const auto why = subject.value<WhySubject>();
        m_trail.clear();
        addItems({why.item});
        openWhy();
        if (m_why)
            m_why->setKept(why.kept);
    } else if (subject.canConvert<CheckItem>()) {
        const auto item = subject.value<CheckItem>();
        closeWhy();
        addItems({item});
        m_session->check({item});
    }
}

} // namespace Gatescope
