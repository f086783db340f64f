// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <QSet>

class QSplitter;

namespace Gatescope {

class CommandCenter;
class Composer;
class ComposerDock;
class ExchangePanel;
class FocusAreas;
class Page;
class PageRail;
class PageStack;
class PresenterBar;
class PresenterTeacher;
class SettingsDialog;
class TopBar;
class WindowActions;
class WindowNotice;
class Workspace;

/// The one window: menu, top bar, rail, composer, pages and the last exchange. It remembers its geometry and,
/// for each page, whether the composer was open.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Workspace &workspace, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// "check", "initialize", "specs", "events" or "exchanges". False if there is no such page.
    bool showPage(const QString &id, const QVariant &subject = {});
    Page *currentPage() const;
    QStringList pageIds() const;

protected:
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addPages();
    void layOut();
    void connectActions();
    void connectFileActions();
    void connectViewActions();
    void connectWorkspace();

    void enterPage(int index);
    void adoptPage(Page *page);
    void takePageRequest(const QString &page, const QVariant &subject);
    void stopOrLeave();
    void connectComposer();
    void connectCommands();
    void setComposerOpen(bool open);
    void chooseComposerOpen(bool open);
    void goToUser();
    void setExchangeOpen(bool open);
    void setExposures(bool on);
    void copyCurl();
    void openSpecs();
    void openExchanges();
    SettingsDialog *openSettings();
    bool isLosingPersonas() const;
    void askBeforeLosing();

    void refreshConnection();
    void restoreState();
    void saveState() const;
    QString composerKey() const;
    bool composerWanted() const; ///< as chosen for the page, else where there is room

    Workspace &m_workspace;
    PresenterTeacher *m_teacher; ///< before whatever shows people
    PageStack *m_pages;
    WindowActions *m_actions;
    TopBar *m_topBar;
    WindowNotice *m_notice;
    PresenterBar *m_presenting;
    PageRail *m_rail;
    Composer *m_composer;
    ComposerDock *m_dock;
    ExchangePanel *m_exchange;
    QSplitter *m_columns;
    QSplitter *m_rows;
    FocusAreas *m_areas;
    CommandCenter *m_commands = nullptr;
    QPointer<SettingsDialog> m_settings;
    bool m_mayLose = false; ///< the user said so
    QSet<int> m_entered; ///< pages seen in this run
    int m_previousPage = -1; ///< where Esc goes back to
    int m_dockWidth = 0; ///< of the open composer
    int m_exchangeHeight = 0; ///< of the open exchange
};

} // namespace Gatescope
