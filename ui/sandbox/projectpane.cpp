// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projectpane.h"

#include "entityeditor.h"
#include "workbench.h"

#include <models/editing/projectfile.h>
#include <models/items/specsindex.h>
#include <ui/json/filesave.h>
#include <ui/specs/specslist.h>
#include <ui/specs/specsworker.h>
#include <ui/specsloader.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/statustext.h>
#include <ui/workspace.h>

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

#include <tuple>

namespace Gatescope {

namespace {

const QString sampleProjectFile = QStringLiteral(":/gatescope/sample/sample-project.json");
const QString sampleListsFile = QStringLiteral(":/gatescope/sample/sample-id-lists.json");
constexpr int listWidth = 260;

std::shared_ptr<const IdLists> sampleLists()
{
    QFile file(sampleListsFile);
    const auto document = file.open(QIODevice::ReadOnly)
        ? JsonDocument::parse(file.readAll())
        : Result<JsonDocumentPtr>(failure(ErrorCode::FileUnreadable, sampleListsFile));
    if (!document)
        return nullptr;
    Result<IdLists> lists = IdLists::fromJson((*document)->root());
    return lists ? std::make_shared<const IdLists>(std::move(*lists)) : nullptr;
}

} // namespace

ProjectPane::ProjectPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_workbench(*workspace.workbench())
    , m_worker(new SpecsWorker(this))
    , m_loader(new SpecsLoader(this))
    , m_error(new InlineBar(InlineBar::Kind::Error))
    , m_takenUp(new InlineBar(InlineBar::Kind::Info))
    , m_list(new SpecsList)
    , m_editor(new EntityEditor)
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("projectPane"));
    m_error->setObjectName(QStringLiteral("projectError"));
    m_error->setClosable(true);
    m_error->hide();
    makeTakenUp();
    auto *empty = new EmptyState(Theme::Icon::Sandbox, tr("Change what applications get"));
    empty->setText(
        tr("Choose a gate, config, experiment or layer: switch it, change its shares and groups, force "
           "a user into a group. Clients see it at their next sync; nothing is ever sent to Statsig."));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_editor);
    m_list->setOffersWhole(false);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(1, 1);
    const int side = Theme::instance().scaled(listWidth);
    splitter->setSizes({side, 4 * side});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_error);
    layout->addWidget(m_takenUp);
    layout->addWidget(splitter, 1);
    addUndoActions();
    connectParts();
    if (m_workbench.refusal())
        showError(*m_workbench.refusal());
    refresh();
}

QWidget *ProjectPane::makeBar()
{
    const Theme &theme = Theme::instance();
    auto *bar = new Panel(Theme::Color::Surface, Qt::BottomEdge);
    m_state = new StatusText(Theme::Font::Body, Theme::Color::Text);
    m_state->setObjectName(QStringLiteral("projectState"));
    m_undo = new ActionButton(tr("Undo"));
    m_undo->setObjectName(QStringLiteral("undoProjectButton"));
    m_undo->setThemeIcon(Theme::Icon::Undo);
    m_redo = new ActionButton(tr("Redo"));
    m_redo->setObjectName(QStringLiteral("redoProjectButton"));
    m_redo->setThemeIcon(Theme::Icon::Redo);
    m_save = new ActionButton(tr("Save the project"));
    m_save->setObjectName(QStringLiteral("saveProjectButton"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_state, 1);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(makeLoadButton());
    row->addWidget(m_save);
    connect(m_undo, &QAbstractButton::clicked, &m_workbench, &Workbench::undo);
    connect(m_redo, &QAbstractButton::clicked, &m_workbench, &Workbench::redo);
    connect(m_save, &QAbstractButton::clicked, this, &ProjectPane::save);
    return bar;
}

void ProjectPane::makeTakenUp()
{
    m_takenUp->setObjectName(QStringLiteral("takenUpBar"));
    m_takenUp->setText(tr("Your changes of the last run are back: they were in no file yet."));
    connect(m_takenUp->addLink(tr("Save the project")), &QPushButton::clicked, this, &ProjectPane::save);
    connect(m_takenUp->addLink(tr("Undo them")), &QPushButton::clicked, &m_workbench, &Workbench::undo);
    m_takenUp->hide();
}

QWidget *ProjectPane::makeLoadButton()
{
    m_load = new ActionButton(tr("Load another"));
    m_load->setObjectName(QStringLiteral("loadProjectButton"));
    m_load->setThemeIcon(Theme::Icon::OpenFile);
    auto *menu = new QMenu(m_load);
    menu->setObjectName(QStringLiteral("loadProjectMenu"));
    connect(menu->addAction(tr("A file of specs…")), &QAction::triggered, this, &ProjectPane::loadFile);
    QAction *connection = menu->addAction(QString());
    connect(connection, &QAction::triggered, this, &ProjectPane::loadConnection);
    QAction *sample = menu->addAction(tr("The sample, Acme shop"));
    sample->setObjectName(QStringLiteral("loadSampleAction"));
    connect(sample, &QAction::triggered, this, &ProjectPane::loadSample);
    connect(menu, &QMenu::aboutToShow, this, [this, connection] {
        const bool isLive = !m_workspace.connection().builtIn && m_workspace.specs().project;
        connection->setText(isLive ? tr("The specs of %1").arg(m_workspace.connection().name)
                                   : tr("The specs of the chosen connection"));
        connection->setEnabled(isLive);
    });
    connect(m_load, &QAbstractButton::clicked, menu,
        [this, menu] { menu->popup(m_load->mapToGlobal(QPoint(0, m_load->height()))); });
    return m_load;
}

void ProjectPane::addUndoActions()
{
    const std::tuple<QString, QKeySequence, void (Workbench::*)()> keys[] = {
        {tr("Undo in the project"), QKeySequence::Undo, &Workbench::undo},
        {tr("Redo in the project"), QKeySequence::Redo, &Workbench::redo}};
    for (const auto &[words, key, step] : keys) {
        auto *action = new QAction(words, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, &m_workbench, step);
    }
}

bool ProjectPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ProjectPane::connectParts()
{
    connect(&m_workbench, &Workbench::changed, this, &ProjectPane::refresh);
    connect(&m_workbench, &Workbench::refused, this, [this](const Error &error) {
        showError(error);
        m_editor->reset();
    });
    connect(m_worker, &SpecsWorker::indexed, this, [this](const SpecsIndexPtr &index) {
        m_list->setIndex(index);
        showEntity();
    });
    connect(m_worker, &SpecsWorker::entityRead, this, [this](const EntityDetailsPtr &details) {
        const bool isEntity = details->entity();
        m_stack->setCurrentIndex(isEntity ? 1 : 0);
        if (isEntity)
            m_editor->setDetails(details);
    });
    connect(m_list, &SpecsList::itemSelected, this, [this](std::uint32_t item) {
        m_place = m_worker->index()->placeOf(item);
        m_worker->readEntity(item);
    });
    connect(m_list, &SpecsList::searchRequested, m_worker, &SpecsWorker::search);
    connect(m_worker, &SpecsWorker::searched, m_list, &SpecsList::setHits);
    const auto apply = [this](const auto &edit) {
        m_error->hide();
        m_workbench.apply(edit);
    };
    connect(m_editor, &EntityEditor::editRequested, this, apply);
    connect(m_editor, &EntityEditor::idListEditRequested, this, apply);
    connect(m_error, &InlineBar::closed, m_error, &QWidget::hide);
    connect(m_loader, &SpecsLoader::loaded, this, [this](const ProjectPtr &project) { take(project); });
    connect(m_loader, &SpecsLoader::failed, this, &ProjectPane::showError);
    connect(&m_workspace, &Workspace::userChanged, this, [this] { m_editor->setUser(m_workspace.user()); });
    m_editor->setUser(m_workspace.user());
}

void ProjectPane::refresh()
{
    const ProjectHistory &history = m_workbench.history();
    if (m_shown != history.project()) {
        m_shown = history.project();
        m_worker->readProject(m_shown);
    }
    const qsizetype steps = history.sentences().size();
    const QString changes = steps == 0 ? tr("as it was loaded")
        : steps == 1                   ? tr("1 change")
                                       : tr("%1 changes").arg(steps);
    const QString saved = history.isSaved() || steps == 0 ? QString() : tr(", not saved");
    const QString last = steps == 0 ? QString() : tr(": %1").arg(history.undoText());
    const QString state = m_workbench.projectName() + QStringLiteral(", ") + changes + saved + last;
    m_takenUp->setVisible(m_workbench.hasTakenUp() && !history.isSaved());
    m_state->setText(m_workbench.isBusy() ? tr("%1 (changing it …)").arg(state) : state);
    m_undo->setDisabledReason(history.canUndo() ? QString() : tr("There is nothing to undo."));
    m_redo->setDisabledReason(history.canRedo() ? QString() : tr("There is nothing to redo."));
    m_undo->setToolTip(history.canUndo() ? tr("Undo: %1").arg(history.undoText()) : m_undo->toolTip());
    m_redo->setToolTip(history.canRedo() ? tr("Redo: %1").arg(history.redoText()) : m_redo->toolTip());
}

/// The chosen entity as it stands in the project that was indexed.
void ProjectPane::showEntity()
{
    const SpecsIndexPtr &index = m_worker->index();
    const auto item = index && m_place ? index->find(*m_place) : std::nullopt;
    if (!item) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_list->select(*item);
    m_worker->readEntity(*item);
}

bool ProjectPane::select(const EntityRef &entity)
{
    m_place = entity;
    showEntity();
    return m_worker->index() && m_worker->index()->find(entity);
}

void ProjectPane::focusFilter()
{
    m_list->focusFilter();
}

bool ProjectPane::leaveFilter()
{
    return m_list->leaveFilter();
}

void ProjectPane::loadFile()
{
    auto *dialog = new QFileDialog(this, tr("Load a project"), {}, tr("JSON files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_loadingName = QFileInfo(path).fileName();
        m_loadingLists.reset(); // another project's lists say nothing about this one
        m_loader->loadFile(path, m_workspace.preferences().values().maxResponseBytes);
    });
    dialog->open();
}

void ProjectPane::loadSample()
{
    m_loadingName = tr("Acme shop (sample)");
    m_loadingLists = sampleLists();
    m_loader->loadFile(sampleProjectFile, m_workspace.preferences().values().maxResponseBytes);
}

void ProjectPane::loadConnection()
{
    m_loadingName = m_workspace.connection().name;
    m_loadingLists = m_workspace.evaluationContext().idLists;
    take(m_workspace.specs().project);
}

void ProjectPane::take(const Result<ProjectPtr> &project)
{
    m_error->hide();
    m_workbench.load(m_loadingName, *project, m_loadingLists);
}

void ProjectPane::save()
{
    const ProjectPtr project = m_workbench.history().project();
    saveFile(
        this,
        {tr("Save the project"), QStringLiteral("project"), QStringLiteral("json"),
            [project] { return projectFile(*project, ProjectFileStyle::Indented); }, true},
        [this](const Error &error) { showError(error); },
        [this, project] {
            if (m_workbench.history().project() == project)
                m_workbench.setSaved();
        });
}

void ProjectPane::showError(const Error &error)
{
    m_error->setError(error);
    m_error->show();
}

} // namespace Gatescope
