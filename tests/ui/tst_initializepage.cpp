// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evaluation/phrase.h>
#include <models/items/checkanswer.h>
#include <models/items/initializemodel.h>
#include <tests/support/fakehistorystore.h>
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>

#include <ui/initialize/initializepage.h>
#include <ui/json/jsontreepane.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>
#include <ui/workspace.h>

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int pagePatience = 30000;

// Hashes from the published table: a_gate 2867927529, an_experiment 3921852239, a_layer 3011030003, a 97.
const QByteArray pageSpecs = R"json({"has_updates":true,"time":42,"response_format":"dcs-v2",
"feature_gates":{"a_gate":{"type":"feature_gate","entity":"feature_gate","salt":"s","enabled":true,
  "defaultValue":false,"idType":"userID","rules":[{"id":"r1","name":"DE rollout","salt":"s","passPercentage":10,
  "returnValue":true,"conditions":[],"idType":"userID"}]}},
"dynamic_configs":{"an_experiment":{"type":"dynamic_config","entity":"experiment","salt":"s","enabled":true,
  "isActive":true,"defaultValue":{},"idType":"userID","rules":[]}},
"layer_configs":{"a_layer":{"type":"dynamic_config","entity":"layer","salt":"s","enabled":true,"defaultValue":{},
  "idType":"userID","rules":[]}},
"experiment_to_layer":{"an_experiment":"a_layer"},"condition_map":{}})json";

const QByteArray pageAnswer = R"json({"feature_gates":{
  "2867927529":{"value":false,"rule_id":"r1","id_type":"userID","secondary_exposures":[]},
  "97":{"value":true,"rule_id":"default","id_type":"userID","secondary_exposures":[]}},
"dynamic_configs":{"3921852239":{"value":{"label":"Buy now"},"rule_id":"g","group_name":"Test","id_type":"userID",
  "is_experiment_active":true,"is_user_in_experiment":true,"explicit_parameters":["label"],
  "secondary_exposures":[{"gate":"2867927529","gateValue":"false","ruleID":"r1"}]}},
"layer_configs":{"3011030003":{"value":{"label":"Buy now"},"rule_id":"g","group_name":"Test","id_type":"userID",
  "is_user_in_experiment":true,"allocated_experiment_name":"3921852239","explicit_parameters":["label"],
  "secondary_exposures":[],"undelegated_secondary_exposures":[]}},
"param_stores":{},"has_updates":true,"time":43,"hash_used":"djb2"})json";

/// The page over fakes, as the window would hold it.
struct PageBench
{
    explicit PageBench(KeyKind kind = KeyKind::Server, HistoryStore *history = nullptr)
    {
        Connection sandbox;
        sandbox.id = QStringLiteral("sandbox");
        sandbox.name = QStringLiteral("Sandbox");
        sandbox.tier = QStringLiteral("development");
        sandbox.keyKind = kind;
        sandbox.builtIn = true;
        api.setAnswer(Endpoint::DownloadConfigSpecs, pageSpecs);
        api.setAnswer(Endpoint::Initialize, pageAnswer);
        Workspace::Ports ports {api, secrets, store, preferences};
        ports.history = history;
        workspace = std::make_unique<Workspace>(ports, sandbox);
        StatsigUser user;
        user.setText(UserField::UserId, QStringLiteral("u_48213"));
        workspace->setUser(user);
        page = std::make_unique<InitializePage>(*workspace);
        page->resize(1100, 700);
        page->show();
    }

    template<class Widget>
    Widget *find(const char *name) const
    {
        return page->findChild<Widget *>(QString::fromLatin1(name));
    }
    DataView *table() const { return find<DataView>("initializeTable"); }
    /// Names and values of all rows as they stand in the table.
    QString printed() const
    {
        QString out;
        const QAbstractItemModel *model = table()->model();
        for (int group = 0; group < model->rowCount(); ++group) {
            const QModelIndex parent = model->index(group, 0);
            out += parent.data().toString() + QLatin1Char('\n');
            for (int row = 0; row < model->rowCount(parent); ++row) {
                QStringList cells;
                for (int column = 0; column < model->columnCount(parent); ++column)
                    cells << model->index(row, column, parent).data().toString();
                out += QStringLiteral("  ") + cells.join(QLatin1Char('|')) + QLatin1Char('\n');
            }
        }
        return out;
    }
    bool waitForSpecs() const
    {
        return QTest::qWaitFor([this] { return workspace->specs().project != nullptr; }, pagePatience);
    }
    bool waitForAnswer() const
    {
        return QTest::qWaitFor([this] { return table()->model()->rowCount() > 0; }, pagePatience);
    }
    Chip *chip(const QString &text) const
    {
        for (Chip *chip : page->findChildren<Chip *>())
            if (chip->text() == text)
                return chip;
        return nullptr;
    }

    FakeStatsigApi api;
    FakeSecretStore secrets;
    FakeConnectionStore store;
    FakePreferences preferences;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<InitializePage> page;
};

QStringList headerTexts(const PageBench &bench)
{
    QStringList texts;
    for (const StatusText *text : bench.page->findChildren<StatusText *>())
        texts << text->text();
    return texts;
}

} // namespace

/// What stands on the Initialize page.
class TstInitializePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsEmpty();
    void showsTheAnswer();
    void showsTheChosenEntry();
    void searchesTheValue();
    void sharesTheWidth();
    void followsTheLayer();
    void leadsToTheRules();
    void filtersByTextAndChips();
    void remembersHashAndSendsIt();
    void namesArriveWithTheSpecs();
    void checksLive();
    void namesComeFromAList();
    void namesComeFromTheHistory();
    void badListsAreRefused_data();
    void badListsAreRefused();
    void clientKeyCannotDownload();
    void stopsAndKeepsTheOldAnswer();
    void showsFailures();
    void showsUnknownShapesRaw();
    void saysNothingNew();
    void marksAnswersOfAnotherUser();
    void narrowPutsTheDetailBelow();
};

void TstInitializePage::startsEmpty()
{
    const PageBench bench;
    QVERIFY(bench.find<QWidget>("emptyState")->isVisible());
    QVERIFY(!bench.find<FilterEdit>("filterEdit")->isVisible());
    QVERIFY(!bench.page->stop());
    QVERIFY(!bench.page->leaveFilter());
}

void TstInitializePage::showsTheAnswer()
{
    const PageBench bench;
    QVERIFY(bench.waitForSpecs());
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    QCOMPARE(bench.printed(),
        QString::fromUtf8("Feature gates\n"
                          "  a_gate|Off|DE rollout||userID|\n"
                          "  97|On|No rule matched||userID|\n"
                          "Dynamic configs\n"
                          "Experiments\n"
                          "  an_experiment|1 key|g|Test|userID|In\n"
                          "Layers\n"
                          "  a_layer|1 key|g|Test|userID|In\n"
                          "Parameter stores\n"));
    QVERIFY(headerTexts(bench).filter(QStringLiteral("for u_48213, 4 item")).size() == 1);
    auto *bar = bench.find<InlineBar>("unknownBar");
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().startsWith(
                 QStringLiteral("1 of 4 hashes has no known name: the specs do not contain it")),
        qPrintable(bar->text()));
    QCOMPARE(bench.chip(QStringLiteral("Gates"))->count(), 2);
    QCOMPARE(bench.chip(QStringLiteral("Passing"))->count(), 3);
    QCOMPARE(bench.chip(QStringLiteral("In experiment"))->count(), 2);
    QCOMPARE(bench.chip(QStringLiteral("Unknown"))->count(), 1);
}

void TstInitializePage::showsTheChosenEntry()
{
    const PageBench bench;
    QVERIFY(bench.waitForSpecs());
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    QCOMPARE(bench.find<StatusText>("detailName")->text(), QStringLiteral("a_gate"));
    const QAbstractItemModel *model = bench.table()->model();
    bench.table()->setCurrentIndex(model->index(0, 0, model->index(2, 0)));
    QCOMPARE(bench.find<StatusText>("detailName")->text(), QStringLiteral("an_experiment"));
    QCOMPARE(
        bench.find<Sentence>("pathText")->text(), QStringLiteral("$.dynamic_configs['3921852239'].value"));
    QCOMPARE(
        bench.find<DataView>("valueTree")->model()->index(0, 0).data().toString(), QStringLiteral("label"));
    const QAbstractItemModel *exposures = bench.find<DataView>("exposuresView")->model();
    QCOMPARE(exposures->index(0, 0).data().toString(), QStringLiteral("a_gate"));
    QCOMPARE(exposures->index(0, 1).data().toString(), QStringLiteral("Off"));
    bench.find<ActionButton>("copyPathButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("$.dynamic_configs['3921852239'].value"));
}

void TstInitializePage::searchesTheValue()
{
    const PageBench bench;
    QVERIFY(bench.waitForSpecs());
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    auto *pane = bench.find<JsonTreePane>("valuePane");
    auto *edit = pane->findChild<FilterEdit *>();
    const auto *place = pane->findChild<StatusText *>(QStringLiteral("searchPlace"));
    QVERIFY(!edit->isVisible()); // a gate's value is one word
    const QAbstractItemModel *model = bench.table()->model();
    bench.table()->setCurrentIndex(model->index(0, 0, model->index(2, 0)));
    QVERIFY(edit->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
    pane->tree()->setFocus();
    bench.page->focusFilter();
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("buy"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(place->text(), QStringLiteral("1 of 1"), pagePatience);
    QCOMPARE(pane->tree()->currentValue().key(), QStringLiteral("label"));
    bench.table()->setFocus();
    bench.page->focusFilter();
    QVERIFY(!edit->hasFocus());
}

void TstInitializePage::sharesTheWidth()
{
    const PageBench bench;
    QVERIFY(bench.waitForSpecs());
    bench.page->resize(1500, 800);
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    const auto fits = [&](InitializeColumn column) {
        return bench.table()->columnWidth(int(column)) >= bench.table()->wantedWidth(int(column));
    };
    const auto overhang = [&] {
        return bench.table()->header()->length() - bench.table()->viewport()->width();
    };
    for (const auto column : {InitializeColumn::Name, InitializeColumn::Rule, InitializeColumn::Group})
        QTRY_VERIFY_WITH_TIMEOUT(fits(column), pagePatience);
    QVERIFY(overhang() <= 0);
    bench.page->resize(900, 800); // beside a detail: what is too long is elided, nothing is pushed out
    QTRY_VERIFY_WITH_TIMEOUT(overhang() <= 0, pagePatience);
}

void TstInitializePage::followsTheLayer()
{
    const PageBench bench;
    QVERIFY(bench.waitForSpecs());
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    const QAbstractItemModel *model = bench.table()->model();
    bench.table()->setCurrentIndex(model->index(0, 0, model->index(2, 0)));
    bench.find<QAbstractButton>("layerLink")->click();
    QCOMPARE(bench.table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("a_layer"));
    bench.find<QAbstractButton>("experimentLink")->click();
    QCOMPARE(
        bench.table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("an_experiment"));
}

void TstInitializePage::leadsToTheRules()
{
    const PageBench bench;
    QVERIFY(bench.waitForSpecs());
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    QSignalSpy asked(bench.page.get(), &Page::pageRequested);
    auto *rules = bench.find<ActionButton>("showRulesButton");
    rules->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QStringLiteral("specs"));
    QCOMPARE(asked[0][1].value<QVariant>().value<EntityRef>(),
        (EntityRef {SpecTable::FeatureGates, QStringLiteral("a_gate")}));
    const QAbstractItemModel *model = bench.table()->model();
    bench.table()->setCurrentIndex(model->index(1, 0, model->index(0, 0)));
    QVERIFY(!rules->isEnabled());
    QVERIFY(!rules->toolTip().isEmpty());
}

void TstInitializePage::filtersByTextAndChips()
{
    const PageBench bench;
    QVERIFY(bench.waitForSpecs());
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    bench.page->focusFilter();
    QTest::keyClicks(bench.find<FilterEdit>("filterEdit"), QStringLiteral("BUY"));
    QTest::keyClick(bench.find<FilterEdit>("filterEdit"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(bench.printed(),
        QStringLiteral("Experiments\n  an_experiment|1 key|g|Test|userID|In\n"
                       "Layers\n  a_layer|1 key|g|Test|userID|In\n"),
        pagePatience);
    QCOMPARE(bench.find<InlineBar>("shownBar")->text(), QStringLiteral("2 of 4 shown."));
    bench.chip(QStringLiteral("Layers"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(
        bench.printed(), QStringLiteral("Layers\n  a_layer|1 key|g|Test|userID|In\n"), pagePatience);
    QVERIFY(!bench.chip(QStringLiteral("All"))->isChecked());
    QVERIFY(bench.page->leaveFilter());
    QTRY_COMPARE_WITH_TIMEOUT(bench.table()->model()->rowCount(), 5, pagePatience);
    QVERIFY(bench.chip(QStringLiteral("All"))->isChecked());
    QVERIFY(!bench.page->leaveFilter());
}

void TstInitializePage::remembersHashAndSendsIt()
{
    PageBench bench;
    auto *combo = bench.find<QComboBox>("hashCombo");
    QCOMPARE(combo->currentText(), QStringLiteral("djb2"));
    combo->setCurrentText(QStringLiteral("sha256"));
    Q_EMIT combo->activated(combo->currentIndex());
    bench.page->runPrimaryAction();
    const auto calls = bench.api.callsTo(Endpoint::Initialize);
    QCOMPARE(calls.size(), 1);
    QCOMPARE(std::get<InitializeRequest>(calls.first().request).hash, HashAlgorithm::Sha256);
    const InitializePage other(*bench.workspace);
    QCOMPARE(
        other.findChild<QComboBox *>(QStringLiteral("hashCombo"))->currentText(), QStringLiteral("sha256"));
}

void TstInitializePage::namesArriveWithTheSpecs()
{
    PageBench bench;
    bench.api.setFailure(
        Endpoint::DownloadConfigSpecs, {ErrorCode::ServerError, QStringLiteral("No."), {}}, 500);
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace->specs().error, pagePatience);
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    auto *bar = bench.find<InlineBar>("unknownBar");
    QVERIFY2(
        bar->text().startsWith(QStringLiteral("4 of 4 hashes have no known name")), qPrintable(bar->text()));
    const QAbstractItemModel *model = bench.table()->model();
    bench.table()->setCurrentIndex(model->index(0, 0, model->index(2, 0)));
    bench.api.setAnswer(Endpoint::DownloadConfigSpecs, pageSpecs);
    for (ActionButton *button : bar->findChildren<ActionButton *>())
        if (button->text() == QStringLiteral("Download specs"))
            button->click();
    QTRY_COMPARE_WITH_TIMEOUT(
        bench.find<StatusText>("detailName")->text(), QStringLiteral("an_experiment"), pagePatience);
}

void TstInitializePage::checksLive()
{
    const PageBench bench;
    QVERIFY(bench.waitForSpecs());
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    const QSignalSpy requested(bench.page.get(), &Page::pageRequested);
    const QAbstractItemModel *model = bench.table()->model();
    auto *check = bench.find<ActionButton>("initializeCheckButton");
    bench.table()->setCurrentIndex(model->index(0, 0, model->index(2, 0)));
    QTRY_VERIFY_WITH_TIMEOUT(check->isEnabled(), pagePatience);
    check->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), QStringLiteral("check"));
    QCOMPARE(requested[0][1].value<CheckItem>(),
        (CheckItem {EntityKind::Experiment, QStringLiteral("an_experiment")}));
    bench.table()->setCurrentIndex(model->index(1, 0, model->index(0, 0))); // its name is not known
    QVERIFY(!check->isEnabled());
    QVERIFY(!check->toolTip().isEmpty());
}

/// As a user does it who has no server key: by the link, with a file.
void chooseList(const PageBench &bench, QTemporaryFile &file, const QByteArray &text)
{
    QVERIFY(file.open());
    file.write(text);
    file.close();
    for (ActionButton *button : bench.find<InlineBar>("unknownBar")->findChildren<ActionButton *>())
        if (button->text() == QStringLiteral("Load a list of names"))
            button->click();
    auto *dialog = bench.page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(file.fileName());
    dialog->close();
}

/// “Aa” and “BB” have one djb2 hash, 2112.
void TstInitializePage::namesComeFromAList()
{
    PageBench bench(KeyKind::Client);
    QByteArray answer = pageAnswer;
    bench.api.setAnswer(Endpoint::Initialize, answer.replace("\"97\"", "\"2112\""));
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    auto *bar = bench.find<InlineBar>("unknownBar");
    QVERIFY(bar->text().startsWith(QStringLiteral("4 of 4 hashes have no known name")));
    QTemporaryFile file;
    chooseList(bench, file, "a_gate\r\n# my experiments\n\n  an_experiment \nAa\nBB\na_gate\n");
    QTRY_COMPARE_WITH_TIMEOUT(bar->text(),
        QStringLiteral(
            "1 of 4 hashes has no known name: your list of 4 names contains no more, and there are "
            "no specs."),
        pagePatience);
    const QString printed = bench.printed();
    for (const char *row :
        {"  a_gate|Off|", "  Aa / BB|On|", "  an_experiment|1 key|", "  3011030003|1 key|"})
        QVERIFY2(printed.contains(QLatin1String(row)), qPrintable(printed));
    QCOMPARE(bench.workspace->names()->names.size(), 4u); // of use to the other pages too
}

/// A client key has no specs, but what was asked about before is known by name.
void TstInitializePage::namesComeFromTheHistory()
{
    FakeHistoryStore history;
    HistoryEntry entry;
    entry.endpoint = Endpoint::CheckGate;
    entry.subject = QStringLiteral("a_gate");
    history.add(entry);
    PageBench bench(KeyKind::Client, &history);
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    auto *bar = bench.find<InlineBar>("unknownBar");
    QTRY_VERIFY_WITH_TIMEOUT(
        bar->text().startsWith(QStringLiteral("3 of 4 hashes have no known name")), pagePatience);
    QVERIFY2(bench.printed().contains(QLatin1String("  a_gate|Off|")), qPrintable(bench.printed()));
    QTemporaryFile file;
    chooseList(bench, file, "a_gate\nan_experiment\n"); // the same name is still one
    QTRY_VERIFY_WITH_TIMEOUT(
        bar->text().startsWith(QStringLiteral("2 of 4 hashes have no known name")), pagePatience);
    QVERIFY2(bench.printed().contains(QLatin1String("  a_gate|Off|")), qPrintable(bench.printed()));
}

void TstInitializePage::badListsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *sentence) {
        QTest::newRow(name) << text << QString::fromUtf8(sentence);
    };
    row("empty", " \n# nothing\n", "There is no name in it.");
    row("no text", QByteArray("\x89PNG\0", 5), "it is no UTF-8 text");
    row("long line", "short\n" + QByteArray(2000, 'x'), "Line 2 is too long for a name.");
    row("numbers", "[\"a\", 7]", "Entry 2 of the list is no text.");
    row("broken JSON", "[\"a\",", "line 1");
}

void TstInitializePage::badListsAreRefused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, sentence);
    const PageBench bench(KeyKind::Client);
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    const QString before = bench.printed();
    QTemporaryFile file;
    chooseList(bench, file, text);
    auto *error = bench.find<InlineBar>("errorBar");
    QTRY_VERIFY_WITH_TIMEOUT(error->isVisible(), pagePatience);
    QVERIFY2(error->text().contains(sentence), qPrintable(error->text()));
    QCOMPARE(bench.printed(), before);
}

void TstInitializePage::clientKeyCannotDownload()
{
    const PageBench bench(KeyKind::Client);
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    const auto buttons = bench.find<InlineBar>("unknownBar")->findChildren<ActionButton *>();
    const auto download = std::ranges::find(buttons, QStringLiteral("Download specs"), &ActionButton::text);
    QVERIFY(download != buttons.end());
    QVERIFY(!(*download)->isEnabled());
    QVERIFY(!(*download)->toolTip().isEmpty());
}

void TstInitializePage::stopsAndKeepsTheOldAnswer()
{
    PageBench bench;
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    const QString before = bench.printed();
    bench.api.hold();
    bench.page->runPrimaryAction();
    auto *primary = bench.find<ActionButton>("primaryButton");
    QTRY_COMPARE_WITH_TIMEOUT(primary->text(), QStringLiteral("Stop"), pagePatience);
    QVERIFY(bench.page->stop());
    QCOMPARE(primary->text(), QStringLiteral("Initialize"));
    QVERIFY(!bench.find<InlineBar>("errorBar")->isVisible());
    QCOMPARE(bench.table()->model()->rowCount(), 5);
    QVERIFY(!bench.page->stop());
}

void TstInitializePage::showsFailures()
{
    PageBench bench;
    bench.api.setFailure(Endpoint::Initialize,
        {ErrorCode::Unauthorized, QStringLiteral("The server refused this key (401)."), {}}, 401);
    bench.page->runPrimaryAction();
    auto *bar = bench.find<InlineBar>("errorBar");
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), pagePatience);
    QVERIFY(bar->text().contains(QStringLiteral("refused this key")));
    bench.api.setAnswer(Endpoint::Initialize, pageAnswer);
    for (ActionButton *button : bar->findChildren<ActionButton *>())
        if (button->text() == QStringLiteral("Try again"))
            button->click();
    QVERIFY(bench.waitForAnswer());
    QVERIFY(!bar->isVisible());
}

void TstInitializePage::showsUnknownShapesRaw()
{
    PageBench bench;
    bench.api.setAnswer(Endpoint::Initialize, R"({"surprise":[1,2]})");
    bench.page->runPrimaryAction();
    auto *raw = bench.find<DataView>("rawTree");
    QTRY_VERIFY_WITH_TIMEOUT(raw->isVisible(), pagePatience);
    QCOMPARE(raw->model()->index(0, 0).data().toString(), QStringLiteral("surprise"));
    QVERIFY(bench.find<InlineBar>("noteBar")->isVisible());
}

void TstInitializePage::saysNothingNew()
{
    PageBench bench;
    bench.api.setAnswer(Endpoint::Initialize, {}, 204);
    bench.page->runPrimaryAction();
    auto *note = bench.find<InlineBar>("noteBar");
    QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), pagePatience);
    QVERIFY(note->text().contains(QStringLiteral("nothing has changed")));
}

void TstInitializePage::marksAnswersOfAnotherUser()
{
    const PageBench bench;
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    QVERIFY(headerTexts(bench).filter(QStringLiteral("has changed since")).isEmpty());
    StatsigUser other;
    other.setText(UserField::UserId, QStringLiteral("someone"));
    bench.workspace->setUser(other);
    QCOMPARE(headerTexts(bench).filter(QStringLiteral("has changed since")).size(), 1);
}

void TstInitializePage::narrowPutsTheDetailBelow()
{
    const PageBench bench;
    bench.page->runPrimaryAction();
    QVERIFY(bench.waitForAnswer());
    auto *name = bench.find<StatusText>("detailName");
    const auto isBeside = [&] {
        return name->mapTo(bench.page.get(), QPoint()).x()
            > bench.table()->mapTo(bench.page.get(), QPoint()).x() + bench.table()->width() / 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBeside(), pagePatience);
    bench.page->resize(660, 700);
    QTRY_VERIFY_WITH_TIMEOUT(!isBeside(), pagePatience);
    QVERIFY(bench.table()->isColumnHidden(int(InitializeColumn::Group)));
    QVERIFY(!bench.table()->isColumnHidden(int(InitializeColumn::InExperiment)));
}

GATESCOPE_TEST(TstInitializePage)
#include "tst_initializepage.moc"
