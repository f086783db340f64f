// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"
#include "hostilepayload.h"

#include <models/evaluation/initializeresponse.h>
#include <models/evaluation/trace.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Projects that are built to go round in circles, to be deep, or to be large. How much was done is counted
/// in the trace, never by the clock.
class TstHostileProjects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void circlesEnd_data();
    void circlesEnd();
    void depth_data();
    void depth();
    void depthThroughExperimentGroups();
    void undeterminedGatesAreAskedOnce();
    void undeterminedExperimentsAreAskedOnce();
    void mappingsWithoutASpecEnd();
    void tenThousandRules();
    void tenThousandConditions();
    void tenThousandNestedGates();
    void missingConditionIsNamed();
    void repeatedNames();
    void payloadsOfNothing_data();
    void payloadsOfNothing();
    void deepValues();
    void hugeTargets();
    void oddNumbersOfRules_data();
    void oddNumbersOfRules();
    void oddNumbersOfBandits();
};

namespace {

QByteArray delegate(const QByteArray &config)
{
    return R"(,"configDelegate":")" + config + '"';
}

const QByteArray overrideRule = R"(,"override_rules":{"o":)" + ruleText({}) + '}';

QByteArray mapping(const QByteArray &to)
{
    return R"({"new_config_name":")" + to + R"(","rules":[{"rule_name":"o"}]})";
}

Evaluator evaluatorOf(const PayloadParts &parts, bool sdkCompatible = false)
{
    EvaluationContext context;
    context.sdkCompatible = sdkCompatible;
    return Evaluator(compiledProject(payloadOfParts(parts)), context);
}

} // namespace

void TstHostileProjects::circlesEnd_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *circle, SpecTable table, const char *name, const PayloadParts &parts) {
        QTest::newRow(circle) << payloadOfParts(parts) << int(table) << QByteArray(name);
    };
    row("self", SpecTable::FeatureGates, "a",
        {.gates = gateMember("a", ruleText("a")), .conditions = gateCondition("a", "a")});
    row("two", SpecTable::FeatureGates, "a",
        {.gates = gateMember("a", ruleText("b b")) + ',' + gateMember("b", ruleText("a a")),
            .conditions = gateCondition("a", "a") + ',' + gateCondition("b", "b")});
    row("through a segment", SpecTable::FeatureGates, "a",
        {.gates = gateMember("a", ruleText("s")) + ',' + gateMember("segment:s", ruleText("a")),
            .conditions = gateCondition("a", "a") + ',' + gateCondition("s", "segment:s")});
    row("delegates", SpecTable::LayerConfigs, "l",
        {.configs = experimentMember("c", ruleText({}, delegate("d"))) + ','
                + experimentMember("d", ruleText({}, delegate("c"))),
            .layers = layerMember("l", ruleText({}, delegate("c")))});
    row("an experiment that delegates to itself", SpecTable::DynamicConfigs, "c",
        {.configs = experimentMember("c", ruleText({}, delegate("c")))});
    row("mappings", SpecTable::DynamicConfigs, "c",
        {.configs = experimentMember("c", {}) + ',' + experimentMember("d", {}),
            .more =
                overrideRule + R"(,"overrides":{"c":[)" + mapping("d") + R"(],"d":[)" + mapping("c") + "]}"});
    row("a mapping and a gate", SpecTable::FeatureGates, "a",
        {.gates = gateMember("a", {}) + ',' + gateMember("b", ruleText("a")),
            .conditions = gateCondition("a", "a"),
            .more = overrideRule + R"(,"overrides":{"a":[)" + mapping("b") + "]}"});
    row("the mapping's own rule", SpecTable::FeatureGates, "a",
        {.gates = gateMember("a", {}) + ',' + gateMember("b", {}),
            .conditions = gateCondition("a", "a"),
            .more = R"(,"override_rules":{"o":)" + ruleText("a") + R"(},"overrides":{"a":[)" + mapping("b")
                + "]}"});
    row("experiment groups", SpecTable::DynamicConfigs, "c",
        {.configs = experimentMember("c", ruleText("d d")) + ',' + experimentMember("d", ruleText("c c")),
            .conditions = groupCondition("c", "c") + ',' + groupCondition("d", "d")});
    row("its own group", SpecTable::DynamicConfigs, "c",
        {.configs = experimentMember("c", ruleText("c c")), .conditions = groupCondition("c", "c")});
    row("a bandit's targeting gate", SpecTable::FeatureGates, "a",
        {.gates = gateMember("a", ruleText("c")),
            .configs = experimentMember("c", {}),
            .conditions = groupCondition("c", "c"),
            .more =
                R"(,"cmab_configs":{"c":{"salt":"s","idType":"userID","enabled":true,"targetingGateName":"a",
            "groups":[{"id":"g","name":"G","parameterValues":{}}]}})"});
}

void TstHostileProjects::circlesEnd()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, table);
    QFETCH(QByteArray, name);
    const ProjectPtr project = compiledProject(payload);
    const int spec = project->find(SpecTable(table), name.toStdString());
    QVERIFY(spec >= 0);
    EvaluationContext context;
    Trace trace;
    const Verdict verdict =
        Evaluator(project, context).evaluate(std::uint32_t(spec), userOf(R"({"userID":"u"})"), &trace);
    QCOMPARE(verdict.reason, Reason::Undetermined);
    QVERIFY2(QByteArray::fromStdString(verdict.undetermined).contains("in a circle"),
        verdict.undetermined.c_str());
    QVERIFY(trace.nodes().size() < 2'000);
    context.sdkCompatible = true;
    QVERIFY(Evaluator(project, context).evaluate(std::uint32_t(spec), userOf("{}")).isDetermined());
    QVERIFY(JsonDocument::parse(initializeResponse(Evaluator(project), userOf("{}"))));
}

void TstHostileProjects::depth_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("isAnswered");
    QTest::newRow("299") << 299 << true;
    QTest::newRow("300") << 300 << true;
    QTest::newRow("301") << 301 << false;
    QTest::newRow("30000") << 30'000 << false;
}

/// A chain of so many gates below the one that is asked; the SDK stops at 300 (facts §3.4).
void TstHostileProjects::depth()
{
    QFETCH(int, length);
    QFETCH(bool, isAnswered);
    const Evaluator evaluator = evaluatorOf({.gates = gateMember("g0", ruleText({})) + ','
            + joined(
                1, length, [](int i) { return gateMember("g" + decimal(i), ruleText("c" + decimal(i))); }),
        .conditions =
            joined(1, length, [](int i) { return gateCondition("c" + decimal(i), "g" + decimal(i - 1)); })});
    const std::string top = "g" + std::to_string(length);
    Trace trace;
    const Verdict verdict = evaluator.gate(top, userOf("{}"), &trace);
    QCOMPARE(verdict.reason, isAnswered ? Reason::Recognized : Reason::Undetermined);
    QCOMPARE(verdict.value, isAnswered);
    QCOMPARE(evaluator.gate(top, userOf("{}")).reason, verdict.reason);
    QVERIFY(trace.nodes().size() <= 3 * 302);
}

/// Thirty experiments that ask for each other's groups, each behind 290 gates: one stack holds them all.
void TstHostileProjects::depthThroughExperimentGroups()
{
    constexpr int gates = 290;
    PayloadParts parts;
    const auto add = [](QByteArray &list, const QByteArray &member) {
        list += (list.isEmpty() ? "" : ",") + member;
    };
    for (int e = 0; e < 30; ++e) {
        const QByteArray experiment = "e" + decimal(e);
        add(parts.configs, experimentMember(experiment, ruleText(experiment + "_c" + decimal(gates))));
        add(parts.gates, gateMember(experiment + "_g0", ruleText(experiment + "_next")));
        add(parts.conditions, groupCondition(experiment + "_next", "e" + decimal(e + 1)));
        for (int g = 1; g <= gates; ++g) {
            const QByteArray gate = experiment + "_g" + decimal(g);
            add(parts.gates, gateMember(gate, ruleText(experiment + "_c" + decimal(g))));
            add(parts.conditions,
                gateCondition(experiment + "_c" + decimal(g), experiment + "_g" + decimal(g - 1)));
        }
        add(parts.conditions,
            gateCondition(experiment + "_c" + decimal(gates), experiment + "_g" + decimal(gates)));
    }
    Trace trace;
    QCOMPARE(evaluatorOf(parts).config("e0", userOf("{}"), &trace).reason, Reason::Undetermined);
    QVERIFY(trace.nodes().size() < 2'000);
}

/// Each gate asks the one below twice: 2^60 questions if a gate without an answer were asked again.
void TstHostileProjects::undeterminedGatesAreAskedOnce()
{
    const Evaluator evaluator = evaluatorOf({.gates = gateMember("g0", ruleText("list")) + ','
            + joined(1, 60,
                [](int i) {
                    const QByteArray below = "c" + decimal(i - 1);
                    return gateMember("g" + decimal(i), ruleText(below + ' ' + below));
                }),
        .conditions = listCondition("list") + ','
            + joined(0, 60, [](int i) { return gateCondition("c" + decimal(i), "g" + decimal(i)); })});
    Trace trace;
    const Verdict verdict = evaluator.gate("g60", userOf(R"({"userID":"u"})"), &trace);
    QCOMPARE(verdict.reason, Reason::Undetermined);
    QCOMPARE(verdict.undetermined, std::string("the ID list \"list\" is not loaded"));
    QVERIFY(trace.nodes().size() < 500);
}

void TstHostileProjects::undeterminedExperimentsAreAskedOnce()
{
    const Evaluator evaluator = evaluatorOf({.configs = experimentMember("e0", ruleText("list")) + ','
            + joined(1, 60,
                [](int i) {
                    const QByteArray below = "c" + decimal(i - 1);
                    return experimentMember("e" + decimal(i), ruleText(below + ' ' + below));
                }),
        .conditions = listCondition("list") + ','
            + joined(0, 60, [](int i) { return groupCondition("c" + decimal(i), "e" + decimal(i)); })});
    Trace trace;
    const Verdict verdict = evaluator.config("e60", userOf(R"({"userID":"u"})"), &trace);
    QCOMPARE(verdict.reason, Reason::Undetermined);
    QCOMPARE(verdict.undetermined, std::string("the ID list \"list\" is not loaded"));
    QVERIFY(trace.nodes().size() < 500);
}

/// Names that no spec has, each mapped to the next twice over.
void TstHostileProjects::mappingsWithoutASpecEnd()
{
    const Evaluator evaluator =
        evaluatorOf({.more = overrideRule + R"(,"overrides":{)" + joined(0, 60, [](int i) -> QByteArray {
            const QByteArray next = mapping("n" + decimal(i + 1));
            return "\"n" + decimal(i) + "\":[" + next + ',' + next + ']';
        }) + '}'});
    Trace trace;
    QCOMPARE(evaluator.config("n0", userOf("{}"), &trace).reason, Reason::Undetermined);
    QVERIFY(trace.nodes().size() < 50'000);
    // A few of them are followed to their end.
    QCOMPARE(evaluator.config("n55", userOf("{}")).reason, Reason::Unrecognized);
}

void TstHostileProjects::tenThousandRules()
{
    const Evaluator evaluator = evaluatorOf(
        {.gates = gateMember("g", joined(1, 9'999, [](int) { return ruleText("no"); }) + ',' + ruleText({})),
            .conditions =
                conditionMember("no", "user_field", R"(["x"])", R"(,"operator":"any","field":"email")")});
    Trace trace;
    QVERIFY(evaluator.gate("g", userOf("{}"), &trace).value);
    QCOMPARE(trace.nodes()[0].children.size(), std::size_t(10'000));
}

void TstHostileProjects::tenThousandConditions()
{
    QByteArray hashes = "all";
    for (int i = 1; i < 10'000; ++i)
        hashes += " all";
    const Evaluator evaluator = evaluatorOf(
        {.gates = gateMember("g", ruleText(hashes)) + ',' + gateMember("no", ruleText(hashes + " never")),
            .conditions = conditionMember("all", "public", "null") + ','
                + conditionMember("never", "user_field", "1", R"(,"operator":"gt","field":"level")")});
    Trace trace;
    QVERIFY(evaluator.gate("g", userOf("{}"), &trace).value);
    QCOMPARE(trace.nodes()[1].children.size(), std::size_t(10'000));
    QCOMPARE(evaluator.gate("no", userOf("{}")).ruleId, std::string("default"));
}

void TstHostileProjects::tenThousandNestedGates()
{
    QByteArray hashes = "c1";
    for (int i = 2; i <= 10'000; ++i)
        hashes += " c" + decimal(i);
    const Evaluator evaluator = evaluatorOf({.gates = gateMember("top", ruleText(hashes + ' ' + hashes)) + ','
            + joined(1, 10'000, [](int i) { return gateMember("g" + decimal(i), ruleText({})); }),
        .conditions =
            joined(1, 10'000, [](int i) { return gateCondition("c" + decimal(i), "g" + decimal(i)); })});
    Trace trace;
    const Verdict verdict = evaluator.gate("top", userOf("{}"), &trace);
    QVERIFY(verdict.value);
    QCOMPARE(verdict.secondaryExposures.size(), std::size_t(20'000));
    QCOMPARE(trace.nodes().size(), std::size_t(2 + 10'000 * (1 + 1 + 1) + 10'000 * (1 + 1)));
}

void TstHostileProjects::missingConditionIsNamed()
{
    const PayloadParts parts {.gates = gateMember("g", ruleText("nowhere") + ',' + ruleText({}))};
    const Evaluator evaluator = evaluatorOf(parts);
    QCOMPARE(evaluator.project()->warnings().size(), 1);
    QVERIFY(evaluator.project()->warnings()[0].contains(QStringLiteral("nowhere")));
    const Verdict verdict = evaluator.gate("g", userOf("{}"));
    QCOMPARE(verdict.reason, Reason::Undetermined);
    QVERIFY(QByteArray::fromStdString(verdict.undetermined).contains("nowhere"));
    QCOMPARE(evaluatorOf(parts, true).gate("g", userOf("{}")).reason, Reason::Unsupported);
}

/// As with any JSON object, the last one counts.
void TstHostileProjects::repeatedNames()
{
    const Evaluator evaluator = evaluatorOf({.gates = gateMember("g", {}) + ','
            + gateMember("h", ruleText("c")) + ',' + gateMember("g", ruleText("c")),
        .conditions =
            conditionMember("c", "nobody_knows", "1") + ',' + conditionMember("c", "public", "null")});
    QVERIFY(evaluator.gate("g", userOf("{}")).value);
    QVERIFY(evaluator.gate("h", userOf("{}")).value);
    const auto response = JsonDocument::parse(initializeResponse(evaluator, userOf("{}")));
    QCOMPARE((*response)->root()["feature_gates"].size(), quint32(2));
}

void TstHostileProjects::payloadsOfNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"{}", "[]", "null", "true", "0", "1e400", "\"\"", "\"feature_gates\"", "[{}]",
             R"({"feature_gates":null})", R"({"feature_gates":{},"dynamic_configs":{}})"})
        QTest::newRow(text) << QByteArray(text);
}

void TstHostileProjects::payloadsOfNothing()
{
    QFETCH(QByteArray, text);
    const auto project = Project::compile(parsedJson(text));
    QVERIFY(!project);
    QCOMPARE(project.error().code, ErrorCode::WrongShape);
    QVERIFY(project.error().message.endsWith(QLatin1Char('.')));
    QVERIFY(!Project::compile(nullptr));
}

void TstHostileProjects::deepValues()
{
    const QByteArray deep = QByteArray(900, '[') + '7' + QByteArray(900, ']');
    const QByteArray value = R"({"deep":)" + deep + '}';
    QByteArray rule = ruleText("c");
    rule.replace(R"("returnValue":true)", QByteArray(R"("returnValue":)" + value));
    const Evaluator evaluator = evaluatorOf({.configs = experimentMember("e", rule),
        .conditions = conditionMember("c", "user_field", deep, R"(,"operator":"eq","field":"deep")")});
    const Verdict verdict = evaluator.config("e", userOf(R"({"custom":{"deep":)" + deep + "}}"));
    QCOMPARE(verdict.ruleId, std::string("r"));
    QCOMPARE(verdict.json, value);
    QCOMPARE(evaluator.config("e", userOf(R"({"custom":{"deep":[)" + deep + "]}}")).ruleId,
        std::string("default"));

    const QByteArray tooDeep = QByteArray(200'000, '[') + QByteArray(200'000, ']');
    const auto refused = JsonDocument::parse(R"({"feature_gates":)" + tooDeep + '}');
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
}

/// A hundred thousand targets of each form, compared with as large a value.
void TstHostileProjects::hugeTargets()
{
    const QByteArray members = '{' + joined(1, 100'000, [](int i) -> QByteArray {
        return "\"k" + decimal(i) + "\":" + decimal(i);
    }) + '}';
    const QByteArray list =
        '[' + joined(1, 100'000, [](int i) -> QByteArray { return "\"t" + decimal(i) + '"'; }) + ']';
    const auto condition = [](const char *hash, const QByteArray &target, const char *op) {
        return conditionMember(
            hash, "user_field", target, R"(,"field":"v","operator":")" + QByteArray(op) + '"');
    };
    const Evaluator evaluator = evaluatorOf({.gates = gateMember("members", ruleText("members")) + ','
            + gateMember("list", ruleText("list")) + ',' + gateMember("contains", ruleText("contains")),
        .conditions = condition("members", members, "eq") + ',' + condition("list", list, "any") + ','
            + condition("contains", list, "array_contains_all")});
    QVERIFY(evaluator.gate("members", userOf(R"({"custom":{"v":)" + members + "}}")).value);
    QVERIFY(evaluator.gate("list", userOf(R"({"custom":{"v":"T99999"}})")).value);
    QVERIFY(evaluator.gate("contains", userOf(R"({"custom":{"v":)" + list + "}}")).value);
    QVERIFY(!evaluator.gate("contains", userOf(R"({"custom":{"v":["t1"]}})")).value);
}

void TstHostileProjects::oddNumbersOfRules_data()
{
    QTest::addColumn<QByteArray>("percentage");
    QTest::addColumn<bool>("passes");
    QTest::newRow("too large for a double") << QByteArray("1e400") << true;
    QTest::newRow("too large, negative") << QByteArray("-1e400") << false;
    QTest::newRow("too small for a double") << QByteArray("1e-400") << false;
    QTest::newRow("negative zero") << QByteArray("-0") << false;
    QTest::newRow("negative") << QByteArray("-50") << false;
    QTest::newRow("above 100") << QByteArray("100.01") << true;
    QTest::newRow("a hundred with an exponent") << QByteArray("1E+2") << true;
    QTest::newRow("beyond 64 bit") << QByteArray("18446744073709551616") << true;
    QTest::newRow("many digits") << '1' + QByteArray(5'000, '0') << true;
    QTest::newRow("many decimals") << "0." + QByteArray(5'000, '0') + '1' << false;
}

void TstHostileProjects::oddNumbersOfRules()
{
    QFETCH(QByteArray, percentage);
    QFETCH(bool, passes);
    QByteArray rule = ruleText({});
    rule.replace(R"("passPercentage":100)", QByteArray(R"("passPercentage":)" + percentage));
    const Evaluator evaluator = evaluatorOf({.gates = gateMember("g", rule),
        .more = R"(,"overrides":{"g":[{"new_config_name":"h","rules":
            [{"rule_name":"o","start_time":)"
            + percentage + "}]}]}" + overrideRule});
    QCOMPARE(evaluator.gate("g", userOf(R"({"userID":"u"})")).value, passes);
}

/// What a bandit's model holds is added and compared, whatever it is.
void TstHostileProjects::oddNumbersOfBandits()
{
    for (const char *odd :
        {"1e400", "-1e400", "-0", "9223372036854775807", "-9223372036854775808", "-1", "1e308"}) {
        QByteArray bandit =
            R"(,"cmab_configs":{"c":{"salt":"s","idType":"userID","enabled":true,"higherIsBetter":true,
            "sampleRate":N,"groups":[{"id":"a","name":"A","parameterValues":{"v":1}},{"id":"b","name":"B"}],"config":{
            "a":{"alpha":N,"intercept":N,"records":N,"weightsNumerical":{"level":N},"weightsCategorical":{"plan":{"x":N}}},
            "b":{"alpha":N,"intercept":-1e400,"records":N,"weightsNumerical":{"level":N},"weightsCategorical":{}}}}})";
        bandit.replace("N", odd);
        for (const bool sdkCompatible : {false, true}) {
            const Evaluator evaluator =
                evaluatorOf({.configs = experimentMember("c", {}), .more = bandit}, sdkCompatible);
            for (const char *user : {R"({"userID":"u","custom":{"level":1e308,"plan":"x"}})", "{}"})
                QVERIFY(evaluator.config("c", userOf(user)).isDetermined() || !sdkCompatible);
        }
    }
}

GATESCOPE_TEST(TstHostileProjects)
#include "tst_hostileprojects.moc"
