// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializepage.h"

#include "initializecells.h"
#include "initializedetail.h"
#include "initializefilterbar.h"

#include <models/json/utf8text.h>
#include <models/items/exchangewords.h>
#include <ui/compare/comparesubject.h>
#include <ui/errorbar.h>
#include <ui/keyrefusal.h>
#include <ui/json/jsontreepane.h>
#include <ui/presenter/presenter.h>
#include <ui/tableexportbutton.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/dataview.h>
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
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

const QString hashKey = QStringLiteral("initialize/hash");
constexpr int leastName = 160;
constexpr int narrowTable = 680; ///< below this, group and ID type give way to the others

QString copiedName(const InitializeEntry &entry)
{
    return entry.name();
}

QString copiedHash(const InitializeEntry &entry)
{
    return entry.hash;
}

QString copiedRuleId(const InitializeEntry &entry)
{
    return entry.ruleId;
}

QString copiedEntry(const InitializeEntry &entry)
{
    return QString::fromUtf8(jsonIndented(entry.source));
}

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
    const Theme &theme = Theme::instance();
    m_model = new InitializeModel(this);
    m_cells = new InitializeCells(m_model, this);
    m_table = new DataView(DataView::Shape::Tree, tr("Answer of initialize"), this);
    m_table->setObjectName(QStringLiteral("initializeTable"));
    m_table->setModel(m_cells);
    m_export->setView(m_table);
    m_table->setLeadingInset(4);
    m_table->setGroupsAcross(true);
    const auto indent = [this] { m_table->setIndentation(Theme::instance().scaled(16)); };
    connect(&Theme::instance(), &Theme::changed, this, indent);
    indent();
    m_table->setMinimumSize(theme.scaled(320), theme.scaled(120));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setHiddenBelow(narrowTable, {int(InitializeColumn::Group), int(InitializeColumn::IdType)});
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(InitializeColumn::Rule), QHeaderView::Stretch);
    m_table->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        // Dragged by its edge; the rules' column follows the others by itself.
        const bool isDragged = !m_isSharing && QGuiApplication::mouseButtons() != Qt::NoButton;
        if (isDragged && section != int(InitializeColumn::Rule))
            m_sharesColumns = false;
    });
    const std::array widths {0, 72, 128, 84, 86, 102};
    for (int column = 1; column < initializeColumns; ++column)
        m_table->setColumnWidth(column, theme.scaled(widths[std::size_t(column)]));
    m_table->setSortable(true);
    header->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &InitializePage::applyFilter);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &InitializePage::showDetail);
    const auto remember = [this](const QModelIndex &index, bool folded) {
        if (m_isResetting)
            return;
        const InitializeKind kind = m_model->kind(m_cells->mapToSource(index));
        folded ? void(m_folded.insert(kind)) : void(m_folded.remove(kind));
    };
    connect(m_table, &QTreeView::collapsed, this, [remember](const QModelIndex &at) { remember(at, true); });
    connect(m_table, &QTreeView::expanded, this, [remember](const QModelIndex &at) { remember(at, false); });
    auto *why = new QAction(tr("Why"), this);
    why->setShortcut(Qt::Key_F4);
    connect(why, &QAction::triggered, this, &InitializePage::explainCurrent);
    addAction(why);
    m_table->addAction(why);
    auto *check = new QAction(tr("Check live"), this);
    connect(check, &QAction::triggered, this, &InitializePage::checkCurrent);
    m_table->addAction(check);
    addCopyAction(tr("Copy name"), copiedName);
    addCopyAction(tr("Copy hash"), copiedHash);
    addCopyAction(tr("Copy rule ID"), copiedRuleId);
    addCopyAction(tr("Copy entry as JSON"), copiedEntry);

    m_shownBar = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Compact, this);
    m_shownBar->setObjectName(QStringLiteral("shownBar"));
    m_shownBar->setActionsBeside(true);
    connect(m_shownBar->addLink(tr("Clear the filter")), &QAbstractButton::clicked, m_filterBar,
        &InitializeFilterBar::clearFilter);
    m_shownBar->hide();
    m_unknownBar = new InlineBar(InlineBar::Kind::Undetermined, InlineBar::Density::Normal, this);
    m_unknownBar->setObjectName(QStringLiteral("unknownBar"));
    m_unknownBar->setActionsBeside(true);
    m_unknownBar->hide();
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

void InitializePage::addCopyAction(const QString &text, QString (*copied)(const InitializeEntry &))
{
    auto *action = new QAction(text, m_table);
    connect(action, &QAction::triggered, this, [this, copied] {
        if (const auto *entry = m_model->entry(m_cells->mapToSource(m_table->currentIndex())))
            copyText(copied(*entry));
    });
    m_table->addAction(action);
}

/// What this machine says to the user as composed now; the answer on this page may be older.
void InitializePage::explainCurrent()
{
    const auto *entry = m_model->entry(m_cells->mapToSource(m_table->currentIndex()));
    if (entry && entry->spec)
        Q_EMIT pageRequested(QStringLiteral("check"),
            QVariant::fromValue(WhySubject {{entry->spec->kind, utf8Text(entry->spec->name)}}));
}

/// What the server says of this one alone; segments and holdouts are gates to it.
void InitializePage::checkCurrent()
{
    const auto *entry = m_model->entry(m_cells->mapToSource(m_table->currentIndex()));
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
    {
        const QScopedValueRollback<bool> resetting(m_isResetting, true);
        m_model->setRows(view, rows, isFiltered);
        unfoldKinds();
    }
    m_filterBar->setCounts(*view);
    m_filterBar->show();
    m_stack->setCurrentWidget(m_answer);
    if (!isFiltered)
        shareColumns();
    restoreSelection();
    showShownBar();
    showUnknownBar();
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
    showUnknownBar();
}

InitializeFilter InitializePage::currentFilter() const
{
    InitializeFilter filter = m_filterBar->filter();
    const QHeaderView *header = m_table->header();
    if (const int column = header->sortIndicatorSection(); column >= 0 && column < initializeColumns)
        filter.sortBy = InitializeColumn(column);
    filter.descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    return filter;
}

void InitializePage::applyFilter()
{
    if (m_model->view())
        m_work.filter(m_model->view(), currentFilter());
}

void InitializePage::unfoldKinds()
{
    for (int row = 0; row < m_cells->rowCount(); ++row) {
        const QModelIndex index = m_cells->index(row, 0);
        m_table->setExpanded(index, !m_folded.contains(m_model->kind(m_cells->mapToSource(index))));
    }
}

void InitializePage::restoreSelection()
{
    QModelIndex index;
    if (m_chosen)
        index = m_model->find(m_chosen->kind, m_chosen->hash);
    for (int row = 0; !index.isValid() && row < m_model->rowCount(); ++row)
        index = m_model->index(0, 0, m_model->index(row, 0));
    const auto chosen = m_chosen;
    m_table->setCurrentIndex(m_cells->mapFromSource(index));
    if (chosen)
        m_chosen = chosen; // a filter that hides it does not forget it
    showDetail();
}

void InitializePage::showDetail()
{
    const auto *entry = m_model->entry(m_cells->mapToSource(m_table->currentIndex()));
    if (!entry) {
        m_detail->clear();
        return;
    }
    m_detail->setEntry(m_model->view(), *entry);
    if (!m_isResetting)
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
    const QModelIndex index = m_cells->mapFromSource(m_model->find(kind, found->hash));
    if (!index.isValid()) {
        m_filterBar->clearFilter();
        return;
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void InitializePage::showOld()
{
    m_cells->setOld(m_call || m_asked.isOld);
    m_table->viewport()->update();
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

QString InitializePage::unknownDespiteNames(int names, bool hasProject)
{
    const QString list =
        names == 1 ? tr("your list of 1 name") : tr("your list of %1 names").arg(QLocale().toString(names));
    return hasProject ? tr("neither the specs nor %1 contain any more.").arg(list)
                      : tr("%1 contains no more, and there are no specs.").arg(list);
}

void InitializePage::showUnknownBar()
{
    const InitializeViewPtr &view = m_model->view();
    const int unknown = view ? view->unknownCount() : 0;
    m_unknownBar->setVisible(unknown > 0);
    if (unknown == 0)
        return;
    const QString total = locale().toString(int(view->entries().size()));
    const QString count = unknown == 1
        ? tr("1 of %1 hashes has no known name").arg(total)
        : tr("%1 of %2 hashes have no known name").arg(locale().toString(unknown), total);
    const bool loading = m_workspace.specs().loading;
    const QString why = loading ? tr("the specs are on their way.")
        : m_workspace.names()
        ? unknownDespiteNames(int(m_workspace.names()->names.size()), view->hasProject())
        : !view->hasProject() ? tr("there are no specs to take the names from.")
        : unknown == 1        ? tr("the specs do not contain it.")
                              : tr("the specs do not contain them.");
    const QString refusal = m_workspace.specsRefusal();
    // With each answer and each filter this is asked, and making buttons takes its time.
    const QString has = m_workspace.specs().project ? QStringLiteral("specs") : QString();
    if (const QStringList said {count, why, refusal, has}; std::exchange(m_unknownSaid, said) == said)
        return;
    m_unknownBar->setText(count + QStringLiteral(": ") + why);
    m_unknownBar->clearActions();
    if (!loading)
        offerSpecs(refusal);
}

void InitializePage::offerSpecs(const QString &refusal)
{
    ActionButton *download =
        m_unknownBar->addLink(m_workspace.specs().project ? tr("Refresh the specs") : tr("Download specs"));
    download->setDisabledReason(refusal);
    connect(download, &QAbstractButton::clicked, this, [this] { m_workspace.refreshSpecs(); });
    ActionButton *open = m_unknownBar->addLink(tr("Open a specs file"));
    connect(open, &QAbstractButton::clicked, this, &InitializePage::chooseSpecsFile);
    ActionButton *names = m_unknownBar->addLink(tr("Load a list of names"));
    names->setToolTip(tr("A text file with one name a line, such as those your code asks for"));
    connect(names, &QAbstractButton::clicked, this, &InitializePage::chooseNames);
}

void InitializePage::chooseNames()
{
    auto *dialog = new QFileDialog(
        this, tr("Load a list of names"), {}, tr("Text and JSON files (*.txt *.csv *.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        m_work.readNames(fileName, m_workspace.preferences().values().maxResponseBytes);
    });
    dialog->open();
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

void InitializePage::chooseSpecsFile()
{
    auto *dialog = new QFileDialog(this, tr("Open specs"), {}, tr("JSON files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_workspace, &Workspace::openSpecs);
    dialog->open();
}

bool InitializePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        shareColumns();
    return Page::eventFilter(watched, event);
}

/// What a hash takes behind its name: all are of one length.
int InitializePage::hashWidth() const
{
    for (int row = 0; row < m_cells->rowCount(); ++row) {
        const QModelIndex first = m_cells->index(0, 0, m_cells->index(row, 0));
        if (const QString hash = first.data(CellRole::Suffix).toString(); !hash.isEmpty())
            return QFontMetrics(Theme::instance().font(Theme::Font::Mono)).horizontalAdvance(hash);
    }
    return 0;
}

/// Names, rules and groups have what they need as far as there is room; where there is not, the hashes
/// behind the names give way first. What is left over is the rules'.
void InitializePage::shareColumns()
{
    if (!m_sharesColumns)
        return;
    const Theme &theme = Theme::instance();
    QHeaderView *header = m_table->header();
    constexpr int name = int(InitializeColumn::Name);
    constexpr int rule = int(InitializeColumn::Rule);
    constexpr int group = int(InitializeColumn::Group);
    const auto wanted = [this](int column) { return m_table->wantedWidth(column); };
    const int wantedName = wanted(name);
    int room = m_table->viewport()->width();
    for (int column = 0; column < initializeColumns; ++column)
        if (column != name && column != rule && column != group)
            room -= header->sectionSize(column);
    const int leastRule = theme.scaled(112);
    const int leastGroup = header->isSectionHidden(group) ? 0 : theme.scaled(84);
    const int ruleWidth = std::clamp(wanted(rule), leastRule, theme.scaled(240));
    int groupWidth = leastGroup > 0 ? std::clamp(wanted(group), leastGroup, theme.scaled(160)) : 0;
    const int nameAlone = std::min(wantedName - hashWidth(), room - leastGroup - leastRule);
    const int least = std::max(nameAlone, theme.scaled(leastName));
    const int nameWidth = std::clamp(room - groupWidth - ruleWidth, least, std::max(least, wantedName));
    groupWidth = std::min(groupWidth, std::max(leastGroup, room - nameWidth - leastRule));
    const QScopedValueRollback<bool> sharing(m_isSharing, true);
    header->resizeSection(name, nameWidth);
    if (groupWidth > 0)
        header->resizeSection(group, groupWidth);
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
