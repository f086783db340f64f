// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "accessiblewalk.h"
#include "historybench.h"

#include <tests/support/testregistry.h>
#include <ui/exchanges/exchangespage.h>
#include <ui/exchanges/historylist.h>
#include <ui/page.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/tagflow.h>
#include <ui/window/confirmwritedialog.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The history in the window, against a real sandbox.
class TstHistoryPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listsWhatWasAsked();
    void searchesAsOneTypes();
    void filters();
    void loadsMoreAsOneScrolls();
    void saysWhatIsEmptyOrFailed();
    void pinsAndNotes();
    void sendsAgainAndCompares();
    void sendsAboutTheComposersUser();
    void sendsWithAnotherConnection();
    void keepsToTheKeysRules();
    void asksForTheTierOfWhomItIsAbout();
    void asksAnewWhereTheConnectionChanged();
    void saysThatAllIsPinned();
    void asksBeforeWritingToProduction();
    void asksExposuresOffUnlessSwitchedOn();
    void saysWhatIsMaskedBeforeSending();
    void takesTheUserIntoTheComposer();
    void comparesAnyTwo();
    void removesAndUndoes();
    void forgetsAllButWhatIsPinned();
    void isReachedByKeyboard();
    void gallery_data();
    void gallery();

private:
    bool askAbout(const QString &layer);
    QString shown(const char *widget) { return (*m_bench)->text(widget); }
    bool says(const char *widget, const QString &text);
    bool typeName(const QString &name);
    QAbstractButton *primary();
    void grab(const char *name);

    std::unique_ptr<HistoryBench> m_bench;
};

namespace {

Exchange keptCheck(const QByteArray &user, const char *connection = "sandbox")
{
    Exchange exchange;
    exchange.endpoint = Endpoint::GetLayer;
    exchange.connectionId = QLatin1String(connection);
    exchange.connectionName = QStringLiteral("Sandbox");
    exchange.subject = QStringLiteral("checkout_flow");
    exchange.requestBody = R"({"user":)" + user
        + R"(,"layerName":"checkout_flow","statsigMetadata":{"exposureLoggingDisabled":true}})";
    exchange.responseBody = R"({"value":{}})";
    exchange.status = 200;
    exchange.startedUtc = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC);
    return exchange;
}

HistoryEntry keptEntry(const QString &subject)
{
    HistoryEntry entry;
    entry.startedUtc = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC);
    entry.endpoint = Endpoint::GetLayer;
    entry.connectionId = QStringLiteral("sandbox");
    entry.connectionName = QStringLiteral("Sandbox");
    entry.subject = subject;
    entry.status = 200;
    entry.duration = std::chrono::milliseconds(12);
    return entry;
}

} // namespace

void TstHistoryPage::init()
{
    m_bench = std::make_unique<HistoryBench>();
    QVERIFY(m_bench->hasStarted());
}

void TstHistoryPage::cleanup()
{
    m_bench.reset();
}

bool TstHistoryPage::askAbout(const QString &layer)
{
    return m_bench->ask(GetLayerRequest {m_bench->workspace().user(), layer, false});
}

bool TstHistoryPage::says(const char *widget, const QString &text)
{
    return m_bench->waitFor([&] { return shown(widget).contains(text); });
}

/// Into the question that stands before the first write to production.
bool TstHistoryPage::typeName(const QString &name)
{
    ConfirmWriteDialog *dialog = nullptr;
    const bool isThere = m_bench->waitFor([&] {
        dialog = m_bench->window().findChild<ConfirmWriteDialog *>();
        return dialog && dialog->isVisible();
    });
    if (!isThere)
        return false;
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("nameLineEdit")), name);
    QTest::mouseClick(dialog->findChild<QAbstractButton *>(QStringLiteral("actionButton")), Qt::LeftButton);
    return true;
}

QAbstractButton *TstHistoryPage::primary()
{
    return m_bench->window().currentPage()->findChild<QAbstractButton *>(QStringLiteral("primaryButton"));
}

void TstHistoryPage::listsWhatWasAsked()
{
    m_bench->history().add(keptEntry(QStringLiteral("of March")));
    QVERIFY(askAbout(QStringLiteral("checkout_flow")));
    QVERIFY(m_bench->history().asked().isEmpty()); // nothing is read before one looks
    m_bench->window().showPage(QStringLiteral("exchanges"));
    auto *places = m_bench->window().findChild<Segmented *>(QStringLiteral("exchangePlaces"));
    QTest::mouseClick(places->segment(ExchangesPage::History), Qt::LeftButton);
    QVERIFY(m_bench->openHistory());
    QCOMPARE(
        m_bench->subjects(), (QStringList {QStringLiteral("checkout_flow"), QStringLiteral("of March")}));
    const QString row = (*m_bench)->row("historyTable", QStringLiteral("4 Mar, 05:06"));
    QCOMPARE(row, QStringLiteral("4 Mar, 05:06 | get_layer | of March |  | Sandbox | 200 | 12 ms | "));
    QVERIFY(says("pageHeader", QStringLiteral("2 kept")));
    QVERIFY(says("historySplitter", QStringLiteral("checkout_flow"))); // the answer's own body
    // What is asked meanwhile comes on top, and what one looks at stays chosen.
    QVERIFY(m_bench->selectRows({1}));
    QVERIFY(askAbout(QStringLiteral("search_page")));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects().size() == 3; }));
    QCOMPARE(m_bench->subjects().first(), QStringLiteral("search_page"));
    QCOMPARE(m_bench->table()->currentIndex().row(), 2);
}

void TstHistoryPage::searchesAsOneTypes()
{
    for (const char *subject : {"checkout", "search", "gift"})
        m_bench->history().add(keptEntry(QLatin1String(subject)));
    QVERIFY(m_bench->openHistory());
    m_bench->history().hold();
    QVERIFY((*m_bench)->type("historySearchLineEdit", QStringLiteral("gift")));
    QVERIFY((*m_bench)->press("Return"));
    QVERIFY((*m_bench)->type("historySearchLineEdit", QStringLiteral("search")));
    QVERIFY((*m_bench)->press("Return"));
    QCOMPARE(m_bench->subjects().size(), 3); // until the answer is there
    m_bench->history().release();
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects() == QStringList(QStringLiteral("search")); }));
    QVERIFY(says("exchangesPage", QStringLiteral("1 of 3")));
    QVERIFY((*m_bench)->press("Esc"));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects().size() == 3; }));
}

void TstHistoryPage::filters()
{
    HistoryEntry refused = keptEntry(QStringLiteral("refused"));
    refused.error = ErrorCode::Unauthorized;
    refused.status = 401;
    HistoryEntry pinned = keptEntry(QStringLiteral("pinned"));
    pinned.isPinned = true;
    pinned.connectionId = QStringLiteral("acme");
    for (const HistoryEntry &entry : {refused, pinned, keptEntry(QStringLiteral("plain"))})
        m_bench->history().add(entry);
    QVERIFY(m_bench->openHistory());
    const auto lists = [&](const QStringList &subjects) {
        return m_bench->waitFor([&] { return m_bench->subjects() == subjects; });
    };
    const QString plain = QStringLiteral("plain");
    QVERIFY((*m_bench)->clickWord(QStringLiteral("Failed")));
    QVERIFY(lists({QStringLiteral("refused")}));
    QVERIFY((*m_bench)->clickWord(QStringLiteral("Succeeded")));
    QVERIFY(lists({plain, QStringLiteral("pinned")}));
    QVERIFY((*m_bench)->clickWord(QStringLiteral("Pinned")));
    QVERIFY(lists({QStringLiteral("pinned")}));
    QVERIFY((*m_bench)->pick("historyConnectionComboBox", QStringLiteral("Sandbox")));
    QVERIFY(says("historyNoMatch", QStringLiteral("Nothing in the history matches")));
    QVERIFY((*m_bench)->clickWord(QStringLiteral("Clear the filter"), "historyNoMatch"));
    QVERIFY(lists({plain, QStringLiteral("pinned"), QStringLiteral("refused")}));
    QVERIFY((*m_bench)->pick("historyConnectionComboBox", QStringLiteral("Acme")));
    QVERIFY(lists({QStringLiteral("pinned")}));
}

void TstHistoryPage::loadsMoreAsOneScrolls()
{
    for (int i = 0; i < 450; ++i)
        m_bench->history().add(keptEntry(QString::number(i)));
    QVERIFY(m_bench->openHistory());
    QCOMPARE(m_bench->subjects().size(), 200);
    QVERIFY(says("exchangesPage", QStringLiteral("the newest 200 of 450 listed")));
    QScrollBar *bar = m_bench->table()->verticalScrollBar();
    bar->setValue(bar->maximum());
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects().size() == 400; }));
    m_bench->table()->setFocus();
    QVERIFY((*m_bench)->press("End"));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects().size() == 450; }));
    QVERIFY(!shown("exchangesPage").contains(QStringLiteral("listed")));
}

void TstHistoryPage::saysWhatIsEmptyOrFailed()
{
    QVERIFY(m_bench->openHistory());
    QVERIFY(says("historyEmpty", QStringLiteral("Come back to what you asked")));
    m_bench->history().setNotice(QStringLiteral("The history is full. Nothing more is kept."));
    QVERIFY(says("historyNoticeBar", QStringLiteral("Nothing more is kept.")));
    m_bench->history().setFailure(Error {ErrorCode::Internal, QStringLiteral("It cannot be read."), {}});
    QVERIFY((*m_bench)->type("historySearchLineEdit", QStringLiteral("gift")));
    QVERIFY((*m_bench)->press("Return"));
    QVERIFY(says("historyErrorBar", QStringLiteral("It cannot be read.")));
    m_bench->history().setFailure({});
    QVERIFY((*m_bench)->clickWord(QStringLiteral("Try again"), "historyErrorBar"));
    QVERIFY(m_bench->waitFor([&] { return shown("historyErrorBar").isEmpty(); }));
}

void TstHistoryPage::pinsAndNotes()
{
    const qint64 first = m_bench->history().add(keptEntry(QStringLiteral("first")));
    const qint64 second = m_bench->history().add(keptEntry(QStringLiteral("second")));
    QVERIFY(m_bench->openHistory());
    QVERIFY(m_bench->selectRows({0}));
    QVERIFY((*m_bench)->press("Ctrl+B"));
    QVERIFY(m_bench->history().entry(second).isPinned);
    QVERIFY(m_bench->waitFor([&] { return (*m_bench)->buttonText("pinButton") == QStringLiteral("Unpin"); }));
    QVERIFY((*m_bench)->press("F2"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ticket 12"));
    QVERIFY(m_bench->selectRows({1})); // without Enter
    QCOMPARE(m_bench->history().entry(second).note, QStringLiteral("ticket 12"));
    QCOMPARE(m_bench->history().entry(first).note, QString());
    QCOMPARE((*m_bench)->buttonText("pinButton"), QStringLiteral("Pin"));
    QVERIFY((*m_bench)->type("noteLineEdit", QStringLiteral("other")));
    QVERIFY((*m_bench)->press("Return"));
    QCOMPARE(m_bench->history().entry(first).note, QStringLiteral("other"));
    QVERIFY(m_bench->waitFor([&] {
        return m_bench->table()->model()->index(0, 7).data().toString() == QStringLiteral("ticket 12");
    }));
    QVERIFY(m_bench->selectRows({0}));
    QVERIFY((*m_bench)->click("pinButton"));
    QVERIFY(!m_bench->history().entry(second).isPinned);
}

void TstHistoryPage::sendsAgainAndCompares()
{
    QVERIFY(askAbout(QStringLiteral("checkout_flow")));
    const QByteArray asked = m_bench->lastRequest();
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->press("Ctrl+Return"));
    QVERIFY(says("replayBar", QStringLiteral("Sent again with Sandbox: 200 in ")));
    QCOMPARE(m_bench->workspace().exchanges().size(), 2);
    QCOMPARE(m_bench->lastRequest(), asked);
    // Both are selected, and the new one is shown.
    QVERIFY(m_bench->waitFor([&] { return m_bench->table()->selectionModel()->selectedRows().size() == 2; }));
    QCOMPARE(m_bench->table()->currentIndex().row(), 0);
    QVERIFY((*m_bench)->click("compareReplayButton"));
    QCOMPARE(m_bench->window().currentPage()->objectName(), QStringLiteral("comparePage"));
    QVERIFY(says("comparePage", QStringLiteral("Nothing is different")));
    QVERIFY((*m_bench)->click("compareBackButton"));
    QCOMPARE(m_bench->window().currentPage()->objectName(), QStringLiteral("exchangesPage"));
}

void TstHistoryPage::sendsAboutTheComposersUser()
{
    QVERIFY(askAbout(QStringLiteral("checkout_flow")));
    QVERIFY(m_bench->openHistory());
    m_bench->workspace().setUser(m_bench->user(R"({"userID":"u-2"})"));
    QVERIFY((*m_bench)->press("Ctrl+R"));
    QVERIFY(says("replayBar", QStringLiteral("Sent again with Sandbox")));
    QVERIFY(m_bench->lastRequest().startsWith(R"({"user":{"userID":"u-2")"));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects().size() == 2; }));
    QCOMPARE(m_bench->table()->model()->index(0, 3).data().toString(), QStringLiteral("u-2"));
}

void TstHistoryPage::sendsWithAnotherConnection()
{
    QVERIFY(askAbout(QStringLiteral("checkout_flow")));
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->click("sendWithButton"));
    auto *menu = m_bench->window().findChild<QMenu *>(QStringLiteral("sendWithMenu"));
    QTRY_VERIFY_WITH_TIMEOUT(menu->isVisible(), HistoryBench::patience);
    QCOMPARE(menu->actions().last()->text(), QStringLiteral("Acme shop"));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().last()).center());
    QVERIFY(says("replayBar", QStringLiteral("Sent again with Acme shop: 200")));
    // The sandbox's tier went with the user, which is nothing one would guess of production.
    QVERIFY(says("replayBar", QStringLiteral("The user's tier is development, as it was sent before.")));
    QCOMPARE(m_bench->workspace().exchanges().last()->connectionName, QStringLiteral("Acme shop"));
    QCOMPARE(m_bench->workspace().connection().name, QStringLiteral("Sandbox")); // which stays the chosen one
}

void TstHistoryPage::keepsToTheKeysRules()
{
    Connection client = *m_bench->workspace().findConnection(QStringLiteral("acme"));
    client.keyKind = KeyKind::Client;
    m_bench->workspace().saveConnection(client);
    QVERIFY(m_bench->ask(DownloadConfigSpecsRequest()));
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->click("sendWithButton"));
    auto *menu = m_bench->window().findChild<QMenu *>(QStringLiteral("sendWithMenu"));
    const QAction *acme = menu->actions().last();
    QVERIFY(!acme->isEnabled());
    QVERIFY2(acme->toolTip().contains(QStringLiteral("A client key cannot download specs")),
        qPrintable(acme->toolTip()));
    menu->close();
    QVERIFY((*m_bench)->activate());
    // One whose connection has gone says so.
    m_bench->history().add(keptEntry(QStringLiteral("gone")),
        std::make_shared<Exchange>(keptCheck(R"({"userID":"u-1"})", "removed")));
    QVERIFY((*m_bench)->type("historySearchLineEdit", QStringLiteral("gone")));
    QVERIFY((*m_bench)->press("Return"));
    const QStringList gone(QStringLiteral("gone"));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects() == gone && primary()->isEnabled(); }));
    QVERIFY((*m_bench)->press("Ctrl+Return"));
    QVERIFY(says("replayBar", QStringLiteral("is no longer there. Send it with another connection.")));
}

/// Neither the connection nor the composer's user is of production; one of the event's is.
void TstHistoryPage::asksForTheTierOfWhomItIsAbout()
{
    StatsigEvent event;
    event.name = QStringLiteral("purchase");
    StatsigEvent live = event;
    live.user = m_bench->workspace().user();
    live.user->setTier(productionTier.toString());
    QVERIFY(m_bench->ask(LogEventRequest {m_bench->workspace().user(), {event, live}}));
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->press("Ctrl+Return"));
    const auto *dialog = m_bench->window().findChild<ConfirmWriteDialog *>();
    QVERIFY(dialog);
    QCOMPARE(m_bench->workspace().exchanges().size(), 1); // nothing was sent yet
}

/// What was meant with exposures on is not sent so when they are off by now.
void TstHistoryPage::asksAnewWhereTheConnectionChanged()
{
    m_bench->workspace().setExposuresOn(true);
    const QByteArray user = R"({"userID":"u-1","privateAttributes":{"a":"[private]"}})";
    m_bench->history().add(
        keptEntry(QStringLiteral("checkout_flow")), std::make_shared<Exchange>(keptCheck(user)));
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->press("Ctrl+Return"));
    QVERIFY(says("replayBar", QStringLiteral("masked in the history")));
    m_bench->workspace().setExposuresOn(false);
    QVERIFY((*m_bench)->click("replayLikeThisButton"));
    QVERIFY(says("replayBar", QStringLiteral("masked in the history"))); // asked again, nothing sent
    QVERIFY(m_bench->workspace().exchanges().isEmpty());
    QVERIFY((*m_bench)->click("replayLikeThisButton"));
    QVERIFY(says("replayBar", QStringLiteral("Sent again")));
    QVERIFY(m_bench->lastRequest().contains(R"("exposureLoggingDisabled":true)"));
}

void TstHistoryPage::saysThatAllIsPinned()
{
    HistoryEntry pinned = keptEntry(QStringLiteral("pinned"));
    pinned.isPinned = true;
    m_bench->history().add(pinned);
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->choose("forgetHistoryAction"));
    QVERIFY(says("historyUndoBar", QStringLiteral("all that is kept is pinned")));
}

void TstHistoryPage::asksBeforeWritingToProduction()
{
    StatsigEvent event;
    event.name = QStringLiteral("purchase");
    QVERIFY(m_bench->ask(LogEventRequest {m_bench->workspace().user(), {event, event}}));
    QVERIFY(m_bench->openHistory());
    QCOMPARE(primary()->text(), QStringLiteral("Send 2 events again"));
    QVERIFY((*m_bench)->click("sendWithButton"));
    auto *menu = m_bench->window().findChild<QMenu *>(QStringLiteral("sendWithMenu"));
    menu->actions().last()->trigger();
    menu->close();
    ConfirmWriteDialog *dialog = m_bench->window().findChild<ConfirmWriteDialog *>();
    QVERIFY(dialog);
    QCOMPARE(m_bench->workspace().exchanges().size(), 1); // nothing was sent yet
    QCOMPARE(dialog->findChild<QAbstractButton *>(QStringLiteral("actionButton"))->text(),
        QStringLiteral("Send 2 events again"));
    QVERIFY(typeName(QStringLiteral("Acme shop")));
    QVERIFY(says("replayBar", QStringLiteral("Sent again with Acme shop")));
    QCOMPARE(m_bench->workspace().ledger()->items().size(), 4); // each is counted
}

void TstHistoryPage::asksExposuresOffUnlessSwitchedOn()
{
    QVERIFY(
        m_bench->ask(GetLayerRequest {m_bench->workspace().user(), QStringLiteral("checkout_flow"), true}));
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->press("Ctrl+Return"));
    QVERIFY(says("replayBar", QStringLiteral("nothing is logged this time")));
    QCOMPARE(m_bench->workspace().exchanges().size(), 1);
    QVERIFY((*m_bench)->click("replayLikeThisButton"));
    QVERIFY(says("replayBar", QStringLiteral("Sent again")));
    QVERIFY(m_bench->lastRequest().contains(R"("exposureLoggingDisabled":true)"));
    // With exposures on it is a write, and production asks.
    Connection acme = *m_bench->workspace().findConnection(QStringLiteral("acme"));
    acme.exposuresOn = true;
    m_bench->workspace().saveConnection(acme);
    QVERIFY((*m_bench)->click("sendWithButton"));
    auto *menu = m_bench->window().findChild<QMenu *>(QStringLiteral("sendWithMenu"));
    menu->actions().last()->trigger();
    menu->close();
    QVERIFY(typeName(QStringLiteral("Acme shop")));
    QVERIFY(says("replayBar", QStringLiteral("Sent again with Acme shop")));
    QVERIFY(!m_bench->lastRequest().contains("exposureLoggingDisabled"));
}

void TstHistoryPage::saysWhatIsMaskedBeforeSending()
{
    const QByteArray user = R"({"userID":"u-1","privateAttributes":{"a":"[private]","b":"[private]"}})";
    m_bench->history().add(
        keptEntry(QStringLiteral("checkout_flow")), std::make_shared<Exchange>(keptCheck(user)));
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->press("Ctrl+Return"));
    QVERIFY(
        says("replayBar", QStringLiteral("2 private attributes are masked in the history and not sent.")));
    QVERIFY(m_bench->workspace().exchanges().isEmpty());
    QVERIFY((*m_bench)->press("Space")); // the focus is on the button that goes on
    QVERIFY(m_bench->waitFor([&] { return !m_bench->workspace().exchanges().isEmpty(); }));
    QVERIFY(!m_bench->lastRequest().contains("[private]"));
}

void TstHistoryPage::takesTheUserIntoTheComposer()
{
    const QByteArray user =
        R"({"userID":"u-9","custom":{"plan":"pro"},"privateAttributes":{"a":"[private]"}})";
    m_bench->history().add(
        keptEntry(QStringLiteral("checkout_flow")), std::make_shared<Exchange>(keptCheck(user)));
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->press("Ctrl+I"));
    QCOMPARE(m_bench->workspace().user(), m_bench->user(R"({"userID":"u-9","custom":{"plan":"pro"}})"));
    QVERIFY(says("replayBar", QStringLiteral("1 private attribute is masked in the history and left out.")));
    QVERIFY((*m_bench)->choose("undo"));
    QCOMPARE(m_bench->workspace().user(), m_bench->user(R"({"userID":"u-1"})"));
}

void TstHistoryPage::comparesAnyTwo()
{
    for (const char *id : {"u-1", "u-2"}) {
        const StatsigUser user = m_bench->user(QByteArray(R"({"userID":")") + id + R"("})");
        QVERIFY(m_bench->ask(InitializeRequest {user, HashAlgorithm::None, 0}));
    }
    QVERIFY(askAbout(QStringLiteral("checkout_flow")));
    QVERIFY(m_bench->openHistory());
    auto *compare = m_bench->window().findChild<QAbstractButton *>(QStringLiteral("compareExchangesButton"));
    QVERIFY(!compare->isEnabled());
    QVERIFY(m_bench->selectRows({1, 2}));
    QVERIFY((*m_bench)->press("Ctrl+M"));
    QVERIFY(m_bench->waitFor([&] { return !(*m_bench)->rowNames("compareTable").isEmpty(); }));
    const auto *tags = m_bench->window().findChild<TagFlow *>(QStringLiteral("userTags"));
    QVERIFY2(tags->tags().contains(QStringLiteral("userID u-1 › u-2")), qPrintable(tags->tags().join(u'\n')));
    QVERIFY((*m_bench)->click("compareBackButton"));
    QVERIFY(m_bench->selectRows({0}));
    QVERIFY(!compare->isEnabled());
}

void TstHistoryPage::removesAndUndoes()
{
    for (const char *subject : {"a", "b", "c"})
        m_bench->history().add(keptEntry(QLatin1String(subject)));
    QVERIFY(m_bench->openHistory());
    QVERIFY(m_bench->selectRows({0, 1}));
    QVERIFY((*m_bench)->press("Ctrl+Del"));
    QVERIFY(says("historyUndoBar", QStringLiteral("2 exchanges removed.")));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects() == QStringList(QStringLiteral("a")); }));
    QVERIFY(m_bench->waitFor([&] { return m_bench->table()->selectionModel()->hasSelection(); }));
    QVERIFY((*m_bench)->click("undoRemoveButton"));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects().size() == 3; }));
    QCOMPARE(m_bench->subjects().first(), QStringLiteral("c"));
    QVERIFY(shown("historyUndoBar").isEmpty());
}

void TstHistoryPage::forgetsAllButWhatIsPinned()
{
    HistoryEntry pinned = keptEntry(QStringLiteral("pinned"));
    pinned.isPinned = true;
    m_bench->history().add(pinned);
    m_bench->history().add(keptEntry(QStringLiteral("plain")));
    QVERIFY(m_bench->openHistory());
    QVERIFY((*m_bench)->choose("forgetHistoryAction"));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects() == QStringList(QStringLiteral("pinned")); }));
    QVERIFY(says("historyUndoBar", QStringLiteral("removed.")));
    QVERIFY((*m_bench)->click("undoRemoveButton"));
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects().size() == 2; }));
}

void TstHistoryPage::isReachedByKeyboard()
{
    m_bench->history().add(keptEntry(QStringLiteral("a")));
    QVERIFY(m_bench->openHistory());
    QCOMPARE(nameless(&m_bench->window()).join(QLatin1Char('\n')), QString());
    const auto *list = m_bench->window().findChild<HistoryList *>();
    QList<QWidget *> wanted;
    for (QWidget *each : focusableIn(&m_bench->window()))
        if (list->isAncestorOf(each))
            wanted << each;
    QVERIFY(wanted.size() > 6);
    QVERIFY((*m_bench)->press("/"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("historySearchLineEdit"));
    QSet<QWidget *> reached;
    for (int i = 0; i < 200; ++i) {
        reached << QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QWidget *each : std::as_const(wanted))
        QVERIFY2(reached.contains(each), qPrintable(pathOf(each)));
}

void TstHistoryPage::gallery_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    for (const bool isDark : {false, true})
        for (const QSize size : {QSize(1440, 900), QSize(1024, 700)})
            QTest::addRow("%s %d", isDark ? "dark" : "light", size.width()) << isDark << size;
}

void TstHistoryPage::grab(const char *name)
{
    QCoreApplication::processEvents(); // layouts follow what was shown last
    QVERIFY(!m_bench->table()->isVisible() || m_bench->table()->horizontalScrollBar()->maximum() == 0);
    if (const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY"); !folder.isEmpty())
        QVERIFY(m_bench->window().grab().save(folder + QStringLiteral("/history-") + QLatin1String(name)
            + u'-' + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));
}

/// Pictures for the eye, where GATESCOPE_GALLERY names a folder; and nothing is wider than its window.
void TstHistoryPage::gallery()
{
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    PreferenceValues preferences = m_bench->workspace().preferences().values();
    preferences.theme = isDark ? ThemeChoice::Dark : ThemeChoice::Light;
    m_bench->workspace().preferences().setValues(preferences);
    m_bench->window().resize(size);
    QVERIFY(m_bench->openHistory());
    grab("empty");
    HistoryEntry entry = keptEntry(QStringLiteral("checkout_button_copy_") + QString(80, QLatin1Char('n')));
    entry.user = QStringLiteral("u_48213_") + QString(60, QLatin1Char('x'));
    entry.note = QStringLiteral("Ticket 4711: the group is another one than in the console, see the mail");
    entry.connectionName = QStringLiteral("Acme shop, production of the whole of Europe");
    entry.isPinned = true;
    m_bench->history().add(entry, std::make_shared<Exchange>(keptCheck(R"({"userID":"u-1"})")));
    entry.error = ErrorCode::Unauthorized;
    entry.status = 401;
    entry.isPinned = false;
    m_bench->history().add(entry, std::make_shared<Exchange>(keptCheck(R"({"userID":"u-1"})")));
    for (int i = 0; i < 300; ++i)
        m_bench->history().add(keptEntry(QStringLiteral("checkout_flow")));
    m_bench->history().add(entry, std::make_shared<Exchange>(keptCheck(R"({"userID":"u-1"})")));
    entry.isPinned = true;
    m_bench->history().add(entry, std::make_shared<Exchange>(keptCheck(R"({"userID":"u-1"})")));
    QVERIFY(askAbout(QStringLiteral("checkout_flow")));
    QVERIFY(m_bench->waitFor([&] { return !m_bench->subjects().isEmpty(); }));
    m_bench->history().restore({}); // what earlier runs left is read again
    QVERIFY(m_bench->waitFor([&] { return m_bench->subjects().size() >= 200 && primary()->isEnabled(); }));
    grab("list");
    QVERIFY((*m_bench)->press("Ctrl+Return"));
    QVERIFY(says("replayBar", QStringLiteral("Sent again")));
    QVERIFY(m_bench->waitFor([&] { return m_bench->table()->selectionModel()->selectedRows().size() == 2; }));
    QVERIFY((*m_bench)->choose("removeExchangesAction"));
    QVERIFY(says("historyUndoBar", QStringLiteral("removed.")));
    QVERIFY(m_bench->waitFor(
        [&] { return m_bench->table()->selectionModel()->hasSelection() && primary()->isEnabled(); }));
    grab("replayed");
    QVERIFY((*m_bench)->type("historySearchLineEdit", QStringLiteral("zzz")));
    QVERIFY((*m_bench)->press("Return"));
    QVERIFY(says("historyNoMatch", QStringLiteral("Nothing in the history matches")));
    grab("nomatch");
}

GATESCOPE_TEST(TstHistoryPage)
#include "tst_historypage.moc"
