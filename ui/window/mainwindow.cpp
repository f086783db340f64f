// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "aboutdialog.h"
#include "commandcenter.h"
#include "composerdock.h"
#include "confirmwritedialog.h"
#include "focusareas.h"
#include "pagerail.h"
#include "pages.h"
#include "pagestack.h"
#include "presenterbar.h"
#include "shortcutsdialog.h"
#include "topbar.h"
#include "windowactions.h"
#include "windownotice.h"

#include <ui/composer/composer.h>
#include <ui/evidence/evidencefile.h>
#include <ui/exchanges/curlclipboard.h>
#include <ui/exchanges/openedexchanges.h>
#include <ui/exchanges/exchangepanel.h>
#include <ui/exchanges/exchangespage.h>
#include <ui/presenter/presenter.h>
#include <ui/presenterteacher.h>
#include <ui/settings/settingsdialog.h>
#include <ui/widgets/splitterstate.h>
#include <ui/why/whysubject.h>
#include <ui/workspace.h>

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

constexpr int defaultWindowWidth = 1440;
constexpr int defaultWindowHeight = 900;
constexpr int smallestWindowWidth = 1024;
constexpr int smallestWindowHeight = 700;
constexpr int composerWidth = 320;
constexpr int exchangeHeight = 220;
/// At 100 %; narrower windows start with the composer collapsed.
constexpr int composerOpenFrom = 1200;

} // namespace

MainWindow::MainWindow(Workspace &workspace, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_teacher(new PresenterTeacher(workspace, this))
    , m_pages(new PageStack)
    , m_topBar(new TopBar(workspace, this))
    , m_notice(new WindowNotice(workspace, this))
    , m_presenting(new PresenterBar(this))
    , m_rail(new PageRail(this))
    , m_composer(new Composer(workspace))
    , m_dock(new ComposerDock(workspace, m_composer))
    , m_exchange(new ExchangePanel)
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_areas(new FocusAreas(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    addPages();
    m_actions = new WindowActions(*m_pages, this);
    m_actions->fill(
        menuBar(), {m_composer->undoAction(), m_composer->redoAction()}, m_composer->userActions());
    layOut();
    connectActions();
    connectWorkspace();
    restoreState();
    refreshConnection();
}

MainWindow::~MainWindow() = default;

void MainWindow::addPages()
{
    for (const PageStack::Entry &entry : windowPages(m_workspace)) {
        m_pages->add(entry);
        if (!entry.isOnRail)
            continue;
        const QString keys = QStringLiteral("Ctrl+%1").arg(m_pages->pageCount());
        m_rail->addPage(entry.icon, entry.title, tr("%1 (%2)", "page and its keys").arg(entry.title, keys));
    }
}

void MainWindow::layOut()
{
    m_rows->addWidget(m_pages);
    m_rows->addWidget(m_exchange);
    m_rows->setStretchFactor(0, 1);
    m_columns->addWidget(m_dock);
    m_columns->addWidget(m_rows);
    m_columns->setStretchFactor(1, 1);

    auto *central = new QWidget(this);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_rail);
    body->addWidget(m_columns, 1);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_presenting);
    layout->addWidget(m_notice);
    layout->addLayout(body, 1);
    setCentralWidget(central);
    setMinimumSize(smallestWindowWidth, smallestWindowHeight);

    for (QWidget *area :
        QList<QWidget *> {m_topBar, m_presenting, m_notice, m_rail, m_dock, m_pages, m_exchange})
        m_areas->add(area);
}

void MainWindow::connectActions()
{
    connectFileActions();
    connectViewActions();
    connectComposer();
    connectCommands();
    connect(m_pages, &PageStack::pageMade, this, &MainWindow::adoptPage);
    connect(m_pages, &PageStack::currentPageChanged, this, &MainWindow::enterPage);
    connect(m_rail, &PageRail::pageChosen, m_pages, &PageStack::showPage);
    connect(m_rail, &PageRail::settingsRequested, this, &MainWindow::openSettings);
    connect(
        m_topBar, &TopBar::connectionsRequested, this, [this] { openSettings()->showConnection({}, false); });
    connect(m_topBar, &TopBar::exposuresRequested, this, &MainWindow::setExposures);
    const auto openLedger = [this] { takePageRequest(QStringLiteral("ledger"), {}); };
    connect(m_topBar, &TopBar::ledgerRequested, this, openLedger);
    connect(m_actions->ledger, &QAction::triggered, this, openLedger);
    connect(m_notice, &WindowNotice::exposuresRequested, this, [this] { setExposures(true); });
    m_actions->history->setVisible(m_workspace.history());
    m_actions->history->setEnabled(m_workspace.history());
    connect(m_actions->history, &QAction::triggered, this, [this] {
        takePageRequest(QStringLiteral("exchanges"), QVariant::fromValue(ExchangesPage::History));
    });
    connect(m_exchange, &ExchangePanel::openRequested, this, &MainWindow::setExchangeOpen);
    connect(m_exchange, &ExchangePanel::copyRequested, this, &MainWindow::copyCurl);

    connect(m_actions->run, &QAction::triggered, this, [this] { currentPage()->runPrimaryAction(); });
    connect(m_actions->stop, &QAction::triggered, this, &MainWindow::stopOrLeave);
    connect(m_actions->filter, &QAction::triggered, this, [this] { currentPage()->focusFilter(); });
    connect(m_actions->exposures, &QAction::triggered, this, &MainWindow::setExposures);
    connect(m_actions->copyCurl, &QAction::triggered, this, &MainWindow::copyCurl);
}

void MainWindow::connectFileActions()
{
    connect(m_actions->newConnection, &QAction::triggered, this, [this] { openSettings()->addConnection(); });
    connect(m_actions->openSpecs, &QAction::triggered, this, &MainWindow::openSpecs);
    connect(m_actions->downloadSpecs, &QAction::triggered, &m_workspace, &Workspace::refreshSpecs);
    connect(m_actions->openExchanges, &QAction::triggered, this, &MainWindow::openExchanges);
    connect(m_actions->openEvidence, &QAction::triggered, this, [this] {
        openEvidence(this, [this](const EvidencePtr &evidence) {
            m_composer->useUser(evidence->user, tr("Open evidence"));
            takePageRequest(
                QStringLiteral("check"), QVariant::fromValue(WhySubject {evidence->item, evidence}));
        });
    });
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(m_actions->connections, &QAction::triggered, this,
        [this] { openSettings()->showConnection({}, false); });
    connect(m_actions->clearExchanges, &QAction::triggered, &m_workspace, &Workspace::clearExchanges);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] {
        auto *dialog = new ShortcutsDialog(*menuBar(), *m_pages, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void MainWindow::connectViewActions()
{
    for (int i = 0; i < m_actions->pages.size(); ++i)
        connect(m_actions->pages.at(i), &QAction::triggered, m_pages, [this, i] { m_pages->showPage(i); });
    connect(m_actions->toggleExchange, &QAction::triggered, this, &MainWindow::setExchangeOpen);
    Presenter &presenter = Presenter::instance();
    connect(m_actions->present, &QAction::triggered, &presenter, &Presenter::setOn);
    connect(&presenter, &Presenter::changed, m_actions->present,
        [this, &presenter] { m_actions->present->setChecked(presenter.isOn()); });
    m_actions->present->setChecked(presenter.isOn());
    connect(m_actions->nextArea, &QAction::triggered, this, [this] { m_areas->move(1); });
    connect(m_actions->previousArea, &QAction::triggered, this, [this] { m_areas->move(-1); });
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::connectionChanged, this, &MainWindow::refreshConnection);
    connect(&m_workspace, &Workspace::exchangeAdded, m_exchange, &ExchangePanel::setExchange);
    connect(&m_workspace, &Workspace::exchangesCleared, m_exchange, [this] { m_exchange->setExchange({}); });
    connect(&m_workspace, &Workspace::exchangesRestored, m_exchange,
        [this] { m_exchange->setExchange(m_workspace.exchanges().constLast()); });
    connect(&m_workspace.preferences(), &Preferences::changed, &Theme::instance(), &Theme::apply);
}

void MainWindow::connectComposer()
{
    connect(m_actions->goToUser, &QAction::triggered, this, &MainWindow::goToUser);
    connect(m_actions->toggleComposer, &QAction::triggered, this, &MainWindow::chooseComposerOpen);
    connect(m_dock, &ComposerDock::openRequested, this, &MainWindow::goToUser);
    connect(m_composer, &Composer::warningCountChanged, m_dock,
        [this](int count) { m_dock->setHasWarnings(count > 0); });
    m_dock->setHasWarnings(m_composer->warningCount() > 0);
    connect(m_composer, &Composer::entityRequested, this, [this](const EntityRef &entity) {
        takePageRequest(QStringLiteral("specs"), QVariant::fromValue(entity));
    });
    connect(m_composer, &Composer::choosePersonaRequested, this,
        [this] { m_composer->choosePersona(m_dock->isOpen() ? nullptr : m_dock); });
    connect(m_composer, &Composer::manageRequested, this,
        [this] { takePageRequest(QStringLiteral("personas"), m_workspace.personaId()); });
    connect(m_composer, &Composer::namingRequested, this, [this] { chooseComposerOpen(true); });
    const auto goTo = [this](int step) {
        chooseComposerOpen(true);
        m_composer->showNextWarning(step);
    };
    connect(m_actions->nextWarning, &QAction::triggered, this, [goTo] { goTo(1); });
    connect(m_actions->previousWarning, &QAction::triggered, this, [goTo] { goTo(-1); });
}

void MainWindow::connectCommands()
{
    m_commands = new CommandCenter(m_workspace, *m_pages, *menuBar(), m_topBar->commandField(), this);
    connect(m_actions->findAnything, &QAction::triggered, m_commands, &CommandCenter::open);
    connect(m_commands, &CommandCenter::pageRequested, this, &MainWindow::takePageRequest);
    connect(m_commands, &CommandCenter::personaChosen, this, [this](const QString &id) {
        m_workspace.usePersona(id);
        goToUser();
    });
}

bool MainWindow::showPage(const QString &id, const QVariant &subject)
{
    const int index = m_pages->indexOfPage(id);
    if (index < 0)
        return false;
    Page *page = m_pages->showPage(index);
    if (subject.isValid())
        page->showSubject(subject);
    return true;
}

Page *MainWindow::currentPage() const
{
    return m_pages->currentPage();
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (int i = 0; i < m_pages->pageCount(); ++i)
        ids << m_pages->entry(i).id;
    return ids;
}

void MainWindow::adoptPage(Page *page)
{
    connect(page, &Page::pageRequested, this, &MainWindow::takePageRequest);
}

void MainWindow::enterPage(int index)
{
    m_rail->setCurrent(index);
    for (int i = 0; i < m_actions->pages.size(); ++i)
        m_actions->pages.at(i)->setChecked(i == index);
    m_actions->setPageActions(currentPage()->actions());
    setComposerOpen(composerWanted());
    // Qt gives the focus to the first button of a page never seen before; its work begins elsewhere.
    const bool isNew = !m_entered.contains(index);
    m_entered.insert(index);
    if (isNew && m_pages->isAncestorOf(focusWidget()))
        currentPage()->focusFilter();
}

bool MainWindow::composerWanted() const
{
    const QByteArray chosen = m_workspace.preferences().viewState(composerKey());
    return chosen.isEmpty()
        ? currentPage()->wantsComposer() && width() >= Theme::instance().scaled(composerOpenFrom)
        : chosen == "open";
}

void MainWindow::takePageRequest(const QString &page, const QVariant &subject)
{
    if (page == QLatin1String("connection") || page == QLatin1String("key")) {
        openSettings()->showConnection(subject.toString(), page == QLatin1String("key"));
    } else if (page == QLatin1String("newConnection")) {
        openSettings()->addConnection();
    } else if (page == QLatin1String("evaluation")) {
        openSettings()->showTab(SettingsDialog::Evaluation);
    } else if (page == QLatin1String("limits")) {
        openSettings()->showTab(SettingsDialog::Limits);
    } else if (page == QLatin1String("user") && subject.canConvert<StatsigUser>()) {
        m_composer->useUser(subject.value<StatsigUser>(), tr("Use the exchange's user"));
        goToUser();
    } else if (page == QLatin1String("user")) {
        chooseComposerOpen(true);
        m_composer->focusField(subject.toString());
    } else {
        // Asked for where it is, a page leads back to where it was come from.
        if (m_pages->indexOfPage(page) != m_pages->currentPageIndex())
            m_previousPage = m_pages->currentPageIndex();
        showPage(page, subject);
    }
}

void MainWindow::stopOrLeave()
{
    if (currentPage()->stop() || currentPage()->leaveFilter() || m_previousPage < 0)
        return;
    m_pages->showPage(std::exchange(m_previousPage, -1));
}

void MainWindow::setComposerOpen(bool open)
{
    m_actions->toggleComposer->setChecked(open);
    if (open == m_dock->isOpen())
        return;
    if (!open && isVisible())
        m_dockWidth = m_dock->width();
    m_dock->setOpen(open);
    const int width = open ? m_dockWidth : m_dock->maximumWidth();
    m_columns->setSizes({width, m_columns->width() - width});
}

void MainWindow::chooseComposerOpen(bool open)
{
    m_workspace.preferences().setViewState(composerKey(), open ? "open" : "closed");
    setComposerOpen(open);
}

void MainWindow::goToUser()
{
    chooseComposerOpen(true);
    m_composer->focusFirst();
}

void MainWindow::setExchangeOpen(bool open)
{
    m_actions->toggleExchange->setChecked(open);
    m_workspace.preferences().setViewState(QStringLiteral("window/exchange"), open ? "open" : "closed");
    if (m_exchange->isOpen() && isVisible())
        m_exchangeHeight = m_exchange->height();
    m_exchange->setOpen(open);
    const int height = open ? m_exchangeHeight : m_exchange->barHeight();
    m_rows->setSizes({m_rows->height() - height, height});
}

void MainWindow::setExposures(bool on)
{
    m_actions->exposures->setChecked(m_workspace.logExposures());
    if (!on) {
        m_workspace.setExposuresOn(false);
        return;
    }
    const ConfirmWriteDialog::Write write {tr("Switch exposures on"),
        tr("From then on every check counts as an exposure in this project's experiments and cannot be taken "
           "back."),
        m_workspace.user().tier()};
    ConfirmWriteDialog::ask(m_workspace, write, this, [this] { m_workspace.setExposuresOn(true); });
}

void MainWindow::copyCurl()
{
    if (m_exchange->exchange())
        copyAsCurl(*m_exchange->exchange());
}

void MainWindow::openExchanges()
{
    auto *dialog = new QFileDialog(this, tr("Open a HAR file or a copied command"), {},
        tr("HAR files and texts (*.har *.json *.txt *.sh *.ps1);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        auto *opened = new OpenedExchanges(this);
        opened->setAttribute(Qt::WA_DeleteOnClose);
        connect(opened, &OpenedExchanges::userChosen, this, [this](const StatsigUser &user) {
            m_composer->useUser(user, tr("Use an exchange's user"));
            setComposerOpen(true);
        });
        opened->openFile(fileName);
        opened->show();
    });
    dialog->open();
}

void MainWindow::openSpecs()
{
    auto *dialog = new QFileDialog(this, tr("Open specs"), {}, tr("Specs (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_workspace, &Workspace::openSpecs);
    dialog->open();
}

SettingsDialog *MainWindow::openSettings()
{
    if (!m_settings) {
        m_settings = new SettingsDialog(m_workspace, this);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settings, &SettingsDialog::exchangeRequested, this,
            [this](quint64 number) { showPage(QStringLiteral("exchanges"), number); });
    }
    m_settings->open();
    return m_settings;
}

void MainWindow::refreshConnection()
{
    const Connection &connection = m_workspace.connection();
    setWindowTitle(tr("%1 – Gatescope", "name of the connection").arg(connection.name));
    m_actions->exposures->setChecked(m_workspace.logExposures());
    const QString refusal = m_workspace.specsRefusal();
    m_actions->downloadSpecs->setEnabled(refusal.isEmpty());
    m_actions->downloadSpecs->setToolTip(refusal);
    m_actions->downloadSpecs->setStatusTip(refusal);
}

QString MainWindow::composerKey() const
{
    return QStringLiteral("window/composer/") + m_pages->entry(m_pages->currentPageIndex()).id;
}

void MainWindow::restoreState()
{
    const Preferences &preferences = m_workspace.preferences();
    if (!restoreGeometry(preferences.viewState(QStringLiteral("window/geometry"))))
        resize(QSize(defaultWindowWidth, defaultWindowHeight).boundedTo(screen()->availableSize()));
    rememberSplitter(m_rows, m_workspace.preferences(), QStringLiteral("window/rows"),
        {defaultWindowHeight - exchangeHeight, exchangeHeight});
    rememberSplitter(m_columns, m_workspace.preferences(), QStringLiteral("window/columns"),
        {composerWidth, defaultWindowWidth - composerWidth});
    m_dockWidth = qMax(Theme::instance().scaled(composerWidth), m_columns->sizes().constFirst());
    m_exchangeHeight = qMax(Theme::instance().scaled(exchangeHeight), m_rows->sizes().constLast());
    setExchangeOpen(preferences.viewState(QStringLiteral("window/exchange")) == "open");
    const int page =
        m_pages->indexOfPage(QString::fromUtf8(preferences.viewState(QStringLiteral("window/page"))));
    m_pages->showPage(qMax(0, page));
}

void MainWindow::saveState() const
{
    Preferences &preferences = m_workspace.preferences();
    preferences.setViewState(QStringLiteral("window/geometry"), saveGeometry());
    preferences.setViewState(
        QStringLiteral("window/page"), m_pages->entry(m_pages->currentPageIndex()).id.toUtf8());
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return m_areas->tab(next);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (focusWidget())
        return;
    currentPage()->focusFilter();
    if (!focusWidget())
        m_areas->enter(m_pages);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (currentPage())
        setComposerOpen(composerWanted());
}

bool MainWindow::isLosingPersonas() const
{
    PersonaStore *personas = m_workspace.personas();
    if (!personas || !personas->hasUnwritten())
        return false;
    personas->flush();
    return personas->hasUnwritten();
}

void MainWindow::askBeforeLosing()
{
    if (findChild<QMessageBox *>(QStringLiteral("unwrittenBox")))
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Personas are not saved"),
        tr("What was changed of the personas could not be written to %1.")
            .arg(QDir::toNativeSeparators(m_workspace.personas()->folder())),
        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("unwrittenBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("It is kept as long as Gatescope runs, and tried again every few seconds. Make room or "
           "make the folder writable, or export the personas to another place."));
    box->addButton(tr("Go back"), QMessageBox::RejectRole);
    QPushButton *quit = box->addButton(tr("Quit and lose the changes"), QMessageBox::DestructiveRole);
    connect(quit, &QPushButton::clicked, this, [this] {
        m_mayLose = true;
        close();
    });
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayLose && isLosingPersonas()) {
        event->ignore();
        askBeforeLosing();
        return;
    }
    saveState();
    QMainWindow::closeEvent(event);
}

} // namespace Gatescope
