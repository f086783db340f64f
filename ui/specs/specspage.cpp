// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specspage.h"
#include "entityuserwork.h"
#include "entityview.h"
#include "specslist.h"
#include "specsworker.h"

#include <models/items/checkanswer.h>
#include <models/items/exchangewords.h>
#include <ui/compare/comparesubject.h>
#include <ui/errorbar.h>
#include <ui/widgets/actionbutton.h>
#include <ui/json/jsontreepane.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/paneheader.h>
#include <ui/widgets/splitterstate.h>
#include <ui/why/whysubject.h>
#include <ui/workspace.h>

#include <QAction>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr qsizetype namedWarnings = 3;

} // namespace

SpecsPage::SpecsPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_worker(new SpecsWorker(this))
    , m_userWork(new EntityUserWork(workspace, this))
{
    makeHeader();
    m_error = new ErrorBar(this);
    m_warnings = new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Normal, this);
    m_warnings->setObjectName(QStringLiteral("warningsBar"));
    m_warnings->setClosable(true);
    m_warnings->hide();
    m_stack = new QStackedWidget(this);
    m_empty = makeEmpty();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeContent());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_error);
    layout->addWidget(m_warnings);
    layout->addWidget(m_stack, 1);
    addActions();
    connectParts();
    showSnapshots();
    refresh();
}

void SpecsPage::makeHeader()
{
    m_header = new PageHeader(tr("Specs"), this);
    m_back = new ActionButton(Theme::Icon::ChevronLeft, tr("Back"), this);
    m_forward = new ActionButton(Theme::Icon::ChevronRight, tr("Forward"), this);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_forward->setObjectName(QStringLiteral("forwardButton"));
    auto *open = new ActionButton(tr("Open file"), ActionButton::Look::Plain, this);
    open->setThemeIcon(Theme::Icon::OpenFile);
    m_header->addTool(m_back);
    m_header->addTool(m_forward);
    m_snapshots = new ActionButton(tr("Snapshots"), ActionButton::Look::Plain, this);
    m_snapshots->setObjectName(QStringLiteral("snapshotsButton"));
    m_snapshots->setMenu(new QMenu(m_snapshots));
    m_header->addTool(m_snapshots);
    m_header->addTool(open);
    auto *compare = new ActionButton(tr("Compare"), ActionButton::Look::Plain, this);
    compare->setObjectName(QStringLiteral("compareSpecsButton"));
    compare->setThemeIcon(Theme::Icon::Differs);
    compare->setToolTip(tr("Compare two specs: of two files, snapshots or downloads"));
    connect(compare, &QAbstractButton::clicked, this, [this] {
        Q_EMIT pageRequested(
            QStringLiteral("compare"), QVariant::fromValue(CompareSubject {ComparedType::Specs}));
    });
    m_header->addTool(compare);
    m_header->setPrimaryAction(
        tr("Download"), Theme::Icon::Download, QKeySequence(Qt::CTRL | Qt::Key_Return));
    setTabOrder(m_back, m_forward);
    setTabOrder(m_forward, m_snapshots);
    setTabOrder(m_snapshots, open);
    setTabOrder(open, compare);
    setTabOrder(compare, m_header->findChild<QWidget *>(QStringLiteral("primaryButton")));
    connect(open, &QAbstractButton::clicked, this, &SpecsPage::openFile);
    connect(m_back, &QAbstractButton::clicked, this, &SpecsPage::goBack);
    connect(m_forward, &QAbstractButton::clicked, this, &SpecsPage::goForward);
    updateNavigation();
}

QWidget *SpecsPage::makeContent()
{
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_list = new SpecsList(m_splitter);
    m_list->setMinimumWidth(Theme::instance().scaled(200));
    m_right = new QStackedWidget(m_splitter);
    m_entity = new EntityView(m_right);
    m_right->addWidget(m_entity);
    m_right->addWidget(makeWhole());
    m_right->setMinimumWidth(Theme::instance().scaled(400));
    m_splitter->setStretchFactor(1, 1);
    rememberSplitter(m_splitter, m_workspace.preferences(), QStringLiteral("specs/list"), {290, 960});
    return m_splitter;
}

QWidget *SpecsPage::makeWhole()
{
    auto *pane = new QWidget(m_right);
    auto *header = new PaneHeader(tr("All specs"), Theme::Font::Label, pane);
    header->setSubtitle(tr("as they came"));
    m_whole = new JsonTreePane(tr("All specs as JSON"), pane);
    m_whole->tree()->setObjectName(QStringLiteral("wholeTree"));
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_whole, 1);
    return pane;
}

EmptyState *SpecsPage::makeEmpty()
{
    auto *empty = new EmptyState(Theme::Icon::Specs, tr("Read a project's rules in words"), this);
    empty->setText(
        tr("Specs are the rules that servers decide by. Download them with a server key, or open a file that "
           "download_config_specs answered."));
    m_emptyDownload = empty->addButton(tr("Download the specs"), true);
    ActionButton *open = empty->addButton(tr("Open a file"));
    connect(m_emptyDownload, &QAbstractButton::clicked, this, &SpecsPage::runPrimaryAction);
    connect(open, &QAbstractButton::clicked, this, &SpecsPage::openFile);
    return empty;
}

void SpecsPage::addActions()
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto slot) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    const auto explainCurrent = [this] {
        const auto *entity = m_current ? std::get_if<EntityRef>(&*m_current) : nullptr;
        if (entity && m_project && m_right->isVisible() && m_right->currentWidget() == m_entity)
            explain(*entity);
    };
    add(tr("Why"), Qt::Key_F4, explainCurrent)->setShortcutContext(Qt::WindowShortcut);
    add(tr("Back in the specs"), QKeySequence(Qt::ALT | Qt::Key_Left), &SpecsPage::goBack);
    add(tr("Forward in the specs"), QKeySequence(Qt::ALT | Qt::Key_Right), &SpecsPage::goForward);
}

void SpecsPage::connectParts()
{
    connect(m_header, &PageHeader::primaryTriggered, this, &SpecsPage::runPrimaryAction);
    connect(m_header, &PageHeader::stopTriggered, this, &SpecsPage::stop);
    connect(m_error, &ErrorBar::retryRequested, this, &SpecsPage::runPrimaryAction);
    connect(m_warnings, &InlineBar::closed, m_warnings, &QWidget::hide);
    connect(&m_workspace, &Workspace::specsChanged, this, &SpecsPage::refresh);
    connect(&m_workspace, &Workspace::connectionChanged, this, &SpecsPage::refresh);
    connect(&m_workspace, &Workspace::snapshotsChanged, this, &SpecsPage::showSnapshots);
    connect(&m_workspace, &Workspace::snapshotFailed, this,
        [this](const Error &error) { m_error->present(error); });
    connect(m_worker, &SpecsWorker::indexed, this, &SpecsPage::takeIndex);
    connect(m_worker, &SpecsWorker::entityRead, this, &SpecsPage::takeEntity);
    connect(m_userWork, &EntityUserWork::outdated, this, [this] { m_entity->setForUser(nullptr); });
    connect(m_userWork, &EntityUserWork::found, this,
        [this](const EntityForUser &forUser) { m_entity->setForUser(&forUser); });
    connect(m_list, &SpecsList::itemSelected, this,
        [this](std::uint32_t item) { visit(m_worker->index()->placeOf(item)); });
    connect(m_list, &SpecsList::searchRequested, m_worker, &SpecsWorker::search);
    connect(m_worker, &SpecsWorker::searched, m_list, &SpecsList::setHits);
    connect(m_list, &SpecsList::wholeRequested, this, &SpecsPage::showWhole);
    connect(m_entity, &EntityView::placeRequested, this, &SpecsPage::visit);
    connect(m_entity, &EntityView::checkRequested, this, &SpecsPage::check);
    connect(m_entity, &EntityView::whyRequested, this, &SpecsPage::explain);
    connect(m_entity, &EntityView::changeRequested, this, [this](const EntityRef &ref) {
        Q_EMIT pageRequested(QStringLiteral("sandbox"), QVariant::fromValue(ref));
    });
}

void SpecsPage::refresh()
{
    const SpecsState &specs = m_workspace.specs();
    const bool finished = m_wasLoading && !specs.loading;
    // The same specs read anew: what was downloaded brought nothing.
    const bool isUnchanged = specs.project && specs.project == m_project && specs.loadedUtc != m_loadedUtc;
    if (finished || specs.project != m_project)
        m_unchangedSince = finished && isUnchanged ? std::optional(m_loadedUtc) : std::nullopt;
    m_loadedUtc = specs.loadedUtc;
    m_wasLoading = specs.loading;
    m_entity->setChangeable(m_workspace.sandbox() && m_workspace.connection().builtIn && specs.fromServer);
    if (specs.project != m_project) {
        m_project = specs.project;
        m_worker->readProject(m_project);
        showWarnings();
    }
    showError();
    showHeader();
    m_stack->setCurrentIndex(m_project ? 1 : 0);
}

void SpecsPage::showHeader()
{
    const SpecsState &specs = m_workspace.specs();
    const QString refusal = m_workspace.specsRefusal();
    m_header->setPrimaryDisabledReason(refusal);
    m_emptyDownload->setDisabledReason(refusal);
    m_header->setBusy(specs.loading ? tr("Reading the specs") : QString());
    if (!specs.project) {
        m_header->setSubtitle(specs.loading ? QString() : tr("nothing read yet"));
        return;
    }
    const auto number = specs.project->specs().size() + ParamStores::count(*specs.project);
    const QString count =
        number == 1 ? tr("1 item") : tr("%1 items").arg(QLocale().toString(qulonglong(number)));
    const QString since =
        momentText(m_unchangedSince.value_or(specs.loadedUtc), QDateTime::currentDateTimeUtc());
    m_header->setSubtitle(m_unchangedSince
            ? tr("%1, nothing new since %2, %3").arg(specs.source, since, count)
            : tr("%1, from %2, %3").arg(specs.source, since, count));
}

void SpecsPage::showError()
{
    const auto &error = m_workspace.specs().error;
    if (!error) {
        m_error->dismiss();
        return;
    }
    const QList<ExchangePtr> &exchanges = m_workspace.exchanges();
    const auto failed = std::find_if(exchanges.rbegin(), exchanges.rend(),
        [&](const ExchangePtr &exchange) { return exchange->endpoint == Endpoint::DownloadConfigSpecs; });
    const bool ours = failed != exchanges.rend() && (*failed)->error == error;
    if (ours)
        m_error->present(*error, Endpoint::DownloadConfigSpecs, *failed);
    else
        m_error->present(*error);
}

void SpecsPage::showWarnings()
{
    const QStringList warnings = m_project ? m_project->warnings() : QStringList();
    m_warnings->setVisible(!warnings.isEmpty());
    if (warnings.isEmpty())
        return;
    QString text = warnings.mid(0, namedWarnings).join(u' ');
    if (warnings.size() > namedWarnings)
        text += u' ' + tr("And %1 more.").arg(warnings.size() - namedWarnings);
    m_warnings->setText(tr("Some specs could not be read as they stand."), text);
}

void SpecsPage::takeIndex(const SpecsIndexPtr &index)
{
    m_list->setIndex(index);
    if (!index) {
        m_history = {};
        m_current.reset();
        updateNavigation();
        return;
    }
    const auto wanted = m_wanted ? m_wanted : m_current;
    m_wanted.reset();
    if (m_right->currentIndex() == 1)
        m_whole->setValue(m_project->payload(), m_project->payload()->root());
    if (!wanted || !open(*wanted))
        openFirst();
}

void SpecsPage::openFirst()
{
    const auto &groups = m_worker->index()->groups();
    m_right->setVisible(!groups.empty());
    if (groups.empty())
        return;
    visit(m_worker->index()->placeOf(groups.front().entries.front().item));
}

void SpecsPage::visit(const SpecsPlace &place)
{
    if (open(place))
        m_history.visit(place);
    updateNavigation();
}

bool SpecsPage::open(const SpecsPlace &place)
{
    const SpecsIndexPtr &index = m_worker->index();
    const auto item = index ? index->find(place) : std::nullopt;
    if (!item)
        return false;
    m_current = place;
    m_right->show();
    m_right->setCurrentIndex(0);
    m_list->select(*item);
    m_worker->readEntity(*item);
    return true;
}

void SpecsPage::takeEntity(const EntityDetailsPtr &details)
{
    m_entity->setDetails(details);
    m_userWork->setDetails(details);
}

void SpecsPage::goBack()
{
    if (const auto place = m_history.back())
        open(*place);
    updateNavigation();
}

void SpecsPage::goForward()
{
    if (const auto place = m_history.forward())
        open(*place);
    updateNavigation();
}

void SpecsPage::updateNavigation()
{
    m_back->setDisabledReason(m_history.canGoBack() ? QString() : tr("This is the first entity you opened."));
    m_forward->setDisabledReason(m_history.canGoForward() ? QString() : tr("There is nothing ahead."));
}

/// One of those that were kept can be opened like a file.
void SpecsPage::showSnapshots()
{
    const QList<SpecsSnapshot> snapshots = m_workspace.snapshots();
    m_snapshots->setVisible(!snapshots.isEmpty());
    QMenu *menu = m_snapshots->menu();
    menu->clear();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const SpecsSnapshot &snapshot : snapshots) {
        const QString text =
            tr("From %1, %2").arg(momentText(snapshot.takenUtc, now), byteCountText(snapshot.bytes));
        connect(menu->addAction(text), &QAction::triggered, &m_workspace,
            [this, fileName = snapshot.fileName] { m_workspace.openSpecs(fileName); });
    }
}

void SpecsPage::showWhole()
{
    if (!m_project)
        return;
    m_whole->setValue(m_project->payload(), m_project->payload()->root());
    m_list->clearChoice();
    m_right->setCurrentIndex(1);
    m_right->show();
    m_whole->setFocus();
}

void SpecsPage::openFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Open a specs file"), {}, tr("JSON files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_workspace, &Workspace::openSpecs);
    dialog->open();
}

CheckItem SpecsPage::itemOf(const EntityRef &ref) const
{
    const int spec = m_project->find(ref.table, ref.name.toStdString());
    return {m_project->specs()[size_t(spec)].kind, ref.name};
}

void SpecsPage::check(const EntityRef &ref)
{
    Q_EMIT pageRequested(QStringLiteral("check"), QVariant::fromValue(itemOf(ref)));
}

void SpecsPage::explain(const EntityRef &ref)
{
    Q_EMIT pageRequested(QStringLiteral("check"), QVariant::fromValue(WhySubject {itemOf(ref)}));
}

void SpecsPage::runPrimaryAction()
{
    if (!m_workspace.specs().loading && m_workspace.specsRefusal().isEmpty())
        m_workspace.refreshSpecs();
}

bool SpecsPage::stop()
{
    const bool wasLoading = m_workspace.specs().loading;
    m_workspace.stopSpecs();
    return wasLoading;
}

void SpecsPage::focusFilter()
{
    if (!m_whole->focusSearchFromWithin() && !m_entity->focusSearch())
        m_list->focusFilter();
}

bool SpecsPage::leaveFilter()
{
    return m_list->leaveFilter();
}

void SpecsPage::showSubject(const QVariant &subject)
{
    std::optional<SpecsPlace> place;
    if (subject.canConvert<EntityRef>())
        place = subject.value<EntityRef>();
    else if (subject.canConvert<StoreRef>())
        place = subject.value<StoreRef>();
    if (place && m_worker->index() && m_worker->index()->project() == m_project)
        visit(*place);
    else if (place)
        m_wanted = place;
}

} // namespace Gatescope
