// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evaluation/flips/flipsearch.h>
#include <models/evaluation/flips/patternsample.h>
#include <models/evaluation/searchpattern.h>
#include <models/explain/flipwords.h>
#include <models/statsig/devices.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What would flip it: every change offered has been evaluated, the smallest come first.
class TstFlips : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneChange_data();
    void oneChange();
    void twoChanges();
    void preferSmaller();
    void nestedGates();
    void bucketOnly();
    void unitIdOnly();
    void opensAPercentage();
    void nothingToChange();
    void experimentGroups();
    void layers();
    void undeterminedBecomesSure();
    void stops();
    void respectsLimits();
    void stopsInTimeAndGoesOn();
    void everyFlipIsTrue();
    void neighbourIds();
    void patterns_data();
    void patterns();
    void edits();
    void editWords_data();
    void editWords();
    void outcomeWords();
    void conclusions();
    void saysHowFarItCame();
};

namespace {

StatsigUser statsigUser(const QByteArray &json)
{
    return StatsigUser::fromJson(json).value();
}

/// A gate of one rule, or several, over hand-written conditions; ids c0, c1 …; rules name theirs.
ProjectPtr gateOver(const QByteArrayList &conditions, const QByteArrayList &rules)
{
    QByteArrayList map;
    for (qsizetype i = 0; i < conditions.size(); ++i)
        map << "\"c" + QByteArray::number(i) + R"(":{"idType":"userID",)" + conditions[i] + '}';
    return compiled(R"({"time":1,"has_updates":true,"feature_gates":{"g":{"type":"feature_gate",
        "entity":"feature_gate","salt":"s","enabled":true,"defaultValue":false,"idType":"userID","rules":[)"
        + rules.join(',') + R"(]}},"dynamic_configs":{},"layer_configs":{},"experiment_to_layer":{},
        "condition_map":{)"
        + map.join(',') + "}}");
}

QByteArray flipRule(const QByteArray &id, const QByteArray &conditions, const QByteArray &percentage = "100",
    const QByteArray &value = "true")
{
    return R"({"id":")" + id + R"(","name":")" + id + R"(","salt":"","passPercentage":)" + percentage
        + R"(,"returnValue":)" + value + R"(,"idType":"userID","conditions":[)" + conditions + "]}";
}

QByteArray fieldTest(const QByteArray &field, const QByteArray &op, const QByteArray &target)
{
    return R"("type":"user_field","field":")" + field + R"(","operator":")" + op + R"(","targetValue":)"
        + target;
}

std::uint32_t indexOf(const ProjectPtr &project, SpecTable table, const char *name)
{
    return std::uint32_t(project->find(table, name));
}

/// "country = "FR" & level = 3 → rule_gold", one a line.
QStringList printedFlips(const FlipReport &report)
{
    QStringList lines;
    for (const Flip &flip : report.flips) {
        QStringList edits;
        for (const UserEdit &edit : flip.edits)
            edits << edit.attribute.name() + QStringLiteral(" = ")
                    + (edit.json.isEmpty() ? QStringLiteral("(none)") : QString::fromUtf8(edit.json));
        lines << edits.join(QStringLiteral(" & ")) + QStringLiteral(" → ")
                + QString::fromStdString(flip.verdict.ruleId);
    }
    return lines;
}

FlipReport flipsOf(const ProjectPtr &project, const QByteArray &user, const FlipLimits &limits = {})
{
    const Evaluator evaluator(project);
    return findFlips(
        evaluator, indexOf(project, SpecTable::FeatureGates, "g"), statsigUser(user), {}, limits);
}

} // namespace

void TstFlips::oneChange_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("flip");
    const auto row = [](const char *name, const QByteArray &condition, const QByteArray &user,
                         const QString &flip) { QTest::newRow(name) << condition << user << flip; };
    row("one of", fieldTest("country", "any", R"(["US","CA"])"), R"({"country":"DE"})",
        QStringLiteral(R"(country = "US" → r)"));
    row("none of", fieldTest("country", "none", R"(["US"])"), R"({"country":"US"})",
        QStringLiteral("country = (none) → r"));
    row("number", fieldTest("level", "gte", "3"), R"({"custom":{"level":2}})",
        QStringLiteral("level = 3 → r"));
    row("more than", fieldTest("level", "gt", "3"), R"({"custom":{"level":2}})",
        QStringLiteral("level = 4 → r"));
    row("private", fieldTest("level", "lt", "3"), R"({"privateAttributes":{"level":7}})",
        QStringLiteral("level = 2 → r"));
    row("version", fieldTest("appVersion", "version_gt", R"("4.10.0")"), R"({"appVersion":"4.9"})",
        QStringLiteral(R"(appVersion = "4.10.1" → r)"));
    row("older", fieldTest("appVersion", "version_lt", R"("4.10.0")"), R"({"appVersion":"5"})",
        QStringLiteral(R"(appVersion = "4.9.0" → r)"));
    row("e-mail", fieldTest("email", "str_ends_with_any", R"(["@shop.example"])"),
        R"({"email":"mina@example.com"})", QStringLiteral(R"(email = "mina@shop.example" → r)"));
    row("type", fieldTest("vip", "eq", "true"), R"({"custom":{"vip":"true"}})",
        QStringLiteral("vip = true → r"));
    row("list", fieldTest("tags", "array_contains_any", R"(["a","b"])"), R"({"custom":{"tags":["c"]}})",
        QStringLiteral(R"(tags = ["a"] → r)"));
    row("pattern", fieldTest("plan", "str_matches", R"("^(gold|black)-\\d{2}$")"),
        R"({"custom":{"plan":"x"}})", QStringLiteral(R"(plan = "gold-11" → r)"));
    row("unset", fieldTest("plan", "eq", "null"), R"({"custom":{"plan":"x"}})",
        QStringLiteral("plan = (none) → r"));
    row("time", fieldTest("since", "after", "1700000000000"), R"({"custom":{"since":1600000000000}})",
        QStringLiteral("since = 1700086400000 → r"));
    row("tier", R"("type":"environment_field","field":"tier","operator":"any","targetValue":["staging"])",
        R"({"statsigEnvironment":{"tier":"production"}})", QStringLiteral(R"(tier = "staging" → r)"));
    row("listed ID", R"("type":"unit_id","operator":"any","targetValue":["u_7"])", R"({"userID":"u_1"})",
        QStringLiteral(R"(userID = "u_7" → r)"));
    row("device", R"("type":"ua_based","field":"browser_name","operator":"any","targetValue":["Edge"])", "{}",
        QStringLiteral(R"(userAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, )"
                       R"(like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0" → r)"));
    row("system version",
        R"("type":"ua_based","field":"os_version","operator":"version_gte","targetValue":"18")",
        R"({"userAgent":"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"})",
        QStringLiteral(R"(userAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) )"
                       R"(AppleWebKit/605.1.15 Safari/604.1" → r)"));
}

void TstFlips::oneChange()
{
    QFETCH(QByteArray, condition);
    QFETCH(QByteArray, user);
    QFETCH(QString, flip);
    const FlipReport report = flipsOf(gateOver({condition}, {flipRule("r", R"("c0")")}), user);
    QVERIFY(!report.flips.empty());
    QCOMPARE(printedFlips(report).constFirst(), flip);
    QVERIFY(!report.asIs.value);
    QVERIFY(report.flips.front().verdict.value);
    QVERIFY(report.isComplete);
}

void TstFlips::twoChanges()
{
    const ProjectPtr project =
        gateOver({fieldTest("country", "any", R"(["US"])"), fieldTest("level", "gte", "3")},
            {flipRule("r", R"("c0","c1")")});
    const FlipReport report = flipsOf(project, R"({"country":"DE","custom":{"level":1}})");
    QCOMPARE(printedFlips(report), QStringList(QStringLiteral(R"(country = "US" & level = 3 → r)")));
    QCOMPARE(report.obstacle, FlipReport::Obstacle::Nothing);
}

void TstFlips::preferSmaller()
{
    // What one change reaches is not offered again with a second one beside it.
    const ProjectPtr project =
        gateOver({fieldTest("country", "any", R"(["US"])"), fieldTest("plan", "any", R"(["gold","black"])")},
            {flipRule("a", R"("c0")"), flipRule("b", R"("c1")")});
    const FlipReport report = flipsOf(project, R"({"country":"DE","custom":{"plan":"free"}})");
    QCOMPARE(printedFlips(report),
        QStringList({QStringLiteral(R"(country = "US" → a)"), QStringLiteral(R"(plan = "gold" → b)")}));
}

void TstFlips::nestedGates()
{
    const ProjectPtr project = smallProject();
    const Evaluator evaluator(project);
    const FlipReport report = findFlips(evaluator,
        indexOf(project, SpecTable::DynamicConfigs, "search_ranking"), statsigUser(R"({"userID":"u_1"})"));
    QVERIFY(!report.flips.empty());
    QCOMPARE(report.flips.front().verdict.json, QByteArray(R"({"boost":2})"));

    const ProjectPtr nested = compiled(R"({"time":1,"has_updates":true,"feature_gates":{
        "g":{"type":"feature_gate","entity":"feature_gate","salt":"s","enabled":true,"defaultValue":false,
          "idType":"userID","rules":[)"
        + flipRule("r", R"("c0")") + R"(]},
        "segment:gold":{"type":"feature_gate","entity":"segment","salt":"s","enabled":true,"defaultValue":false,
          "idType":"userID","rules":[)"
        + flipRule("s", R"("c1")") + R"(]}},"dynamic_configs":{},"layer_configs":{},"experiment_to_layer":{},
        "condition_map":{"c0":{"idType":"userID","type":"pass_gate","targetValue":"segment:gold"},
          "c1":{"idType":"userID",)"
        + fieldTest("plan", "any", R"(["gold"])") + "}}}");
    QCOMPARE(printedFlips(flipsOf(nested, R"({"userID":"u_1"})")),
        QStringList(QStringLiteral(R"(plan = "gold" → r)")));
}

void TstFlips::bucketOnly()
{
    const ProjectPtr project = gateOver({R"("type":"public")"}, {flipRule("r", R"("c0")", "25")});
    const FlipReport report = flipsOf(project, R"({"userID":"u_48213","country":"DE"})");
    QCOMPARE(report.obstacle, FlipReport::Obstacle::Bucket);
    QCOMPARE(report.bucketIds, QList<UserAttribute>({{UserField::UserId, {}}}));
    QCOMPARE(report.flips.size(), 1U);
    QVERIFY(report.flips.front().isIdentity);
    QCOMPARE(report.flips.front().edits.size(), 1);
}

void TstFlips::unitIdOnly()
{
    // The list names another user; nothing but the ID and its bucket is asked.
    const ProjectPtr project = gateOver({fieldTest("userID", "any", R"(["u_1"])"), R"("type":"public")"},
        {flipRule("r", R"("c0")"), flipRule("q", R"("c1")", "1")});
    const FlipReport report = flipsOf(project, R"({"userID":"u_48213","country":"DE"})");
    QCOMPARE(report.obstacle, FlipReport::Obstacle::UnitId);
    QVERIFY(!report.flips.empty());
    QCOMPARE(flipConclusion(report), QStringLiteral("No attribute can change it, only another userID."));
}

void TstFlips::opensAPercentage()
{
    // The country opens the rule; whether the bucket is then below 1 % is the ID's business.
    const ProjectPtr project =
        gateOver({fieldTest("country", "any", R"(["US"])")}, {flipRule("r", R"("c0")", "20")});
    const FlipReport report = flipsOf(project, R"({"userID":"u_2","country":"DE"})");
    QVERIFY(!report.flips.empty());
    for (const Flip &flip : report.flips)
        QVERIFY(flip.verdict.value);
    QCOMPARE(report.flips.front().edits.front().attribute.name(), QStringLiteral("country"));
}

void TstFlips::nothingToChange()
{
    const FlipReport always = flipsOf(gateOver({R"("type":"public")"}, {flipRule("r", R"("c0")")}), R"({})");
    QVERIFY(always.flips.empty());
    QCOMPARE(always.obstacle, FlipReport::Obstacle::NoAttribute);

    const FlipReport never = flipsOf(
        gateOver({fieldTest("plan", "any", "[]")}, {flipRule("r", R"("c0")")}), R"({"custom":{"plan":"a"}})");
    QVERIFY(never.flips.empty());
    QCOMPARE(never.obstacle, FlipReport::Obstacle::NotFound);
}

void TstFlips::experimentGroups()
{
    const ProjectPtr project = smallProject();
    const Evaluator evaluator(project);
    const FlipReport report = findFlips(evaluator, indexOf(project, SpecTable::DynamicConfigs, "button_copy"),
        statsigUser(R"({"userID":"u_1"})"));
    QCOMPARE(report.obstacle, FlipReport::Obstacle::Bucket);
    for (const Flip &flip : report.flips) {
        QVERIFY(flip.isIdentity);
        QVERIFY(flip.verdict.groupName != report.asIs.groupName || flip.verdict.json != report.asIs.json);
    }
}

void TstFlips::layers()
{
    const ProjectPtr project = smallProject();
    const Evaluator evaluator(project);
    FlipLimits limits;
    limits.maxIds = 5000; // three of a thousand buckets
    const FlipReport report = findFlips(evaluator, indexOf(project, SpecTable::LayerConfigs, "checkout_flow"),
        statsigUser(R"({"userID":"u_1"})"), {}, limits);
    QVERIFY(!report.flips.empty());
    for (const Flip &flip : report.flips)
        QCOMPARE(flip.verdict.allocatedExperiment, std::optional<std::string>("button_copy"));
}

void TstFlips::undeterminedBecomesSure()
{
    const ProjectPtr project =
        gateOver({R"("type":"ip_based","field":"country","operator":"any","targetValue":["US"])"},
            {flipRule("r", R"("c0")")});
    const FlipReport report = flipsOf(project, R"({"ip":"8.8.8.8"})");
    QVERIFY(!report.asIs.isDetermined());
    QCOMPARE(printedFlips(report).constFirst(), QStringLiteral(R"(country = "US" → r)"));
}

void TstFlips::stops()
{
    const ProjectPtr project =
        gateOver({fieldTest("country", "any", R"(["US"])")}, {flipRule("r", R"("c0")")});
    const Evaluator evaluator(project);
    std::stop_source source;
    source.request_stop();
    const FlipReport report = findFlips(evaluator, 0, statsigUser("{}"), source.get_token());
    QVERIFY(!report.isComplete);
    QCOMPARE(report.tried, 0);
    QVERIFY(report.flips.empty());
}

void TstFlips::respectsLimits()
{
    QByteArrayList conditions;
    QByteArrayList names;
    for (int i = 0; i < 60; ++i) {
        conditions << fieldTest("f" + QByteArray::number(i), "any", R"(["a","b","c","d"])");
        names << "\"c" + QByteArray::number(i) + '"';
    }
    FlipLimits limits;
    limits.maxEvaluations = 500;
    const FlipReport report =
        flipsOf(gateOver(conditions, {flipRule("r", names.join(','))}), R"({"userID":"u"})", limits);
    QCOMPARE(report.tried, 500);
    QVERIFY(!report.isComplete);
}

/// A second passes each time somebody looks at it.
FlipLimits::Clock::time_point hurriedClock()
{
    static FlipLimits::Clock::time_point now;
    return now += std::chrono::seconds(1);
}

void TstFlips::stopsInTimeAndGoesOn()
{
    const ProjectPtr project = gateOver({fieldTest("a", "any", R"(["x"])"), fieldTest("b", "any", R"(["x"])"),
                                            fieldTest("country", "any", R"(["US"])")},
        {flipRule("r", R"("c0","c1")"), flipRule("s", R"("c2")")});
    FlipLimits limits;
    limits.now = hurriedClock;
    limits.maxTime = std::chrono::seconds(2);
    const FlipReport hurried = flipsOf(project, R"({"userID":"u"})", limits);
    QVERIFY(!hurried.isComplete);
    QCOMPARE(hurried.tried, 1);
    limits.maxTime = std::chrono::hours(10);
    const FlipReport whole = flipsOf(project, R"({"userID":"u"})", limits);
    QVERIFY(whole.isComplete);
    QVERIFY(whole.tried > hurried.tried);
    QVERIFY(printedFlips(whole).contains(QStringLiteral(R"(country = "US" → s)")));
}

void TstFlips::everyFlipIsTrue()
{
    const ProjectPtr project = smallProject();
    const Evaluator evaluator(project);
    const StatsigUser user = statsigUser(R"({"userID":"u_9","country":"FR","appVersion":"4.1"})");
    for (std::uint32_t spec = 0; spec < project->specs().size(); ++spec) {
        const FlipReport report = findFlips(evaluator, spec, user);
        for (const Flip &flip : report.flips) {
            const auto document = JsonDocument::parse(edited(user, flip.edits).toJson());
            const Verdict again = evaluator.evaluate(spec, EvaluationUser(*document));
            QCOMPARE(again.ruleId, flip.verdict.ruleId);
            QVERIFY(again.value != report.asIs.value || again.json != report.asIs.json
                || again.groupName != report.asIs.groupName
                || again.allocatedExperiment != report.asIs.allocatedExperiment
                || !report.asIs.isDetermined());
        }
    }
}

void TstFlips::neighbourIds()
{
    QCOMPARE(neighbourId(QStringLiteral("u_48213"), 1), QStringLiteral("u_48214"));
    QCOMPARE(neighbourId(QStringLiteral("u_099"), 1), QStringLiteral("u_100"));
    QCOMPARE(neighbourId(QStringLiteral("u_009"), 2), QStringLiteral("u_011"));
    QCOMPARE(neighbourId(QStringLiteral("guest"), 3), QStringLiteral("guest-3"));
    QCOMPARE(neighbourId(QString(), 1), QStringLiteral("user-1"));
}

void TstFlips::patterns_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"abc", "^abc$", "a.c", "a+b*c?", "(gold|black)", R"(^\d{3}-\w+$)", "[a-f]x",
             "[^a]b", R"(.*@shop\.example$)", "^(?:a|b(c|d))e{2,4}$", "x??y", R"(\bword\b)"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
}

void TstFlips::patterns()
{
    QFETCH(QString, pattern);
    const SearchPattern search(pattern.toStdString());
    const QStringList samples = patternSamples(pattern);
    QVERIFY(!samples.isEmpty());
    for (const QString &sample : samples)
        QVERIFY2(search.matches(sample.toStdString()).value_or(false), qPrintable(sample));
    QVERIFY(patternSamples(QStringLiteral("(?=a)b")).isEmpty());
    QVERIFY(patternSamples(QStringLiteral("(((")).isEmpty());
    QVERIFY(patternSamples(QStringLiteral("[")).isEmpty());
}

void TstFlips::edits()
{
    const StatsigUser user = statsigUser(R"({"userID":"a","custom":{"k":1,"k":2},"customIDs":{"s":"x"}})");
    const UserAttribute k {UserTable::Custom, QStringLiteral("k")};
    QCOMPARE(attributeJson(user, k), QByteArray("2"));
    QCOMPARE(edited(user, UserEdit {k, "3"}).toJson(),
        QByteArray(R"({"userID":"a","custom":{"k":1,"k":3},"customIDs":{"s":"x"}})"));
    QCOMPARE(edited(user, UserEdit {k, {}}).toJson(), QByteArray(R"({"userID":"a","customIDs":{"s":"x"}})"));
    QCOMPARE(edited(user, UserEdit {{UserField::Country, {}}, R"("DE")"}).text(UserField::Country),
        QStringLiteral("DE"));
    QCOMPARE(edited(user, UserEdit {{UserField::UserId, {}}, {}}).text(UserField::UserId), QString());
}

void TstFlips::editWords_data()
{
    QTest::addColumn<UserEdits>("edits");
    QTest::addColumn<QString>("words");
    const UserAttribute country {UserField::Country, {}};
    const UserAttribute level {UserTable::Custom, QStringLiteral("level")};
    const UserAttribute stable {UserTable::CustomIds, QStringLiteral("stableID")};
    const UserAttribute agent {UserField::UserAgent, {}};
    QTest::newRow("set") << UserEdits {{country, R"("FR")"}} << QStringLiteral("Set country to FR");
    QTest::newRow("type") << UserEdits {{level, "3"}} << QStringLiteral("Make level a number");
    QTest::newRow("two") << UserEdits {{country, R"("FR")"}, {level, "3"}}
                         << QStringLiteral("Set country to FR and make level a number");
    QTest::newRow("remove") << UserEdits {{level, {}}} << QStringLiteral("Remove level");
    QTest::newRow("ID") << UserEdits {{stable, R"("s-2")"}} << QStringLiteral("Use stableID s-2");
    QTest::newRow("device") << UserEdits {{agent, jsonQuoted(devices().constFirst().userAgent)}}
                            << QStringLiteral("Use the userAgent of iPhone, iOS 17, Safari");
}

void TstFlips::editWords()
{
    QFETCH(UserEdits, edits);
    QFETCH(QString, words);
    const StatsigUser user = statsigUser(R"({"country":"DE","custom":{"level":"3"}})");
    QCOMPARE(plainText(Gatescope::editWords(user, edits)), words);
}

void TstFlips::outcomeWords()
{
    const auto outcomes = [](const ProjectPtr &project, const QByteArray &json) {
        const Evaluator evaluator(project);
        const StatsigUser user = statsigUser(json);
        QStringList lines;
        for (const FlipWords &flip : flipWords(evaluator, 0, user, findFlips(evaluator, 0, user)))
            lines << plainText(flip.title) + u' ' + plainText(flip.outcome);
        return lines;
    };
    const QByteArray country = fieldTest("country", "any", R"(["US"])");
    QCOMPARE(outcomes(gateOver({country}, {flipRule("Staff", R"("c0")")}), R"({"country":"DE"})"),
        QStringList(QStringLiteral("Set country to US On by rule Staff.")));
    QCOMPARE(outcomes(gateOver({country}, {flipRule("Staff", R"("c0")")}), R"({"country":"US"})"),
        QStringList(QStringLiteral("Remove country Off: no rule matches.")));
    // Facts §3.5, SHA-256 of "s..u_1" and so on, mod 10,000: 436, 1,340, 3,170.
    QCOMPARE(
        outcomes(gateOver({R"("type":"public")"}, {flipRule("r", R"("c0")", "25")}), R"({"userID":"u_1"})"),
        QStringList(QStringLiteral("Use userID u_3 Off: bucket 3,170 is not below 2,500.")));
}

void TstFlips::conclusions()
{
    FlipReport report;
    report.tried = 1234;
    report.bucketIds = {{UserField::UserId, {}}};
    QCOMPARE(flipConclusion(report), QString());
    report.obstacle = FlipReport::Obstacle::Bucket;
    QCOMPARE(
        flipConclusion(report), QStringLiteral("No attribute can change it: it is the bucket of userID."));
    report.obstacle = FlipReport::Obstacle::NotFound;
    QCOMPARE(
        flipConclusion(report), QStringLiteral("None of the 1,234 changes tried leads to another answer."));
    report.obstacle = FlipReport::Obstacle::NoAttribute;
    QVERIFY(flipConclusion(report).startsWith(QStringLiteral("Nothing about the user can change it")));
    // Nothing is said to be impossible that was not tried.
    report.isComplete = false;
    report.obstacle = FlipReport::Obstacle::Bucket;
    QCOMPARE(flipConclusion(report),
        QStringLiteral("The search reached its limit after 1,234 changes and is not finished. Not even every "
                       "change alone was tried. None of them leads to another answer; others may."));
    report.triedEverySingle = true;
    report.flips.resize(1);
    report.wasStopped = true;
    QCOMPARE(flipConclusion(report),
        QStringLiteral("The search was stopped after 1,234 changes. Every change alone was tried, pairs of "
                       "them only in part. There may be other ways."));
}

/// A rule of two conditions takes a pair of changes.
void TstFlips::saysHowFarItCame()
{
    const ProjectPtr project =
        gateOver({fieldTest("country", "any", R"(["US"])"), fieldTest("plan", "any", R"(["gold"])")},
            {flipRule("Staff", R"("c0","c1")")});
    const Evaluator evaluator(project);
    const StatsigUser user = statsigUser(R"({"userID":"u"})");
    const FlipReport whole = findFlips(evaluator, 0, user);
    QVERIFY(whole.isComplete);
    QVERIFY(whole.triedEverySingle);
    FlipLimits limits;
    limits.maxEvaluations = 1;
    const FlipReport cut = findFlips(evaluator, 0, user, {}, limits);
    QVERIFY(!cut.isComplete);
    QVERIFY(!cut.wasStopped);
    QVERIFY(!cut.triedEverySingle);
    limits.maxEvaluations = 2; // one for each attribute
    QVERIFY(findFlips(evaluator, 0, user, {}, limits).triedEverySingle);
    std::stop_source stop;
    stop.request_stop();
    const FlipReport stopped = findFlips(evaluator, 0, user, stop.get_token());
    QVERIFY(stopped.wasStopped);
    QCOMPARE(stopped.tried, 0);
}

GATESCOPE_TEST(TstFlips)
#include "tst_flips.moc"
