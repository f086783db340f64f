// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evaluation/conditionwords.h>
#include <models/evaluation/rulewords.h>
#include <models/evaluation/targetwords.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

/// Rules as sentences: one row a condition, then whole rules of a project.
class TstConditionWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void condition_data();
    void condition();
    void rulesOfProject_data();
    void rulesOfProject();
    void linksAreKept();
    void moments();
    void placeholders();
};

namespace {

QByteArray withCondition(const QByteArray &condition)
{
    return R"({"time":1,"has_updates":true,"feature_gates":{"g":{"type":"feature_gate","entity":"feature_gate",
        "salt":"s","enabled":true,"defaultValue":false,"idType":"userID","rules":[{"id":"r","name":"r","salt":"",
        "passPercentage":100,"returnValue":true,"idType":"userID","conditions":["c"]}]}},"dynamic_configs":{},
        "layer_configs":{},"experiment_to_layer":{},"condition_map":{"c":)"
        + condition + "}}";
}

} // namespace

void TstConditionWords::condition_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QString>("words");
    const auto field = [](const char *name, const QByteArray &op, const QByteArray &target,
                           const QString &words) {
        QTest::newRow(name) << QByteArray(
            R"({"type":"user_field","field":"plan","idType":"userID","operator":")" + op
            + R"(","targetValue":)" + target + '}')
                            << words;
    };
    field("one of", "any", R"(["DE","AT"])", QStringLiteral("If plan is one of DE, AT"));
    field("one", "any", R"(["DE"])", QStringLiteral("If plan is DE"));
    field("many", "any", R"(["a","b","c","d","e"])", QStringLiteral("If plan is one of a, b, c and 2 more"));
    field(
        "four are all named", "any", R"(["a","b","c","d"])", QStringLiteral("If plan is one of a, b, c, d"));
    field("none of", "none", R"(["DE","AT"])", QStringLiteral("If plan is none of DE, AT"));
    field("exactly", "any_case_sensitive", R"(["De"])", QStringLiteral("If plan is exactly De"));
    field("more", "gt", "3", QStringLiteral("If plan is more than 3"));
    field("at least", "gte", "3.50", QStringLiteral("If plan is at least 3.50"));
    field("version", "version_lt", R"("4.1")", QStringLiteral("If plan is older than 4.1"));
    field("contains", "str_contains_any", R"(["@example.com"])",
        QStringLiteral("If plan contains @example.com"));
    field("pattern", "str_matches", R"("^a,b$")", QStringLiteral("If plan matches the pattern “^a,b$”"));
    field("not set", "eq", "null", QStringLiteral("If plan is not set"));
    field("set", "neq", "null", QStringLiteral("If plan is set"));
    field("equal", "eq", "true", QStringLiteral("If plan is true"));
    field("empty text", "eq", R"("")", QStringLiteral("If plan is “”"));
    field("array", "array_contains_all", R"(["a","b"])", QStringLiteral("If plan has all of a, b"));
    field("before", "before", "1700000000000", QStringLiteral("If plan is before 2023-11-14 22:13 UTC"));
    field("unknown operator", "sounds_like", "1",
        QStringLiteral("If plan compares with 1 by the unknown operator sounds_like"));
    QTest::newRow("unit ID") << QByteArray(
        R"({"type":"unit_id","idType":"companyID","operator":"any","targetValue":["a"],"field":null})")
                             << QStringLiteral("If companyID is a");
    QTest::newRow("time") << QByteArray(
        R"({"type":"current_time","idType":"userID","operator":"after","targetValue":0,"field":null})")
                          << QStringLiteral("If the time is after 1970-01-01 00:00 UTC");
    QTest::newRow("tier") << QByteArray(
        R"({"type":"environment_field","idType":"userID","operator":"any","targetValue":["production"],"field":"tier"})")
                          << QStringLiteral("If the environment's tier is production");
    QTest::newRow("address") << QByteArray(
        R"({"type":"ip_based","idType":"userID","operator":"any","targetValue":["US"],"field":"country"})")
                             << QStringLiteral("If country (from the IP address) is US");
    QTest::newRow("gate that is not there") << QByteArray(
        R"({"type":"fail_gate","idType":"userID","operator":null,"targetValue":"gone","field":null})")
                                            << QStringLiteral("If gone (not in these specs) is off");
    QTest::newRow("nobody") << QByteArray(
        R"({"type":"user_bucket","idType":"userID","operator":"any","targetValue":{"-1":true},"field":null})")
                            << QStringLiteral("If nobody (no bucket is listed)");
    QTest::newRow("unknown type") << QByteArray(
        R"({"type":"moon_phase","idType":"userID","operator":"any","targetValue":1,"field":null})")
                                  << QStringLiteral("If a condition of the unknown type moon_phase holds");
    QTest::newRow("everyone") << QByteArray(
        R"({"type":"public","idType":"userID","operator":null,"targetValue":null,"field":null})")
                              << QStringLiteral("Everyone");
}

void TstConditionWords::condition()
{
    QFETCH(QByteArray, condition);
    QFETCH(QString, words);
    const ProjectPtr project = Test::compiled(withCondition(condition));
    QVERIFY(project);
    const Spec &spec = project->specs().front();
    QCOMPARE(plainText(ruleWords(*project, spec, spec.rules.front())), words);
}

void TstConditionWords::rulesOfProject_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("entity");
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("outcome");
    const int gates = int(SpecTable::FeatureGates);
    const int configs = int(SpecTable::DynamicConfigs);
    QTest::newRow("segment") << gates << QByteArray("checkout_v2") << 0
                             << QStringLiteral("If the user is a member of staff") << QStringLiteral("On");
    QTest::newRow("two conditions and a share")
        << gates << QByteArray("checkout_v2") << 1
        << QStringLiteral("If country is one of DE, AT and appVersion is at least 4.10.0")
        << QStringLiteral("On for 25\u00a0%, else off");
    QTest::newRow("ID list") << gates << QByteArray("segment:staff") << 0
                             << QStringLiteral("If userID is in the ID list staff_ids")
                             << QStringLiteral("Member");
    QTest::newRow("holdout") << gates << QByteArray("holdout_h2") << 0 << QStringLiteral("Everyone")
                             << QStringLiteral("Held out for 5\u00a0%, else not held out");
    QTest::newRow("config") << configs << QByteArray("search_ranking") << 0
                            << QStringLiteral("If browser_name (from the user agent) is Mobile Safari")
                            << QStringLiteral("{\"boost\":2}");
    QTest::newRow("held out of an experiment") << configs << QByteArray("button_copy") << 0
                                               << QStringLiteral("If the user is held out by holdout_h2")
                                               << QStringLiteral("Not in, default values");
    QTest::newRow("share of the layer")
        << configs << QByteArray("button_copy") << 1
        << QStringLiteral("If the bucket in checkout_flow is outside its 3 of 1,000")
        << QStringLiteral("Not in, default values");
    QTest::newRow("group") << configs << QByteArray("button_copy") << 2
                           << QStringLiteral("If the bucket is below 500") << QStringLiteral("Group Control");
    QTest::newRow("layer") << int(SpecTable::LayerConfigs) << QByteArray("checkout_flow") << 0
                           << QStringLiteral("If the bucket is one of its 3 of 1,000")
                           << QStringLiteral("button_copy decides");
}

void TstConditionWords::rulesOfProject()
{
    QFETCH(int, table);
    QFETCH(QByteArray, entity);
    QFETCH(int, rule);
    const ProjectPtr project = Test::smallProject();
    QVERIFY(project);
    const int index = project->find(SpecTable(table), entity.toStdString());
    QVERIFY(index >= 0);
    const Spec &spec = project->specs()[size_t(index)];
    QTEST(plainText(ruleWords(*project, spec, spec.rules[size_t(rule)])), "words");
    QTEST(plainText(outcomeWords(*project, spec, spec.rules[size_t(rule)])), "outcome");
}

void TstConditionWords::linksAreKept()
{
    const ProjectPtr project = Test::smallProject();
    const Spec &gate = project->specs()[size_t(project->find(SpecTable::FeatureGates, "checkout_v2"))];
    const Phrases words = ruleWords(*project, gate, gate.rules.front());
    QCOMPARE(words.size(), 2);
    QCOMPARE(words[1].style, Phrase::Style::Link);
    QCOMPARE(words[1].text, QStringLiteral("staff"));
    QCOMPARE(words[1].link, (EntityRef {SpecTable::FeatureGates, QStringLiteral("segment:staff")}));
}

void TstConditionWords::moments()
{
    const auto document = JsonDocument::parse(R"([1700000000000, "soon"])");
    QVERIFY(document);
    QCOMPARE(plainText(timeWords((*document)->root().at(0))), QStringLiteral("2023-11-14 22:13 UTC"));
    QCOMPARE(plainText(timeWords((*document)->root().at(1))), QStringLiteral("soon"));
}

void TstConditionWords::placeholders()
{
    const Phrases phrases = fillPhrases(QStringLiteral("100 % of %2 and %1"),
        {{codePhrase(QStringLiteral("%2"))}, {plainPhrase(QStringLiteral("b"))}});
    QCOMPARE(plainText(phrases), QStringLiteral("100 % of b and %2"));
    QCOMPARE(percentWords(100.0 / 3), QStringLiteral("33.33\u00a0%"));
    QCOMPARE(percentWords(0.5), QStringLiteral("0.5\u00a0%"));
    QCOMPARE(percentWords(100), QStringLiteral("100\u00a0%"));
}

GATESCOPE_TEST(TstConditionWords)
#include "tst_conditionwords.moc"
