// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangespage.h"

#include "copymenu.h"
#include "curlclipboard.h"
#include "historylist.h"
#include "replay.h"
#include "runlist.h"

#include <ui/compare/comparesubject.h>
#include <ui/keyrefusal.h>

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/segmented.h>
#include <ui/workspace.h>

#include <QAction>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

/// Below the button, as a menu of its own would be.
void popUp(QMenu *menu, const QWidget *button)
{
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

/// A menu takes an ampersand for a mnemonic.
QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

ComparedType comparedTypeOf(const Exchange &first, const Exchange &second)
{
    if (first.endpoint != second.endpoint)
        return ComparedType::Json;
    return first.endpoint == Endpoint::Initialize         ? ComparedType::Initialize
        : first.endpoint == Endpoint::DownloadConfigSpecs ? ComparedType::Specs
                                                          : ComparedType::Json;
}

} // namespace

ExchangesPage::ExchangesPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_header(new PageHeader(tr("Exchanges"), this))
    , m_gone(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, this))
    , m_replay(new Replay(workspace, this))
    , m_stack(new QStackedWidget(this))
    , m_run(new RunList(workspace, m_stack))
{
    m_stack->addWidget(m_run);
    if (workspace.history()) {
        m_history = new HistoryList(workspace, m_stack);
        m_stack->addWidget(m_history);
    }
    makeActions();
    makeHeader();
    m_gone->setClosable(true);
    m_gone->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_gone);
    layout->addWidget(m_replay->bar());
    layout->addWidget(m_stack, 1);
    connect(m_gone, &InlineBar::closed, m_gone, &QWidget::hide);
    connectLists();
    refresh();
}

void ExchangesPage::makeHeader()
{
    if (m_history) {
        m_places = new Segmented(tr("Which exchanges"), this);
        m_places->setObjectName(QStringLiteral("exchangePlaces"));
        m_places->addSegment(tr("This run"));
        m_places->addSegment(tr("History"));
        m_header->addLeading(m_places);
        connect(m_places, &Segmented::chosen, this, [this](int place) { showPlace(Place(place)); });
    }
    m_more = new ActionButton(Theme::Icon::More, tr("More for the exchanges"), this);
    m_more->setObjectName(QStringLiteral("moreExchangesButton"));
    m_compareButton = new ActionButton(tr("Compare"), ActionButton::Look::Plain, this);
    m_compareButton->setObjectName(QStringLiteral("compareExchangesButton"));
    m_compareButton->setThemeIcon(Theme::Icon::Differs);
    m_sendWith = new ActionButton(tr("Send with"), ActionButton::Look::Plain, this);
    m_sendWith->setObjectName(QStringLiteral("sendWithButton"));
    m_sendWith->setThemeIcon(Theme::Icon::ChevronDown);
    for (QWidget *tool : {m_more, m_compareButton, m_sendWith})
        m_header->addTool(tool);
    m_header->setPrimaryAction(tr("Send again"), Theme::Icon::Send, QKeySequence(Qt::CTRL | Qt::Key_Return));
    fillMenus();
    connect(m_header, &PageHeader::primaryTriggered, this, &ExchangesPage::runPrimaryAction);
    connect(m_header, &PageHeader::stopTriggered, this, &ExchangesPage::stop);
    connect(m_compareButton, &QAbstractButton::clicked, this, &ExchangesPage::compareSelected);
}

void ExchangesPage::fillMenus()
{
    m_sendMenu = new QMenu(m_sendWith);
    m_sendMenu->setObjectName(QStringLiteral("sendWithMenu"));
    m_sendMenu->setToolTipsVisible(true);
    connect(m_sendMenu, &QMenu::aboutToShow, this, &ExchangesPage::fillConnections);
    connect(m_sendWith, &QAbstractButton::clicked, this, [this] { popUp(m_sendMenu, m_sendWith); });

    auto *menu = new QMenu(m_more);
    menu->setObjectName(QStringLiteral("moreExchangesMenu"));
    menu->addActions(actions());
    auto *copies =
        new CopyMenu([this] { return current(); }, [this] { return m_workspace.exchanges(); }, menu);
    copies->setTitle(tr("Copy or save as"));
    menu->addMenu(copies);
    connect(copies, &CopyMenu::saveFailed, this, [this](const Error &error) {
        m_gone->setError(error);
        m_gone->show();
    });
    menu->addSeparator();
    m_clear = menu->addAction(tr("Clear the exchanges of this run"));
    m_clear->setObjectName(QStringLiteral("clearRunAction"));
    connect(m_clear, &QAction::triggered, &m_workspace, &Workspace::clearExchanges);
    connect(m_more, &QAbstractButton::clicked, this, [this, menu] { popUp(menu, m_more); });
    m_run->table()->addActions({m_forComposer, m_useUser, m_compare, m_copy});
    if (m_history)
        m_history->table()->addActions(
            {m_forComposer, m_useUser, m_compare, m_copy, m_pin, m_note, m_remove});
}

QAction *ExchangesPage::makeAction(const char *name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void ExchangesPage::makeActions()
{
    m_forComposer = makeAction(
        "sendForComposerAction", tr("Send with the composer's user"), QKeySequence(Qt::CTRL | Qt::Key_R));
    m_useUser =
        makeAction("useUserAction", tr("Use this user in the composer"), QKeySequence(Qt::CTRL | Qt::Key_I));
    m_compare = makeAction("compareExchangesAction", tr("Compare the two that are selected"),
        QKeySequence(Qt::CTRL | Qt::Key_M));
    m_copy = makeAction("copyExchangeAction", tr("Copy the exchange as cURL"));
    m_pin = makeAction("pinAction", tr("Pin or unpin"), QKeySequence(Qt::CTRL | Qt::Key_B));
    m_note = makeAction("noteAction", tr("Edit the note"), QKeySequence(Qt::Key_F2));
    m_remove = makeAction(
        "removeExchangesAction", tr("Remove from the history"), QKeySequence(Qt::CTRL | Qt::Key_Delete));
    m_forget = makeAction("forgetHistoryAction", tr("Forget the whole history but what is pinned"));
    connect(m_forComposer, &QAction::triggered, this, &ExchangesPage::sendForComposer);
    connect(m_useUser, &QAction::triggered, this, &ExchangesPage::takeUser);
    connect(m_compare, &QAction::triggered, this, &ExchangesPage::compareSelected);
    connect(m_copy, &QAction::triggered, this, [this] {
        if (const ExchangePtr exchange = current())
            copyAsCurl(*exchange);
    });
    for (QAction *action : {m_pin, m_note, m_remove, m_forget}) {
        action->setVisible(m_history);
        action->setEnabled(false);
    }
    if (!m_history)
        return;
    connect(m_pin, &QAction::triggered, m_history, &HistoryList::togglePinned);
    connect(m_note, &QAction::triggered, m_history, &HistoryList::editNote);
    connect(m_remove, &QAction::triggered, m_history, &HistoryList::removeSelected);
    connect(m_forget, &QAction::triggered, m_history, &HistoryList::removeAll);
}

void ExchangesPage::connectLists()
{
    const auto goToCheck = [this] { Q_EMIT pageRequested(QStringLiteral("check"), {}); };
    connect(m_run, &RunList::checkRequested, this, goToCheck);
    connect(m_run, &RunList::historyRequested, this, [this] { showPlace(History); });
    if (m_history)
        connect(m_history, &HistoryList::checkRequested, this, goToCheck);
    for (ExchangeList *each : {static_cast<ExchangeList *>(m_run), static_cast<ExchangeList *>(m_history)}) {
        if (!each)
            continue;
        connect(each, &ExchangeList::selectionChanged, this, &ExchangesPage::refreshActions);
        connect(each, &ExchangeList::summaryChanged, this, &ExchangesPage::refresh);
    }
    connect(m_replay, &Replay::sendingChanged, this, &ExchangesPage::refresh);
    connect(m_replay, &Replay::compareRequested, this, &ExchangesPage::compare);
    connect(m_replay, &Replay::sent, this,
        [this](const ExchangePtr &first, const ExchangePtr &second) { list()->choosePair({first, second}); });
}

ExchangeList *ExchangesPage::list() const
{
    return isHistory() ? static_cast<ExchangeList *>(m_history) : m_run;
}

bool ExchangesPage::isHistory() const
{
    return m_history && m_stack->currentWidget() == m_history;
}

ExchangePtr ExchangesPage::current() const
{
    return list()->current();
}

void ExchangesPage::showPlace(Place place)
{
    if (!m_history)
        return;
    m_places->setCurrent(place);
    m_stack->setCurrentIndex(place);
    m_gone->hide();
    refresh();
}

void ExchangesPage::showSubject(const QVariant &subject)
{
    if (subject.metaType() == QMetaType::fromType<Place>()) {
        showPlace(subject.value<Place>());
        focusFilter();
        return;
    }
    showPlace(ThisRun);
    const bool isThere = m_run->show(subject.toULongLong());
    m_gone->setVisible(!isThere);
    if (!isThere)
        m_gone->setText(tr("Exchange %1 is no longer kept.").arg(subject.toULongLong()));
}

void ExchangesPage::runPrimaryAction()
{
    if (const ExchangePtr exchange = current())
        m_replay->start(exchange, exchange->connectionId);
}

bool ExchangesPage::stop()
{
    return m_replay->stop();
}

void ExchangesPage::focusFilter()
{
    list()->focusFilter();
}

bool ExchangesPage::leaveFilter()
{
    return list()->leaveFilter();
}

void ExchangesPage::sendForComposer()
{
    if (const ExchangePtr exchange = current())
        m_replay->start(exchange, exchange->connectionId, m_workspace.user());
}

void ExchangesPage::sendWith(const QString &connectionId)
{
    m_replay->start(current(), connectionId);
}

/// With what an exchange can be sent again; what the key of a connection may not ask says so.
void ExchangesPage::fillConnections()
{
    m_sendMenu->clear();
    const ExchangePtr exchange = current();
    if (!exchange)
        return;
    const QString name = m_workspace.userName();
    QAction *user = m_sendMenu->addAction(
        name.isEmpty() ? tr("The composer's user") : tr("The composer's user, %1").arg(menuText(name)));
    user->setObjectName(QStringLiteral("sendWithUserAction"));
    user->setEnabled(m_forComposer->isEnabled());
    connect(user, &QAction::triggered, this, &ExchangesPage::sendForComposer);
    m_sendMenu->addSection(tr("With the connection"));
    for (const Connection &connection : m_workspace.connections()) {
        QAction *action = m_sendMenu->addAction(menuText(connection.name));
        action->setObjectName(QStringLiteral("sendWithConnectionAction"));
        const QString refusal = keyRefusal(connection.keyKind, exchange->endpoint);
        action->setEnabled(refusal.isEmpty());
        action->setToolTip(plainToolTip(refusal.isEmpty() ? connection.name : refusal));
        connect(action, &QAction::triggered, this, [this, id = connection.id] { sendWith(id); });
    }
}

void ExchangesPage::takeUser()
{
    const ExchangePtr exchange = current();
    const auto kept = exchange ? readRequest(exchange->endpoint, exchange->requestBody)
                               : Result<KeptRequest>(KeptRequest());
    if (!kept) {
        m_replay->sayError(kept.error());
        return;
    }
    const StatsigUser user = userOf(kept->request);
    if (user.isEmpty()) {
        m_replay->say(tr("This exchange asks about no user."));
        return;
    }
    if (const QString masked = maskedSentence(*kept, false); !masked.isEmpty())
        m_replay->say(masked);
    Q_EMIT pageRequested(QStringLiteral("user"), QVariant::fromValue(user));
}

void ExchangesPage::compareSelected()
{
    list()->loadPair([this](const Result<ExchangeList::Pair> &pair) {
        if (pair)
            compare(pair->first, pair->second);
        else
            m_replay->sayError(pair.error());
    });
}

void ExchangesPage::compare(const ExchangePtr &first, const ExchangePtr &second)
{
    Q_EMIT pageRequested(QStringLiteral("compare"),
        QVariant::fromValue(CompareSubject {comparedTypeOf(*first, *second), first, second}));
}

void ExchangesPage::refresh()
{
    m_header->setSubtitle(list()->summary());
    m_header->setBusy(m_replay->isSending() ? tr("Sending again") : QString());
    m_clear->setEnabled(!m_workspace.exchanges().isEmpty());
    refreshActions();
}

void ExchangesPage::refreshActions()
{
    const ExchangePtr exchange = current();
    const bool hasUser = exchange && exchange->endpoint != Endpoint::DownloadConfigSpecs;
    const QString choose = tr("Choose an exchange first.");
    const bool isSending = m_replay->isSending();
    // What writes names its count.
    m_header->setPrimaryText(exchange && exchange->endpoint == Endpoint::LogEvent
            ? tr("Send %1 again", "3 events").arg(exchange->subject)
            : tr("Send again"));
    m_header->setPrimaryDisabledReason(exchange ? QString() : choose);
    m_sendWith->setDisabledReason(isSending ? tr("The last one is still being sent.")
            : exchange                      ? QString()
                                            : choose);
    m_compareButton->setDisabledReason(
        list()->selectedCount() == 2 ? QString() : tr("Select two exchanges, the second one with Ctrl."));
    m_compare->setEnabled(list()->selectedCount() == 2);
    m_forComposer->setEnabled(hasUser && !isSending);
    m_useUser->setEnabled(hasUser);
    m_copy->setEnabled(exchange != nullptr);
    if (!m_history)
        return;
    const bool hasEntry = isHistory() && m_history->currentEntry();
    for (QAction *action : {m_pin, m_note})
        action->setEnabled(hasEntry);
    m_remove->setEnabled(isHistory() && m_history->selectedCount() > 0);
    m_forget->setEnabled(isHistory() && !m_history->isEmpty());
}

} // namespace Gatescope
