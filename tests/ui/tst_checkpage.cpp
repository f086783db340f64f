// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkfixture.h"

#include <models/evaluation/phrase.h>
#include <tests/support/testregistry.h>
#include <ui/json/jsontreepane.h>
#include <ui/theme/style.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/statustext.h>

#include <QAction>
#include <QClipboard>
#include <QCheckBox>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

class TstCheckPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstStartChecksTheSandbox();
    void emptyStateOffersSteps();
    void nextStepIsThePrimaryOne();
    void allIsNoFilter();
    void detailShowsEveryField();
    void searchesTheValue();
    void unknownShapeIsShownRaw();
    void failureIsSaidInWords();
    void failureIsNotCut();
    void missingEndpointHasAnAlternative();
    void refusedKeyStopsTheRun();
    void stopKeepsWhatCame();
    void gatesTogether();
    void typedNamesAskForTheirKind();
    void listsArePasted();
    void removeAndUndo();
    void listIsRememberedPerConnection();
    void checksAgainWhenTheUserChanges();
    void subjectIsAddedAndAsked();
    void rulesAndExchangesAreOneClickAway();
};

void TstCheckPage::firstStartChecksTheSandbox()
{
    CheckFixture fixture;
    fixture.open();
    // Gates, config, experiment and layer, without segment and holdout.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.table()->rowCount(), 5, checkPatience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("checkout_v2"), CheckModel::LiveColumn),
        QStringLiteral("On"), checkPatience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("button_copy"), CheckModel::LiveColumn),
        QStringLiteral("In"), checkPatience);
    QCOMPARE(
        fixture.cell(QStringLiteral("checkout_v2"), CheckModel::RuleColumn), QStringLiteral("DE rollout"));
    QCOMPARE(fixture.cell(QStringLiteral("button_copy"), CheckModel::GroupColumn), QStringLiteral("Buy now"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("checkout_flow"), CheckModel::LiveColumn),
        QStringLiteral("Not in"), checkPatience);
    QCOMPARE(fixture.cell(QStringLiteral("search_ranking"), CheckModel::LiveColumn),
        QStringLiteral("Rule matched"));
    QVERIFY(fixture.errorBar()->isHidden());
}

void TstCheckPage::emptyStateOffersSteps()
{
    CheckFixture fixture(false);
    fixture.open();
    QCOMPARE(fixture.table()->rowCount(), 0);
    QVERIFY(fixture.button(QStringLiteral("Use the sandbox")));
    const QSignalSpy requested(fixture.page.get(), &Page::pageRequested);
    fixture.button(QStringLiteral("Add a connection"))->click();
    QCOMPARE(requested.size(), 1);
    QVERIFY(!fixture.page->findChild<QPushButton *>(QStringLiteral("primaryButton"))->isEnabled());
    fixture.button(QStringLiteral("Use the sandbox"))->click();
    QCOMPARE(fixture.workspace->connection().id, QStringLiteral("sandbox"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.table()->rowCount(), 5, checkPatience);
}

void TstCheckPage::nextStepIsThePrimaryOne()
{
    const auto primarySteps = [](const CheckFixture &fixture) {
        QStringList texts;
        for (const auto *button : fixture.page->findChild<EmptyState *>()->findChildren<QPushButton *>())
            if (button->property(primaryProperty).toBool())
                texts << button->text();
        return texts;
    };
    CheckFixture unread(false);
    unread.open();
    QCOMPARE(primarySteps(unread), QStringList(QStringLiteral("Use the sandbox")));

    CheckFixture read(false);
    read.connections.connections.first().keyKind = KeyKind::Server;
    read.open();
    QTRY_COMPARE_WITH_TIMEOUT(primarySteps(read), QStringList(QStringLiteral("Add all")), checkPatience);
}

void TstCheckPage::allIsNoFilter()
{
    CheckFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.table()->rowCount(), 5, checkPatience);
    const auto *chips = fixture.page->findChild<ChipBar *>();
    QCOMPARE(chips->activeCount(), 0);
    for (Chip *chip : chips->findChildren<Chip *>())
        if (chip->text().startsWith(QStringLiteral("Failed")))
            chip->click();
    QCOMPARE(chips->activeCount(), 1);
}

void TstCheckPage::detailShowsEveryField()
{
    CheckFixture fixture(false);
    fixture.api.setAnswer(Endpoint::CheckGate,
        R"({"name":"g","value":true,"rule_id":"r1","group_name":"Test","surprise":[1,2]})");
    fixture.remember(setupOf({{EntityKind::Gate, QStringLiteral("g")}}));
    fixture.open();
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.cell(QStringLiteral("g"), CheckModel::LiveColumn), QStringLiteral("On"), checkPatience);
    const auto *facts = fixture.page->findChild<DataView *>(QStringLiteral("factsView"))->model();
    QStringList lines;
    QTRY_VERIFY_WITH_TIMEOUT(facts->rowCount() > 0, checkPatience);
    for (int row = 0; row < facts->rowCount(); ++row)
        lines.append(facts->index(row, 0).data().toString() + u'=' + facts->index(row, 1).data().toString());
    QVERIFY2(lines.contains(QStringLiteral("Rule ID=r1")), qPrintable(lines.join(u'\n')));
    QVERIFY(lines.contains(QStringLiteral("Group=Test")));
    QVERIFY(lines.contains(QStringLiteral("surprise=[1,2]")));
    QVERIFY(lines.contains(QStringLiteral("Asked by=check_gate")));
}

/// The filter key goes to the line over the value while the keyboard is there; what is looked for stays for
/// the next row.
void TstCheckPage::searchesTheValue()
{
    CheckFixture fixture(false);
    fixture.remember(setupOf({{EntityKind::Experiment, QStringLiteral("button_copy")},
        {EntityKind::Layer, QStringLiteral("checkout_flow")}}));
    fixture.open();
    fixture.page->runPrimaryAction();
    auto *pane = fixture.page->findChild<JsonTreePane *>(QStringLiteral("valuePane"));
    auto *edit = pane->findChild<FilterEdit *>();
    const auto *place = pane->findChild<StatusText *>(QStringLiteral("searchPlace"));
    QTRY_VERIFY_WITH_TIMEOUT(edit->isVisible() && pane->tree()->model()->rowCount() == 2, checkPatience);
    fixture.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.page->window()));
    pane->tree()->setFocus();
    fixture.page->focusFilter();
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("label"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(place->text(), QStringLiteral("1 of 1"), checkPatience);
    QCOMPARE(pane->tree()->currentValue().key(), QStringLiteral("label"));
    auto *table = fixture.page->findChild<DataView *>(QStringLiteral("checkTable"));
    const QModelIndexList rows = table->model()->match(table->model()->index(0, 0), Qt::DisplayRole,
        QStringLiteral("checkout_flow"), 1, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(rows.size(), 1);
    table->setCurrentIndex(rows.first());
    QTRY_COMPARE_WITH_TIMEOUT(pane->tree()->model()->rowCount(), 1, checkPatience);
    QTRY_COMPARE_WITH_TIMEOUT(place->text(), QStringLiteral("1 of 1"), checkPatience);
    QCOMPARE(pane->tree()->currentValue().jsonPath(), QStringLiteral("$.value.label"));
    table->setFocus();
    fixture.page->focusFilter();
    QVERIFY(!edit->hasFocus());
}

void TstCheckPage::unknownShapeIsShownRaw()
{
    CheckFixture fixture(false);
    fixture.api.setAnswer(Endpoint::CheckGate, R"({"weather":"fine"})");
    fixture.remember(setupOf({{EntityKind::Gate, QStringLiteral("g")}}));
    fixture.open();
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("g"), CheckModel::LiveColumn),
        QStringLiteral("Cannot tell"), checkPatience);
    auto *bar = fixture.page->findChild<InlineBar *>(QStringLiteral("detailBar"));
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), checkPatience);
    auto *tree = fixture.page->findChild<QAbstractItemView *>(QStringLiteral("valueTree"));
    QVERIFY(tree->isVisible());
    QVERIFY(tree->model()->rowCount() > 0);
}

void TstCheckPage::failureIsSaidInWords()
{
    CheckFixture fixture(false);
    fixture.api.setFailure(
        Endpoint::GetLayer, Error {ErrorCode::NotFound, QStringLiteral("There is no such layer."), {}}, 404);
    fixture.remember(setupOf(
        {{EntityKind::Layer, QStringLiteral("l")}, {EntityKind::Gate, QStringLiteral("checkout_v2")}}));
    fixture.open();
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.cell(QStringLiteral("l"), CheckModel::LiveColumn), QStringLiteral("Failed"), checkPatience);
    QCOMPARE(
        fixture.cell(QStringLiteral("l"), CheckModel::RuleColumn), QStringLiteral("There is no such layer."));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("checkout_v2"), CheckModel::LiveColumn),
        QStringLiteral("On"), checkPatience);
    QVERIFY(fixture.errorBar()->isHidden()); // one row's business
}

void TstCheckPage::failureIsNotCut()
{
    CheckFixture fixture(false);
    const QString sentence = QStringLiteral("The server refused this key (401), and says so at length. ");
    fixture.api.setFailure(Endpoint::CheckGate, {ErrorCode::Unauthorized, sentence.repeated(3), {}}, 401);
    fixture.remember(setupOf({{EntityKind::Gate, QStringLiteral("g")}}));
    fixture.open();
    fixture.page->resize(900, 300); // the pane below the table is at its smallest
    fixture.page->runPrimaryAction();
    auto *bar = fixture.page->findChild<InlineBar *>(QStringLiteral("detailBar"));
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), checkPatience);
    QTest::qWait(0); // the layout asked for is made
    QVERIFY(bar->height() >= bar->heightForWidth(bar->width()));
}

void TstCheckPage::missingEndpointHasAnAlternative()
{
    CheckFixture fixture(false);
    fixture.api.setFailure(
        Endpoint::CheckGateMultiple, Error {ErrorCode::NotFound, QStringLiteral("Not published."), {}}, 404);
    CheckSetup setup = setupOf({{EntityKind::Gate, QStringLiteral("checkout_v2")}});
    setup.ask.gates = CheckAsk::Gates::Multiple;
    fixture.remember(setup);
    fixture.open();
    fixture.page->runPrimaryAction();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.errorBar()->isVisible(), checkPatience);
    QPushButton *instead = fixture.button(QStringLiteral("Use check_gate"));
    QVERIFY(instead);
    instead->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("checkout_v2"), CheckModel::LiveColumn),
        QStringLiteral("On"), checkPatience);
    QVERIFY(fixture.errorBar()->isHidden());
}

void TstCheckPage::refusedKeyStopsTheRun()
{
    CheckFixture fixture(false);
    fixture.api.setFailure(Endpoint::CheckGate,
        Error {ErrorCode::Unauthorized, QStringLiteral("The server refused this key (401)."), {}}, 401);
    CheckItems items;
    for (int i = 0; i < 20; ++i)
        items.append({EntityKind::Gate, QStringLiteral("gate_%1").arg(i)});
    fixture.remember(setupOf(items));
    fixture.open();
    fixture.page->runPrimaryAction();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.errorBar()->isVisible(), checkPatience);
    QVERIFY(fixture.api.callsTo(Endpoint::CheckGate).size() <= 4);
    QVERIFY(!fixture.page->stop());
}

void TstCheckPage::stopKeepsWhatCame()
{
    CheckFixture fixture(false);
    fixture.api.hold();
    fixture.remember(setupOf({{EntityKind::Gate, QStringLiteral("checkout_v2")}}));
    fixture.open();
    fixture.page->runPrimaryAction();
    QVERIFY(fixture.page->stop());
    QVERIFY(!fixture.page->stop());
    fixture.api.release();
    QCoreApplication::processEvents();
    QCOMPARE(
        fixture.cell(QStringLiteral("checkout_v2"), CheckModel::LiveColumn), QStringLiteral("Not asked yet"));
    QVERIFY(fixture.errorBar()->isHidden());
}

void TstCheckPage::gatesTogether()
{
    CheckFixture fixture(false);
    fixture.api.setAnswer(Endpoint::CheckGate,
        R"([{"name":"a","value":true,"rule_id":"r"},{"name":"b","value":false,"rule_id":"default"}])");
    CheckSetup setup =
        setupOf({{EntityKind::Gate, QStringLiteral("a")}, {EntityKind::Gate, QStringLiteral("b")}});
    setup.ask.gates = CheckAsk::Gates::Together;
    fixture.remember(setup);
    fixture.open();
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.cell(QStringLiteral("b"), CheckModel::LiveColumn), QStringLiteral("Off"), checkPatience);
    QCOMPARE(fixture.cell(QStringLiteral("a"), CheckModel::LiveColumn), QStringLiteral("On"));
    QCOMPARE(fixture.api.callsTo(Endpoint::CheckGate).size(), 1);
}

void TstCheckPage::typedNamesAskForTheirKind()
{
    CheckFixture fixture(false);
    fixture.open();
    QTest::keyClicks(fixture.addField(), QStringLiteral("hidden_layer"));
    QTest::keyClick(fixture.addField(), Qt::Key_Return);
    QMenu *menu = fixture.addField()->kindMenu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 4);
    menu->actions().constLast()->trigger();
    menu->close();
    QCOMPARE(fixture.table()->rowCount(), 1);
    QVERIFY(fixture.table()
            ->index(0, 0)
            .data(Qt::AccessibleTextRole)
            .toString()
            .startsWith(QStringLiteral("hidden_layer, layer")));
}

void TstCheckPage::listsArePasted()
{
    CheckFixture fixture;
    fixture.remember(setupOf({{EntityKind::Gate, QStringLiteral("old_banner")}}), QStringLiteral("sandbox"));
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace->specs().project, checkPatience);
    QCOMPARE(namesIn(QStringLiteral("a, \"b\"\r\n'c';d e\t\n,,a")),
        (QStringList {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d e")}));
    QGuiApplication::clipboard()->setText(QStringLiteral("checkout_v2\nstaff\n"));
    fixture.addField()->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(
        (QTest::keySequence(fixture.addField(), QKeySequence::Paste), fixture.table()->rowCount() == 3),
        checkPatience);
    QVERIFY(fixture.rowOf(QStringLiteral("staff")) >= 0);
}

void TstCheckPage::removeAndUndo()
{
    CheckFixture fixture(false);
    fixture.remember(
        setupOf({{EntityKind::Gate, QStringLiteral("a")}, {EntityKind::Gate, QStringLiteral("b")}}));
    fixture.open();
    auto *view = fixture.page->findChild<DataView *>(QStringLiteral("checkTable"));
    view->setCurrentIndex(view->model()->index(0, 0));
    const auto actions = view->actions();
    actions.constLast()->trigger();
    QCOMPARE(fixture.table()->rowCount(), 1);
    QCOMPARE(fixture.rowOf(QStringLiteral("a")), -1);
    QTest::keySequence(view, QKeySequence(QKeySequence::Undo));
    QCOMPARE(fixture.table()->rowCount(), 2);
}

void TstCheckPage::listIsRememberedPerConnection()
{
    CheckFixture fixture(false);
    fixture.remember(setupOf({{EntityKind::Layer, QStringLiteral("l")}}));
    fixture.remember(setupOf({{EntityKind::Gate, QStringLiteral("old_banner")}}), QStringLiteral("sandbox"));
    fixture.open();
    QCOMPARE(fixture.rowOf(QStringLiteral("l")), 0);
    fixture.workspace->selectConnection(QStringLiteral("sandbox"));
    QCOMPARE(fixture.table()->rowCount(), 1);
    QCOMPARE(fixture.rowOf(QStringLiteral("old_banner")), 0);
    const CheckSetup setup {{{EntityKind::Experiment, QStringLiteral("x")}},
        {CheckAsk::Gates::Together, CheckAsk::Experiments::GetConfig}, true};
    QCOMPARE(checkSetupFromJson(toJson(setup)), std::optional(setup));
    QCOMPARE(checkSetupFromJson("no JSON"), std::nullopt);
}

void TstCheckPage::checksAgainWhenTheUserChanges()
{
    CheckFixture fixture(false);
    CheckSetup setup = setupOf({{EntityKind::Gate, QStringLiteral("checkout_v2")}});
    setup.checkAgain = true;
    fixture.remember(setup);
    fixture.open();
    QVERIFY(fixture.page->findChild<QCheckBox *>(QStringLiteral("checkAgainBox"))->isChecked());
    StatsigUser user;
    user.setText(UserField::UserId, QStringLiteral("u_1"));
    fixture.workspace->setUser(user);
    user.setText(UserField::UserId, QStringLiteral("u_12"));
    fixture.workspace->setUser(user);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("checkout_v2"), CheckModel::LiveColumn),
        QStringLiteral("On"), checkPatience);
    const auto calls = fixture.api.callsTo(Endpoint::CheckGate);
    QCOMPARE(calls.size(), 1);
    QCOMPARE(std::get<CheckGateRequest>(calls.first().request).user, user);
}

void TstCheckPage::subjectIsAddedAndAsked()
{
    CheckFixture fixture(false);
    fixture.open();
    fixture.page->showSubject(
        QVariant::fromValue(CheckItem {EntityKind::DynamicConfig, QStringLiteral("search_ranking")}));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("search_ranking"), CheckModel::LiveColumn),
        QStringLiteral("Rule matched"), checkPatience);
    fixture.page->showSubject(QStringLiteral("not one of ours"));
    QCOMPARE(fixture.table()->rowCount(), 1);
}

void TstCheckPage::rulesAndExchangesAreOneClickAway()
{
    CheckFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(QStringLiteral("checkout_v2"), CheckModel::LiveColumn),
        QStringLiteral("On"), checkPatience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.button(QStringLiteral("Show rules"))->isVisible(), checkPatience);
    const QSignalSpy requested(fixture.page.get(), &Page::pageRequested);
    fixture.button(QStringLiteral("Show rules"))->click();
    QCOMPARE(requested.last()[0].toString(), QStringLiteral("specs"));
    QCOMPARE(requested.last()[1].value<EntityRef>().name, QStringLiteral("checkout_v2"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.button(QStringLiteral("Show the exchange"))->isVisible(), checkPatience);
    fixture.button(QStringLiteral("Show the exchange"))->click();
    QCOMPARE(requested.last()[0].toString(), QStringLiteral("exchanges"));
    QVERIFY(requested.last()[1].toULongLong() > 0);
}

GATESCOPE_TEST(TstCheckPage)
#include "tst_checkpage.moc"
