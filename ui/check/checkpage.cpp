// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkpage.h"
#include "addfield.h"
#include "askmenu.h"
#include "checkcells.h"
#include "checkdetail.h"
#include "checkfilterbar.h"
#include "checksession.h"
#include "sampleuser.h"

#include <models/evaluation/phrase.h>
#include <ui/errorbar.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/splitterstate.h>
#include <ui/workspace.h>

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
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
    makeHeader();
    m_error = new ErrorBar(this);
    m_filterBar = new CheckFilterBar(this);
    m_askMenu = new AskMenu(*m_session, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *bar : std::initializer_list<QWidget *> {m_header, m_error, m_filterBar})
        layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    addActions();
    addRowActions();
    connectBars();
    connectSession();
    takeConnection();
    showEmptyOrTable();
}

void CheckPage::makeHeader()
{
    m_header = new PageHeader(tr("Check"), this);
    m_checkAgain = new QCheckBox(tr("Check again when the user changes"), this);
    m_checkAgain->setObjectName(QStringLiteral("checkAgainBox"));
    m_header->addTool(m_checkAgain);
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
        [this](const QModelIndex &index) { m_session->check({m_model->row(index.row()).item}); });
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
    const int step = empty.addStep(
        tr("Describe a user"), tr("Fill in the form on the left, or start from a sample user."));
    if (const auto sample = sampleUser())
        connect(empty.addButton(step, tr("Use “%1”").arg(sample->name)), &QAbstractButton::clicked, this,
            [this, user = sample->user] { m_workspace.setUser(user); });
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
    add(tr("Check this"), {}, [this] {
        if (const auto item = currentItem())
            m_session->check({*item});
    });
    add(tr("Show rules"), {}, [this] { showRules(); });
    add(tr("Copy the name"), {}, [this] {
        if (const auto item = currentItem())
            QGuiApplication::clipboard()->setText(item->name);
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
        showDetail();
    });
    connect(m_session, &CheckSession::namesRead, m_filterBar->addField(), &AddField::setNames);
    connect(m_session, &CheckSession::runStarted, m_error, &ErrorBar::dismiss);
    connect(m_session, &CheckSession::progress, this, [this](qsizetype done, qsizetype total) {
        m_header->setBusy(tr("Checking %1 of %2").arg(std::min(done + 1, total)).arg(total));
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
    m_current.reset();
    m_checkAgain->setChecked(m_session->checksAgain());
}

void CheckPage::finishRun()
{
    m_header->setBusy({});
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
    const qsizetype count = m_model->counts().all;
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
    const bool knowsNames = m_session->project() || m_workspace.specs().loading;
    m_filterBar->setHint(knowsNames ? QString() : tr("Names are completed once specs are loaded"));
    showAddAll();
}

void CheckPage::showAddAll()
{
    const QString reason =
        m_session->project() ? QString() : tr("The specs are not loaded, so the names are not known.");
    m_emptyAddAll->setDisabledReason(reason);
    m_filterBar->addAllButton()->setDisabledReason(reason);
    m_filterBar->addAllButton()->setVisible(m_model->counts().all > 0 && m_session->hasMoreToAdd());
}

void CheckPage::showDetail()
{
    const auto item = currentItem();
    if (item)
        m_detail->setRow(m_model->row(m_model->rowOf(*item)), m_session->isInSpecs(*item));
    else
        m_detail->clear();
}

void CheckPage::showEmptyOrTable()
{
    const bool hasItems = m_model->counts().all > 0;
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
    m_session->checkAll();
}

bool CheckPage::event(QEvent *event)
{
    // Taken before the window's shortcut: with the focus here and something removed, undo means that.
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && m_session->canUndoRemove() && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
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
    m_session->check({item});
}

} // namespace Gatescope
