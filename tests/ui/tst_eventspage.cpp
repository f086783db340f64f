// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>
#include <ui/composer/attributemodel.h>
#include <ui/composer/attributesection.h>
#include <ui/events/eventspage.h>
#include <ui/theme/theme.h>
#include <ui/workspace.h>

#include <QAction>
#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int eventsPagePatience = 30'000;

/// The page over scripted ports, with a sandbox and a production connection.
struct EventsPageUnderTest
{
    FakeStatsigApi api;
    FakeSecretStore secrets;
    FakeConnectionStore connections;
    FakePreferences preferences;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<EventsPage> page;

    EventsPageUnderTest()
    {
        Theme::install({});
        api.setAnswer(Endpoint::LogEvent, R"({"success":true})", 202);
        Connection production;
        production.id = QStringLiteral("prod");
        production.name = QStringLiteral("Shop production");
        production.tier = QStringLiteral("production");
        production.eventsUrl = QUrl(QStringLiteral("https://events.example.com/v1"));
        connections.connections = {production};
        Connection sandbox;
        sandbox.id = QStringLiteral("sandbox");
        sandbox.name = QStringLiteral("Sandbox");
        sandbox.tier = QStringLiteral("development");
        sandbox.builtIn = true;
        workspace =
            std::make_unique<Workspace>(Workspace::Ports {api, secrets, connections, preferences}, sandbox);
        workspace->setUser(StatsigUser::fromJson(R"({"userID":"u-1"})").value_or(StatsigUser()));
        page = std::make_unique<EventsPage>(*workspace);
        page->resize(1280, 800);
        page->show();
    }

    template<class T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    QString cell(int row, int column) const
    {
        return find<QTreeView>("eventsTable")->model()->index(row, column).data().toString();
    }
    QString state(int row = 0) const { return cell(row, EventsModel::StateColumn); }
    int rows() const { return find<QTreeView>("eventsTable")->model()->rowCount(); }

    void add(const QString &name)
    {
        trigger("addEventAction");
        type("eventNameLineEdit", name);
    }
    void type(const char *field, const QString &text) const
    {
        auto *edit = find<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void trigger(const char *action) const
    {
        auto *found = find<QAction>(action);
        QVERIFY2(found && found->isEnabled(), action);
        found->trigger();
    }
    /// A button by its words, accessible ones included; it must be visible and enabled.
    QAbstractButton *button(const QString &text) const
    {
        for (auto *candidate : page->findChildren<QAbstractButton *>()) {
            const bool named = candidate->text() == text || candidate->accessibleName() == text;
            if (named && candidate->isVisible() && candidate->isEnabled())
                return candidate;
        }
        return nullptr;
    }
    void click(const QString &text) const
    {
        // A button new to a layout is shown on the next turn of the event loop.
        QTRY_VERIFY2_WITH_TIMEOUT(button(text), qPrintable(text), eventsPagePatience);
        button(text)->click();
    }
    /// What Copy in the body's head takes.
    QByteArray copiedBody() const
    {
        find<QAbstractButton>("copyBodyButton")->click();
        return QGuiApplication::clipboard()->text().toUtf8();
    }
    LogEventRequest request(int call = 0) const
    {
        return std::get<LogEventRequest>(api.callsTo(Endpoint::LogEvent).value(call).request);
    }
    int sendings() const { return int(api.callsTo(Endpoint::LogEvent).size()); }
};

} // namespace

class TstEventsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timeShowsEveryDigit();
    void saysWhatToDoWhenAllIsSent();
    void startsEmpty();
    void addsAndSends();
    void theNumberIsSentAsTyped();
    void anEventHasAUserOfItsOwn();
    void metadataIsTyped();
    void theBodyInViewIsWhatIsSent();
    void aTimeInSecondsIsFixedByAClick();
    void blockedEventsAreLeftOut();
    void productionAsksOnce();
    void outcomesStayInTheTable_data();
    void outcomesStayInTheTable();
    void nothingSentLeavesEventsReady();
    void sentEventsAreNotSentAgain();
    void stoppingLeavesTheOutcomeOpen();
    void undoes();
    void narrowPagesUseTabs();
};

void TstEventsPage::timeShowsEveryDigit()
{
    EventsPageUnderTest test;
    test.page->resize(960, 800); // the narrowest with the editor at the side
    test.add(QStringLiteral("purchase"));
    test.click(QStringLiteral("Fixed"));
    const auto *edit = test.find<QLineEdit>("millisecondsLineEdit");
    QTRY_VERIFY_WITH_TIMEOUT(edit->isVisible(), eventsPagePatience);
    const int inside = edit->width() - 2 * Theme::instance().scaled(6);
    QVERIFY(inside >= edit->fontMetrics().horizontalAdvance(edit->text()));
    // And the editor is no wider for it than its pane.
    for (const auto *scroll : test.page->findChildren<QScrollArea *>())
        if (scroll->isVisible() && scroll->widget()
            && scroll->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
            QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
}

void TstEventsPage::saysWhatToDoWhenAllIsSent()
{
    const auto says = [](const EventsPageUnderTest &test, const QString &words) {
        for (const auto *label : test.page->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    };
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    QTRY_VERIFY_WITH_TIMEOUT(says(test, QStringLiteral("Nothing stands in the way")), eventsPagePatience);
    test.page->runPrimaryAction();
    QTRY_VERIFY_WITH_TIMEOUT(says(test, QStringLiteral("Every event has been sent.")), eventsPagePatience);
}

void TstEventsPage::startsEmpty()
{
    const EventsPageUnderTest test;
    QVERIFY(!test.button(QStringLiteral("Send")));
    test.find<QAbstractButton>("addFirstEventButton")->click();
    QCOMPARE(test.rows(), 1);
    QCOMPARE(test.state(), QStringLiteral("Blocked"));
    QVERIFY(test.find<QLineEdit>("eventNameLineEdit")->hasFocus() || !QGuiApplication::focusWindow());
}

void TstEventsPage::addsAndSends()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    test.add(QStringLiteral("checkout_started"));
    QCOMPARE(test.cell(0, EventsModel::NameColumn), QStringLiteral("purchase"));
    QCOMPARE(test.cell(1, EventsModel::NameColumn), QStringLiteral("checkout_started"));
    QCOMPARE(test.cell(1, EventsModel::UserColumn), QStringLiteral("u-1"));
    test.click(QStringLiteral("Send 2 events"));
    QCOMPARE(test.state(), QStringLiteral("Sending"));
    QTRY_COMPARE_WITH_TIMEOUT(test.state(1), QStringLiteral("Accepted"), eventsPagePatience);
    QCOMPARE(test.sendings(), 1);
    QCOMPARE(test.request().events.size(), 2);
    QCOMPARE(test.request().events.first().name, QStringLiteral("purchase"));
    QVERIFY(test.request().events.first().time);
}

void TstEventsPage::theNumberIsSentAsTyped()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    test.click(QStringLiteral("Number"));
    QCOMPARE(test.state(), QStringLiteral("Blocked")); // a number is promised, none is there
    test.type("valueLineEdit", QStringLiteral("84.50"));
    QCOMPARE(test.state(), QStringLiteral("Ready"));
    QCOMPARE(test.cell(0, EventsModel::ValueColumn), QStringLiteral("84.50"));
    QVERIFY(test.copiedBody().contains(R"("value":84.50)"));
    test.click(QStringLiteral("Text"));
    QVERIFY(test.copiedBody().contains(R"("value":"84.50")"));
    test.click(QStringLiteral("None"));
    QVERIFY(!test.copiedBody().contains(R"("value")"));
    test.type("valueLineEdit", {}); // disabled, but its text is kept
    test.click(QStringLiteral("Number"));
    QVERIFY(test.copiedBody().contains(R"("value":84.50)"));
}

void TstEventsPage::anEventHasAUserOfItsOwn()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    auto *users = test.find<QComboBox>("userComboBox");
    auto *json = test.find<QPlainTextEdit>("userJsonEdit");
    QVERIFY(!json->isVisible());
    const int copy = users->findText(QStringLiteral("A copy of the composer's user, to edit"));
    users->setCurrentIndex(copy);
    Q_EMIT users->activated(copy);
    QVERIFY(json->isVisible());
    json->setPlainText(QStringLiteral("{\"userID\":\"other\",\"privateAttributes\":{\"crm_id\":\"C-1\"}}"));
    QCOMPARE(test.cell(0, EventsModel::UserColumn), QStringLiteral("other"));
    json->setPlainText(QStringLiteral("{\"userID\":"));
    QCOMPARE(test.cell(0, EventsModel::UserColumn), QStringLiteral("other"));
    const QByteArray body = test.copiedBody();
    QVERIFY(body.contains(R"("userID":"other")"));
    QVERIFY(!body.contains("crm_id"));

    Q_EMIT users->activated(0);
    QCOMPARE(test.cell(0, EventsModel::UserColumn), QStringLiteral("u-1"));
    test.workspace->setUser(StatsigUser::fromJson(R"({"userID":"u-2"})").value_or(StatsigUser()));
    QCOMPARE(test.cell(0, EventsModel::UserColumn), QStringLiteral("u-2"));
}

void TstEventsPage::metadataIsTyped()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    AttributeModel *metadata = test.page->findChild<AttributeSection *>()->model();
    metadata->addRow();
    QVERIFY(metadata->setData(metadata->index(0, AttributeModel::Key), QStringLiteral("items")));
    QVERIFY(metadata->setData(metadata->index(0, AttributeModel::Value), QStringLiteral("3")));
    QVERIFY(test.copiedBody().contains(R"("metadata":{"items":"3"})"));
    QVERIFY(metadata->setData(metadata->index(0, AttributeModel::Type), int(ValueType::Number)));
    QVERIFY(test.copiedBody().contains(R"("metadata":{"items":3})"));
    QCOMPARE(test.cell(0, EventsModel::MetadataColumn), QStringLiteral("1 key"));
}

void TstEventsPage::theBodyInViewIsWhatIsSent()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    test.click(QStringLiteral("Fixed"));
    test.type("millisecondsLineEdit", QStringLiteral("1795435500123"));
    const QByteArray body = test.copiedBody();
    QCOMPARE(body,
        QByteArray(
            R"({"events":[{"eventName":"purchase","user":{"userID":"u-1",)"
            R"("statsigEnvironment":{"tier":"development"}},"time":1795435500123}],"statsigMetadata":)")
            + body.mid(body.lastIndexOf("{\"sdkType\"")));
    test.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(test.state(), QStringLiteral("Accepted"), eventsPagePatience);
    QCOMPARE(test.workspace->exchanges().constLast()->requestBody, body);
}

void TstEventsPage::aTimeInSecondsIsFixedByAClick()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    test.click(QStringLiteral("Fixed"));
    test.type("millisecondsLineEdit", QStringLiteral("1795435500"));
    QCOMPARE(test.state(), QStringLiteral("1 warning"));
    test.click(QStringLiteral("Use milliseconds"));
    QCOMPARE(test.state(), QStringLiteral("Ready"));
    QVERIFY(test.copiedBody().contains(R"("time":1795435500000)"));
    QCOMPARE(test.find<QLineEdit>("millisecondsLineEdit")->text(), QStringLiteral("1795435500000"));
}

void TstEventsPage::blockedEventsAreLeftOut()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    test.add({});
    QCOMPARE(test.state(1), QStringLiteral("Blocked"));
    test.click(QStringLiteral("Send 1 event"));
    QTRY_COMPARE_WITH_TIMEOUT(test.state(0), QStringLiteral("Accepted"), eventsPagePatience);
    QCOMPARE(test.state(1), QStringLiteral("Blocked"));
    QCOMPARE(test.request().events.size(), 1);
    QVERIFY(!test.button(QStringLiteral("Send")));
    test.click(QStringLiteral("Give a name"));
    test.type("eventNameLineEdit", QStringLiteral("view"));
    QVERIFY(test.button(QStringLiteral("Send 1 event")));
}

void TstEventsPage::productionAsksOnce()
{
    EventsPageUnderTest test;
    test.workspace->selectConnection(QStringLiteral("prod"));
    test.add(QStringLiteral("purchase"));
    test.page->runPrimaryAction();
    auto *dialog = test.page->findChild<QDialog *>();
    QVERIFY(dialog);
    QCOMPARE(test.sendings(), 0);
    auto *go = dialog->findChild<QAbstractButton *>(QStringLiteral("actionButton"));
    QVERIFY(!go->isEnabled());
    dialog->findChild<QLineEdit *>(QStringLiteral("nameLineEdit"))
        ->setText(QStringLiteral("Shop production"));
    go->click();
    QTRY_COMPARE_WITH_TIMEOUT(test.state(), QStringLiteral("Accepted"), eventsPagePatience);
    QCOMPARE(test.sendings(), 1);

    test.add(QStringLiteral("refund"));
    test.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(test.state(1), QStringLiteral("Accepted"), eventsPagePatience);
    QCOMPARE(test.sendings(), 2);
}

void TstEventsPage::outcomesStayInTheTable_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("state");
    QTest::newRow("refused") << int(ErrorCode::Unauthorized) << 401 << "Refused";
    QTest::newRow("unknown") << int(ErrorCode::ClosedBeforeAnswer) << 0 << "Unknown";
}

void TstEventsPage::outcomesStayInTheTable()
{
    QFETCH(int, code);
    QFETCH(int, status);
    QFETCH(QString, state);
    EventsPageUnderTest test;
    test.api.setFailure(Endpoint::LogEvent, {ErrorCode(code), QStringLiteral("It went wrong."), {}}, status);
    test.add(QStringLiteral("purchase"));
    test.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(test.state(), state, eventsPagePatience);
    QCOMPARE(test.sendings(), 1); // nothing is retried
    QVERIFY(!test.button(QStringLiteral("Send 1 event")));

    QSignalSpy requests(test.page.get(), &Page::pageRequested);
    test.click(QStringLiteral("Show the exchange"));
    QCOMPARE(requests.count(), 1);
    QCOMPARE(requests.first().first().toString(), QStringLiteral("exchanges"));
    QCOMPARE(requests.first().last().toULongLong(), test.workspace->exchanges().constLast()->number);
}

void TstEventsPage::nothingSentLeavesEventsReady()
{
    EventsPageUnderTest test;
    test.api.setFailure(Endpoint::LogEvent, {ErrorCode::Offline, QStringLiteral("No route."), {}});
    test.add(QStringLiteral("purchase"));
    test.page->runPrimaryAction();
    QTRY_VERIFY_WITH_TIMEOUT(test.button(QStringLiteral("Send 1 event")), eventsPagePatience);
    QCOMPARE(test.state(), QStringLiteral("Ready"));
}

void TstEventsPage::sentEventsAreNotSentAgain()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    test.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(test.state(), QStringLiteral("Accepted"), eventsPagePatience);
    test.page->runPrimaryAction();
    QCOMPARE(test.sendings(), 1);
    QVERIFY(!test.find<QLineEdit>("eventNameLineEdit")->isEnabled());
    test.click(QStringLiteral("Make ready again"));
    QCOMPARE(test.state(), QStringLiteral("Ready"));
    test.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(test.state(), QStringLiteral("Accepted"), eventsPagePatience);
    QCOMPARE(test.sendings(), 2);
}

void TstEventsPage::stoppingLeavesTheOutcomeOpen()
{
    EventsPageUnderTest test;
    test.api.hold();
    QVERIFY(!test.page->stop());
    test.add(QStringLiteral("purchase"));
    test.page->runPrimaryAction();
    QVERIFY(test.page->stop());
    QTRY_COMPARE_WITH_TIMEOUT(
        test.state(), QStringLiteral("Ready"), eventsPagePatience); // the fake wrote nothing
}

void TstEventsPage::undoes()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    test.trigger("duplicateEventAction");
    QCOMPARE(test.rows(), 2);
    test.trigger("removeEventAction");
    test.trigger("removeEventAction");
    QCOMPARE(test.rows(), 0);
    test.trigger("undoEventAction");
    test.trigger("undoEventAction");
    QCOMPARE(test.rows(), 2);
    QCOMPARE(test.cell(1, EventsModel::NameColumn), QStringLiteral("purchase"));
    test.trigger("undoEventAction");
    test.trigger("undoEventAction"); // the name
    QCOMPARE(test.cell(0, EventsModel::NameColumn), QStringLiteral("no name yet"));
    QCOMPARE(test.find<QLineEdit>("eventNameLineEdit")->text(), QString());
    test.trigger("redoEventAction");
    QCOMPARE(test.cell(0, EventsModel::NameColumn), QStringLiteral("purchase"));
    QTest::keyClick(test.find<QTreeView>("eventsTable"), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(test.cell(0, EventsModel::NameColumn), QStringLiteral("no name yet"));
}

void TstEventsPage::narrowPagesUseTabs()
{
    EventsPageUnderTest test;
    test.add(QStringLiteral("purchase"));
    auto *name = test.find<QLineEdit>("eventNameLineEdit");
    auto *table = test.find<QTreeView>("eventsTable");
    const auto isBeside = [&] { return name->mapTo(test.page.get(), QPoint()).x() > table->width(); };
    QTRY_VERIFY_WITH_TIMEOUT(isBeside(), eventsPagePatience);
    test.page->resize(800, 640);
    QTRY_VERIFY_WITH_TIMEOUT(name->isVisible() && !isBeside(), eventsPagePatience);
    test.page->resize(1280, 800);
    QTRY_VERIFY_WITH_TIMEOUT(name->isVisible() && isBeside(), eventsPagePatience);
    QVERIFY(test.find<QAbstractButton>("copyBodyButton")->isVisible());
}

GATESCOPE_TEST(TstEventsPage)
#include "tst_eventspage.moc"
