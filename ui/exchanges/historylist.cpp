// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historylist.h"

#include "exchangeparts.h"
#include "exchangeview.h"
#include "historycells.h"
#include "historyfilterbar.h"

#include <models/items/historymodel.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/textlabel.h>
#include <ui/workspace.h>

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

/// The store keeps times to the millisecond, and may have masked what is asked about.
bool isOf(const HistoryEntry &entry, const Exchange &exchange)
{
    return entry.startedUtc.toMSecsSinceEpoch() == exchange.startedUtc.toMSecsSinceEpoch()
        && entry.endpoint == exchange.endpoint && entry.connectionId == exchange.connectionId
        && entry.status == exchange.status;
}

QString grouped(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace

HistoryList::HistoryList(Workspace &workspace, QWidget *parent)
    : ExchangeList(parent)
    , m_workspace(workspace)
    , m_store(*workspace.history())
    , m_model(new HistoryModel(m_store, this))
    , m_cells(new HistoryCells(this))
    , m_filter(new HistoryFilterBar(workspace, this))
    , m_notice(new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Normal, this))
    , m_error(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, this))
    , m_undo(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(makeEmpty())
    , m_noMatch(makeNoMatch())
    , m_loads(new QObject(this))
{
    m_cells->setSourceModel(m_model);
    m_parts = makeParts();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_error);
    layout->addWidget(m_undo);
    layout->addWidget(m_filter);
    layout->addWidget(m_stack, 1);
    for (QWidget *state : {m_parts, static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_noMatch)})
        m_stack->addWidget(state);
    makeBars();
    connectStore();
    showState();
    showEntry();
}

void HistoryList::makeBars()
{
    m_notice->setObjectName(QStringLiteral("historyNoticeBar"));
    m_error->setObjectName(QStringLiteral("historyErrorBar"));
    m_undo->setObjectName(QStringLiteral("historyUndoBar"));
    m_undo->setActionsBeside(true);
    for (InlineBar *bar : {m_error, m_undo}) {
        bar->setClosable(true);
        bar->hide();
        connect(bar, &InlineBar::closed, bar, &QWidget::hide);
    }
    showNotice();
}

QWidget *HistoryList::makeParts()
{
    m_table =
        exchangeTable(tr("History"), m_cells, HistoryModel::Subject, {112, 150, 160, 130, 120, 130, 80, 150});
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setHiddenBelow(1100, {HistoryModel::Duration});
    m_table->setHiddenBelow(960, {HistoryModel::Connection});
    m_view = new ExchangeView(this);
    auto *detail = new QWidget(this);
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeNoteLine());
    layout->addWidget(m_view, 1);
    QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &HistoryList::loadCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &ExchangeList::selectionChanged);
    return exchangeSplitter(m_workspace.preferences(), QStringLiteral("historySplitter"), m_table, detail);
}

QWidget *HistoryList::makeNoteLine()
{
    const Theme &theme = Theme::instance();
    auto *line = new Panel(Theme::Color::Raised, Qt::TopEdge | Qt::BottomEdge, this);
    m_pin = new ActionButton(tr("Pin"), ActionButton::Look::Plain, line);
    m_pin->setObjectName(QStringLiteral("pinButton"));
    m_pin->setThemeIcon(Theme::Icon::Pin);
    m_pin->setSmall(true);
    m_note = new QLineEdit(line);
    m_note->setObjectName(QStringLiteral("noteLineEdit"));
    m_note->setPlaceholderText(tr("Why it matters, the number of a ticket"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setClearButtonEnabled(true);
    auto *label = new TextLabel(tr("Note"), Theme::Font::Label, Theme::Color::TextMuted, line);
    label->setBuddy(m_note);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(theme.scaled(16), theme.scaled(4), theme.scaled(16), theme.scaled(4));
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_pin);
    row->addWidget(label);
    row->addWidget(m_note, 1);
    connect(m_pin, &QAbstractButton::clicked, this, &HistoryList::togglePinned);
    connect(m_note, &QLineEdit::editingFinished, this, &HistoryList::saveNote);
    return line;
}

EmptyState *HistoryList::makeEmpty()
{
    auto *empty = new EmptyState(Theme::Icon::Exchanges, tr("Come back to what you asked"), this);
    empty->setObjectName(QStringLiteral("historyEmpty"));
    empty->setText(
        tr("Every request and its answer is kept here when Gatescope closes, without keys. Search them, pin "
           "what matters, send one again, or compare two."));
    ActionButton *check = empty->addButton(tr("Go to Check"), true);
    check->setThemeIcon(Theme::Icon::Check);
    connect(check, &QAbstractButton::clicked, this, &HistoryList::checkRequested);
    return empty;
}

EmptyState *HistoryList::makeNoMatch()
{
    auto *none = new EmptyState(Theme::Icon::Search, tr("Nothing in the history matches"), this);
    none->setObjectName(QStringLiteral("historyNoMatch"));
    none->setText(
        tr("All words have to be in the subject, the user, the note, the connection, the endpoint or "
           "the bodies of an exchange."));
    connect(none->addButton(tr("Clear the filter"), true), &QAbstractButton::clicked, this,
        &HistoryList::leaveFilter);
    return none;
}

void HistoryList::connectStore()
{
    connect(m_filter, &HistoryFilterBar::queryChanged, this, [this] {
        if (m_model->isAnswered() || m_model->isLoading())
            m_model->setQuery(m_filter->query());
    });
    connect(m_model, &HistoryModel::changed, this, &HistoryList::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HistoryList::showEntry);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &HistoryList::rememberChoice);
    // Of the table's own model: it comes after the view has taken the reset.
    connect(m_cells, &QAbstractItemModel::modelReset, this, &HistoryList::restoreChoice);
    connect(
        m_cells, &QAbstractItemModel::rowsRemoved, this, &HistoryList::selectCurrent, Qt::QueuedConnection);
    const QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &HistoryList::loadMore);
    connect(bar, &QScrollBar::rangeChanged, this, &HistoryList::loadMore);
    connect(
        m_model, &QAbstractItemModel::rowsInserted, this, &HistoryList::chooseAwaited, Qt::QueuedConnection);
    connect(&m_store, &HistoryStore::noticeChanged, this, &HistoryList::showNotice);
}

void HistoryList::showEvent(QShowEvent *event)
{
    ExchangeList::showEvent(event);
    if (!m_model->isAnswered() && !m_model->isLoading())
        m_model->setQuery(m_filter->query());
}

std::optional<HistoryEntry> HistoryList::currentEntry() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(m_model->entry(index.row())) : std::nullopt;
}

QList<qint64> HistoryList::selectedIds() const
{
    QList<qint64> ids;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        ids.append(row.data(HistoryModel::IdRole).toLongLong());
    std::ranges::sort(ids, std::greater<>());
    return ids;
}

int HistoryList::rowOf(const ExchangePtr &exchange) const
{
    const auto &entries = m_model->entries();
    const auto found = std::ranges::find_if(
        entries, [&exchange](const HistoryEntry &entry) { return isOf(entry, *exchange); });
    return found == entries.end() ? -1 : int(found - entries.begin());
}

void HistoryList::rememberChoice()
{
    m_chosenIds = selectedIds();
    const auto entry = currentEntry();
    m_chosenId = entry ? entry->id : 0;
}

/// What was chosen stays so where it still matches; else the newest is.
void HistoryList::restoreChoice()
{
    const QModelIndex current = m_cells->index(std::max(0, m_model->rowOf(m_chosenId)), 0);
    QItemSelectionModel *selection = m_table->selectionModel();
    selection->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    for (const qint64 id : std::as_const(m_chosenIds))
        if (const int row = m_model->rowOf(id); row >= 0)
            selection->select(
                m_cells->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    if (m_chosenId > 0 && m_model->rowOf(m_chosenId) >= 0)
        m_table->scrollTo(current);
    loadCurrent();
    chooseAwaited();
}

/// The row that took the place of those removed is shown, so it is chosen too.
void HistoryList::selectCurrent()
{
    QItemSelectionModel *selection = m_table->selectionModel();
    if (m_table->currentIndex().isValid() && !selection->hasSelection())
        selection->select(m_table->currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void HistoryList::choosePair(const Pair &pair)
{
    m_awaited = pair;
    chooseAwaited();
}

void HistoryList::chooseAwaited()
{
    if (!m_awaited.second)
        return;
    const int second = rowOf(m_awaited.second);
    if (second < 0)
        return;
    const Pair pair = std::exchange(m_awaited, {});
    selectPair(m_table, m_cells->index(rowOf(pair.first), 0), m_cells->index(second, 0));
}

/// Before one is at the end, so that scrolling does not stop there.
void HistoryList::loadMore()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    if (m_table->isVisible() && bar->value() + bar->pageStep() >= bar->maximum() && m_model->canFetchMore({}))
        m_model->fetchMore({});
}

/// One at a time: who runs through the list with the arrow keys is not followed by a queue.
void HistoryList::loadCurrent()
{
    const auto entry = currentEntry();
    const qint64 id = entry ? entry->id : 0;
    if (id != m_shownId) {
        saveNote();
        m_note->setModified(false); // what is typed was the other's
        m_shownId = id;
        setExchange(nullptr);
        showEntry();
    }
    if (id == 0 || m_exchange || m_loadingId != 0)
        return;
    m_loadingId = id;
    m_store.load(
        id, m_loads, [this, id](const Result<ExchangePtr> &exchange) { takeExchange(id, exchange); });
}

void HistoryList::takeExchange(qint64 id, const Result<ExchangePtr> &exchange)
{
    m_loadingId = 0;
    if (id != m_shownId) {
        loadCurrent();
        return;
    }
    if (exchange) {
        setExchange(*exchange);
        return;
    }
    m_error->clearActions();
    m_error->setError(exchange.error());
    m_error->show();
}

void HistoryList::setExchange(const ExchangePtr &exchange)
{
    m_exchange = exchange;
    m_view->setExchange(exchange);
    Q_EMIT selectionChanged();
}

void HistoryList::loadPair(const std::function<void(const Result<Pair> &)> &callback)
{
    const QList<qint64> ids = selectedIds();
    if (ids.size() != 2)
        return;
    m_store.load(ids.last(), this, [this, newer = ids.first(), callback](const Result<ExchangePtr> &first) {
        if (!first) {
            callback(std::unexpected(first.error()));
            return;
        }
        m_store.load(newer, this, [first = *first, callback](const Result<ExchangePtr> &second) {
            callback(second ? Result<Pair>(Pair {first, *second}) : std::unexpected(second.error()));
        });
    });
}

void HistoryList::togglePinned()
{
    const auto entry = currentEntry();
    if (!entry)
        return;
    QList<qint64> ids = selectedIds();
    if (!ids.contains(entry->id))
        ids = {entry->id};
    for (const qint64 id : std::as_const(ids))
        m_store.setPinned(id, !entry->isPinned);
}

void HistoryList::editNote()
{
    if (!currentEntry())
        return;
    m_note->setFocus(Qt::ShortcutFocusReason);
    m_note->selectAll();
}

void HistoryList::saveNote()
{
    const QString note = m_note->text().trimmed();
    if (m_shownId == 0 || !m_note->isModified() || note == m_shownNote)
        return;
    m_shownNote = note; // also where the filter no longer lists the entry
    m_store.setNote(m_shownId, note);
}

/// The line of the entry; what is being typed there stays.
void HistoryList::showEntry()
{
    const auto entry = currentEntry();
    m_pin->setText(entry && entry->isPinned ? tr("Unpin") : tr("Pin"));
    m_pin->setDisabledReason(entry ? QString() : tr("Choose an exchange first."));
    m_note->setEnabled(entry.has_value());
    if (entry && entry->id == m_shownId)
        m_shownNote = entry->note;
    const bool isTyping = m_note->hasFocus() && m_note->isModified() && entry && entry->id == m_shownId;
    if (!isTyping && m_note->text() != (entry ? entry->note : QString()))
        m_note->setText(entry ? entry->note : QString());
    Q_EMIT selectionChanged();
}

void HistoryList::removeSelected()
{
    const QList<qint64> ids = selectedIds();
    if (ids.isEmpty())
        return;
    m_store.remove(ids);
    offerUndo(ids);
}

void HistoryList::removeAll()
{
    m_store.removeAll(this, [this](const Result<QList<qint64>> &ids) {
        if (ids)
            offerUndo(*ids);
    });
}

void HistoryList::offerUndo(const QList<qint64> &ids)
{
    m_removed = ids;
    m_undo->clearActions();
    if (ids.isEmpty()) {
        m_undo->setText(tr("Nothing was removed: all that is kept is pinned."));
    } else {
        const QString count = ids.size() == 1 ? tr("1 exchange removed.")
                                              : tr("%1 exchanges removed.").arg(grouped(ids.size()));
        m_undo->setText(tr("%1 Gone for good when Gatescope closes.", "3 exchanges removed.").arg(count));
        ActionButton *undo = m_undo->addLink(tr("Undo"));
        undo->setObjectName(QStringLiteral("undoRemoveButton"));
        connect(undo, &QAbstractButton::clicked, this, [this] {
            m_store.restore(std::exchange(m_removed, {}));
            m_undo->hide();
            m_table->setFocus();
        });
    }
    m_undo->show();
}

bool HistoryList::isEmpty() const
{
    return m_model->isAnswered() && m_model->kept() == 0;
}

QString HistoryList::summary() const
{
    if (!m_model->isAnswered())
        return m_model->error() ? tr("cannot be read") : tr("reading");
    return m_model->kept() == 0 ? tr("nothing yet") : tr("%1 kept").arg(grouped(m_model->kept()));
}

void HistoryList::focusFilter()
{
    m_filter->focusFilter();
}

bool HistoryList::leaveFilter()
{
    return m_filter->clear();
}

void HistoryList::showNotice()
{
    m_notice->setSentences(m_store.notice());
    m_notice->setVisible(!m_store.notice().isEmpty());
}

void HistoryList::showState()
{
    const bool isFiltered = m_model->isFiltered();
    const qint64 total = m_model->total();
    QString shown = isFiltered ? tr("%1 of %2").arg(grouped(total), grouped(m_model->kept())) : QString();
    if (m_model->isCounting())
        shown = tr("the newest %1 listed, counting the others").arg(grouped(m_model->rowCount()));
    else if (m_model->hasMore())
        shown = isFiltered
            ? tr("%1, the newest %2 listed").arg(shown, grouped(m_model->rowCount()))
            : tr("the newest %1 of %2 listed").arg(grouped(m_model->rowCount()), grouped(total));
    m_filter->setShown(m_model->isAnswered() ? shown : QString(), isFiltered);

    QWidget *state = m_parts;
    if (isEmpty())
        state = m_empty;
    else if (m_model->isAnswered() && !m_model->isLoading() && total == 0 && !m_model->isCounting())
        state = m_noMatch;
    m_stack->setCurrentWidget(state);
    if (const auto &error = m_model->error()) {
        m_error->clearActions();
        m_error->setError(*error);
        connect(
            m_error->addAction(tr("Try again")), &QAbstractButton::clicked, m_model, &HistoryModel::refresh);
    }
    if (m_model->error() || !m_model->isLoading())
        m_error->setVisible(m_model->error().has_value());
    Q_EMIT summaryChanged();
}

} // namespace Gatescope
