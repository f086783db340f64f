// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>

#include <ui/settings/settingsdialog.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/sentence.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryFile>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int settingsPatience = 30000;

Connection shopConnection()
{
    Connection connection;
    connection.id = QStringLiteral("shop");
    connection.name = QStringLiteral("Acme shop");
    connection.tier = QStringLiteral("staging");
    return connection;
}

} // namespace

/// Connections are added, tried, edited and removed as a user does it.
class TstSettingsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void addsAConnection();
    void offersThisRunOnly();
    void keepsWhatIsTyped();
    void saysWhatStandsInTheWay();
    void forgetsAnUntouchedConnection();
    void testsWithTheTypedKey();
    void saysWhyATestFailed();
    void aTestCanBeStopped();
    void setsAProxy();
    void removingCanBeUndone();
    void discardingCanBeUndone();
    void setsPreferences();
    void opensWhatTheLimitAllows();
    void choosesFilesForEvaluating();

private:
    template<class Widget>
    Widget *named(const char *objectName) const
    {
        auto *found = m_dialog->findChild<Widget *>(QLatin1String(objectName));
        Q_ASSERT(found);
        return found;
    }
    void type(const char *objectName, const QString &text) const;
    void press(const char *objectName) const { named<QAbstractButton>(objectName)->click(); }
    QString barText() const;
    QAbstractButton *barButton(const QString &text) const;

    struct Ports
    {
        FakeStatsigApi api;
        FakeSecretStore secrets;
        FakeConnectionStore store;
        FakePreferences preferences;
        FakeEvaluationData evaluationData;
    };
    std::unique_ptr<Ports> m_ports;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TstSettingsDialog::init()
{
    m_ports = std::make_unique<Ports>();
    m_ports->store.connections = {shopConnection()};
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.name = QStringLiteral("Sandbox");
    sandbox.builtIn = true;
    m_workspace =
        std::make_unique<Workspace>(Workspace::Ports {m_ports->api, m_ports->secrets, m_ports->store,
                                        m_ports->preferences, &m_ports->evaluationData},
            sandbox);
    m_dialog = std::make_unique<SettingsDialog>(*m_workspace);
    m_dialog->show();
}

void TstSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_workspace.reset();
    m_ports.reset();
}

void TstSettingsDialog::type(const char *objectName, const QString &text) const
{
    auto *edit = named<QLineEdit>(objectName);
    edit->selectAll();
    edit->del();
    QTest::keyClicks(edit, text);
}

QString TstSettingsDialog::barText() const
{
    const auto *bar = named<InlineBar>("connectionBar");
    return bar->isVisible() ? bar->text() : QString();
}

QAbstractButton *TstSettingsDialog::barButton(const QString &text) const
{
    for (auto *button : m_dialog->findChildren<QAbstractButton *>())
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

void TstSettingsDialog::addsAConnection()
{
    press("addConnectionButton");
    type("connectionNameLineEdit", QStringLiteral("Web shop"));
    type("keyLineEdit", QStringLiteral("secret-0123456789f3Qa"));
    press("saveConnectionButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->connection().name, QStringLiteral("Web shop"), settingsPatience);
    const Connection &saved = m_workspace->connection();
    QCOMPARE(saved.keyKind, KeyKind::Server);
    QVERIFY(saved.isProduction()); // the careful choice is the default
    QCOMPARE(m_ports->secrets.stored.value(saved.id), QStringLiteral("secret-0123456789f3Qa"));
    QCOMPARE(m_ports->store.connections.size(), 2);
    QVERIFY(named<QLineEdit>("keyLineEdit")->text().isEmpty());
}

void TstSettingsDialog::offersThisRunOnly()
{
    m_ports->secrets.available = false;
    m_dialog->showConnection(QStringLiteral("shop"), true);
    type("keyLineEdit", QStringLiteral("client-0123456789f3Qa"));
    press("saveConnectionButton");
    const QString thisRun = QStringLiteral("Keep the key for this run only");
    QTRY_VERIFY_WITH_TIMEOUT(barButton(thisRun), settingsPatience);
    QCOMPARE(m_workspace->connections().last().keyKind, KeyKind::None); // not saved behind the user's back
    barButton(thisRun)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->connections().last().keyKind, KeyKind::Client, settingsPatience);
    QVERIFY(m_ports->secrets.thisRun.contains(QStringLiteral("shop")));
    QVERIFY(m_ports->secrets.stored.isEmpty());
}

void TstSettingsDialog::keepsWhatIsTyped()
{
    m_dialog->showConnection(QStringLiteral("shop"), false);
    type("connectionNameLineEdit", QStringLiteral("Renamed"));
    auto *list = named<QListWidget>("connectionsListWidget");
    list->setCurrentRow(0);
    list->setCurrentRow(1);
    QCOMPARE(named<QLineEdit>("connectionNameLineEdit")->text(), QStringLiteral("Renamed"));
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible()); // says that it is not saved
    press("saveConnectionButton");
    QCOMPARE(m_workspace->connections().last().name, QStringLiteral("Renamed"));
    m_dialog->reject();
    QVERIFY(!m_dialog->isVisible());
}

void TstSettingsDialog::saysWhatStandsInTheWay()
{
    press("addConnectionButton");
    type("keyLineEdit", QStringLiteral("client-0123456789f3Qa"));
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
    QVERIFY2(barText().contains(QStringLiteral("Give the connection a name.")), qPrintable(barText()));
}

void TstSettingsDialog::forgetsAnUntouchedConnection()
{
    press("addConnectionButton");
    m_dialog->reject();
    QVERIFY(!m_dialog->isVisible()); // nothing was typed, so nothing is lost
    QCOMPARE(m_workspace->connections().size(), 2);
}

void TstSettingsDialog::testsWithTheTypedKey()
{
    m_ports->api.setAnswer(Endpoint::CheckGate, R"({"name":"g","value":false})");
    m_ports->api.setAnswer(Endpoint::GetConfig, R"({"name":"c","value":{}})");
    m_ports->api.setAnswer(Endpoint::Initialize, R"({"has_updates":false})");
    m_ports->api.setAnswer(Endpoint::DownloadConfigSpecs, R"({"has_updates":false})");
    m_dialog->showConnection(QStringLiteral("shop"), true);
    type("keyLineEdit", QStringLiteral("secret-0123456789f3Qa"));
    press("testConnectionButton");
    QTRY_VERIFY_WITH_TIMEOUT(barText().contains(QStringLiteral("This connection works")), settingsPatience);
    const auto calls = m_ports->api.callsTo(Endpoint::DownloadConfigSpecs);
    QCOMPARE(calls.size(), 1);
    QVERIFY(
        std::get<DownloadConfigSpecsRequest>(calls.first().request).sinceTime > 0); // asks for nothing large
    QVERIFY(calls.first().connection.id != QStringLiteral("shop"));
    QVERIFY(m_ports->secrets.stored.isEmpty());
    QVERIFY(m_ports->api.callsTo(Endpoint::LogEvent).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_ports->secrets.thisRun.isEmpty(), settingsPatience);
    QVERIFY(barButton(QStringLiteral("Show the exchange")));
    QCOMPARE(named<QLabel>("capability3")->accessibleName(), QStringLiteral("Download specs: works"));
    QCOMPARE(named<QLabel>("capability4")->accessibleName(),
        QStringLiteral("Log events: not tried. It would write."));
}

void TstSettingsDialog::saysWhyATestFailed()
{
    const Error refused {ErrorCode::Unauthorized, QStringLiteral("The server refused this key."), {}};
    for (const auto endpoint :
        {Endpoint::CheckGate, Endpoint::GetConfig, Endpoint::Initialize, Endpoint::DownloadConfigSpecs})
        m_ports->api.setFailure(endpoint, refused, 401);
    m_dialog->showConnection(QStringLiteral("shop"), false);
    press("testConnectionButton");
    QTRY_VERIFY_WITH_TIMEOUT(barText().contains(QStringLiteral("refused this key")), settingsPatience);
    const auto request =
        std::get<CheckGateRequest>(m_ports->api.callsTo(Endpoint::CheckGate).first().request);
    QVERIFY(!request.logExposures);
    QVERIFY(
        !std::get<GetConfigRequest>(m_ports->api.callsTo(Endpoint::GetConfig).first().request).logExposures);
}

void TstSettingsDialog::aTestCanBeStopped()
{
    m_ports->api.hold();
    m_dialog->showConnection(QStringLiteral("shop"), false);
    press("testConnectionButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_ports->api.calls().size(), 1, settingsPatience);
    barButton(QStringLiteral("Stop"))->click();
    QVERIFY2(barText().contains(QStringLiteral("The test was stopped")), qPrintable(barText()));
    QVERIFY(!barButton(QStringLiteral("Stop")));
    m_ports->api.release();
    QCoreApplication::processEvents();
    QCOMPARE(m_ports->api.calls().size(), 1);
}

/// The password goes to the secrets and nowhere else, and goes with the proxy.
void TstSettingsDialog::setsAProxy()
{
    m_dialog->showConnection(QStringLiteral("shop"), false);
    QVERIFY(!named<QComboBox>("proxyComboBox")->isVisible()); // folded
    press("networkFoldButton");
    auto *proxy = named<QComboBox>("proxyComboBox");
    QVERIFY(proxy->isVisible());
    QVERIFY(!named<QLineEdit>("proxyAddressLineEdit")->isVisible());
    proxy->setCurrentIndex(proxy->findText(QStringLiteral("HTTP")));
    type("proxyAddressLineEdit", QStringLiteral("proxy.example.com"));
    const auto *note = named<InlineBar>("proxyNote");
    QVERIFY2(note->text().contains(QStringLiteral("needs a port")), qPrintable(note->text()));
    type("proxyAddressLineEdit", QStringLiteral("proxy.example.com:8080"));
    type("proxyUserLineEdit", QStringLiteral("ada"));
    type("proxyPasswordLineEdit", QStringLiteral("Pa55word"));
    named<QSpinBox>("ownIdleTimeoutSpinBox")->setValue(90);
    auto *color = named<QComboBox>("connectionColorComboBox");
    color->setCurrentIndex(color->findText(QStringLiteral("Teal")));
    press("saveConnectionButton");
    const auto saved = [this] { return m_ports->store.connections.last(); };
    QTRY_COMPARE_WITH_TIMEOUT(saved().proxy.host, QStringLiteral("proxy.example.com"), settingsPatience);
    QCOMPARE(saved().proxy.user, QStringLiteral("ada"));
    QCOMPARE(saved().idleTimeout, std::chrono::seconds(90));
    QVERIFY(!saved().connectTimeout);
    QCOMPARE(saved().color, ConnectionColor::Teal);
    QCOMPARE(m_ports->secrets.stored.value(QStringLiteral("shop/proxy")), QStringLiteral("Pa55word"));
    QVERIFY(named<QLineEdit>("proxyPasswordLineEdit")->text().isEmpty());

    proxy->setCurrentIndex(proxy->findText(QStringLiteral("None")));
    press("saveConnectionButton");
    QTRY_COMPARE_WITH_TIMEOUT(saved().proxy.kind, ConnectionProxy::Kind::None, settingsPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_ports->secrets.stored.isEmpty(), settingsPatience);
}

void TstSettingsDialog::removingCanBeUndone()
{
    m_ports->secrets.stored[QStringLiteral("shop")] = QStringLiteral("secret-1");
    m_dialog->showConnection(QStringLiteral("shop"), false);
    press("removeConnectionButton");
    QCOMPARE(named<QListWidget>("connectionsListWidget")->count(), 1);
    barButton(QStringLiteral("Undo"))->click();
    QCOMPARE(named<QListWidget>("connectionsListWidget")->count(), 2);
    m_dialog->accept();
    QCOMPARE(m_workspace->connections().size(), 2);

    m_dialog->show();
    m_dialog->showConnection(QStringLiteral("shop"), false);
    press("removeConnectionButton");
    m_dialog->accept();
    QCOMPARE(m_workspace->connections().size(), 1);
    QVERIFY(m_ports->secrets.stored.isEmpty());
}

void TstSettingsDialog::discardingCanBeUndone()
{
    m_dialog->showConnection(QStringLiteral("shop"), true);
    type("connectionNameLineEdit", QStringLiteral("Renamed"));
    type("keyLineEdit", QStringLiteral("client-0123456789f3Qa"));
    const auto *name = named<QLineEdit>("connectionNameLineEdit");
    barButton(QStringLiteral("Discard changes"))->click();
    QCOMPARE(name->text(), QStringLiteral("Acme shop"));
    barButton(QStringLiteral("Undo"))->click();
    QCOMPARE(name->text(), QStringLiteral("Renamed"));
    QCOMPARE(named<QLineEdit>("keyLineEdit")->text(), QStringLiteral("client-0123456789f3Qa"));

    // What was typed comes back with a connection that was removed.
    press("removeConnectionButton");
    QCOMPARE(named<QListWidget>("connectionsListWidget")->count(), 1);
    barButton(QStringLiteral("Undo"))->click();
    QCOMPARE(name->text(), QStringLiteral("Renamed"));
    press("saveConnectionButton");
    QTRY_COMPARE_WITH_TIMEOUT(
        m_workspace->connections().last().name, QStringLiteral("Renamed"), settingsPatience);
}

void TstSettingsDialog::setsPreferences()
{
    QSignalSpy changed(&m_ports->preferences, &Preferences::changed);
    m_dialog->showTab(SettingsDialog::Limits);
    named<QSpinBox>("idleTimeoutSpinBox")->setValue(7);
    QCOMPARE(m_ports->preferences.values().idleTimeout, std::chrono::seconds(7));
    named<QSpinBox>("responseCapSpinBox")->setValue(3);
    QCOMPARE(m_ports->preferences.values().maxResponseBytes, 3 * 1024 * 1024);
    named<QSpinBox>("fontPercentSpinBox")->setValue(150);
    QCOMPARE(m_ports->preferences.values().fontPercent, 150);
    auto *theme = named<QComboBox>("themeComboBox");
    theme->setCurrentIndex(2);
    Q_EMIT theme->activated(2);
    QCOMPARE(m_ports->preferences.values().theme, ThemeChoice::Dark);
    QCOMPARE(changed.count(), 4);
}

/// A file of 2.5 MB: refused with the name of the limit, which is raised, and opened.
void TstSettingsDialog::opensWhatTheLimitAllows()
{
    const auto ended = [this] { return !m_workspace->specs().loading; };
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(
        R"({"has_updates":true,"time":42,"feature_gates":[],"dynamic_configs":[],"layer_configs":[],"pad":")"
        + QByteArray(5 * 512 * 1024, 'x') + "\"}");
    QVERIFY(file.flush());
    auto *limit = named<QSpinBox>("responseCapSpinBox");
    limit->setValue(2);
    m_workspace->openSpecs(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(ended(), settingsPatience);
    QVERIFY(m_workspace->specs().error);
    QCOMPARE(m_workspace->specs().error->code, ErrorCode::TooLarge);
    QVERIFY(!m_workspace->specs().project);
    QCOMPARE(m_workspace->specs().error->message,
        QFileInfo(file.fileName()).fileName()
            + QStringLiteral(" has 2.5 MB, and at most 2.0 MB are read. Raise “%1” among the limits in the "
                             "settings, or choose another file.")
                .arg(limit->accessibleName()));
    limit->setValue(3);
    m_workspace->openSpecs(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(ended(), settingsPatience);
    QVERIFY(!m_workspace->specs().error);
    QCOMPARE(m_workspace->specs().project->time(), 42);
}

void TstSettingsDialog::choosesFilesForEvaluating()
{
    m_dialog->showTab(SettingsDialog::Evaluation);
    auto *choice = named<QWidget>("idListsChoice");
    auto *clear = choice->findChild<QAbstractButton *>(QStringLiteral("clearButton"));
    QVERIFY(!clear->isVisible());
    choice->findChild<QAbstractButton *>(QStringLiteral("chooseButton"))->click();
    auto *chooser = choice->findChild<QFileDialog *>();
    QVERIFY(chooser);
    Q_EMIT chooser->fileSelected(QStringLiteral("/data/lists.json"));
    chooser->close();
    QCOMPARE(m_ports->preferences.values().idListsFile, QStringLiteral("/data/lists.json"));
    QCOMPARE(m_ports->preferences.values().countriesFile, QString());

    EvaluationDataState state;
    state.idListsFile.path = QStringLiteral("/data/lists.json");
    state.idListsFile.contents = QStringLiteral("3 lists, 12,400 IDs");
    state.idListsFile.writtenUtc = QDateTime(QDate(2026, 11, 2), QTime(8, 30), Qt::UTC);
    m_ports->evaluationData.setState(state);
    const auto *contents = choice->findChild<Sentence *>(QStringLiteral("contentsText"));
    QVERIFY2(contents->text().startsWith(QStringLiteral("3 lists, 12,400 IDs. Written ")),
        qPrintable(contents->text()));
    auto *problem = choice->findChild<InlineBar *>(QStringLiteral("problemBar"));
    QVERIFY(!problem->isVisible());

    state.idListsFile.error =
        Error {ErrorCode::FileUnreadable, QStringLiteral("/data/lists.json is not there any more."), {}};
    m_ports->evaluationData.setState(state);
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), state.idListsFile.error->message);
    clear->click();
    QCOMPARE(m_ports->preferences.values().idListsFile, QString());
}

GATESCOPE_TEST(TstSettingsDialog)
#include "tst_settingsdialog.moc"
