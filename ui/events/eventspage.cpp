// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventspage.h"

#include "bodypane.h"
#include "checkspane.h"
#include "eventcells.h"
#include "eventeditor.h"
#include "eventpanes.h"
#include "eventuserfield.h"

#include <models/statsig/eventdrafts.h>
#include <models/statsig/requestreading.h>
#include <ui/personas/personabook.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/paneheader.h>
#include <ui/window/confirmwritedialog.h>
#include <ui/workspace.h>

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSet>
#include <QStackedLayout>

namespace Gatescope {

namespace {

QString countedEvents(qsizetype count)
{
    return count == 1 ? EventsPage::tr("1 event") : EventsPage::tr("%1 events").arg(count);
}

} // namespace

EventsPage::EventsPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_sender(workspace, m_list)
    , m_header(new PageHeader(tr("Events")))
    , m_outcome(new InlineBar(InlineBar::Kind::Error))
    , m_stack(new QStackedLayout)
    , m_table(new DataView(DataView::Shape::Table, tr("Events")))
    , m_editorHeader(new PaneHeader(QString(), Theme::Font::Mono))
    , m_editor(new EventEditor(workspace.personaBook()))
    , m_checks(new ChecksPane)
    , m_body(new BodyPane)
{
    makeActions();
    m_header->setPrimaryAction(tr("Send"), Theme::Icon::Send, QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_outcome->setClosable(true);
    m_outcome->hide();
    m_panes = new EventPanes({makeTablePane(), makeEditorPane(), m_checks, m_body}, workspace.preferences());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_outcome);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(makeEmptyState()); // a stack without a parent would show it as a window
    m_stack->addWidget(m_panes);
    keepDrafts();
    connectParts();
    refresh();
}

QAction *EventsPage::makeAction(const QString &name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void EventsPage::makeActions()
{
    m_addAction = makeAction(
        QStringLiteral("addEventAction"), tr("Add event"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_duplicateAction = makeAction(
        QStringLiteral("duplicateEventAction"), tr("Duplicate event"), QKeySequence(Qt::CTRL | Qt::Key_D));
    m_removeAction = makeAction(
        QStringLiteral("removeEventAction"), tr("Remove event"), QKeySequence(Qt::CTRL | Qt::Key_Delete));
    connect(m_addAction, &QAction::triggered, this, &EventsPage::addEvent);
    connect(m_duplicateAction, &QAction::triggered, this, &EventsPage::duplicateCurrent);
    connect(m_removeAction, &QAction::triggered, this, &EventsPage::removeSelected);
    makeUndoActions();
}

void EventsPage::makeUndoActions()
{
    QAction *undo = m_list.undoStack()->createUndoAction(this);
    undo->setObjectName(QStringLiteral("undoEventAction"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setWhatsThis(tr("Undo"));
    QAction *redo = m_list.undoStack()->createRedoAction(this);
    redo->setObjectName(QStringLiteral("redoEventAction"));
    redo->setShortcut(QKeySequence::Redo);
    redo->setWhatsThis(tr("Redo"));
    for (QAction *action : {undo, redo}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

bool EventsPage::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return Page::event(event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !key->matches(QKeySequence::Redo))
        return Page::event(event);
    if (event->type() == QEvent::KeyPress)
        isUndo ? m_list.undoStack()->undo() : m_list.undoStack()->redo();
    event->accept();
    return true;
}

QWidget *EventsPage::makeTablePane()
{
    auto *cells = new EventCells(this);
    cells->setSourceModel(&m_model);
    m_table->setObjectName(QStringLiteral("eventsTable"));
    m_table->setModel(cells);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *head = m_table->header();
    head->setStretchLastSection(false);
    head->setMinimumSectionSize(Theme::instance().scaled(40));
    const int widths[] = {48, 150, 206, 112, 84, 144, 116};
    for (int column = 0; column < int(std::size(widths)); ++column)
        head->resizeSection(column, Theme::instance().scaled(widths[column]));
    head->setSectionResizeMode(EventsModel::NameColumn, QHeaderView::Stretch);
    m_table->setHiddenBelow(860, {EventsModel::MetadataColumn});

    auto *remove = new QAction(tr("Remove"), m_table);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
    connect(remove, &QAction::triggered, this, &EventsPage::removeSelected);

    auto *add = new ActionButton(tr("Add event"), ActionButton::Look::Flat);
    add->setThemeIcon(Theme::Icon::Add);
    add->setObjectName(QStringLiteral("addEventButton"));
    connect(add, &ActionButton::clicked, m_addAction, &QAction::trigger);
    auto *bar = new Panel(Theme::Color::Surface);
    auto *barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(Theme::instance().scaled(8), 2, 0, 2);
    barLayout->addWidget(add);
    barLayout->addStretch(1);

    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(bar);
    return pane;
}

QWidget *EventsPage::makeEditorPane()
{
    const std::tuple<Theme::Icon, QString, QAction *> tools[] = {
        {Theme::Icon::Duplicate, tr("Duplicate"), m_duplicateAction},
        {Theme::Icon::Close, tr("Remove"), m_removeAction}};
    for (const auto &[icon, text, action] : tools) {
        auto *button = new ActionButton(text, ActionButton::Look::Flat);
        button->setThemeIcon(icon);
        connect(button, &ActionButton::clicked, action, &QAction::trigger);
        m_editorHeader->addTool(button);
    }
    auto *pane = new Panel(Theme::Color::Background, Qt::LeftEdge);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_editorHeader);
    layout->addWidget(m_editor, 1);
    return pane;
}

QWidget *EventsPage::makeEmptyState()
{
    auto *empty = new EmptyState(Theme::Icon::Events, tr("Log events as your application would"));
    empty->setText(
        tr("Each event has a name and a user, and may have a value and metadata. You see the exact body, and "
           "what is wrong with it, before anything is sent."));
    ActionButton *add = empty->addButton(tr("Add event"), true);
    add->setObjectName(QStringLiteral("addFirstEventButton"));
    connect(add, &ActionButton::clicked, m_addAction, &QAction::trigger);
    return empty;
}

void EventsPage::connectParts()
{
    connect(&m_list, &EventList::changed, this, &EventsPage::refresh);
    connect(&Presenter::instance(), &Presenter::teachersWanted, this, &EventsPage::teachPresenter);
    connect(&m_workspace, &Workspace::userChanged, this, &EventsPage::refresh);
    connect(&m_workspace.personaBook(), &PersonaBook::changed, this, &EventsPage::refresh);
    connect(&m_workspace, &Workspace::connectionChanged, this, &EventsPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &EventsPage::refreshCurrent);
    connect(m_table, &DataView::rowActivated, this, [this] {
        m_panes->showEditor();
        m_editor->focusName();
    });
    connect(m_editor, &EventEditor::edited, this,
        [this](const StatsigEvent &event, const QString &field) { m_list.edit(currentId(), event, field); });
    connect(m_editor, &EventEditor::sendAgainRequested, this, [this] { m_list.prepareAgain(currentId()); });
    connect(m_editor, &EventEditor::exchangeRequested, this,
        [this] { showExchange(m_list.delivery(currentId()).exchange); });
    connect(m_checks, &ChecksPane::fixRequested, this, &EventsPage::solve);
    connect(m_header, &PageHeader::primaryTriggered, this, &EventsPage::runPrimaryAction);
    connect(m_header, &PageHeader::stopTriggered, this, &EventsPage::stop);
    connect(m_outcome, &InlineBar::closed, m_outcome, &QWidget::hide);
    connect(&m_sender, &EventSender::started, this, [this] {
        m_outcome->hide();
        refreshHeader();
    });
    connect(&m_sender, &EventSender::finished, this, &EventsPage::showOutcome);
}

/// What is composed outlives the program.
void EventsPage::keepDrafts()
{
    DraftStore *drafts = m_workspace.drafts();
    if (!drafts)
        return;
    const QString name = QStringLiteral("events");
    m_list.restore(eventDraftsFromJson(drafts->read(name)));
    connect(&m_list, &EventList::changed, this, [this, drafts, name] {
        if (const auto events = m_list.unsent(); events.isEmpty())
            drafts->forget(name);
        else
            drafts->keep(name, [events] { return eventDraftsToJson(events); });
    });
}

/// Events may be of others than the composer's user.
void EventsPage::teachPresenter() const
{
    Presenter &presenter = Presenter::instance();
    if (!presenter.isTaught())
        return;
    PersonalValues values;
    for (const EventItem &item : m_list.items())
        if (item.event.user)
            values += personalValues(*item.event.user);
    presenter.learn(values);
}

QList<EventRow> EventsPage::rows() const
{
    teachPresenter();
    QList<EventRow> rows;
    for (const EventItem &item : m_list.items()) {
        EventRow row;
        row.id = item.id;
        row.event = item.event;
        row.isComposersUser = !item.event.user;
        row.userText =
            EventUserField::textOf(item.event.user.value_or(m_workspace.user()), m_workspace.personaBook());
        row.findings = checkEvent(item.event, m_workspace.user());
        row.delivery = m_list.delivery(item.id);
        rows.append(row);
    }
    return rows;
}

void EventsPage::refresh()
{
    const quint64 current = currentId();
    const int currentRow = m_table->currentIndex().row();
    m_model.setRows(rows());
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
    if (m_model.rowCount() > 0 && m_model.rowOf(currentId()) < 0) {
        const int kept = m_model.rowOf(current);
        const int row = kept >= 0 ? kept : qBound(0, currentRow, m_model.rowCount() - 1);
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
    }
    m_checks->setRows(m_model.rows());
    refreshCurrent();
    refreshBody();
    refreshHeader();
}

void EventsPage::refreshCurrent()
{
    const int row = m_model.rowOf(currentId());
    m_duplicateAction->setEnabled(row >= 0);
    m_removeAction->setEnabled(row >= 0);
    if (row < 0)
        return m_editor->showNothing();
    m_editorHeader->setTitle(tr("Event %1").arg(row + 1));
    m_editorHeader->setSubtitle(m_model.rows().at(row).event.name);
    m_editor->setEvent(m_model.rows().at(row), m_workspace.user());
}

void EventsPage::refreshBody()
{
    const QList<quint64> ids = sendableIds();
    m_body->setBody(
        ids.isEmpty() ? QByteArray() : m_sender.body(ids, QDateTime::currentDateTimeUtc()), bodyNote());
}

QString EventsPage::bodyNote() const
{
    QStringList leftOut;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        if (m_model.rows().at(i).delivery.state == EventState::NotSent && m_model.rows().at(i).isBlocked())
            leftOut << QString::number(i + 1);
    }
    const qsizetype sendable = sendableIds().size();
    const QString count = sendable == 0 ? tr("nothing to send") : countedEvents(sendable);
    if (leftOut.isEmpty())
        return count;
    const QString which = leftOut.join(QStringLiteral(", "));
    return (leftOut.size() == 1 ? tr("%1, event %2 left out") : tr("%1, events %2 left out"))
        .arg(count, which);
}

QString EventsPage::disabledReason(qsizetype sendable) const
{
    if (m_sender.isSending())
        return tr("The last events are still being sent.");
    if (sendable > 0)
        return {};
    return m_list.items().isEmpty() ? tr("There is no event yet.")
                                    : tr("Every event is blocked, or was sent before.");
}

void EventsPage::refreshHeader()
{
    QSet<QByteArray> users;
    for (const EventRow &row : m_model.rows())
        users.insert(row.event.user.value_or(m_workspace.user()).toJson());
    const QString target =
        m_workspace.connection().builtIn ? tr("the built-in sandbox") : m_workspace.connection().name;
    const QString people = users.size() == 1 ? tr("1 user") : tr("%1 users").arg(users.size());
    m_header->setSubtitle(m_model.rowCount() == 0
            ? tr("to %1").arg(target)
            : tr("%1, %2, to %3").arg(countedEvents(m_model.rowCount()), people, target));
    const qsizetype sendable = sendableIds().size();
    m_header->setPrimaryText(sendable == 0 ? tr("Send") : tr("Send %1").arg(countedEvents(sendable)));
    m_header->setPrimaryDisabledReason(disabledReason(sendable));
    m_header->setBusy(m_sender.isSending() ? tr("Sending") : QString());
}

void EventsPage::runPrimaryAction()
{
    const QList<quint64> ids = sendableIds();
    if (ids.isEmpty() || m_sender.isSending())
        return;
    const QString count = countedEvents(ids.size());
    const ConfirmWriteDialog::Write write {tr("Send %1").arg(count),
        tr("%1 will be logged there and cannot be taken back.").arg(count),
        userTierOf(m_sender.request(ids, QDateTime::currentDateTimeUtc()))};
    ConfirmWriteDialog::ask(m_workspace, write, this, [this, ids] { m_sender.send(ids); });
}

void EventsPage::showOutcome(const ApiOutcome &outcome)
{
    refreshHeader();
    if (outcome.response || outcome.response.error().code == ErrorCode::Cancelled)
        return;
    m_outcome->setError(outcome.response.error());
    if (deliveryOf(outcome).state == EventState::Unknown)
        m_outcome->setKind(InlineBar::Kind::Undetermined);
    m_outcome->clearActions();
    connect(m_outcome->addAction(tr("Show the exchange")), &ActionButton::clicked, this,
        [this, number = outcome.exchange->number] { showExchange(number); });
    m_outcome->show();
}

void EventsPage::focusFilter()
{
    if (m_model.rowCount() > 0)
        m_table->setFocus();
}

void EventsPage::addEvent()
{
    select(m_list.add());
    m_panes->showEditor();
    m_editor->focusName();
}

void EventsPage::duplicateCurrent()
{
    if (const quint64 copy = m_list.duplicate(currentId()))
        select(copy);
}

void EventsPage::removeSelected()
{
    QList<quint64> ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        ids << m_model.rows().at(index.row()).id;
    m_list.remove(ids);
}

void EventsPage::solve(quint64 eventId, EventProblem problem)
{
    const EventItem *item = m_list.find(eventId);
    if (!item)
        return;
    const std::optional<StatsigEvent> fixed = fixedEvent(item->event, problem);
    if (fixed)
        return m_list.edit(eventId, *fixed, QStringLiteral("fix"));
    select(eventId);
    m_panes->showEditor();
    m_editor->focusProblem(problem);
}

void EventsPage::showExchange(quint64 number)
{
    Q_EMIT pageRequested(QStringLiteral("exchanges"), number);
}

quint64 EventsPage::currentId() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? m_model.rows().at(row).id : 0;
}

void EventsPage::select(quint64 eventId)
{
    if (const int row = m_model.rowOf(eventId); row >= 0)
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
}

QList<quint64> EventsPage::sendableIds() const
{
    QList<quint64> ids;
    for (const EventRow &row : m_model.rows()) {
        if (row.isSendable())
            ids << row.id;
    }
    return ids;
}

} // namespace Gatescope
