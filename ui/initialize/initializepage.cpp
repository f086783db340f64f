// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializepage.h"

#include "initializedetail.h"
#include "initializefilterbar.h"
#include "initializetable.h"
#include "unknownnamesbar.h"

#include <models/json/utf8text.h>
#include <models/items/exchangewords.h>
#include <ui/compare/comparesubject.h>
#include <ui/errorbar.h>
#include <ui/keyrefusal.h>
#include <ui/json/jsontreepane.h>
#include <ui/tableexportbutton.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/detailsplitter.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/textlabel.h>
#include <ui/why/whysubject.h>
#include <ui/workspace.h>

#include <QAction>
#include <QComboBox>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

const QString hashKey = QStringLiteral("initialize/hash");
} // namespace

InitializePage::InitializePage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_header(new PageHeader(tr("Initialize"), this))
    , m_error(new ErrorBar(this))
    , m_note(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, this))
    , m_filterBar(new InitializeFilterBar(this))
    , m_stack(new QStackedWidget(this))
{
    makeHeader();
    m_note->setObjectName(QStringLiteral("noteBar"));
    m_note->setClosable(true);
    m_note->hide();
    connect(m_note, &InlineBar::closed, m_note, &QWidget::hide);
    m_empty = makeEmpty();
    m_answer = makeAnswer();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_answer);
    m_stack->addWidget(makeRaw());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *bar : std::initializer_list<QWidget *> {m_header, m_error, m_note, m_filterBar})
        layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    m_filterBar->hide();

    connect(m_filterBar, &InitializeFilterBar::filterChanged, this, &InitializePage::applyFilter);
    connect(&m_work, &InitializeWork::ready, this, &InitializePage::takeView);
    connect(&m_work, &InitializeWork::failed, this, &InitializePage::takeFailure);
    connect(&m_work, &InitializeWork::namesRead, this, &InitializePage::takeNames);
    connect(m_error, &ErrorBar::retryRequested, this, &InitializePage::initialize);
    connectWorkspace();
    showHeader();
}

void InitializePage::makeHeader()
{
    auto *label = new TextLabel(tr("Hash"), Theme::Font::Body, Theme::Color::TextMuted, this);
    m_hash = new QComboBox(this);
    m_hash->setObjectName(QStringLiteral("hashCombo"));
    m_hash->setAccessibleName(tr("Hash of the names"));
    m_hash->setFont(Theme::instance().font(Theme::Font::Mono));
    for (const auto algorithm : {HashAlgorithm::Djb2, HashAlgorithm::Sha256, HashAlgorithm::None})
        m_hash->addItem(apiName(algorithm), int(algorithm));
    m_hash->setItemData(0, tr("What today's client SDKs ask for"), Qt::ToolTipRole);
    m_hash->setItemData(1, tr("What older client SDKs ask for"), Qt::ToolTipRole);
    m_hash->setItemData(
        2, tr("Names as they are; Statsig must have allowed it for the project"), Qt::ToolTipRole);
    const QString remembered = QString::fromUtf8(m_workspace.preferences().viewState(hashKey));
    m_hash->setCurrentIndex(std::max(0, m_hash->findText(remembered)));
    connect(m_hash, &QComboBox::activated, this,
        [this] { m_workspace.preferences().setViewState(hashKey, m_hash->currentText().toUtf8()); });
    label->setBuddy(m_hash);
    m_header->addTool(label);
    m_header->addTool(m_hash);
    auto *compare = new ActionButton(tr("Compare"), ActionButton::Look::Plain, this);
    compare->setObjectName(QStringLiteral("compareInitializeButton"));
    compare->setThemeIcon(Theme::Icon::Differs);
    compare->setToolTip(tr("Compare two answers: of two users, tiers, connections or times"));
    connect(compare, &QAbstractButton::clicked, this, [this] {
        Q_EMIT pageRequested(
            QStringLiteral("compare"), QVariant::fromValue(CompareSubject {ComparedType::Initialize}));
    });
    m_header->addTool(compare);
    m_export = new TableExportButton(QStringLiteral("gatescope-initialize"), this);
    m_header->addTool(m_export);
    connect(
        m_export, &TableExportButton::failed, this, [this](const Error &error) { m_error->present(error); });
    m_header->setPrimaryAction(tr("Initialize"), Theme::Icon::Run, QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_header, &PageHeader::primaryTriggered, this, &InitializePage::initialize);
    connect(m_header, &PageHeader::stopTriggered, this, &InitializePage::stop);
}

QWidget *InitializePage::makeEmpty()
{
    auto *empty = new EmptyState(Theme::Icon::Initialize, tr("See one user’s whole answer"), this);
    empty->setObjectName(QStringLiteral("emptyState"));
    empty->setText(
        tr("Initialize asks for everything a client SDK gets at its start: every gate, config, "
           "experiment and layer for the user on the left. Names come hashed; the specs put them back."));
    m_emptyRun = empty->addButton(tr("Initialize"));
    m_emptyRun->setThemeIcon(Theme::Icon::Run);
    connect(m_emptyRun, &QAbstractButton::clicked, this, &InitializePage::initialize);
    return empty;
}

QWidget *InitializePage::makeAnswer()
{
    m_splitter = new DetailSplitter(m_workspace.preferences(), QStringLiteral("initialize"), {}, this);
    m_detail = new InitializeDetail(m_splitter);
    m_splitter->setParts(makeTablePane(), m_detail);
    connect(m_splitter, &DetailSplitter::sideBySideChanged, m_detail, &InitializeDetail::setBeside);
    connect(m_detail, &InitializeDetail::entryRequested, this, &InitializePage::select);
    connect(m_detail, &InitializeDetail::whyRequested, this, &InitializePage::explainCurrent);
    connect(m_detail, &InitializeDetail::checkRequested, this, &InitializePage::checkCurrent);
    connect(m_detail, &InitializeDetail::specsRequested, this, [this](const SpecsPlace &place) {
        Q_EMIT pageRequested(QStringLiteral("specs"), specsSubject(place));
    });
    return m_splitter;
}

QWidget *InitializePage::makeTablePane()
{
    m_model = new InitializeModel(this);
    m_table = new InitializeTable(*m_model, this);
    m_export->setView(m_table);
    connect(m_table, &InitializeTable::sortingChanged, this, &InitializePage::applyFilter);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &InitializePage::showDetail);
    auto *why = new QAction(tr("Why"), this);
    why->setShortcut(Qt::Key_F4);
    connect(why, &QAction::triggered, this, &InitializePage::explainCurrent);
    addAction(why);
    m_table->addAction(why);
    auto *check = new QAction(tr("Check live"), this);
    connect(check, &QAction::triggered, this, &InitializePage::checkCurrent);
    m_table->addAction(check);
    m_table->addCopyActions();

    m_shownBar = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Compact, this);
    m_shownBar->setObjectName(QStringLiteral("shownBar"));
    m_shownBar->setActionsBeside(true);
    connect(m_shownBar->addLink(tr("Clear the filter")), &QAbstractButton::clicked, m_filterBar,
        &InitializeFilterBar::clearFilter);
    m_shownBar->hide();
    m_unknownBar = new UnknownNamesBar(m_workspace, this);
    connect(m_unknownBar, &UnknownNamesBar::namesChosen, this, [this](const QString &fileName) {
        m_work.readNames(fileName, m_workspace.preferences().values().maxResponseBytes);
    });
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_shownBar);
    layout->addWidget(m_unknownBar);
    return pane;
}

QWidget *InitializePage::makeRaw()
{
    m_raw = new JsonTreePane(tr("Answer as it came"), this);
    m_raw->tree()->setObjectName(QStringLiteral("rawTree"));
    return m_raw;
}

/// What this machine says to the user as composed now; the answer on this page may be older.
void InitializePage::explainCurrent()
{
    const auto *entry = m_table->currentEntry();
    if (entry && entry->spec)
        Q_EMIT pageRequested(QStringLiteral("check"),
            QVariant::fromValue(WhySubject {{entry->spec->kind, utf8Text(entry->spec->name)}}));
}

/// What the server says of this one alone; segments and holdouts are gates to it.
void InitializePage::checkCurrent()
{
    const auto *entry = m_table->currentEntry();
    if (!entry)
        return;
    if (const auto item = checkItemOf(*entry))
        Q_EMIT pageRequested(QStringLiteral("check"), QVariant::fromValue(*item));
}

void InitializePage::connectWorkspace()
{
    connect(&m_workspace, &Workspace::userChanged, this, [this] {
        m_asked.isOld = true;
        showOld();
        showHeader();
    });
    connect(&m_workspace, &Workspace::connectionChanged, this,
        [this, id = m_workspace.connection().id]() mutable {
            if (std::exchange(id, m_workspace.connection().id) != id)
                forgetAnswer();
            showHeader();
        });
    connect(&m_workspace, &Workspace::specsChanged, this, &InitializePage::readAgain);
    connect(&m_workspace, &Workspace::namesChanged, this, [this] {
        if (m_model->view())
            readBody();
    });
}

void InitializePage::runPrimaryAction()
{
    initialize();
}

void InitializePage::initialize()
{
    if (m_call || !keyRefusal(m_workspace.connection().keyKind, Endpoint::Initialize).isEmpty())
        return;
    const StatsigUser &user = m_workspace.user();
    m_asking = {user.label(), 0, false};
    m_call = m_workspace.start(InitializeRequest {user, HashAlgorithm(m_hash->currentData().toInt()), 0});
    connect(m_call, &ApiCall::finished, this, &InitializePage::takeOutcome);
    m_header->setBusy(tr("Waiting for the answer"));
    showHeader();
    showOld();
}

bool InitializePage::stop()
{
    if (!m_call)
        return false;
    m_call->cancel();
    return true;
}

void InitializePage::takeOutcome(const ApiOutcome &outcome)
{
    m_call.clear();
    if (!outcome.response) {
        m_error->present(outcome.response.error(), Endpoint::Initialize, outcome.exchange);
        finishCall();
        return;
    }
    m_error->dismiss();
    m_note->hide();
    if (outcome.exchange)
        m_asking.bytes = outcome.exchange->responseBody.size();
    takeResponse(*outcome.response);
}

void InitializePage::takeResponse(const ApiResponse &response)
{
    if (const auto *answer = std::get_if<InitializeAnswer>(&response.content)) {
        if (answer->hasUpdates && response.body) {
            m_body = response.body;
            m_project = m_workspace.specs().project;
            m_asked = m_asking;
            readBody();
            return;
        }
        m_note->setKind(InlineBar::Kind::Info);
        m_note->setText(
            tr("Nothing new."), tr("The server says that nothing has changed and sent no entries."));
        m_note->show();
        finishCall();
        return;
    }
    const auto *unknown = std::get_if<UnknownShape>(&response.content);
    m_body = response.body;
    m_asked = m_asking;
    showRaw(unknown ? unknown->note : tr("The answer is of another endpoint."));
}

void InitializePage::takeView(const InitializeViewPtr &view, const InitializeRows &rows, bool isFiltered)
{
    m_table->setRows(view, rows, isFiltered);
    m_filterBar->setCounts(*view);
    m_filterBar->show();
    m_stack->setCurrentWidget(m_answer);
    restoreSelection();
    showShownBar();
    m_unknownBar->showAbout(m_model->view());
    finishCall();
}

void InitializePage::takeFailure(const Error &error)
{
    showRaw(error.message);
}

void InitializePage::showRaw(const QString &note)
{
    m_model->clear();
    m_detail->clear();
    m_filterBar->hide();
    m_raw->setDocument(m_body);
    m_note->setKind(InlineBar::Kind::Undetermined);
    m_note->setText(
        tr("This answer has no known shape."), note + QLatin1Char(' ') + tr("It is shown as it came."));
    m_note->show();
    m_stack->setCurrentWidget(m_raw);
    finishCall();
}

void InitializePage::finishCall()
{
    if (!m_call)
        m_header->setBusy({});
    showOld();
    showHeader();
}

void InitializePage::forgetAnswer()
{
    if (m_call)
        m_call->cancel();
    m_work.stop();
    m_body.reset();
    m_project.reset();
    m_asked = {};
    m_chosen.reset();
    m_model->clear();
    m_raw->clear();
    m_detail->clear();
    m_filterBar->hide();
    m_error->dismiss();
    m_note->hide();
    m_stack->setCurrentWidget(m_empty);
}

void InitializePage::readBody()
{
    m_work.read(m_body, m_project, m_workspace.knownNames(), currentFilter());
}

void InitializePage::readAgain()
{
    const ProjectPtr &project = m_workspace.specs().project;
    if (m_model->view() && project != m_project) {
        m_project = project;
        readBody();
    }
    m_unknownBar->showAbout(m_model->view());
}

InitializeFilter InitializePage::currentFilter() const
{
    InitializeFilter filter = m_filterBar->filter();
    m_table->addSorting(filter);
    return filter;
}

void InitializePage::applyFilter()
{
    if (m_model->view())
        m_work.filter(m_model->view(), currentFilter());
}

void InitializePage::restoreSelection()
{
    QModelIndex index;
    if (m_chosen)
        index = m_model->find(m_chosen->kind, m_chosen->hash);
    for (int row = 0; !index.isValid() && row < m_model->rowCount(); ++row)
        index = m_model->index(0, 0, m_model->index(row, 0));
    const auto chosen = m_chosen;
    m_table->setCurrentIndex(m_table->fromModel(index));
    if (chosen)
        m_chosen = chosen; // a filter that hides it does not forget it
    showDetail();
}

void InitializePage::showDetail()
{
    const auto *entry = m_table->currentEntry();
    if (!entry) {
        m_detail->clear();
        return;
    }
    m_detail->setEntry(m_model->view(), *entry);
    if (!m_table->isResetting())
        m_chosen = Chosen {entry->kind, entry->hash};
}

void InitializePage::select(InitializeKind kind, const QString &name)
{
    if (!m_model->view())
        return;
    const auto entries = m_model->view()->entries();
    const auto found = std::ranges::find_if(
        entries, [&](const InitializeEntry &entry) { return entry.kind == kind && entry.name() == name; });
    if (found == entries.end())
        return;
    m_chosen = Chosen {kind, found->hash};
    const QModelIndex index = m_table->fromModel(m_model->find(kind, found->hash));
    if (!index.isValid()) {
        m_filterBar->clearFilter();
        return;
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void InitializePage::showOld()
{
    m_table->setOld(m_call || m_asked.isOld);
}

void InitializePage::showHeader()
{
    const QString refusal = keyRefusal(m_workspace.connection().keyKind, Endpoint::Initialize);
    m_header->setPrimaryDisabledReason(refusal);
    const InitializeViewPtr &view = m_model->view();
    m_emptyRun->setDisabledReason(m_call ? tr("The answer is on its way.") : refusal);
    if (!view) {
        m_header->setSubtitle(m_body ? QString() : tr("not asked yet"));
        return;
    }
    const QString who = m_asked.userLabel.isEmpty() ? tr("a user without an ID") : m_asked.userLabel;
    const int count = int(view->entries().size());
    QStringList parts {tr("for %1").arg(who),
        count == 1 ? tr("1 item") : tr("%1 items").arg(locale().toString(count)),
        byteCountText(m_asked.bytes)};
    if (m_asked.isOld)
        parts << tr("the user has changed since");
    m_header->setSubtitle(parts.join(QStringLiteral(", ")));
}

void InitializePage::showShownBar()
{
    const int total = int(m_model->view()->entries().size());
    m_shownBar->setVisible(m_filterBar->filter().isActive());
    m_shownBar->setText(
        tr("%1 of %2 shown.").arg(locale().toString(m_model->shownCount()), locale().toString(total)));
}

void InitializePage::takeNames(const Result<NameListPtr> &names)
{
    if (!names) {
        m_error->present(names.error());
        return;
    }
    m_error->dismiss();
    m_workspace.setNames(*names);
}

void InitializePage::focusFilter()
{
    if (m_detail->focusSearch())
        return;
    if (m_filterBar->isVisible())
        m_filterBar->focusFilter();
    else if (m_raw->isVisible())
        m_raw->focusSearch();
}

bool InitializePage::leaveFilter()
{
    return m_filterBar->isVisible() && m_filterBar->clearFilter();
}

} // namespace Gatescope
