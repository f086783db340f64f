// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>

#include <ui/exchanges/exchangepanel.h>
#include <ui/page.h>
#include <ui/settings/settingsdialog.h>
#include <ui/theme/theme.h>
#include <ui/widgets/filteredit.h>
#include <ui/window/composerdock.h>
#include <ui/widgets/inlinebar.h>
#include <ui/window/confirmwritedialog.h>
#include <ui/window/exposuresswitch.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int windowPatience = 30000;

Connection liveConnection()
{
    Connection connection;
    connection.id = QStringLiteral("live");
    connection.name = QStringLiteral("Acme <b>shop</b>");
    connection.tier = productionTier.toString();
    return connection;
}

/// The classes of what became a window since this was made.
class ShownWindows : public QObject
{
public:
    ShownWindows() { qApp->installEventFilter(this); }
    QStringList names;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Show && object->isWidgetType()
            && static_cast<QWidget *>(object)->isWindow())
            names << QLatin1String(object->metaObject()->className());
        return false;
    }
};

} // namespace

/// The window around the pages: keys, what it remembers, and the way to the settings.
class TstMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void remembersTheComposerPerPage();
    void collapsesWhereItIsNarrow();
    void opensTheExchange();
    void goesWhereAPageAsks();
    void asksBeforeExposuresInProduction();
    void countOpensTheLedger();
    void clearingCanBeUndone();
    void askedForTheUsersOwnTier();
    void saysThatExposuresAreOffAgain();
    void noPageTakesTheWindowsPlace();
    void tierIsOneValue();
    void f6GoesRound();
    void f8GoesToTheWarning();
    void pagesLeadToAField();
    void restoresPageAndGeometry();
    void beginsAPageWhereItsWorkIs();
    void collapsedComposerKeepsTheFocus();
    void controlsStayWhenAnAnswerComes();
    void emptyExchangesLeadOn();
    void pagesAreNoWiderThanTheirPanes_data();
    void pagesAreNoWiderThanTheirPanes();
    void clipsNothingAtItsSmallest_data();
    void clipsNothingAtItsSmallest();

private:
    template<class Widget>
    Widget *find() const
    {
        return m_window->findChild<Widget *>();
    }
    void press(const char *keys) const
    {
        QTest::keySequence(m_window.get(), QKeySequence(QLatin1String(keys)));
    }
    void open(QSize size = QSize(1440, 900));

    struct Ports
    {
        FakeStatsigApi api;
        FakeSecretStore secrets;
        FakeConnectionStore store;
        FakePreferences preferences;
    };
    std::unique_ptr<Ports> m_ports;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void TstMainWindow::init()
{
    m_ports = std::make_unique<Ports>();
    m_ports->store.connections = {liveConnection()};
    Theme::install(m_ports->preferences.values());
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.name = QStringLiteral("Sandbox");
    sandbox.tier = QStringLiteral("development");
    sandbox.builtIn = true;
    m_workspace = std::make_unique<Workspace>(
        Workspace::Ports {m_ports->api, m_ports->secrets, m_ports->store, m_ports->preferences}, sandbox);
    open();
}

void TstMainWindow::open(QSize size)
{
    m_window = std::make_unique<MainWindow>(*m_workspace);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstMainWindow::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_ports.reset();
}

void TstMainWindow::remembersTheComposerPerPage()
{
    auto *dock = find<ComposerDock>();
    m_window->showPage(QStringLiteral("check"));
    QVERIFY(dock->isOpen());
    press("Ctrl+Shift+U");
    QVERIFY(!dock->isOpen());
    QVERIFY(dock->width() <= Theme::instance().scaled(40));
    m_window->showPage(QStringLiteral("exchanges"));
    QVERIFY(!dock->isOpen());
    press("Ctrl+U");
    QVERIFY(dock->isOpen());
    QVERIFY(dock->isAncestorOf(QApplication::focusWidget()));
    m_window->showPage(QStringLiteral("check"));
    QVERIFY(!dock->isOpen());
    m_window->showPage(QStringLiteral("exchanges"));
    QVERIFY(dock->isOpen());
}

void TstMainWindow::collapsesWhereItIsNarrow()
{
    m_window->showPage(QStringLiteral("check"));
    QVERIFY(find<ComposerDock>()->isOpen());
    m_window->resize(1024, 700);
    QTRY_VERIFY_WITH_TIMEOUT(!find<ComposerDock>()->isOpen(), windowPatience);
    press("Ctrl+Shift+U");
    m_window->resize(1030, 700);
    QTest::qWait(0);
    QVERIFY(find<ComposerDock>()->isOpen()); // chosen, so it stays
}

void TstMainWindow::opensTheExchange()
{
    m_ports->api.setAnswer(Endpoint::GetConfig, R"({"name":"a","value":{},"rule_id":"x"})");
    m_workspace->start(GetConfigRequest {});
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->exchanges().size(), 1, windowPatience);
    auto *panel = find<ExchangePanel>();
    QCOMPARE(panel->height(), panel->barHeight());
    press("Ctrl+J");
    QTRY_VERIFY_WITH_TIMEOUT(panel->height() > 2 * panel->barHeight(), windowPatience);
    press("Ctrl+Shift+C");
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("curl")));
    press("Ctrl+J");
    QTRY_COMPARE_WITH_TIMEOUT(panel->height(), panel->barHeight(), windowPatience);
}

void TstMainWindow::goesWhereAPageAsks()
{
    m_window->showPage(QStringLiteral("check"));
    Q_EMIT m_window->currentPage()->pageRequested(QStringLiteral("exchanges"), 99);
    QCOMPARE(m_window->currentPage()->objectName(), QStringLiteral("exchangesPage"));
    press("Esc");
    QCOMPARE(m_window->currentPage()->objectName(), QStringLiteral("checkPage"));
    QVERIFY(!m_window->showPage(QStringLiteral("nowhere")));

    Q_EMIT m_window->currentPage()->pageRequested(QStringLiteral("key"), QStringLiteral("live"));
    auto *settings = find<SettingsDialog>();
    QVERIFY(settings && settings->isVisible());
    QCOMPARE(settings->findChild<QLineEdit *>(QStringLiteral("connectionNameLineEdit"))->text(),
        liveConnection().name);
    QCOMPARE(settings->focusWidget()->objectName(), QStringLiteral("keyLineEdit"));
}

void TstMainWindow::asksBeforeExposuresInProduction()
{
    press("Ctrl+Shift+E");
    QVERIFY(m_workspace->logExposures()); // the sandbox needs no asking
    press("Ctrl+Shift+E");
    QVERIFY(!m_workspace->logExposures());

    m_workspace->selectConnection(QStringLiteral("live"));
    find<ExposuresSwitch>()->click();
    auto *dialog = find<ConfirmWriteDialog>();
    QVERIFY(dialog);
    QVERIFY(!m_workspace->logExposures());
    auto *action = dialog->findChild<QAbstractButton *>(QStringLiteral("actionButton"));
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("nameLineEdit"));
    QTest::keyClicks(name, QStringLiteral("Acme"));
    QVERIFY(!action->isEnabled());
    name->setText(liveConnection().name);
    action->click();
    QVERIFY(m_workspace->logExposures());
    QVERIFY(find<ExposuresSwitch>()->isOn());
    m_workspace->setExposuresOn(false);
    find<ExposuresSwitch>()->click(); // asked once per run
    QVERIFY(m_workspace->logExposures());
}

void TstMainWindow::clearingCanBeUndone()
{
    m_window->showPage(QStringLiteral("exchanges"));
    m_ports->api.setAnswer(Endpoint::CheckGate, R"({"name":"g","value":true})");
    m_workspace->start(CheckGateRequest {{}, {QStringLiteral("g")}, false});
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->exchanges().size(), 1, windowPatience);
    auto *notice = m_window->findChild<InlineBar *>(QStringLiteral("windowNotice"));
    QVERIFY(!notice->isVisible());
    m_window->findChild<QAction *>(QStringLiteral("clearRunAction"))->trigger();
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->text(), QStringLiteral("1 exchange is cleared."));
    const auto button = [notice](const QString &text) -> QAbstractButton * {
        for (auto *each : notice->findChildren<QAbstractButton *>())
            if (each->text() == text)
                return each;
        return nullptr;
    };
    button(QStringLiteral("Undo"))->click();
    QCOMPARE(m_workspace->exchanges().size(), 1);
    QVERIFY(!notice->isVisible());
}

void TstMainWindow::askedForTheUsersOwnTier()
{
    press("Ctrl+Shift+E");
    QVERIFY(m_workspace->logExposures());
    m_workspace->setTier(productionTier.toString());
    QVERIFY(!find<ExposuresSwitch>()->isOn());
    auto *notice = m_window->findChild<InlineBar *>(QStringLiteral("windowNotice"));
    QVERIFY2(
        notice->text().contains(QStringLiteral("Exposures were switched off.")), qPrintable(notice->text()));
    press("Ctrl+Shift+E");
    auto *dialog = find<ConfirmWriteDialog>();
    QVERIFY(dialog);
    QVERIFY(!m_workspace->logExposures());
    dialog->findChild<QLineEdit *>(QStringLiteral("nameLineEdit"))->setText(m_workspace->connection().name);
    dialog->findChild<QAbstractButton *>(QStringLiteral("actionButton"))->click();
    QVERIFY(find<ExposuresSwitch>()->isOn());
    m_workspace->setTier({});
}

void TstMainWindow::saysThatExposuresAreOffAgain()
{
    m_window.reset();
    Connection live = liveConnection();
    live.tier = productionTier.toString();
    live.exposuresOn = true;
    m_ports->store.connections = {live};
    m_ports->store.selected = live.id;
    const auto startAgain = [this] {
        m_window.reset();
        const Connection sandbox = m_workspace->connections().constFirst();
        m_workspace = std::make_unique<Workspace>(
            Workspace::Ports {m_ports->api, m_ports->secrets, m_ports->store, m_ports->preferences}, sandbox);
        open();
        return m_window->findChild<InlineBar *>(QStringLiteral("windowNotice"));
    };
    const InlineBar *notice = startAgain();
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->text().startsWith(QStringLiteral("Exposures are off again for %1.").arg(live.name)),
        qPrintable(notice->text()));
    QVERIFY(!find<ExposuresSwitch>()->isOn());
    QVERIFY(!startAgain()->isVisible());
}

void TstMainWindow::countOpensTheLedger()
{
    m_window->showPage(QStringLiteral("events"));
    auto *count = m_window->findChild<QAbstractButton *>(QStringLiteral("ledgerCount"));
    QVERIFY(!count->isVisible());
    m_ports->api.setAnswer(Endpoint::CheckGate, R"({"results":[]})");
    m_workspace->setExposuresOn(true);
    m_workspace->start(CheckGateRequest {{}, {QStringLiteral("quiet")}, false});
    m_workspace->start(CheckGateRequest {{}, {QStringLiteral("g"), QStringLiteral("h")}, true});
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->exchanges().size(), 2, windowPatience);
    QVERIFY(count->isVisible());
    QCOMPARE(count->text(), QStringLiteral("2 logged"));
    QTRY_VERIFY_WITH_TIMEOUT(find<ExposuresSwitch>()->rect().contains(count->geometry()), windowPatience);
    m_workspace->setExposuresOn(false);
    m_workspace->clearExchanges();
    QVERIFY(count->isVisible()); // what was logged stays logged
    m_ports->api.setFailure(
        Endpoint::CheckGate, {ErrorCode::ClosedBeforeAnswer, QStringLiteral("It hung up."), {}});
    m_workspace->start(CheckGateRequest {{}, {QStringLiteral("lost")}, true});
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->exchanges().size(), 1, windowPatience);
    QCOMPARE(count->text(), QStringLiteral("2 logged"));

    QTest::mouseClick(count, Qt::LeftButton);
    QVERIFY(!m_workspace->logExposures()); // the count is no part of the switch
    QCOMPARE(m_window->currentPage()->objectName(), QStringLiteral("ledgerPage"));
    auto *table = m_window->findChild<QAbstractItemView *>(QStringLiteral("ledgerTable"));
    const auto names = [table] {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            texts << table->model()->index(row, 4).data().toString();
        return texts;
    };
    QCOMPARE(names(), (QStringList {QStringLiteral("lost"), QStringLiteral("h"), QStringLiteral("g")}));
    for (auto *chip : m_window->currentPage()->findChildren<QAbstractButton *>())
        if (chip->text() == QStringLiteral("Unknown"))
            chip->click();
    QCOMPARE(names(), QStringList {QStringLiteral("lost")});
    press("Esc");
    QCOMPARE(names().size(), 3);
    m_window->findChild<QAction *>(QStringLiteral("ledgerAction"))->trigger(); // where it is already
    press("Esc");
    QCOMPARE(m_window->currentPage()->objectName(), QStringLiteral("eventsPage"));
}

/// A part shown before it has a parent is a window for a moment, and takes the focus with it.
void TstMainWindow::noPageTakesTheWindowsPlace()
{
    ShownWindows shown;
    for (const QString &page : m_window->pageIds()) {
        m_window->showPage(page);
        QVERIFY2(shown.names.isEmpty(), qPrintable(page + QStringLiteral(": ") + shown.names.join(u' ')));
    }
}

void TstMainWindow::tierIsOneValue()
{
    auto *tiers = m_window->findChild<QComboBox *>(QStringLiteral("tierComboBox"));
    m_workspace->setTier(QStringLiteral("qa-7"));
    QCOMPARE(tiers->currentText(), QStringLiteral("qa-7"));
    tiers->setCurrentIndex(tiers->findData(QStringLiteral("staging")));
    Q_EMIT tiers->activated(tiers->currentIndex());
    QCOMPARE(m_workspace->user().tier(), QStringLiteral("staging"));
    tiers->setCurrentIndex(tiers->count() - 1);
    Q_EMIT tiers->activated(tiers->currentIndex());
    QCOMPARE(m_workspace->user().tier(), QString());
    QCOMPARE(m_workspace->tier(), QStringLiteral("development"));
}

void TstMainWindow::f6GoesRound()
{
    m_window->showPage(QStringLiteral("check"));
    const QWidget *start = QApplication::focusWidget();
    QVERIFY(start);
    QSet<const QWidget *> stops;
    for (int i = 0; i < 5; ++i) {
        press("F6");
        stops.insert(QApplication::focusWidget());
    }
    QCOMPARE(QApplication::focusWidget(), start);
    QCOMPARE(stops.size(), 5);
    press("F6");
    press("Shift+F6");
    QCOMPARE(QApplication::focusWidget(), start);
}

void TstMainWindow::f8GoesToTheWarning()
{
    m_window->showPage(QStringLiteral("check"));
    press("Ctrl+Shift+U");
    QVERIFY(!find<ComposerDock>()->isOpen());
    StatsigUser user;
    user.setText(UserField::UserId, QStringLiteral("u"));
    user.setText(UserField::Country, QStringLiteral("Germany"));
    m_workspace->setUser(user);
    const auto *strip = m_window->findChild<QAbstractButton *>(QStringLiteral("composerStrip"));
    QTRY_COMPARE_WITH_TIMEOUT(
        strip->accessibleDescription(), QStringLiteral("The user has warnings"), windowPatience);
    press("F8");
    QVERIFY(find<ComposerDock>()->isOpen());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("countryField"));
}

/// A page that knows which field of the user to fill in leads there.
void TstMainWindow::pagesLeadToAField()
{
    m_window->showPage(QStringLiteral("check"));
    press("Ctrl+Shift+U");
    QVERIFY(!find<ComposerDock>()->isOpen());
    Q_EMIT m_window->currentPage()->pageRequested(QStringLiteral("user"), QStringLiteral("userAgent"));
    QVERIFY(find<ComposerDock>()->isOpen());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("userAgentField"));
    Q_EMIT m_window->currentPage()->pageRequested(QStringLiteral("user"), QStringLiteral("environment"));
    QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("environmentField"))->hasFocus());
}

void TstMainWindow::restoresPageAndGeometry()
{
    m_window->showPage(QStringLiteral("specs"));
    press("Ctrl+J");
    m_window->resize(1200, 760);
    m_window->close();
    m_window = std::make_unique<MainWindow>(*m_workspace);
    QCOMPARE(m_window->currentPage()->objectName(), QStringLiteral("specsPage"));
    QVERIFY(find<ExchangePanel>()->isOpen());
}

void TstMainWindow::beginsAPageWhereItsWorkIs()
{
    m_ports->api.setAnswer(Endpoint::GetConfig, R"({"name":"a","value":{},"rule_id":"x"})");
    m_workspace->start(GetConfigRequest {});
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->exchanges().size(), 1, windowPatience);
    QVERIFY(m_window->currentPage()->isAncestorOf(QApplication::focusWidget()));
    press("Ctrl+5"); // its header comes first in the focus chain
    QVERIFY(m_window->currentPage()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(qobject_cast<FilterEdit *>(QApplication::focusWidget()));
}

void TstMainWindow::collapsedComposerKeepsTheFocus()
{
    press("Ctrl+U");
    QVERIFY(find<ComposerDock>()->isAncestorOf(QApplication::focusWidget()));
    press("Ctrl+Shift+U");
    QVERIFY(!find<ComposerDock>()->isOpen());
    QVERIFY(find<ComposerDock>()->isAncestorOf(QApplication::focusWidget()));
}

void TstMainWindow::controlsStayWhenAnAnswerComes()
{
    m_window->resize(1024, 700);
    const auto places = [this] {
        QTest::qWait(0);
        QList<QRect> rects;
        for (const char *name : {"connectionComboBox", "tierComboBox", "exposuresSwitch"})
            rects << m_window->findChild<QWidget *>(QLatin1String(name))->geometry();
        return rects;
    };
    const QList<QRect> before = places();
    m_ports->api.setFailure(Endpoint::DownloadConfigSpecs,
        {ErrorCode::Unauthorized, QStringLiteral("The server refused this key (401)."), {}}, 401);
    m_workspace->start(DownloadConfigSpecsRequest {});
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->exchanges().size(), 1, windowPatience);
    QCOMPARE(places(), before);
}

void TstMainWindow::emptyExchangesLeadOn()
{
    m_window->showPage(QStringLiteral("exchanges"));
    for (auto *button : m_window->currentPage()->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->text() == QStringLiteral("Go to Check"))
            button->click();
    QCOMPARE(m_window->currentPage()->objectName(), QStringLiteral("checkPage"));
}

void TstMainWindow::pagesAreNoWiderThanTheirPanes_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const char *page : {"check", "initialize", "specs", "events", "exchanges", "ledger"}) {
        QTest::addRow("%s, smallest", page) << QString::fromLatin1(page) << QSize(1024, 700) << 100;
        QTest::addRow("%s, usual", page) << QString::fromLatin1(page) << QSize(1440, 900) << 100;
        QTest::addRow("%s, large text", page) << QString::fromLatin1(page) << QSize(1440, 900) << 150;
    }
}

/// A pane that does not scroll sideways would cut what is wider.
void TstMainWindow::pagesAreNoWiderThanTheirPanes()
{
    QFETCH(QString, page);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    PreferenceValues values = m_ports->preferences.values();
    values.fontPercent = percent;
    m_ports->preferences.setValues(values);
    open(size);
    m_window->showPage(page);
    if (auto *add = m_window->findChild<QAction *>(QStringLiteral("addEventAction")))
        add->trigger();
    QTest::qWait(0);
    for (const auto *scroll : m_window->findChildren<QScrollArea *>()) {
        const bool sideways = scroll->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
        if (!scroll->isVisible() || !scroll->widget() || sideways)
            continue;
        QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
            qPrintable(scroll->parentWidget()->objectName()));
    }
    values.fontPercent = 100;
    m_ports->preferences.setValues(values);
}

void TstMainWindow::clipsNothingAtItsSmallest_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"check", "initialize", "specs", "events", "exchanges", "ledger"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TstMainWindow::clipsNothingAtItsSmallest()
{
    QFETCH(QString, page);
    m_window->resize(1024, 700);
    m_window->showPage(page);
    QTest::qWait(0);
    QCOMPARE(m_window->size(), QSize(1024, 700)); // no layout asked for more
    for (const auto *button : m_window->findChildren<QAbstractButton *>()) {
        const bool isInsideAField = qobject_cast<QLineEdit *>(button->parentWidget());
        if (button->isVisible() && !isInsideAField)
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    }
}

GATESCOPE_TEST(TstMainWindow)
#include "tst_mainwindow.moc"
