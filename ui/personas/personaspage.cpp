// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personaspage.h"

#include "importpane.h"
#include "personacells.h"
#include "personadetail.h"
#include "personaexporter.h"
#include "personatableview.h"

#include <models/items/personasmodel.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/announce.h>
#include <ui/widgets/detailsplitter.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/statustext.h>
#include <ui/workspace.h>

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QStackedLayout>
#include <QUrl>

namespace Gatescope {

namespace {

QString countedPersonas(qsizetype count)
{
    return count == 1 ? PersonasPage::tr("1 persona")
                      : PersonasPage::tr("%1 personas").arg(QLocale().toString(count));
}

} // namespace

PersonasPage::PersonasPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_store(*workspace.personas())
    , m_edits(m_store)
    , m_model(new PersonasModel(this))
    , m_cells(new PersonaCells(PersonaCells::Place::Table, this))
    , m_header(new PageHeader(tr("Personas"), this))
    , m_error(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, this))
    , m_done(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, this))
    , m_import(new ImportPane(this))
    , m_exporter(new PersonaExporter(workspace, this))
    , m_stack(new QStackedLayout)
{
    setObjectName(QStringLiteral("personasPage"));
    setAcceptDrops(true);
    m_model->setEditable(true);
    m_cells->setSourceModel(m_model);
    makeHeader();
    for (InlineBar *bar : {m_error, m_done}) {
        bar->setClosable(true);
        bar->hide();
        connect(bar, &InlineBar::closed, bar, &QWidget::hide);
    }
    m_done->setObjectName(QStringLiteral("personasDoneBar"));
    m_done->setActionsBeside(true);
    m_error->setObjectName(QStringLiteral("personasErrorBar"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    for (QWidget *bar : std::initializer_list<QWidget *> {m_header, m_error, m_done})
        layout->addWidget(bar);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(makeEmpty());
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeFilterBar());
    m_table = new PersonaTableView(m_model, m_cells);
    m_detail = new PersonaDetail;
    auto *splitter = new DetailSplitter(workspace.preferences(), QStringLiteral("personas/splitter"),
        {.sideBySideFrom = 1100, .detailWidth = 380, .mostDetailWidth = 520, .detailHeight = 260});
    splitter->setParts(m_table, m_detail);
    column->addWidget(splitter, 1);
    m_stack->addWidget(list);
    m_stack->addWidget(m_import);
    makeActions();
    makeRowActions();
    connectParts();
    connectTransfers();
    refresh();
}

void PersonasPage::makeHeader()
{
    const auto add = [this](const char *name, const QString &text, Theme::Icon icon) {
        auto *button = new ActionButton(text, ActionButton::Look::Plain, this);
        button->setObjectName(QLatin1String(name));
        button->setThemeIcon(icon);
        m_header->addTool(button);
        return button;
    };
    m_importButton = add("importPersonasButton", tr("Import"), Theme::Icon::Download);
    m_exportButton = add("exportPersonasButton", tr("Export"), Theme::Icon::Send);
    m_folder = add("personasFolderButton", tr("Folder"), Theme::Icon::OpenFile);
    m_cancel = add("cancelImportButton", tr("Cancel"), Theme::Icon::Close);
    m_cancel->hide();
    m_header->setPrimaryAction(
        tr("Use in the composer"), Theme::Icon::User, QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_importButton, &QAbstractButton::clicked, this, &PersonasPage::openImportMenu);
    connect(m_exportButton, &QAbstractButton::clicked, this, &PersonasPage::openExportMenu);
    connect(m_folder, &QAbstractButton::clicked, this, &PersonasPage::openFolderMenu);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { showImport(false); });
    connect(m_header, &PageHeader::primaryTriggered, this, &PersonasPage::runPrimaryAction);
}

QWidget *PersonasPage::makeFilterBar()
{
    const Theme &theme = Theme::instance();
    auto *bar = new Panel(Theme::Color::Surface, Qt::BottomEdge);
    m_filter = new FilterEdit(tr("Filter by name, tag, user or note"), bar);
    m_filter->setObjectName(QStringLiteral("personasFilter"));
    m_filter->setMaximumWidth(theme.scaled(320));
    m_shown = new StatusText(Theme::Font::Label, Theme::Color::TextMuted, bar);
    m_clear = new ActionButton(tr("Clear the filter"), ActionButton::Look::Link, bar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_filter, 1);
    row->addStretch(1);
    row->addWidget(m_shown);
    row->addWidget(m_clear);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_cells->setText(text);
        refreshChoice();
    });
    connect(m_clear, &QAbstractButton::clicked, this, &PersonasPage::leaveFilter);
    return bar;
}

QWidget *PersonasPage::makeEmpty()
{
    auto *empty = new EmptyState(Theme::Icon::User, tr("Keep the users you test with"));
    empty->setText(
        tr("A persona is a saved user with a name, tags and notes: a JSON file in the workspace's folder, "
           "which a team can share and keep in git. Compose a user, then save it with Ctrl+S; or drop a file "
           "here, or paste: JSON, CSV, cURL, HAR, or what a Statsig SDK shows of itself."));
    m_emptyButton = empty->addButton(tr("Compose a user"), true);
    m_emptyButton->setObjectName(QStringLiteral("composeFirstPersonaButton"));
    connect(m_emptyButton, &QAbstractButton::clicked, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("user"), QStringLiteral("userID")); });
    return empty;
}

QAction *PersonasPage::makeAction(const char *name, const QString &text, const QKeySequence &key, auto run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    return action;
}

void PersonasPage::makeActions()
{
    const auto edit = [this](int column) { return [this, column] { m_table->editCurrent(column); }; };
    m_rowActions << makeAction(
        "renamePersonaAction", tr("Rename"), Qt::Key_F2, edit(PersonasModel::NameColumn));
    m_rowActions << makeAction(
        "tagPersonaAction", tr("Edit the tags"), Qt::CTRL | Qt::Key_T, edit(PersonasModel::TagsColumn));
    m_rowActions << makeAction(
        "duplicatePersonaAction", tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this] { duplicate(); });
    m_rowActions << makeAction(
        "movePersonaUpAction", tr("Move up"), Qt::ALT | Qt::Key_Up, [this] { moveChosen(-1); });
    m_rowActions << makeAction(
        "movePersonaDownAction", tr("Move down"), Qt::ALT | Qt::Key_Down, [this] { moveChosen(1); });
    m_rowActions << makeAction(
        "deletePersonaAction", tr("Delete"), QKeySequence::Delete, [this] { removeChosen(); });
    m_rowActions.last()->setShortcutContext(Qt::WidgetShortcut); // of the table only
    QAction *undoAction = m_edits.undoStack()->createUndoAction(this);
    undoAction->setObjectName(QStringLiteral("undoPersonasAction"));
    QAction *redoAction = m_edits.undoStack()->createRedoAction(this);
    redoAction->setObjectName(QStringLiteral("redoPersonasAction"));
    addActions({undoAction, redoAction});
    makeAction("importPersonasAction", tr("Import a file…"), {}, [this] { chooseImportFile(); });
    makeAction("pastePersonasAction", tr("Import from the clipboard"), {}, [this] { importClipboard(); });
    makeAction("openWorkspaceFolderAction", tr("Open another folder…"), {}, [this] { chooseFolder(); });
    makeAction("showWorkspaceFolderAction", tr("Show in the file manager"), {}, [this] { showFolder(); });
}

void PersonasPage::makeRowActions()
{
    auto *use = new QAction(tr("Use in the composer"), m_table);
    connect(use, &QAction::triggered, this, &PersonasPage::runPrimaryAction);
    m_table->addAction(use);
    m_table->addActions(m_rowActions);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void PersonasPage::connectParts()
{
    connect(&m_store, &PersonaStore::changed, this, &PersonasPage::refresh);
    connect(&m_store, &PersonaStore::folderChanged, this, [this] {
        m_edits.undoStack()->clear(); // they are of the other folder
        m_done->hide();
        m_error->hide();
        refresh();
    });
    connect(&m_store, &PersonaStore::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    connect(m_edits.undoStack(), &QUndoStack::indexChanged, m_done, &QWidget::hide);
    connect(m_model, &PersonasModel::editRequested, this, &PersonasPage::describe);
    connect(m_model, &PersonasModel::moveRequested, this, [this](const QString &id, int index) {
        m_edits.move(id, index);
        m_table->choose({id});
    });
    connect(m_detail, &PersonaDetail::editRequested, this, &PersonasPage::describe);
    connect(m_table, &PersonaTableView::choiceChanged, this, &PersonasPage::refreshChoice);
    connect(m_table, &DataView::rowActivated, this, &PersonasPage::runPrimaryAction);
    connect(&m_workspace, &Workspace::personaChanged, this, &PersonasPage::refreshChoice);
}

/// What was chosen stays chosen; what is gone gives way to what stands there now.
void PersonasPage::refresh()
{
    const QStringList chosen = m_table->chosenIds();
    const int row = m_table->currentIndex().row();
    m_model->setPersonas(m_store.personas());
    if (!isImporting())
        m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_table->choose(chosen);
    if (m_table->chosenIds().isEmpty() && m_cells->rowCount() > 0) {
        const int next = row >= 0 ? row : std::max(0, m_model->rowOf(m_workspace.personaId()));
        m_table->setCurrentIndex(m_cells->index(std::min(next, m_cells->rowCount() - 1), 0));
    }
    const auto folder = QDir::toNativeSeparators(m_store.folder());
    m_header->setSubtitle(
        tr("%1 in %2", "12 personas in /home/lena/shop").arg(countedPersonas(m_model->rowCount()), folder));
    refreshChoice();
}

void PersonasPage::refreshChoice()
{
    const QStringList ids = m_table->chosenIds();
    const Persona *only = ids.size() == 1 ? m_store.find(ids.first()) : nullptr;
    m_detail->setPersona(only ? std::optional(*only) : std::nullopt);
    for (QAction *action : std::as_const(m_rowActions))
        action->setEnabled(!ids.isEmpty());
    if (!isImporting())
        m_header->setPrimaryDisabledReason(only ? QString() : tr("Choose one persona first."));
    m_exportButton->setDisabledReason(
        m_model->rowCount() == 0 ? tr("There is nothing to export.") : QString());
    const bool isFiltering = m_cells->isFiltering();
    m_shown->setVisible(isFiltering);
    m_clear->setVisible(isFiltering);
    if (isFiltering)
        m_shown->setText(tr("%1 of %2 shown").arg(m_cells->rowCount()).arg(m_model->rowCount()));
}

void PersonasPage::describe(const Persona &persona)
{
    m_edits.describe(persona);
}

void PersonasPage::duplicate()
{
    if (const QString reason = fullReason(1); !reason.isEmpty()) {
        m_error->setError({ErrorCode::TooLarge, reason, {}});
        m_error->show();
        return;
    }
    const QString copy = m_edits.duplicate(m_table->currentId());
    if (copy.isEmpty())
        return;
    if (!m_cells->mapFromSource(m_model->index(m_model->rowOf(copy), 0)).isValid())
        leaveFilter();
    m_table->choose({copy});
    m_table->editCurrent(PersonasModel::NameColumn);
}

void PersonasPage::removeChosen()
{
    const QStringList ids = m_table->chosenIds();
    if (ids.isEmpty())
        return;
    const QString name = m_store.find(ids.first())->name;
    m_edits.remove(ids);
    showDone(ids.size() == 1 ? tr("%1 is deleted.").arg(name)
                             : tr("%1 personas are deleted.").arg(QLocale().toString(ids.size())));
}

/// With the way back, for as long as it is the last thing that was done.
void PersonasPage::showDone(const QString &text)
{
    m_done->setText(text);
    m_done->clearActions();
    ActionButton *back = m_done->addAction(tr("Undo"));
    back->setObjectName(QStringLiteral("undoPersonasButton"));
    connect(back, &QAbstractButton::clicked, this, &PersonasPage::undo);
    m_done->show();
    announce(m_done);
}

/// Past its neighbour among those shown.
void PersonasPage::moveChosen(int step)
{
    const QString id = m_table->currentId();
    const QString neighbour = m_table->neighbourOf(id, step);
    if (neighbour.isEmpty())
        return;
    m_edits.move(id, m_model->rowOf(neighbour));
    m_table->choose({id});
}

void PersonasPage::runPrimaryAction()
{
    if (isImporting())
        return takeImport();
    const QString id = m_table->currentId();
    if (id.isEmpty() || m_table->chosenIds().size() > 1)
        return;
    m_workspace.usePersona(id);
    Q_EMIT pageRequested(QStringLiteral("user"), QStringLiteral("userID"));
}

void PersonasPage::focusFilter()
{
    if (isImporting())
        m_cancel->setFocus(Qt::ShortcutFocusReason);
    else if (m_model->rowCount() == 0)
        m_emptyButton->setFocus(Qt::ShortcutFocusReason);
    else
        m_filter->focusFilter();
}

bool PersonasPage::leaveFilter()
{
    const bool wasBusy = isImporting() || m_cells->isFiltering();
    showImport(false);
    m_filter->clearFilter();
    return wasBusy;
}

void PersonasPage::showSubject(const QVariant &subject)
{
    if (const QString id = subject.toString(); m_model->rowOf(id) >= 0) {
        leaveFilter();
        m_table->choose({id});
    }
}

bool PersonasPage::event(QEvent *event)
{
    // Before the window's own: with the focus here, undo means what was done here.
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return Page::event(event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    const bool isPaste = key->matches(QKeySequence::Paste);
    if (!isUndo && !isPaste && !key->matches(QKeySequence::Redo))
        return Page::event(event);
    event->accept();
    if (event->type() != QEvent::KeyPress)
        return true;
    if (isPaste)
        importClipboard();
    else if (!isImporting()) // what would change is not in sight
        isUndo ? undo() : m_edits.undoStack()->redo();
    return true;
}

void PersonasPage::undo()
{
    m_edits.undoStack()->undo();
}

void PersonasPage::openFolderMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("personasFolderMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(findChild<QAction *>(QStringLiteral("openWorkspaceFolderAction")));
    menu->addAction(findChild<QAction *>(QStringLiteral("showWorkspaceFolderAction")));
    popUp(menu, m_folder);
}

void PersonasPage::popUp(QMenu *menu, const QWidget *button)
{
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void PersonasPage::connectTransfers()
{
    connect(m_import, &ImportPane::changed, this, &PersonasPage::refreshImport);
    connect(m_exporter, &PersonaExporter::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
}

/// Several chosen ones, else all.
void PersonasPage::openExportMenu()
{
    QList<Persona> personas;
    for (const QString &id : m_table->chosenIds())
        personas << *m_store.find(id);
    const bool areChosen = personas.size() > 1;
    if (!areChosen)
        personas = m_store.personas();
    const QString count = countedPersonas(personas.size());
    m_error->hide();
    popUp(
        m_exporter->makeMenu(personas, areChosen ? tr("The chosen %1").arg(count) : tr("All %1").arg(count)),
        m_exportButton);
}

void PersonasPage::openImportMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("personasImportMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(findChild<QAction *>(QStringLiteral("importPersonasAction")));
    menu->addAction(findChild<QAction *>(QStringLiteral("pastePersonasAction")));
    popUp(menu, m_importButton);
}

void PersonasPage::chooseImportFile()
{
    auto *dialog = new QFileDialog(this, tr("Import personas"), QString(),
        tr("Users (*.json *.jsonl *.ndjson *.csv *.tsv *.txt *.har);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PersonasPage::importFile);
    dialog->open();
}

void PersonasPage::importFile(const QString &fileName)
{
    showImport(true);
    m_import->readFile(fileName);
}

void PersonasPage::importClipboard()
{
    showImport(true);
    m_import->readMime(*QGuiApplication::clipboard()->mimeData());
}

bool PersonasPage::isImporting() const
{
    return m_stack->currentWidget() == m_import;
}

void PersonasPage::showImport(bool shown)
{
    if (shown == isImporting())
        return;
    m_done->hide();
    m_error->hide();
    for (QWidget *tool : std::initializer_list<QWidget *> {m_importButton, m_exportButton, m_folder})
        tool->setVisible(!shown);
    m_cancel->setVisible(shown);
    if (shown) {
        m_stack->setCurrentWidget(m_import);
        m_cancel->setFocus(Qt::OtherFocusReason); // what had it is gone
        return;
    }
    m_import->stop();
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_header->setPrimaryText(tr("Use in the composer"));
    refreshChoice();
    if (m_model->rowCount() > 0)
        m_table->setFocus(Qt::OtherFocusReason);
}

void PersonasPage::refreshImport()
{
    if (!isImporting())
        return;
    const qsizetype count = m_import->personas().size();
    m_header->setPrimaryText(count == 0 ? tr("Import") : tr("Import %1").arg(countedPersonas(count)));
    m_header->setPrimaryDisabledReason(m_import->isReading() ? tr("It is still being read.")
            : count == 0                                     ? tr("No user was found in it.")
                                                             : fullReason(count));
}

/// Empty where there is room.
QString PersonasPage::fullReason(qsizetype count) const
{
    if (m_store.hasRoomFor(count))
        return {};
    const QLocale locale;
    return tr(
        "A workspace has at most %1 personas; this one has %2. Delete some or open another folder first.")
        .arg(locale.toString(PersonaStore::maxPersonas), locale.toString(m_store.personas().size()));
}

void PersonasPage::takeImport()
{
    const QList<Persona> personas = m_import->personas();
    if (m_import->isReading() || personas.isEmpty() || !m_store.hasRoomFor(personas.size()))
        return;
    const QString source = m_import->source();
    showImport(false);
    leaveFilter();
    const QString count = countedPersonas(personas.size());
    const QStringList ids = m_edits.insert(personas, -1, tr("Import %1").arg(count));
    m_table->choose(ids);
    showDone(personas.size() == 1 ? tr("1 persona is imported from %1.").arg(source)
                                  : tr("%1 are imported from %2.").arg(count, source));
}

void PersonasPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (ImportPane::mayHold(*event->mimeData()))
        event->acceptProposedAction();
}

void PersonasPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    showImport(true);
    m_import->readMime(*event->mimeData());
}

void PersonasPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a workspace's folder"), m_store.folder());
    dialog->setObjectName(QStringLiteral("workspaceFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, &m_store, &PersonaStore::openFolder);
    dialog->open();
}

void PersonasPage::showFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_store.folder()));
}

} // namespace Gatescope
