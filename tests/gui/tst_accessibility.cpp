// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "accessiblewalk.h"

#include <tests/support/fakepersonastore.h>
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <ui/page.h>
#include <ui/settings/settingsdialog.h>
#include <ui/theme/theme.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

/// What Tab reaches from where the focus is, until it comes back.
QSet<QWidget *> reachedByTab(QWidget *window, bool *cameBack)
{
    QSet<QWidget *> reached;
    const QWidget *start = QApplication::focusWidget();
    for (int i = 0; i < 500; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(window, Qt::Key_Tab);
        if (QApplication::focusWidget() == start) {
            *cameBack = true;
            return reached;
        }
    }
    *cameBack = false;
    return reached;
}

} // namespace

/// Every page of the window by keyboard and screen reader.
class TstAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlHasAName();
    void tabReachesEverything();
    void tabGoesInReadingOrder();
    void settingsHaveNames();
    void filledPagesHaveNames();
    void dialogsHaveNames();
    void everyActionIsInAMenuOnce();

private:
    struct Ports
    {
        FakeStatsigApi api;
        FakeSecretStore secrets;
        FakeConnectionStore store;
        FakePreferences preferences;
        FakePersonaStore personas;
    };
    std::unique_ptr<Ports> m_ports;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void TstAccessibility::init()
{
    m_ports = std::make_unique<Ports>();
    Theme::install(m_ports->preferences.values());
    m_ports->api.setAnswer(Endpoint::DownloadConfigSpecs,
        readFile(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json")));
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.name = QStringLiteral("Sandbox");
    sandbox.builtIn = true;
    sandbox.keyKind = KeyKind::Server;
    Persona mina;
    mina.name = QStringLiteral("Mina, gold, Berlin");
    m_ports->personas.insert({mina, mina});
    Workspace::Ports ports {m_ports->api, m_ports->secrets, m_ports->store, m_ports->preferences};
    ports.personas = &m_ports->personas;
    m_workspace = std::make_unique<Workspace>(ports, sandbox);
    m_window = std::make_unique<MainWindow>(*m_workspace);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->exchanges().isEmpty() && !m_workspace->specs().loading, 30000);
}

void TstAccessibility::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_ports.reset();
}

void TstAccessibility::everyControlHasAName()
{
    for (const QString &id : m_window->pageIds()) {
        m_window->showPage(id);
        for (auto *action : m_window->actions())
            if (action->isCheckable() && action->shortcut() == QKeySequence(QStringLiteral("Ctrl+J")))
                action->trigger(); // with the exchange open on every other page
        QVERIFY(focusableIn(m_window.get()).size() > 5);
        QCOMPARE(nameless(m_window.get()).join(QLatin1Char('\n')), QString());
    }
}

void TstAccessibility::tabReachesEverything()
{
    for (const QString &id : m_window->pageIds()) {
        m_window->showPage(id);
        QVERIFY(QApplication::focusWidget());
        bool cameBack = false;
        const QSet<QWidget *> reached = reachedByTab(m_window.get(), &cameBack);
        QVERIFY2(cameBack,
            qPrintable(id + QStringLiteral(" holds the focus at ") + pathOf(QApplication::focusWidget())));
        QStringList missed;
        for (QWidget *each : focusableIn(m_window.get()))
            if (!reached.contains(each))
                missed << pathOf(each);
        QCOMPARE(missed.join(QLatin1Char('\n')), QString());
    }
}

void TstAccessibility::tabGoesInReadingOrder()
{
    const QStringList order {QStringLiteral("TopBar"), QStringLiteral("PageRail"),
        QStringLiteral("ComposerDock"), QStringLiteral("PageStack"), QStringLiteral("ExchangePanel")};
    const auto areaOf = [&order](const QWidget *widget) {
        for (; widget; widget = widget->parentWidget())
            for (int i = 0; i < order.size(); ++i)
                if (QLatin1String(widget->metaObject()->className())
                    == QStringLiteral("Gatescope::") + order.at(i))
                    return i;
        return -1;
    };
    for (const QString &id : m_window->pageIds()) {
        m_window->showPage(id);
        auto *first = m_window->findChild<QWidget *>(QStringLiteral("connectionComboBox"));
        first->setFocus();
        QList<int> areas {areaOf(first)};
        for (int i = 0; i < 500; ++i) {
            QTest::keyClick(m_window.get(), Qt::Key_Tab);
            if (QApplication::focusWidget() == first)
                break;
            if (const int area = areaOf(QApplication::focusWidget()); area != areas.last())
                areas << area;
        }
        QStringList names;
        for (const int area : areas)
            names << order.value(area, QStringLiteral("?"));
        QCOMPARE(names.join(QLatin1Char(' ')), order.join(QLatin1Char(' ')));
    }
}

void TstAccessibility::settingsHaveNames()
{
    SettingsDialog settings(*m_workspace, m_window.get());
    settings.show();
    settings.addConnection();
    for (const auto tab :
        {SettingsDialog::Connections, SettingsDialog::Evaluation, SettingsDialog::Appearance,
            SettingsDialog::Snapshots, SettingsDialog::History, SettingsDialog::Limits}) {
        settings.showTab(tab);
        QCOMPARE(nameless(&settings).join(QLatin1Char('\n')), QString());
    }
    settings.showTab(SettingsDialog::Connections);
    settings.findChild<QAbstractButton *>(QStringLiteral("networkFoldButton"))->click();
    auto *proxy = settings.findChild<QComboBox *>(QStringLiteral("proxyComboBox"));
    QVERIFY(proxy->isVisible());
    proxy->setCurrentIndex(proxy->findText(QStringLiteral("HTTP")));
    QTest::keyClicks(
        settings.findChild<QLineEdit *>(QStringLiteral("proxyUserLineEdit")), QStringLiteral("a"));
    QVERIFY(settings.findChild<QWidget *>(QStringLiteral("proxyPasswordLineEdit"))->isVisible());
    QCOMPARE(nameless(&settings).join(QLatin1Char('\n')), QString());
    settings.showConnection(QStringLiteral("sandbox"), false);
    settings.findChild<QAbstractButton *>(QStringLiteral("testConnectionButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(
        settings.findChild<QWidget *>(QStringLiteral("connectionReport"))->isVisible(), 30000);
    QCOMPARE(nameless(&settings).join(QLatin1Char('\n')), QString());
    settings.findChild<QAbstractButton *>(QStringLiteral("closeSettingsButton"))->setFocus();
}

/// The ledger and the exchanges with something in them, which the other walks see empty.
void TstAccessibility::filledPagesHaveNames()
{
    m_ports->api.setAnswer(Endpoint::CheckGate, R"({"name":"g","value":true})");
    m_workspace->setExposuresOn(true);
    m_workspace->start(CheckGateRequest {{}, {QStringLiteral("g")}, true});
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->ledger()->count(LedgerEntry::Outcome::Logged), 1U, 30000);
    for (const QString &id : {QStringLiteral("ledger"), QStringLiteral("exchanges")}) {
        m_window->showPage(id);
        QCOMPARE(nameless(m_window.get()).join(QLatin1Char('\n')), QString());
        const auto *view = m_window->currentPage()->findChild<QAbstractItemView *>();
        QVERIFY(view && view->model()->rowCount() > 0);
        QVERIFY(!view->model()->index(0, 0).data(Qt::DisplayRole).toString().isEmpty());
    }
    m_workspace->clearExchanges();
    QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("windowNotice"))->isVisible());
    QCOMPARE(nameless(m_window.get()).join(QLatin1Char('\n')), QString());
}

void TstAccessibility::dialogsHaveNames()
{
    for (const char *name : {"shortcutsAction", "aboutAction"}) {
        m_window->findChild<QAction *>(QLatin1String(name))->trigger();
        auto *dialog = m_window->findChild<QDialog *>();
        QVERIFY2(dialog && dialog->isVisible(), name);
        QVERIFY(!dialog->windowTitle().isEmpty());
        QVERIFY(!focusableIn(dialog).isEmpty());
        QCOMPARE(nameless(dialog).join(QLatin1Char('\n')), QString());
        delete dialog;
    }
    Connection live = m_workspace->connection();
    live.id = QStringLiteral("live");
    live.name = QStringLiteral("Live");
    live.builtIn = false;
    live.tier = productionTier.toString();
    m_workspace->saveConnection(live);
    m_workspace->selectConnection(live.id);
    m_window->findChild<QAction *>(QStringLiteral("exposuresAction"))->trigger();
    auto *ask = m_window->findChild<QDialog *>();
    QVERIFY(ask && ask->isVisible());
    QCOMPARE(nameless(ask).join(QLatin1Char('\n')), QString());
}

void TstAccessibility::everyActionIsInAMenuOnce()
{
    QHash<QKeySequence, QString> keys;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString() + QLatin1Char(' ') + action->text()));
            keys.insert(key, action->text());
        }
    }
    for (const char *key :
        {"Ctrl+Return", "F5", "Esc", "Ctrl+F", "/", "Ctrl+U", "Ctrl+Shift+U", "Ctrl+J", "Ctrl+Shift+C", "F6",
            "Shift+F6", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+E", "Ctrl+,", "Ctrl+Q", "Ctrl+1"})
        QVERIFY2(keys.contains(QKeySequence(QLatin1String(key))), key);
}

GATESCOPE_TEST(TstAccessibility)
#include "tst_accessibility.moc"
