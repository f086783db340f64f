// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"
#include "explainedproject.h"
#include "lintproject.h"

#include <models/explain/explanationmodel.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The evidence as a tree, printed and compared with what the specs say by hand.
class TstExplanationModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void designedExample();
    void tree_data();
    void tree();
    void shownOnce();
    void roles();
    void allTargetsOnDemand();
    void sharedNamesShowIds();
    void deepProjectsStayFlat();
};

namespace {

QString printedTree(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString().replace(QChar::Nbsp, u' ');
        const QModelIndex first = model.index(row, 0, parent);
        out += QString(depth * 2, u' ') + cells.join(QStringLiteral(" | "));
        out += first.data(ExplanationModel::DecidesRole).toBool() ? QStringLiteral(" <-\n")
                                                                  : QStringLiteral("\n");
        out += printedTree(model, first, depth + 1);
    }
    return out;
}

ExplanationPtr explainedBy(SpecTable table, const char *name, const QByteArray &user)
{
    EvaluationContext context;
    context.now = 1795176120000; // 2026-11-20 12:02 UTC
    return explain(Evaluator(explainedProject(), context), userOf(user), table, name);
}

} // namespace

/// The picture of the Why page, row by row.
void TstExplanationModel::designedExample()
{
    const QString sample = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-");
    const Evaluator evaluator(compiledProject(readFile(sample + QStringLiteral("project.json"))));
    const JsonDocumentPtr users = parsedJson(readFile(sample + QStringLiteral("users.json")));
    ExplanationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setExplanation(explain(evaluator, EvaluationUser(users, users->root().at(0)["user"]),
        SpecTable::FeatureGates, "checkout_v2"));
    QCOMPARE(printedTree(model),
        QStringLiteral("1 Holdout 2026 H2 |  |  | No match\n"
                       "  is held out by | not held out | holdout_2026_h2 | Fail\n"
                       "    1 Held out, 5 % |  |  | Matched, not held out\n"
                       "      everyone |  |  | Pass\n"
                       "      bucket of userID is below | 4,960 | 500 5 % | Fail\n"
                       "2 Staff |  |  | No match\n"
                       "  email ends with | mina.keller@example.com | @shop.example | Fail\n"
                       "3 Beta testers |  |  | No match\n"
                       "  is a member of | not a member | beta_testers | Fail\n"
                       "    1 Listed user IDs |  |  | No match\n"
                       "      userID is one of | u_48213 | u_10007, u_20415, u_33071 | Fail\n"
                       "4 DE rollout |  |  | Matched, off <-\n"
                       "  country is one of | DE | DE, AT | Pass\n"
                       "  appVersion is at least | 4.12.0 | 4.10.0 | Pass\n"
                       "  bucket of userID is below | 4,312 | 2,500 25 % | Fail\n"
                       "5 Gold tier |  |  | Not reached\n"
                       "  level is at least | 3 text | 3 | Not reached\n"
                       "  plan is one of | gold | gold, black | Not reached\n"
                       "6 Everyone else |  |  | Not reached\n"
                       "  everyone |  |  | Not reached\n"));
}

void TstExplanationModel::tree_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("tree");
    const auto row = [](SpecTable table, const char *name, const char *user, const char *tree) {
        QTest::newRow(name) << int(table) << QByteArray(user) << QString::fromUtf8(tree);
    };
    row(SpecTable::LayerConfigs, "layer", R"({"userID":"leo","email":"leo@shop.example"})",
        "1 Layer allocation |  |  | Matched <-\n"
        "  layer bucket of userID is one of | 719 | 200 of 1,000 | Pass\n"
        "  asks the experiment | group Test | button | In\n"
        "    1 Override by ID |  |  | No match\n"
        "      userID is | leo | zoe | Fail\n"
        "    2 Holdout H2 |  |  | No match\n"
        "      is held out by | not held out | hold | Fail\n"
        "        1 Held |  |  | Matched, not held out\n"
        "          everyone |  |  | Pass\n"
        "          bucket of userID is below | 3,157 | 2,000 20 % | Fail\n"
        "    3 Outside its share of the layer |  |  | No match\n"
        "      layer bucket of userID is outside | 719 | 200 of 1,000 | Fail\n"
        "    4 Not targeted |  |  | No match\n"
        "      does not pass gate | on | staff_only | Fail\n"
        "        1 Staff |  |  | Matched, on\n"
        "          email ends with | leo@shop.example | @shop.example | Pass\n"
        "    5 Control |  |  | No match\n"
        "      bucket of userID is below | 701 | 500 | Fail\n"
        "    6 Test |  |  | Matched, in\n"
        "      bucket of userID is below | 701 | 1,000 | Pass\n");
    row(SpecTable::DynamicConfigs, "old", R"({"userID":"leo"})",
        "m1, a replacement by new |  |  | Matched <-\n"
        "  everyone |  |  | Pass\n"
        "  bucket of userID is below | 604 | 5,000 50 % | Pass\n"
        "  is replaced by | a rule matched | new | Rule matched\n"
        "    1 New rule |  |  | Matched\n"
        "      everyone |  |  | Pass\n"
        "1 Old rule |  |  | Not reached\n"
        "  everyone |  |  | Not reached\n");
    row(SpecTable::DynamicConfigs, "tuned", R"({"userID":"leo"})",
        "Seasonal | 2,035 | 0 to 4,999 | Chosen <-\n"
        "Best sellers | 2,035 | 5,000 to 9,999 | Not chosen\n");
    row(SpecTable::LayerConfigs, "parts", R"({"userID":"leo","country":"AT"})",
        "1 Color |  |  | Matched <-\n"
        "  country is one of | AT | DE, AT | Pass\n"
        "2 Size |  |  | No match\n"
        "  country is | AT | FR | Fail\n");
    row(SpecTable::FeatureGates, "in_group", R"({"userID":"zoe","country":"FR"})",
        "1 Testers |  |  | Matched, on <-\n"
        "  the group in alone is | Test | Test | Pass\n"
        "    1 Not targeted |  |  | No match\n"
        "      is not a member of | member | audience | Fail\n"
        "        1 Audience |  |  | Matched, member\n"
        "          country is | FR | FR | Pass\n"
        "    2 Control |  |  | No match\n"
        "      bucket of userID is below | 971 | 500 | Fail\n"
        "    3 Test |  |  | Matched, in\n"
        "      bucket of userID is below | 971 | 1,000 | Pass\n");
    row(SpecTable::FeatureGates, "three", R"({"custom":{"level":"3","plan":["gold"]}})",
        "1 Three of them |  |  | No match\n"
        "  country is one of | not set | DE, AT | Fail\n"
        "  level is at least | 3 text | 3 | Pass\n"
        "  plan is one of | [\"gold\"] | gold, black | Fail\n");
    row(SpecTable::FeatureGates, "agent",
        R"({"userAgent":"Mozilla/5.0 (iPhone; CPU iPhone OS 10_3_1 like Mac OS X) AppleWebKit/603.1.30 (KHTML, like Gecko) Version/10.0 Mobile/14E304 Safari/602.1"})",
        "1 iPhones |  |  | Matched, on <-\n"
        "  os_name is | iOS from the user agent | iOS | Pass\n");
    row(SpecTable::FeatureGates, "before_2020", "{}",
        "1 Old times |  |  | No match\n"
        "  the time is before | 2026-11-20 12:02 UTC | 2020-01-01 00:00 UTC | Fail\n");
    row(SpecTable::FeatureGates, "uses_missing", "{}",
        "1 Missing |  |  | No match\n"
        "  passes gate | not in these specs | nowhere | Fail\n");
    row(SpecTable::FeatureGates, "needs_vip", R"({"userID":"leo"})",
        "1 VIP |  |  | Cannot tell\n"
        "  is a member of | cannot tell | vip | Cannot tell\n"
        "    1 On the ID list |  |  | Cannot tell\n"
        "      userID is in the ID list | leo | vip_ids | Cannot tell\n");
    row(SpecTable::FeatureGates, "odd_type", "{}",
        "1 Odd |  |  | Cannot tell\n"
        "  a condition of the unknown type |  | moon_phase | Cannot tell\n");
    row(SpecTable::FeatureGates, "lost_condition", "{}",
        "1 Lost |  |  | Cannot tell\n"
        "  a condition that is not in these specs |  |  | Cannot tell\n");
    row(SpecTable::FeatureGates, "no_rules", "{}", "");
}

void TstExplanationModel::tree()
{
    QFETCH(int, table);
    QFETCH(QByteArray, user);
    ExplanationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setExplanation(explainedBy(SpecTable(table), QTest::currentDataTag(), user));
    QTEST(printedTree(model), "tree");
}

/// The layer and its experiment both ask the holdout: its rules stand below the first.
void TstExplanationModel::shownOnce()
{
    const QString sample = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-");
    const Evaluator evaluator(compiledProject(readFile(sample + QStringLiteral("project.json"))));
    const JsonDocumentPtr users = parsedJson(readFile(sample + QStringLiteral("users.json")));
    ExplanationModel model;
    model.setExplanation(explain(evaluator, EvaluationUser(users, users->root().at(0)["user"]),
        SpecTable::LayerConfigs, "checkout_flow"));
    const QModelIndex first = model.index(0, 0, model.index(1, 0));
    const QModelIndex experiment = model.index(1, 0, model.index(2, 0));
    const QModelIndex again = model.index(0, 0, model.index(1, 0, experiment));
    QCOMPARE(again.data().toString(), QStringLiteral("is held out by"));
    QCOMPARE(again.siblingAtColumn(ExplanationModel::UserColumn).data().toString(),
        QStringLiteral("not held out, rules above"));
    QCOMPARE(model.rowCount(first), 1);
    QCOMPARE(model.rowCount(again), 0);
    QCOMPARE(model.shownAt(again), first);
    QVERIFY(!model.shownAt(first).isValid());
}

void TstExplanationModel::roles()
{
    ExplanationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!model.deciding().isValid());
    model.setExplanation(explainedBy(SpecTable::DynamicConfigs, "button",
        R"({"userID":"leo","email":"leo@shop.example","privateAttributes":{"crm":1}})"));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("This user"));
    const QModelIndex deciding = model.deciding();
    QCOMPARE(deciding.row(), 5);
    QCOMPARE(deciding.data(ExplanationModel::ResultRole).toInt(), int(ExplanationRow::Result::MatchedOn));
    QCOMPARE(deciding.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("rule 6, Test, decides: Matched, in"));
    QCOMPARE(deciding.data(Qt::ToolTipRole).toString(), QStringLiteral("6 Test (rule ID id_Test)"));
    const QModelIndex holdout = model.index(0, 0, model.index(1, 0));
    QCOMPARE(holdout.data(ExplanationModel::AsksRole).value<EntityRef>(),
        (EntityRef {SpecTable::FeatureGates, QStringLiteral("hold")}));
    QCOMPARE(holdout.data(ExplanationModel::AsksKindRole).toInt(), int(EntityKind::Holdout));
    QCOMPARE(holdout.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("is held out by hold, this user: not held out: Fail"));
    const QModelIndex bucket = model.index(0, 0, deciding);
    const int fact = bucket.data(ExplanationModel::BucketRole).toInt();
    QCOMPARE(model.explanation()->buckets[fact].bucket, 701);
    const QModelIndex override = model.index(0, 0, model.index(0, 0));
    QCOMPARE(override.data(ExplanationModel::WhereRole).toString(), QStringLiteral("user field"));
    const Phrases words = override.siblingAtColumn(ExplanationModel::UserColumn)
                              .data(ExplanationModel::PhrasesRole)
                              .value<Phrases>();
    QCOMPARE(words, Phrases {codePhrase(QStringLiteral("leo"))});
    model.setExplanation(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TstExplanationModel::allTargetsOnDemand()
{
    QByteArray list;
    for (int i = 0; i < 1000; ++i)
        list += (i > 0 ? ",\"" : "\"") + QByteArray("user_") + QByteArray::number(i) + '"';
    const Evaluator evaluator(projectOfCondition(
        R"({"type":"user_field","field":"userID","operator":"any","idType":"userID","targetValue":[)" + list
        + "]}"));
    ExplanationModel model;
    model.setExplanation(
        explain(evaluator, userOf(R"({"userID":"user_999"})"), SpecTable::FeatureGates, "g"));
    const QModelIndex condition = model.index(0, ExplanationModel::TargetColumn, model.index(0, 0));
    QCOMPARE(condition.data().toString(), QStringLiteral("user_0, user_1, user_2 and 997 more"));
    const QStringList targets = condition.data(ExplanationModel::TargetsRole).toStringList();
    QCOMPARE(targets.size(), 1000);
    QCOMPARE(targets.last(), QStringLiteral("user_999"));
}

/// Two gates that ask each other to the limit of nesting, each with many rules behind: rows for every turn,
/// but what was not reached only once for each.
void TstExplanationModel::deepProjectsStayFlat()
{
    const ExplanationPtr circle = explainedBy(SpecTable::FeatureGates, "circle_a", "{}");
    QVERIFY(circle->rows.size() > 500);
    QVERIFY(circle->rows.size() < 1500);
    ExplanationModel model;
    model.setExplanation(circle);
    int depth = 0;
    for (QModelIndex index = model.index(0, 0); index.isValid(); index = model.index(0, 0, index))
        ++depth;
    QVERIFY(depth > 500);
}

/// Both rules are called Gold tier: their IDs tell them apart wherever one of them is named.
void TstExplanationModel::sharedNamesShowIds()
{
    const QByteArray us = conditionOn("country", "any", R"(["US"])");
    const QByteArray de = conditionOn("country", "any", R"(["DE"])");
    const auto explained = [](const QByteArrayList &conditions) {
        return explain(Evaluator(checkoutOver(conditions), {}), userOf(R"({"userID":"u","country":"DE"})"),
            SpecTable::FeatureGates, "checkout_v2");
    };
    const ExplanationPtr both = explained({us, de});
    QCOMPARE(plainText(both->headline),
        QStringLiteral(
            "checkout_v2 is on for this user: rule Gold tier (r1) matched because country is DE."));
    ExplanationModel model;
    model.setExplanation(both);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("1 Gold tier r0"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("2 Gold tier r1"));
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("rule 2, Gold tier (rule ID r1), decides: Matched, on"));
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("2 Gold tier r1"));

    const ExplanationPtr one = explained({de});
    model.setExplanation(one);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("1 Gold tier"));
    QVERIFY(!plainText(one->headline).contains(QStringLiteral("r0")));
}

GATESCOPE_TEST(TstExplanationModel)
#include "tst_explanationmodel.moc"
