// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"
#include "explainedproject.h"

#include <models/explain/explanation.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

using Cause = Explanation::Cause;

/// The first sentence: verdict and deciding fact, for every way a verdict can come about.
class TstExplanation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headline_data();
    void headline();
    void sampleProject_data();
    void sampleProject();
    void unrecognized();
    void missing_data();
    void missing();
    void catchAll_data();
    void catchAll();
    void asAnSdkAnswers();
    void summary_data();
    void summary();
    void buckets();
    void privateValuesAreMarked();

private:
    static ExplanationPtr explained(
        SpecTable table, const char *name, const QByteArray &user, const EvaluationContext &context = {});
};

namespace {

constexpr SpecTable gates = SpecTable::FeatureGates;
constexpr SpecTable configs = SpecTable::DynamicConfigs;
constexpr SpecTable layers = SpecTable::LayerConfigs;

QString headlineText(const ExplanationPtr &explanation)
{
    return plainText(explanation->headline).replace(QChar::Nbsp, u' ');
}

} // namespace

ExplanationPtr TstExplanation::explained(
    SpecTable table, const char *name, const QByteArray &user, const EvaluationContext &context)
{
    return explain(Evaluator(explainedProject(), context), userOf(user), table, name);
}

void TstExplanation::headline_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<int>("cause");
    QTest::addColumn<QString>("headline");
    const auto row = [](SpecTable table, const char *name, const char *user, const char *verdict, Cause cause,
                         const char *headline) {
        QTest::addRow("%s %s", name, user) << int(table) << QByteArray(user) << QString::fromUtf8(verdict)
                                           << int(cause) << QString::fromUtf8(headline);
    };
    const char *mia = R"({"userID":"mia","country":"DE"})";
    const char *leo = R"({"userID":"leo","country":"DE"})";
    const char *zoe = R"({"userID":"zoe","country":"FR"})";

    row(gates, "half", mia, "Off", Cause::Percentage,
        "half is off for this user: rule Half of DE matched, but bucket 5,523 is not below 5,000 (50 %).");
    row(gates, "half", leo, "On", Cause::RuleMatched,
        "half is on for this user: rule Half of DE matched, and bucket 541 is below 5,000 (50 %).");
    row(gates, "half", zoe, "Off", Cause::NoRuleMatched,
        "half is off for this user: its only rule, Half of DE, did not match because country FR is not one "
        "of "
        "DE, AT.");
    row(gates, "half", R"({"country":"DE"})", "On", Cause::RuleMatched,
        "half is on for this user: rule Half of DE matched, and bucket 2,232 is below 5,000 (50 %). This "
        "user "
        "has no userID: the bucket is that of the empty text.");
    row(gates, "tiny", mia, "Off", Cause::Percentage,
        "tiny is off for this user: rule 1 (tiny) matched, but bucket 4,746 is not below 50 (0.5 %).");
    row(gates, "nobody", mia, "Off", Cause::Percentage,
        "nobody is off for this user: rule Nobody matched, but lets nobody pass (0 %).");
    row(gates, "everyone", mia, "On", Cause::RuleMatched,
        "everyone is on for this user: rule Everyone applies to everyone.");
    row(gates, "staff_only", R"({"userID":"mia","email":"mia@shop.example"})", "On", Cause::RuleMatched,
        "staff_only is on for this user: rule Staff matched because email mia@shop.example ends with "
        "@shop.example.");
    row(gates, "three", R"({"userID":"mia","country":"at","custom":{"level":"4","plan":"gold"}})", "On",
        Cause::RuleMatched,
        "three is on for this user: rule Three of them matched: all 3 of its conditions pass.");
    row(gates, "three", R"({"userID":"mia","country":"DE","custom":{"level":"high","plan":"gold"}})", "Off",
        Cause::NoRuleMatched,
        "three is off for this user: its only rule, Three of them, did not match because level high (text) "
        "is "
        "not a number.");
    row(gates, "closest", R"({"userID":"mia","country":"DE","custom":{"level":2,"plan":"gold"}})", "Off",
        Cause::NoRuleMatched,
        "closest is off for this user: none of its 3 rules matched. Closest was rule Gold tier, which failed "
        "only "
        "because level 2 is not at least 3.");
    row(gates, "unclear", mia, "Off", Cause::NoRuleMatched,
        "unclear is off for this user: none of its 2 rules matched.");
    row(gates, "by_tier", mia, "Off", Cause::NoRuleMatched,
        "by_tier is off for this user: none of its 2 rules matched, as the environment's tier is not set.");
    row(gates, "no_rules", mia, "Off", Cause::NoRuleMatched,
        "no_rules is off for this user: it has no rules.");
    row(gates, "switched_off", mia, "Off", Cause::Disabled,
        "switched_off is off for this user: it is switched off in the project.");
    row(gates, "off_with_rules", zoe, "Off", Cause::Disabled,
        "off_with_rules is off for this user: it is switched off in the project, and its only rule, German, "
        "did "
        "not match because country FR is not one of DE, AT.");
    row(gates, "off_with_rules", mia, "On", Cause::RuleMatched,
        "off_with_rules is on for this user: rule German matched because country DE is one of DE, AT, "
        "although it "
        "is switched off in the project.");
    row(gates, "default_on", mia, "On", Cause::Percentage,
        "default_on is on for this user: rule Half of DE matched, but bucket 5,523 is not below 5,000 (50 "
        "%), and "
        "its default is on.");
    row(gates, "default_on", zoe, "On", Cause::NoRuleMatched,
        "default_on is on for this user: its only rule, Half of DE, did not match because country FR is not "
        "one "
        "of DE, AT, and its default is on.");
    row(gates, "blocked", mia, "Off", Cause::RuleTurnsOff,
        "blocked is off for this user: rule Blocked countries matched because country DE is one of DE, AT, "
        "and "
        "the value of that rule is off.");
    row(gates, "forced", mia, "On", Cause::Override,
        "forced is on for this user: an override names userID mia.");
    row(gates, "forced_by_gate", mia, "On", Cause::Override,
        "forced_by_gate is on for this user: an override applies, because everyone is on.");
    row(gates, "held_out", zoe, "Off", Cause::HeldOut,
        "held_out is off for this user: hold holds this user out, because bucket 1,301 is below 2,000 (20 "
        "%).");
    row(gates, "held_out_at_0", zoe, "Off", Cause::HeldOut,
        "held_out_at_0 is off for this user: hold holds this user out, because bucket 1,301 is below 2,000 "
        "(20 "
        "%).");
    row(gates, "forced_off", mia, "Off", Cause::Override,
        "forced_off is off for this user: an override names userID mia.");
    row(gates, "agent",
        R"({"userID":"mia","userAgent":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"})",
        "Off", Cause::NoRuleMatched,
        "agent is off for this user: its only rule, iPhones, did not match because os_name Windows (from the "
        "user "
        "agent) is not iOS.");
    row(gates, "uses_missing", mia, "Off", Cause::NoRuleMatched,
        "uses_missing is off for this user: its only rule, Missing, did not match because nowhere is not in "
        "these "
        "specs and counts as off.");
    row(gates, "in_group", zoe, "On", Cause::RuleMatched,
        "in_group is on for this user: rule Testers matched because the group Test in alone is Test.");
    row(gates, "in_group", mia, "Off", Cause::NoRuleMatched,
        "in_group is off for this user: its only rule, Testers, did not match because the user is in no "
        "group of "
        "alone.");
    row(gates, "hold", zoe, "Held out", Cause::RuleMatched,
        "This user is held out by hold: rule Held matched, and bucket 1,301 is below 2,000 (20 %).");
    row(gates, "hold", mia, "Not held out", Cause::Percentage,
        "This user is not held out by hold: rule Held matched, but bucket 6,762 is not below 2,000 (20 %).");
    row(gates, "segment:beta", mia, "Member", Cause::RuleMatched,
        "This user is a member of beta: rule Listed matched because userID mia is one of mia, tim.");
    row(gates, "segment:beta", leo, "Not a member", Cause::NoRuleMatched,
        "This user is not a member of beta: userID leo is not one of mia, tim.");

    row(configs, "price", R"({"custom":{"level":3.50}})", "Rule matched", Cause::RuleMatched,
        "price gives this user the value of rule Gold: level 3.50 is at least 3.");
    row(configs, "price", mia, "Default", Cause::NoRuleMatched,
        "price gives this user its default value: its only rule, Gold, did not match because level is not "
        "set.");
    row(configs, "price_half", mia, "Rule matched", Cause::Percentage,
        "price_half gives this user its default value: rule Half matched, but bucket 5,523 is not below "
        "5,000 "
        "(50 %).");
    row(configs, "price_half", leo, "Rule matched", Cause::RuleMatched,
        "price_half gives this user the value of rule Half: bucket 541 is below 5,000 (50 %).");
    row(configs, "old", leo, "Rule matched", Cause::RuleMatched,
        "For this user old is replaced by new: rule m1 matched. new gives this user the value of rule New "
        "rule: "
        "that rule applies to everyone.");
    row(configs, "old", mia, "Rule matched", Cause::RuleMatched,
        "old gives this user the value of rule Old rule: that rule applies to everyone.");
    row(configs, "tuned", leo, "Rule matched, Seasonal", Cause::Bandit,
        "tuned gives this user the group Seasonal: it has no model yet, and bucket 2,035 is in 0 to 4,999 of "
        "10,000.");

    row(configs, "button", R"({"userID":"leo","email":"leo@shop.example"})", "In, Test", Cause::Group,
        "This user is in group Test of button: bucket 701 is in 500 to 999 of 1,000, after layer gave this "
        "user to "
        "the experiment (layer bucket 719).");
    row(configs, "button", zoe, "In, Test", Cause::Override,
        "This user is in group Test of button: an override names userID zoe.");
    row(configs, "button", mia, "Not in", Cause::OutsideLayerShare,
        "This user is not in button: layer bucket 818 is outside its share of layer (200 of 1,000).");
    row(configs, "button", leo, "Not in", Cause::NotTargeted,
        "This user is not in button: its targeting gate staff_only is off for this user, because email is "
        "not "
        "set.");
    row(configs, "button", R"({"country":"DE"})", "Not in", Cause::HeldOut,
        "This user is not in button: hold holds this user out, because bucket 31 is below 2,000 (20 %). This "
        "user "
        "has no userID: the bucket is that of the empty text.");
    row(configs, "alone", mia, "Not in", Cause::NotTargeted,
        "This user is not in alone: its targeting leaves this user out, because country DE is not FR.");
    row(configs, "alone", zoe, "In, Test", Cause::Group,
        "This user is in group Test of alone: bucket 971 is in 500 to 999 of 1,000.");
    row(configs, "narrow", mia, "Not in", Cause::NoRuleMatched,
        "This user is not in narrow: bucket 690 of 1,000 belongs to none of its groups.");
    row(configs, "half_group", mia, "In, Test", Cause::Percentage,
        "half_group reports group Test for this user, but gives its default value: rule Test matched, but "
        "bucket "
        "5,523 is not below 5,000 (50 %).");
    row(configs, "waiting", mia, "Not in", Cause::NotStarted,
        "This user is not in waiting: the experiment has not started.");
    row(configs, "shipped", mia, "In, Big", Cause::Shipped,
        "This user is in group Big of shipped: the experiment has ended, and this was shipped to everyone.");
    row(configs, "stopped", mia, "Not in", Cause::Stopped,
        "This user is not in stopped: the experiment was stopped.");

    row(layers, "layer", R"({"userID":"leo","email":"leo@shop.example"})", "In, Test", Cause::Group,
        "layer gives this user to button, group Test: layer bucket 719 is one of the experiment's 200 of "
        "1,000, "
        "and bucket 701 is in 500 to 999 of 1,000.");
    row(layers, "layer", leo, "Not in", Cause::NotTargeted,
        "layer gives this user to button, but to none of its groups: layer bucket 719 is one of the "
        "experiment's "
        "200 of 1,000, but its targeting gate staff_only is off for this user, because email is not set.");
    row(layers, "layer", mia, "Not in", Cause::NoRuleMatched,
        "layer gives this user to no experiment: layer bucket 818 of 1,000 belongs to none of its "
        "experiments.");
    row(layers, "parts", mia, "Not in", Cause::RuleMatched,
        "parts gives this user the values of rule Color: rule Color matched because country DE is one of DE, "
        "AT; "
        "other rules and the defaults give the rest.");
}

void TstExplanation::headline()
{
    QFETCH(int, table);
    QFETCH(QByteArray, user);
    const QByteArray name = QByteArray(QTest::currentDataTag()).split(' ').first();
    const ExplanationPtr explanation = explained(SpecTable(table), name.constData(), user);
    QTEST(headlineText(explanation), "headline");
    QTEST(verdictText(*explanation), "verdict");
    QTEST(int(explanation->cause), "cause");
}

void TstExplanation::sampleProject_data()
{
    QTest::addColumn<int>("user");
    QTest::addColumn<int>("table");
    QTest::addColumn<QString>("headline");
    QTest::newRow("checkout_v2") << 0 << int(gates)
                                 << QStringLiteral(
                                        "checkout_v2 is off for this user: rule DE rollout matched, but "
                                        "bucket 4,312 is not below 2,500 (25 %).");
    QTest::newRow("checkout_button_copy")
        << 0 << int(configs)
        << QStringLiteral(
               "This user is in group Buy now of checkout_button_copy: bucket 387 is in 333 to 665 of "
               "1,000, after checkout_flow gave this user to the experiment (layer bucket 212).");
    QTest::newRow("checkout_flow")
        << 1 << int(layers)
        << QStringLiteral(
               "checkout_flow gives this user to checkout_button_copy, group One click: layer bucket 188 "
               "is one of the experiment's 600 of 1,000, and bucket 802 is in 666 to 999 of 1,000.");
    QTest::newRow("home_hero_banner")
        << 2 << int(configs)
        << QStringLiteral("home_hero_banner gives this user the group Seasonal: bucket "
                          "280 is in 0 to 399 of 1,000. This user has no userID: the "
                          "bucket is that of the empty text.");
}

/// The buckets are those of resources/sample/README.md.
void TstExplanation::sampleProject()
{
    QFETCH(int, user);
    QFETCH(int, table);
    const QString sample = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-");
    const Evaluator evaluator(compiledProject(readFile(sample + QStringLiteral("project.json"))));
    const JsonDocumentPtr users = parsedJson(readFile(sample + QStringLiteral("users.json")));
    const EvaluationUser persona(users, users->root().at(quint32(user))["user"]);
    QTEST(headlineText(explain(evaluator, persona, SpecTable(table), QTest::currentDataTag())), "headline");
}

void TstExplanation::unrecognized()
{
    const QByteArray user = R"({"userID":"mia"})";
    const ExplanationPtr gate = explained(gates, "nowhere", user);
    QCOMPARE(headlineText(gate),
        QStringLiteral("These specs have no gate named nowhere. An SDK answers that it is off."));
    QCOMPARE(gate->cause, Cause::Unrecognized);
    QVERIFY(!gate->spec);
    QVERIFY(gate->rows.empty());
    QCOMPARE(headlineText(explained(configs, "nowhere", user)),
        QStringLiteral("These specs have no config or experiment named nowhere. An SDK answers with an empty "
                       "value."));
    QCOMPARE(headlineText(explained(layers, "nowhere", user)),
        QStringLiteral("These specs have no layer named nowhere. An SDK answers with an empty value."));
}

void TstExplanation::missing_data()
{
    using Missing = MissingFact::Cause;
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<int>("missing");
    QTest::addColumn<QString>("headline");
    const auto row = [](const char *name, const QByteArray &user, Missing missing, const char *headline) {
        QTest::newRow(name) << user << int(missing) << QString::fromUtf8(headline);
    };
    const QByteArray mia =
        R"({"userID":"mia","ip":"2.2.2.2","custom":{"plan":")" + QByteArray(60, 'a') + R"(c!"}})";
    row("segment:vip", mia, Missing::IdList,
        "Cannot tell whether this user is a member of vip: the ID list vip_ids is not loaded. Load the "
        "list.");
    row("needs_vip", mia, Missing::IdList,
        "Cannot tell whether needs_vip is on for this user: the ID list vip_ids is not loaded, and rule VIP "
        "depends "
        "on it through segment vip. Ask the server, or load the list.");
    row("geo", mia, Missing::Country,
        "Cannot tell whether geo is on for this user: the country of the IP address 2.2.2.2 is not known "
        "here, and "
        "rule France depends on it. Ask the server, set country for this user, or choose a table of "
        "countries.");
    row("odd_type", mia, Missing::ConditionType,
        "Cannot tell whether odd_type is on for this user: the condition type moon_phase is not known here, "
        "and "
        "rule Odd depends on it. Ask the server.");
    row("odd_operator", mia, Missing::Operator,
        "Cannot tell whether odd_operator is on for this user: the operator sounds_like is not known here, "
        "and rule "
        "Odd depends on it. Ask the server.");
    row("lost_condition", mia, Missing::Condition,
        "Cannot tell whether lost_condition is on for this user: a condition is missing from the specs or "
        "cannot be "
        "read, and rule Lost depends on it. Get fresh specs, or ask the server.");
    row("slow", mia, Missing::Pattern,
        "Cannot tell whether slow is on for this user: the pattern ^((a+)+)\\2c$ took too many steps, and "
        "rule "
        "Slow "
        "depends on it. Ask the server; a simpler pattern would be safer for every SDK.");
    row("circle_a", mia, Missing::Circle,
        "Cannot tell whether circle_a is on for this user: what circle_b asks leads back to itself, or is "
        "nested too "
        "deeply, and rule To b depends on it through gate circle_a. Look at its rules on the Specs page: "
        "SDKs cannot "
        "answer either.");
}

void TstExplanation::missing()
{
    QFETCH(QByteArray, user);
    const ExplanationPtr explanation = explained(gates, QTest::currentDataTag(), user);
    QVERIFY(explanation->missing);
    QTEST(int(explanation->missing->cause), "missing");
    QTEST(headlineText(explanation), "headline");
    QCOMPARE(explanation->cause, Cause::CannotTell);
    QCOMPARE(verdictText(*explanation), QStringLiteral("Cannot tell"));
}

void TstExplanation::catchAll_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("behind");
    const auto rule = [](const char *name, const char *conditions, int percent) -> QByteArray {
        return QByteArray(R"({"id":"id-)") + name + R"(","name":")" + name
            + R"(","salt":"","returnValue":true,"idType":"userID","passPercentage":)"
            + QByteArray::number(percent) + R"(,"conditions":[)" + conditions + "]}";
    };
    const QByteArray gold = rule("Gold", R"("de","level")", 100);
    const QByteArray staff = rule("Staff", R"("email")", 100);
    const QByteArray friends = rule("Friends", R"("email","de")", 100);
    const QByteArray everyone = rule("Everyone", R"("public")", 0);
    const auto row = [](const char *name, const QByteArrayList &rules, const char *user, const char *behind) {
        QTest::newRow(name) << QByteArray(rules.join(',')) << QByteArray(user) << QString::fromUtf8(behind);
    };
    row("the one before was missed by one condition", {gold, everyone},
        R"({"userID":"u","country":"DE","custom":{"level":2}})",
        " Closest was rule Gold, which failed only because level 2 is not at least 3.");
    row("the only one before it", {staff, everyone}, R"({"userID":"u","email":"a@b.example"})",
        " Closest was rule Staff, which failed only because email a@b.example does not end with "
        "@shop.example.");
    row("all before it lack the same", {staff, friends, everyone}, R"({"userID":"u","country":"FR"})",
        " None of the 2 rules before it matched, as email is not set.");
    row("two conditions were missed", {gold, everyone},
        R"({"userID":"u","country":"FR","custom":{"level":2}})", "");
    row("nothing before it", {everyone}, R"({"userID":"u"})", "");
    row("what is behind it cannot be reached", {everyone, staff}, R"({"userID":"u","email":"a@b.example"})",
        "");
    row("a rule that lets nobody pass was no miss", {rule("Off", R"("email")", 0), everyone},
        R"({"userID":"u","email":"a@b.example"})", "");
    row("not for everyone", {gold, rule("DE", R"("de")", 0)},
        R"({"userID":"u","country":"DE","custom":{"level":2}})", "");
}

/// Many gates end with a rule for everyone at 0 %: what decides is which rule before it was missed.
void TstExplanation::catchAll()
{
    QFETCH(QByteArray, rules);
    QFETCH(QByteArray, user);
    QFETCH(QString, behind);
    const ProjectPtr project = compiledProject(
        R"({"time":1,"has_updates":true,"feature_gates":{"shop":{"type":"feature_gate",
        "entity":"feature_gate","salt":"s","enabled":true,"defaultValue":false,"idType":"userID","rules":[)"
        + rules + R"(]}},"dynamic_configs":{},"layer_configs":{},"experiment_to_layer":{},"condition_map":{
        "de":{"type":"user_field","field":"country","operator":"any","targetValue":["DE"],"additionalValues":{},"idType":"userID"},
        "level":{"type":"user_field","field":"level","operator":"gte","targetValue":3,"additionalValues":{},"idType":"userID"},
        "email":{"type":"user_field","field":"email","operator":"str_ends_with_any","targetValue":["@shop.example"],
            "additionalValues":{},"idType":"userID"},
        "public":{"type":"public","additionalValues":{},"idType":"userID"}}})");
    const ExplanationPtr explanation = explain(Evaluator(project, {}), userOf(user), gates, "shop");
    const QString name = rules.contains("Everyone") ? QStringLiteral("Everyone") : QStringLiteral("DE");
    QCOMPARE(explanation->cause, Cause::Percentage);
    QCOMPARE(headlineText(explanation),
        QStringLiteral("shop is off for this user: rule %1 matched, but lets nobody pass (0 %).").arg(name)
            + behind);
}

void TstExplanation::asAnSdkAnswers()
{
    EvaluationContext context;
    context.sdkCompatible = true;
    const ExplanationPtr odd = explained(gates, "odd_type", R"({"userID":"mia"})", context);
    QCOMPARE(verdictText(*odd), QStringLiteral("Off"));
    QCOMPARE(headlineText(odd),
        QStringLiteral(
            "odd_type is off for this user: the condition type moon_phase is not known here, and an SDK "
            "then answers with the default."));
    const ExplanationPtr vip = explained(gates, "segment:vip", R"({"userID":"mia"})", context);
    QCOMPARE(headlineText(vip),
        QStringLiteral("This user is not a member of vip: userID mia is not in the ID list vip_ids."));
}

void TstExplanation::summary_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QString>("summary");
    const auto row = [](SpecTable table, const char *name, const char *summary) {
        QTest::newRow(name) << int(table) << QString::fromUtf8(summary);
    };
    row(gates, "half", "The only rule decided.");
    row(gates, "held_out", "Second of 2 rules decided.");
    row(gates, "closest", "None of the 3 rules matched.");
    row(gates, "staff_only", "The only rule did not match.");
    row(gates, "no_rules", "It has no rules.");
    row(gates, "needs_vip", "The only rule cannot be decided.");
    row(configs, "button", "Third of 6 rules decided. Rules 4 to 6 were not reached.");
    row(layers, "parts", "1 of 2 rules gave values; the defaults fill the rest.");
}

void TstExplanation::summary()
{
    QFETCH(int, table);
    QTEST(explained(
              SpecTable(table), QTest::currentDataTag(), R"({"userID":"mia","country":"DE","ip":"2.2.2.2"})")
              ->summary,
        "summary");
    const QString sample = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-");
    const Evaluator evaluator(compiledProject(readFile(sample + QStringLiteral("project.json"))));
    const JsonDocumentPtr users = parsedJson(readFile(sample + QStringLiteral("users.json")));
    const EvaluationUser mina(users, users->root().at(0)["user"]);
    QCOMPARE(explain(evaluator, mina, gates, "checkout_v2")->summary,
        QStringLiteral("Fourth of 6 rules decided. Rules 5 and 6 were not reached."));
}

void TstExplanation::buckets()
{
    const ExplanationPtr half = explained(gates, "half", R"({"userID":"mia","country":"DE"})");
    QCOMPARE(half->buckets.size(), 1);
    const BucketFact &percentage = half->buckets.first();
    QCOMPARE(percentage.sentence, QStringLiteral("bucket 5,523 of 10,000, limit 5,000"));
    QCOMPARE(percentage.hashedText, QStringLiteral("salt-half.half.mia"));
    QCOMPARE(percentage.title, QStringLiteral("Half of DE"));
    QCOMPARE(percentage.limit, std::optional<double>(5000));
    QVERIFY(percentage.decides);
    QCOMPARE(percentage.ranges,
        (QList<BucketRange> {
            {0, 4999, QStringLiteral("on"), true, {}}, {5000, 9999, QStringLiteral("off"), false, {}}}));

    const ExplanationPtr layer = explained(layers, "layer", R"({"userID":"leo","email":"leo@shop.example"})");
    QCOMPARE(layer->buckets[0].sentence, QStringLiteral("bucket 701 of 1,000, in Test (500 to 999)"));
    QCOMPARE(layer->buckets[1].sentence, QStringLiteral("bucket 719 of 1,000, in button (600 to 799)"));
    QVERIFY(layer->buckets[0].decides && layer->buckets[1].decides);
    QCOMPARE(layer->buckets[1].ranges.size(), 3);
    QCOMPARE(layer->buckets[1].ranges[1].link, (EntityRef {configs, QStringLiteral("button")}));
    QCOMPARE(rangeOf(layer->buckets[0])->first, 500);

    const ExplanationPtr none = explained(configs, "narrow", R"({"userID":"mia"})");
    QCOMPARE(none->buckets.first().sentence, QStringLiteral("bucket 690 of 1,000, nobody's"));
    const ExplanationPtr tiny = explained(gates, "tiny", R"({"userID":"mia"})");
    QCOMPARE(tiny->buckets.first().ranges.first().last, 49);
}

void TstExplanation::privateValuesAreMarked()
{
    const ExplanationPtr explanation =
        explained(gates, "private_mail", R"({"userID":"mia","privateAttributes":{"crm":"C-77"}})");
    QVERIFY(headlineText(explanation).contains(QStringLiteral("crm C-77 is not one of C-1, C-2")));
    QStringList marked;
    for (const Phrase &phrase : explanation->headline) {
        if (phrase.isPrivate)
            marked << phrase.text;
    }
    QCOMPARE(marked, QStringList {QStringLiteral("C-77")});
}

GATESCOPE_TEST(TstExplanation)
#include "tst_explanation.moc"
