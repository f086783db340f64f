// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/checkanswer.h>
#include <models/items/specsmodel.h>
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>
#include <ui/errorbar.h>
#include <ui/specs/specshistory.h>
#include <ui/specs/specspage.h>
#include <ui/specs/splitbar.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/verdictmark.h>
#include <ui/workspace.h>

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryFile>
#include <QTest>

using namespace Gatescope;

namespace {

constexpr int specsPatience = 30000;

struct SpecsFixture
{
    Test::FakeStatsigApi api;
    Test::FakeSecretStore secrets;
    Test::FakeConnectionStore connections;
    Test::FakePreferences preferences;
    Test::FakeSnapshotStore snapshots;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SpecsPage> page;

    explicit SpecsFixture(const QByteArray &payload = Test::smallProjectJson())
    {
        api.setAnswer(Endpoint::DownloadConfigSpecs, payload);
    }

    void open(KeyKind key = KeyKind::Server)
    {
        Connection sandbox;
        sandbox.id = QStringLiteral("sandbox");
        sandbox.name = QStringLiteral("Acme shop");
        sandbox.builtIn = true;
        sandbox.keyKind = key;
        workspace = std::make_unique<Workspace>(
            Workspace::Ports {api, secrets, connections, preferences, nullptr, &snapshots}, sandbox);
        page = std::make_unique<SpecsPage>(*workspace);
        page->resize(1000, 700);
        page->show();
    }

    QString entity() const { return page->findChild<StatusText *>(QStringLiteral("entityName"))->text(); }
    void show(SpecTable table, const QString &name)
    {
        page->showSubject(QVariant::fromValue(EntityRef {table, name}));
    }
    void showStore(const QString &name) { page->showSubject(QVariant::fromValue(StoreRef {name})); }
    QTableView *table(const char *name) const
    {
        return page->findChild<QTableView *>(QString::fromLatin1(name));
    }
    QStringList rules() const { return rows("rulesTable"); }
    /// The cells of a table, a line a row.
    QStringList rows(const char *name) const
    {
        const auto *model = table(name)->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells.append(model->index(row, column).data().toString());
            lines.append(cells.join(QStringLiteral(" | ")));
        }
        return lines;
    }
    QString header() const
    {
        QStringList texts;
        const auto words = page->findChildren<StatusText *>();
        for (const StatusText *text : words)
            texts.append(text->text());
        return texts.join(u'\n');
    }
    void compose(const QString &userId)
    {
        StatsigUser user;
        user.setText(UserField::UserId, userId);
        workspace->setUser(user);
    }
    QString forUser() const
    {
        const auto *mark = page->findChild<VerdictMark *>(QStringLiteral("forUser"));
        return mark->isEnabled() ? mark->mark().word : QString();
    }
    QString split() const { return page->findChild<SplitBar *>()->accessibleDescription(); }
    /// The numbers of the rules that are said to decide.
    QList<int> deciding() const
    {
        const auto *model = page->findChild<QTableView *>(QStringLiteral("rulesTable"))->model();
        QList<int> numbers;
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"decides for this user"))
                numbers.append(row + 1);
        return numbers;
    }
    QPushButton *button(const QString &text) const
    {
        const auto buttons = page->findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons)
            if (candidate->text() == text)
                return candidate;
        return nullptr;
    }
};

} // namespace

class TstSpecsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void entityInWords();
    void experimentValuesStandSideBySide();
    void userStandsInTheSplit();
    void userOfALayer();
    void linksLeadBackAndForth();
    void history();
    void rawJsonIsThere();
    void clientKeyIsToldWhy();
    void failureKeepsOldSpecs();
    void nothingNew();
    void warningsAreShown();
    void checkIsAskedFor();
    void filterCounts();
    void filterLooksInside_data();
    void filterLooksInside();
    void downloadsAreKept();
    void snapshotsOpen();
    void subjectWaitsForSpecs();
    void storeInWords();
    void wayToAStoreAndBack();
    void storeIsFilteredByWhatItReads();
};

void TstSpecsPage::entityInWords()
{
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    const QStringList expected {QStringLiteral("1 | Staff | If the user is a member of staff | On"),
        QStringLiteral("2 | DE rollout | If country is one of DE, AT and appVersion is at least 4.10.0 | On "
                       "for 25\u00a0%, else off")};
    QCOMPARE(fixture.rules(), expected);
    QVERIFY(fixture.header().contains(QStringLiteral("Acme shop, from ")));
    QVERIFY(fixture.header().contains(QStringLiteral("7 items")));
}

void TstSpecsPage::experimentValuesStandSideBySide()
{
    SpecsFixture fixture;
    fixture.open();
    fixture.show(SpecTable::DynamicConfigs, QStringLiteral("button_copy"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("button_copy"), specsPatience);
    const auto *values = fixture.page->findChild<QTableView *>(QStringLiteral("valuesTable"));
    QVERIFY(values->isVisible());
    QCOMPARE(values->model()->headerData(2, Qt::Horizontal).toString(), QStringLiteral("Buy now"));
    QCOMPARE(values->model()->index(0, 2).data().toString(), QStringLiteral("\"Buy now\""));
    QCOMPARE(values->model()->index(0, 2).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("\"Buy now\", differs"));
    fixture.show(SpecTable::FeatureGates, QStringLiteral("old_banner"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("old_banner"), specsPatience);
    QVERIFY(!values->isVisible());
}

/// The buckets are the first eight bytes of SHA-256("salt-layer.u_20"), SHA-256("salt-button.u_20"), … modulo
/// 1,000 (facts §3.5): the layer gives u_20 and u_688 to the experiment, where they fall on 478 and 813.
void TstSpecsPage::userStandsInTheSplit()
{
    SpecsFixture fixture;
    fixture.open();
    fixture.compose(QStringLiteral("u_20"));
    fixture.show(SpecTable::DynamicConfigs, QStringLiteral("button_copy"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.forUser(), QStringLiteral("In, Control"), specsPatience);
    QCOMPARE(fixture.deciding(), QList<int> {3});
    QCOMPARE(fixture.split(), QStringLiteral("Control 50\u00a0%, Buy now 50\u00a0%, this user: Control"));
    fixture.compose(QStringLiteral("u_688"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.forUser(), QStringLiteral("In, Buy now"), specsPatience);
    QCOMPARE(fixture.deciding(), QList<int> {4});
    QCOMPARE(fixture.split(), QStringLiteral("Control 50\u00a0%, Buy now 50\u00a0%, this user: Buy now"));
    // The layer gave this one to nobody, so that the groups were not asked.
    fixture.compose(QStringLiteral("u_21"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.forUser(), QStringLiteral("Not in"), specsPatience);
    QCOMPARE(fixture.deciding(), QList<int> {2});
    QCOMPARE(fixture.split(), QStringLiteral("Control 50\u00a0%, Buy now 50\u00a0%"));
}

void TstSpecsPage::userOfALayer()
{
    SpecsFixture fixture;
    fixture.open();
    fixture.compose(QStringLiteral("u_20"));
    fixture.show(SpecTable::LayerConfigs, QStringLiteral("checkout_flow"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.forUser(), QStringLiteral("In, Control"), specsPatience);
    QVERIFY2(fixture.split().endsWith(QStringLiteral("this user: button_copy")), qPrintable(fixture.split()));
    fixture.compose(QStringLiteral("u_21"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.split().endsWith(QStringLiteral("this user: Free")), specsPatience);
}

void TstSpecsPage::linksLeadBackAndForth()
{
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    auto *rules = fixture.page->findChild<QTableView *>(QStringLiteral("rulesTable"));
    Q_EMIT rules->activated(rules->model()->index(0, 2));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("staff"), specsPatience);
    auto *back = fixture.page->findChild<QPushButton *>(QStringLiteral("backButton"));
    auto *forward = fixture.page->findChild<QPushButton *>(QStringLiteral("forwardButton"));
    QVERIFY(back->isEnabled());
    QVERIFY(!forward->isEnabled());
    back->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    forward->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("staff"), specsPatience);
}

void TstSpecsPage::history()
{
    const auto place = [](const char *name) {
        return SpecsPlace(EntityRef {SpecTable::FeatureGates, QString::fromLatin1(name)});
    };
    SpecsHistory history;
    QVERIFY(!history.canGoBack());
    history.visit(place("a"));
    history.visit(place("b"));
    history.visit(place("b"));
    QCOMPARE(history.back(), std::optional(place("a")));
    QCOMPARE(history.back(), std::nullopt);
    history.visit(place("c"));
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back(), std::optional(place("a")));
}

void TstSpecsPage::rawJsonIsThere()
{
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    fixture.page->findChild<QTabBar *>()->setCurrentIndex(1);
    auto *raw = fixture.page->findChild<QAbstractItemView *>(QStringLiteral("rawTree"));
    QVERIFY(raw->isVisible());
    QVERIFY(raw->model()->rowCount() > 0);
    fixture.button(QStringLiteral("All specs as JSON"))->click();
    auto *whole = fixture.page->findChild<QAbstractItemView *>(QStringLiteral("wholeTree"));
    QVERIFY(whole->isVisible());
    QVERIFY(whole->model()->rowCount() > 0);
    // No entity is chosen meanwhile, so that a click on any leads back.
    auto *list = fixture.page->findChild<DataView *>(QStringLiteral("specsView"));
    QVERIFY(!list->currentIndex().isValid());
    list->setCurrentIndex(list->model()->index(0, 0, list->model()->index(0, 0)));
    QVERIFY(!whole->isVisible());
    QCOMPARE(fixture.entity(), QStringLiteral("checkout_v2"));
}

void TstSpecsPage::clientKeyIsToldWhy()
{
    SpecsFixture fixture;
    fixture.open(KeyKind::Client);
    auto *primary = fixture.page->findChild<QPushButton *>(QStringLiteral("primaryButton"));
    QVERIFY(!primary->isEnabled());
    QVERIFY(!primary->toolTip().isEmpty());
    fixture.page->runPrimaryAction();
    QVERIFY(fixture.api.calls().isEmpty());
}

void TstSpecsPage::failureKeepsOldSpecs()
{
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    fixture.api.setFailure(Endpoint::DownloadConfigSpecs,
        Error {ErrorCode::ServerError, QStringLiteral("The server failed (500)."), {}}, 500);
    fixture.page->runPrimaryAction();
    auto *error = fixture.page->findChild<ErrorBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(error->isVisible(), specsPatience);
    QVERIFY(error->text().contains(QStringLiteral("The server failed (500).")));
    QCOMPARE(fixture.entity(), QStringLiteral("checkout_v2"));
    fixture.api.setAnswer(Endpoint::DownloadConfigSpecs, Test::smallProjectJson());
    fixture.button(QStringLiteral("Try again"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(!error->isVisible(), specsPatience);
}

void TstSpecsPage::nothingNew()
{
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    fixture.api.setAnswer(Endpoint::DownloadConfigSpecs, R"({"has_updates":false})");
    fixture.page->runPrimaryAction();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.header().contains(QStringLiteral("nothing new since")), specsPatience);
    QCOMPARE(fixture.entity(), QStringLiteral("checkout_v2"));
}

void TstSpecsPage::warningsAreShown()
{
    QByteArray payload = Test::smallProjectJson();
    payload.replace("\"salt\": \"salt-old\", ", "");
    SpecsFixture fixture;
    fixture.api.setAnswer(Endpoint::DownloadConfigSpecs, payload);
    fixture.open();
    auto *warnings = fixture.page->findChild<InlineBar *>(QStringLiteral("warningsBar"));
    QTRY_VERIFY_WITH_TIMEOUT(warnings->isVisible(), specsPatience);
    QVERIFY(warnings->text().contains(QStringLiteral("old_banner")));
}

void TstSpecsPage::checkIsAskedFor()
{
    SpecsFixture fixture;
    fixture.open();
    fixture.show(SpecTable::FeatureGates, QStringLiteral("segment:staff"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("staff"), specsPatience);
    const QSignalSpy requested(fixture.page.get(), &Page::pageRequested);
    fixture.button(QStringLiteral("Check"))->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), QStringLiteral("check"));
    QCOMPARE(requested[0][1].value<CheckItem>(),
        (CheckItem {EntityKind::Segment, QStringLiteral("segment:staff")}));
}

void TstSpecsPage::filterCounts()
{
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    fixture.page->focusFilter();
    auto *filter = fixture.page->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    filter->setText(QStringLiteral("check"));
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(fixture.header().contains(QStringLiteral("2 of 7 shown")));
    QVERIFY(fixture.page->leaveFilter());
    QVERIFY(!fixture.page->leaveFilter());
}

void TstSpecsPage::filterLooksInside_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("rule") << "de ROLL" << QStringList {QStringLiteral("checkout_v2: in a rule")};
    QTest::newRow("rule ID") << "rule_mobile" << QStringList {QStringLiteral("search_ranking: in a rule")};
    QTest::newRow("group") << "buy n" << QStringList {QStringLiteral("button_copy: in a rule")};
    QTest::newRow("target") << "4.10" << QStringList {QStringLiteral("checkout_v2: in a condition")};
    QTest::newRow("field") << "browser_name"
                           << QStringList {QStringLiteral("search_ranking: in a condition")};
    QTest::newRow("key of a value") << "boost" << QStringList {QStringLiteral("search_ranking: in a value")};
    QTest::newRow("value") << "pay"
                           << QStringList {QStringLiteral("button_copy: in a value"),
                                  QStringLiteral("checkout_flow: in a value")};
    QTest::newRow("name before what is inside")
        << "staff"
        << QStringList {QStringLiteral("checkout_v2: in a rule"), QStringLiteral("staff: ID list")};
    QTest::newRow("nothing") << "zebra" << QStringList();
}

void TstSpecsPage::filterLooksInside()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, found);
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    auto *filter = fixture.page->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    filter->setText(text);
    QTest::keyClick(filter, Qt::Key_Return);
    const auto *list = fixture.page->findChild<DataView *>(QStringLiteral("specsView"))->model();
    const auto shown = [list] {
        QStringList lines;
        for (int group = 0; group < list->rowCount(); ++group) {
            const QModelIndex parent = list->index(group, 0);
            for (int row = 0; row < list->rowCount(parent); ++row) {
                const QModelIndex entity = list->index(row, 0, parent);
                lines.append(entity.data().toString() + QStringLiteral(": ")
                    + entity.data(SpecsModel::MarkRole).toString());
            }
        }
        return lines;
    };
    QTRY_COMPARE_WITH_TIMEOUT(shown(), found, specsPatience);
    QVERIFY(fixture.page->leaveFilter());
    QCOMPARE(shown().size(), 7);
}

void TstSpecsPage::downloadsAreKept()
{
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    QCOMPARE(fixture.snapshots.asked.size(), 1);
    QCOMPARE(fixture.snapshots.asked[0].first, QStringLiteral("sandbox"));
    QCOMPARE(fixture.snapshots.asked[0].second, Test::smallProjectJson());
    Q_EMIT fixture.snapshots.failed({ErrorCode::FileUnwritable, QStringLiteral("The disk is full."), {}});
    auto *error = fixture.page->findChild<ErrorBar *>();
    QVERIFY(error->isVisible());
    QVERIFY(error->text().contains(QStringLiteral("The disk is full.")));
}

void TstSpecsPage::snapshotsOpen()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QByteArray older = Test::smallProjectJson();
    file.write(older.replace("\"checkout_v2\"", "\"checkout_v1\""));
    file.close();
    SpecsFixture fixture;
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    auto *button = fixture.page->findChild<QPushButton *>(QStringLiteral("snapshotsButton"));
    QVERIFY(!button->isVisible());
    fixture.snapshots.kept[QStringLiteral("sandbox")] = {
        {file.fileName(), QDateTime({2026, 11, 2}, {9, 30}, Qt::UTC), 2048}};
    Q_EMIT fixture.snapshots.changed(QStringLiteral("sandbox"));
    QVERIFY(button->isVisible());
    QCOMPARE(button->menu()->actions().size(), 1);
    QVERIFY2(button->menu()->actions()[0]->text().endsWith(QStringLiteral(", 2.0 KB")),
        qPrintable(button->menu()->actions()[0]->text()));
    button->menu()->actions()[0]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v1"), specsPatience);
    QCOMPARE(fixture.snapshots.asked.size(), 1); // what comes from a file is not kept again
}

void TstSpecsPage::subjectWaitsForSpecs()
{
    SpecsFixture fixture;
    fixture.api.hold();
    fixture.open();
    fixture.show(SpecTable::LayerConfigs, QStringLiteral("checkout_flow"));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.api.calls().isEmpty(), specsPatience);
    fixture.api.release();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_flow"), specsPatience);
}

void TstSpecsPage::storeInWords()
{
    SpecsFixture fixture(Test::smallProjectWithStoreJson());
    fixture.open();
    fixture.compose(QStringLiteral("u_20"));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.forUser().isEmpty(), specsPatience);
    QVERIFY(fixture.header().contains(QStringLiteral("8 items")));
    QVERIFY(!fixture.table("parametersTable")->isVisible());
    fixture.showStore(QStringLiteral("storefront"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("storefront"), specsPatience);
    const QStringList rows = fixture.rows("parametersTable");
    QCOMPARE(rows.size(), 9);
    QCOMPARE(rows[1], QStringLiteral("note | string | \"New\" if gate checkout_v2 is on, else \"\""));
    QVERIFY(fixture.table("parametersTable")->isVisible());
    // What entities have and stores have not.
    QVERIFY(!fixture.table("rulesTable")->isVisible());
    QVERIFY(!fixture.table("valuesTable")->isVisible());
    QVERIFY(!fixture.page->findChild<VerdictMark *>(QStringLiteral("forUser"))->isVisible());
    for (const QString &action : {QStringLiteral("Why"), QStringLiteral("Check")}) {
        QVERIFY(!fixture.button(action)->isEnabled());
        QVERIFY(fixture.button(action)->toolTip().contains(QStringLiteral("parameter store")));
    }
    fixture.page->findChild<QTabBar *>()->setCurrentIndex(1);
    const auto *raw = fixture.page->findChild<QAbstractItemView *>(QStringLiteral("rawTree"))->model();
    QCOMPARE(raw->rowCount(), 3); // the members of the store
    // Entities have all of it again.
    fixture.page->findChild<QTabBar *>()->setCurrentIndex(0);
    fixture.show(SpecTable::FeatureGates, QStringLiteral("checkout_v2"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    QVERIFY(fixture.table("rulesTable")->isVisible());
    QVERIFY(!fixture.table("parametersTable")->isVisible());
    QVERIFY(fixture.page->findChild<VerdictMark *>(QStringLiteral("forUser"))->isVisible());
    QVERIFY(fixture.button(QStringLiteral("Why"))->isEnabled());
    QVERIFY(!fixture.button(QStringLiteral("Why"))->toolTip().contains(QStringLiteral("parameter store")));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.forUser().isEmpty(), specsPatience);
}

/// From a parameter to what it reads, from there to the store that uses it, and through the history.
void TstSpecsPage::wayToAStoreAndBack()
{
    SpecsFixture fixture(Test::smallProjectWithStoreJson());
    fixture.open();
    fixture.showStore(QStringLiteral("storefront"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("storefront"), specsPatience);
    auto *parameters = fixture.table("parametersTable");
    Q_EMIT parameters->activated(parameters->model()->index(0, 0)); // a value of its own leads nowhere
    Q_EMIT parameters->activated(parameters->model()->index(3, 0));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("button_copy"), specsPatience);
    const auto tables = fixture.page->findChildren<QTableView *>();
    const auto uses = std::ranges::find_if(
        tables, [](const QTableView *table) { return table->accessibleName() == QStringLiteral("Used by"); });
    QVERIFY(uses != tables.end());
    Q_EMIT(*uses)->activated((*uses)->model()->index(1, 0));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("storefront"), specsPatience);
    QVERIFY(!(*uses)->isVisible());
    auto *list = fixture.page->findChild<DataView *>(QStringLiteral("specsView"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("storefront"));
    fixture.page->findChild<QPushButton *>(QStringLiteral("backButton"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("button_copy"), specsPatience);
    // And by a choice in the list.
    const QModelIndex stores = list->model()->index(list->model()->rowCount() - 1, 0);
    list->setCurrentIndex(list->model()->index(0, 0, stores));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("storefront"), specsPatience);
}

void TstSpecsPage::storeIsFilteredByWhatItReads()
{
    SpecsFixture fixture(Test::smallProjectWithStoreJson());
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.entity(), QStringLiteral("checkout_v2"), specsPatience);
    auto *filter = fixture.page->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    filter->setText(QStringLiteral("eur"));
    QTest::keyClick(filter, Qt::Key_Return);
    const auto *list = fixture.page->findChild<DataView *>(QStringLiteral("specsView"))->model();
    QTRY_COMPARE_WITH_TIMEOUT(list->rowCount(), 1, specsPatience);
    const QModelIndex store = list->index(0, 0, list->index(0, 0));
    QCOMPARE(store.data().toString(), QStringLiteral("storefront"));
    QCOMPARE(store.data(SpecsModel::MarkRole).toString(), QStringLiteral("in a parameter"));
    QVERIFY(fixture.header().contains(QStringLiteral("1 of 8 shown")));
}

GATESCOPE_TEST(TstSpecsPage)
#include "tst_specspage.moc"
