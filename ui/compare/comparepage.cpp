// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparepage.h"
#include "comparecells.h"
#include "comparecounts.h"
#include "compareexport.h"
#include "comparefilterbar.h"
#include "impactpane.h"
#include "sourcechoice.h"

#include <ui/errorbar.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/panel.h>
#include <ui/widgets/splitterstate.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/workspace.h>

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gatescope {

ComparePage::ComparePage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_export(new CompareExport(this))
    , m_header(new PageHeader(tr("Compare"), this))
    , m_error(new ErrorBar(this))
    , m_note(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, this))
    , m_counts(new CompareCounts(this))
    , m_filterBar(new CompareFilterBar(this))
    , m_stack(new QStackedWidget(this))
{
    makeHeader();
    m_note->setObjectName(QStringLiteral("noteBar"));
    m_note->setClosable(true);
    m_note->hide();
    m_empty = makeEmpty();
    m_answer = makeAnswer();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_answer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *bar : std::initializer_list<QWidget *> {m_header, m_error, m_note, m_counts, m_filterBar})
        layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    m_counts->hide();
    m_filterBar->hide();
    connectParts();
    refreshSources();
}

void ComparePage::makeHeader()
{
    m_back = new ActionButton(QString(), ActionButton::Look::Flat, this);
    m_back->setThemeIcon(Theme::Icon::ChevronLeft);
    m_back->setObjectName(QStringLiteral("compareBackButton"));
    m_left = new SourceChoice(tr("Left side"), this);
    m_left->setObjectName(QStringLiteral("leftChoice"));
    m_right = new SourceChoice(tr("Right side"), this);
    m_right->setObjectName(QStringLiteral("rightChoice"));
    auto *swap = new ActionButton(Theme::Icon::Exchanges, tr("Swap left and right"), this);
    swap->setObjectName(QStringLiteral("swapButton"));
    m_exportButton = new ActionButton(tr("Export"), ActionButton::Look::Plain, this);
    m_exportButton->setObjectName(QStringLiteral("exportButton"));
    for (const auto &[word, side] : {std::pair(tr("Left"), m_left), std::pair(tr("Right"), m_right)}) {
        auto *label = new TextLabel(word, Theme::Font::Body, Theme::Color::TextMuted, this);
        label->setBuddy(side);
        if (side == m_right)
            m_header->addLeading(swap);
        m_header->addLeading(label);
        m_header->addLeading(side);
    }
    m_header->addTool(m_back);
    m_header->addTool(m_exportButton);
    m_header->setPrimaryAction(tr("Compare"), Theme::Icon::Differs, QKeySequence(Qt::CTRL | Qt::Key_Return));
    makeExport();
    connect(&Presenter::instance(), &Presenter::teachersWanted, this, &ComparePage::teachPresenter);
    connect(swap, &QAbstractButton::clicked, this, &ComparePage::swapSides);
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        Q_EMIT pageRequested(m_isOfExchanges    ? QStringLiteral("exchanges")
                : m_type == ComparedType::Specs ? QStringLiteral("specs")
                                                : QStringLiteral("initialize"),
            {});
    });
    connect(m_header, &PageHeader::primaryTriggered, this, &ComparePage::runPrimaryAction);
    connect(m_header, &PageHeader::stopTriggered, this, &ComparePage::stop);
}

void ComparePage::makeExport()
{
    auto *menu = new QMenu(m_exportButton);
    menu->setObjectName(QStringLiteral("exportMenu"));
    const auto add = [menu, this](const QString &text, const char *name, auto slot) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, slot);
    };
    add(tr("Copy as Markdown"), "copyMarkdownAction",
        [this] { m_export->copy(report(), CompareExport::Form::Markdown); });
    add(tr("Copy as JSON"), "copyJsonAction",
        [this] { m_export->copy(report(), CompareExport::Form::Json); });
    menu->addSeparator();
    add(tr("Save as Markdown"), "saveMarkdownAction", [this] { saveAs(false); });
    add(tr("Save as JSON"), "saveJsonAction", [this] { saveAs(true); });
    connect(m_exportButton, &QAbstractButton::clicked, menu,
        [this, menu] { menu->popup(m_exportButton->mapToGlobal(QPoint(0, m_exportButton->height()))); });
}

EmptyState *ComparePage::makeEmpty()
{
    auto *empty = new EmptyState(Theme::Icon::Differs, tr("See what is different"), this);
    empty->setObjectName(QStringLiteral("compareEmpty"));
    empty->setText(
        tr("Choose two answers of initialize, for two users, tiers or connections, or two specs. They are "
           "compared by entity and field; the order in which things stand does not count."));
    return empty;
}

QWidget *ComparePage::makeAnswer()
{
    makeTable();
    m_shownBar = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Compact, this);
    m_shownBar->setObjectName(QStringLiteral("compareShownBar"));
    m_shownBar->setActionsBeside(true);
    m_shownBar->hide();
    auto *tablePane = new QWidget(this);
    auto *tableLayout = new QVBoxLayout(tablePane);
    tableLayout->setContentsMargins(0, 0, 0, 0);
    tableLayout->setSpacing(0);
    tableLayout->addWidget(m_table, 1);
    tableLayout->addWidget(m_shownBar);
    m_impact = new ImpactPane(this);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->addWidget(tablePane);
    m_splitter->addWidget(m_impact);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    rememberSplitter(m_splitter, m_workspace.preferences(), QStringLiteral("compare/impact"), {420, 190});
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(makeSelectedBar());
    return pane;
}

void ComparePage::makeTable()
{
    const Theme &theme = Theme::instance();
    m_model = new ComparisonModel(this);
    m_cells = new CompareCells(m_model, this);
    m_table = new DataView(DataView::Shape::Tree, tr("Differences"), this);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setModel(m_cells);
    m_table->setLeadingInset(4);
    const auto indent = [this] { m_table->setIndentation(Theme::instance().scaled(16)); };
    connect(&Theme::instance(), &Theme::changed, this, indent);
    indent();
    m_table->setMinimumSize(theme.scaled(320), theme.scaled(120));
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->resizeSection(int(ComparisonColumn::Field), theme.scaled(352));
    header->resizeSection(int(ComparisonColumn::Change), theme.scaled(112));
    header->setSectionResizeMode(int(ComparisonColumn::Left), QHeaderView::Stretch);
    header->setSectionResizeMode(int(ComparisonColumn::Right), QHeaderView::Stretch);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto addCopy = [this](const QString &text, auto copied) {
        auto *action = new QAction(text, m_table);
        connect(action, &QAction::triggered, this, [this, copied] {
            const QModelIndex index = m_cells->mapToSource(m_table->currentIndex());
            if (index.isValid())
                copyText(copied(index));
        });
        m_table->addAction(action);
    };
    addCopy(tr("Copy name"), [this](const QModelIndex &index) { return m_model->name(index); });
    addCopy(tr("Copy left value"), [](const QModelIndex &index) {
        return index.siblingAtColumn(int(ComparisonColumn::Left)).data().toString();
    });
    addCopy(tr("Copy right value"), [](const QModelIndex &index) {
        return index.siblingAtColumn(int(ComparisonColumn::Right)).data().toString();
    });
    addCopy(tr("Copy JSONPath"), [this](const QModelIndex &index) {
        if (const FieldDifference *field = m_model->field(index))
            return (field->left.isValid() ? field->left : field->right).jsonPath();
        const EntityDifference *entity = m_model->difference(index);
        const JsonValue same = m_model->same(index) ? m_model->same(index)->left : JsonValue();
        return entity ? (entity->left.isValid() ? entity->left : entity->right).jsonPath() : same.jsonPath();
    });
}

QWidget *ComparePage::makeSelectedBar()
{
    const Theme &theme = Theme::instance();
    auto *bar = new Panel(Theme::Color::Raised, Qt::TopEdge, this);
    m_selected = new StatusText(Theme::Font::Label, Theme::Color::TextMuted, bar);
    m_selected->setObjectName(QStringLiteral("selectedText"));
    m_rules = new ActionButton(QString(), ActionButton::Look::Plain, bar);
    m_rules->setObjectName(QStringLiteral("compareRulesButton"));
    m_rules->setThemeIcon(Theme::Icon::Specs);
    m_whyLeft = new ActionButton(QString(), ActionButton::Look::Plain, bar);
    m_whyLeft->setObjectName(QStringLiteral("whyLeftButton"));
    m_whyRight = new ActionButton(QString(), ActionButton::Look::Plain, bar);
    m_whyRight->setObjectName(QStringLiteral("whyRightButton"));
    for (ActionButton *button : {m_rules, m_whyLeft, m_whyRight})
        button->setSmall(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    layout->setSpacing(theme.scaled(8));
    layout->addWidget(m_selected, 1);
    layout->addWidget(m_rules);
    layout->addWidget(m_whyLeft);
    layout->addWidget(m_whyRight);
    connect(m_rules, &QAbstractButton::clicked, this, &ComparePage::showRules);
    connect(m_whyLeft, &QAbstractButton::clicked, this, [this] { explain(true); });
    connect(m_whyRight, &QAbstractButton::clicked, this, [this] { explain(false); });
    return bar;
}

void ComparePage::connectParts()
{
    for (SourceChoice *side : {m_left, m_right}) {
        connect(side, &SourceChoice::chosen, this, [this] {
            showHeader();
            compareIfReady();
        });
        connect(side, &SourceChoice::fileWanted, this, [this, side] { wantFile(side); });
    }
    connect(m_note, &InlineBar::closed, m_note, &QWidget::hide);
    connect(m_filterBar, &CompareFilterBar::filterChanged, this, [this] {
        if (!m_outcome)
            return;
        m_filterBar->setCounts(*m_outcome->comparison);
        m_work.filter(m_outcome->comparison, m_filterBar->filter());
    });
    connect(m_filterBar, &CompareFilterBar::bookkeepingChanged, this, &ComparePage::compareIfReady);
    connect(&m_work, &CompareWork::compared, this, &ComparePage::takeOutcome);
    connect(&m_work, &CompareWork::filtered, this, &ComparePage::takeRows);
    connect(&m_work, &CompareWork::failed, this, &ComparePage::takeFailure);
    connect(m_error, &ErrorBar::retryRequested, this, &ComparePage::runPrimaryAction);
    connect(m_impact, &ImpactPane::usersWanted, this, &ComparePage::wantUsers);
    connect(m_impact, &ImpactPane::historyToggled, this, &ComparePage::compareIfReady);
    connect(&m_historyReader, &ImpactHistoryReader::finished, this, &ComparePage::startWorkWithHistory);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePage::showSelected);
    connect(m_export, &CompareExport::failed, this, [this](const Error &error) { m_error->present(error); });
    connect(m_export, &CompareExport::done, this, [this](const QString &what) {
        m_note->setText(what);
        m_note->show();
    });
    for (const auto signal : {&Workspace::userChanged, &Workspace::connectionsChanged,
             &Workspace::connectionChanged, &Workspace::specsChanged, &Workspace::snapshotsChanged,
             &Workspace::exchangesCleared, &Workspace::exchangesRestored})
        connect(&m_workspace, signal, this, &ComparePage::refreshSources);
    connect(&m_workspace, &Workspace::exchangeAdded, this, &ComparePage::refreshSources);
    connect(&m_workspace, &Workspace::namesChanged, this, &ComparePage::takeNames);
    const auto addKey = [this](const QString &text, const QKeySequence &key, int step) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, step] { moveToDifference(step); });
        addAction(action);
    };
    addKey(tr("Next difference"), Qt::Key_F3, 1);
    addKey(tr("Previous difference"), Qt::SHIFT | Qt::Key_F3, -1);
}

void ComparePage::showSubject(const QVariant &subject)
{
    if (!subject.canConvert<CompareSubject>())
        return;
    const auto wanted = subject.value<CompareSubject>();
    const bool isNew = setType(wanted.type) || m_isOfExchanges;
    m_isOfExchanges = wanted.left && wanted.right;
    if (m_isOfExchanges) {
        showPair(wanted.left, wanted.right);
        return;
    }
    if (isNew || !m_left->source() || !m_right->source())
        chooseDefaults();
    if (!m_outcome)
        compareIfReady();
}

} // namespace Gatescope
