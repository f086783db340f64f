// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"

#include <models/evaluation/trace.h>
#include <models/evaluation/useranswers.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The evaluator over a small shop of our own, in both payload forms. Buckets are the worked examples of
/// facts §3.5 and §3.6.
class TstEvaluator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothPayloadFormsAgree();
    void firstPassingRuleDecides();
    void percentages();
    void experimentsAndLayers();
    void exposuresOfNestedGates();
    void disabledGates();
    void unknownNames();
    void undeterminedPropagates();
    void oneFalseConditionDecides();
    void listsWithoutTexts();
    void manyAnswersAreEachTheSame();
    void sdkCompatibleAnswers();
    void unsupportedConditions();
    void currentTimeIsTheContexts();
    void environments();
    void targetApp();
    void configMapping();
    void bandits();
    void layersByParameter();
    void traceShowsWhatWasLookedAt();
    void traceChangesNothing();

private:
    static Evaluator shop(const EvaluationContext &context = {}, const char *file = "shop_v2.json");
};

namespace {

std::string exposed(const Exposures &exposures)
{
    std::string text;
    for (const Exposure &exposure : exposures)
        text += exposure.gate + '=' + (exposure.gateValue ? "true" : "false") + '@' + exposure.ruleId + ' ';
    return text;
}

std::string verdictText(const Verdict &verdict)
{
    return std::to_string(int(verdict.reason)) + (verdict.value ? " true " : " false ")
        + verdict.json.toStdString() + ' ' + verdict.ruleId + ' ' + verdict.groupName.value_or("-") + ' '
        + exposed(verdict.secondaryExposures);
}

/// A v2 project of these members, the rest being empty.
ProjectPtr projectOf(const QByteArray &gates, const QByteArray &configs, const QByteArray &layers,
    const QByteArray &conditions, const QByteArray &more = {})
{
    return compiledProject(R"({"has_updates":true,"time":1,"feature_gates":{)" + gates
        + R"(},"dynamic_configs":{)" + configs + R"(},"layer_configs":{)" + layers + R"(},"condition_map":{)"
        + conditions + R"(},"experiment_to_layer":{})" + more + '}');
}

QByteArray ruleOf(const QByteArray &id, const QByteArray &conditions, const QByteArray &value = "true",
    const QByteArray &more = {})
{
    return R"({"id":")" + id + R"(","name":")" + id
        + R"(","salt":"","passPercentage":100,"idType":"userID","conditions":[)" + conditions
        + R"(],"returnValue":)" + value + more + '}';
}

QByteArray specOf(const QByteArray &name, const QByteArray &entity, const QByteArray &defaultValue,
    const QByteArray &rules, const QByteArray &more = {})
{
    return '"' + name + R"(":{"type":"x","entity":")" + entity
        + R"(","salt":"s","enabled":true,"idType":"userID","defaultValue":)" + defaultValue + R"(,"rules":[)"
        + rules + ']' + more + '}';
}

QByteArray conditionOf(const QByteArray &name, const QByteArray &type, const QByteArray &field,
    const QByteArray &op, const QByteArray &target)
{
    return '"' + name + R"(":{"type":")" + type + R"(","field":)" + field + R"(,"operator":)" + op
        + R"(,"targetValue":)" + target + R"(,"additionalValues":{},"idType":"userID"})";
}

const QByteArray isBea = conditionOf("bea", "user_field", R"("userID")", R"("any")", R"(["bea"])");
const QByteArray isPublic = conditionOf("all", "public", "null", "null", "null");

} // namespace

Evaluator TstEvaluator::shop(const EvaluationContext &context, const char *file)
{
    return Evaluator(
        compiledProject(readFile(QStringLiteral(GATESCOPE_TEST_DATA "/evaluation/") + QLatin1String(file))),
        context);
}

void TstEvaluator::bothPayloadFormsAgree()
{
    const Evaluator v1 = shop({}, "shop_v1.json");
    const Evaluator v2 = shop();
    QCOMPARE(v1.project()->format(), Project::Format::V1);
    QCOMPARE(v2.project()->format(), Project::Format::V2);
    QCOMPARE(v1.project()->specs().size(), v2.project()->specs().size());
    QVERIFY(v1.project()->warnings().isEmpty());
    for (const char *id : {"a_user", "bea", "12", "10", ""}) {
        const EvaluationUser user = userOf(R"({"userID":")" + QByteArray(id) + R"("})");
        for (std::uint32_t i = 0; i < v2.project()->specs().size(); ++i) {
            const Spec &spec = v2.project()->specs()[i];
            if (spec.name == "disabled with rules" || spec.name == "says no") // the two that v1 cannot say
                continue;
            const int other = v1.project()->find(spec.table, spec.name);
            QVERIFY(other >= 0);
            QCOMPARE(verdictText(v1.evaluate(std::uint32_t(other), user)), verdictText(v2.evaluate(i, user)));
        }
    }
    const Spec &checkout =
        v1.project()->specs()[std::size_t(v1.project()->find(SpecTable::DynamicConfigs, "checkout"))];
    QCOMPARE(checkout.layer, std::string("page"));
}

void TstEvaluator::firstPassingRuleDecides()
{
    const Evaluator evaluator(
        projectOf(specOf("g", "feature_gate", "false",
                      ruleOf("never", R"("all","bea")") + ','
                          + ruleOf("no", R"("all")", "true", R"(,"passPercentage":0,"groupName":"G")") + ','
                          + ruleOf("late", R"("all")")),
            {}, {}, isBea + ',' + isPublic));
    const Verdict verdict = evaluator.gate("g", userOf(R"({"userID":"u"})"));
    QCOMPARE(verdict.value, false);
    QCOMPARE(verdict.ruleId, std::string("no")); // its conditions pass, its share does not: it still decides
    QCOMPARE(verdict.groupName, std::optional<std::string>("G"));
    QCOMPARE(evaluator.gate("g", userOf(R"({"userID":"bea"})")).ruleId, std::string("never"));
}

void TstEvaluator::percentages()
{
    const Evaluator evaluator = shop();
    const auto passes = [&](const char *gate, const QByteArray &id) {
        return evaluator.gate(gate, userOf(R"({"userID":)" + id + '}')).value;
    };
    QVERIFY(passes("half", R"("a_user")")); // 4917 < 5000
    QVERIFY(!passes("holdout", R"("a_user")")); // 4199
    QVERIFY(!passes("holdout", R"("12")")); // 1890
    QVERIFY(passes("holdout", R"("10")")); // 744 < 1000
    QVERIFY(passes("holdout", "10")); // a number counts as its text
}

void TstEvaluator::experimentsAndLayers()
{
    const EvaluationUser user = userOf(R"({"userID":"a_user"})"); // bucket 713
    const Verdict experiment = shop().config("checkout", user);
    QCOMPARE(experiment.ruleId, std::string("test"));
    QCOMPARE(experiment.groupName, std::optional<std::string>("Test"));
    QCOMPARE(experiment.json, QByteArray(R"({"button":"green"})"));
    QVERIFY(experiment.isExperimentGroup && experiment.isExperimentActive && experiment.isInLayer);
    const Verdict layer = shop().layer("page", user);
    QCOMPARE(layer.ruleId, std::string("test"));
    QCOMPARE(layer.allocatedExperiment, std::optional<std::string>("checkout"));
    QCOMPARE(layer.explicitParameters, std::optional(std::vector<std::string> {"button"}));
    QCOMPARE(exposed(layer.undelegatedExposures), std::string("half=true@half1 "));
    QCOMPARE(exposed(layer.secondaryExposures),
        std::string("half=true@half1 holdout=false@1SYnDQxZZtiWMfEHVZDcAC "));
}

void TstEvaluator::exposuresOfNestedGates()
{
    // every condition is looked at, a gate asked twice is told twice, and a segment never
    const Evaluator evaluator(projectOf(specOf("inner", "feature_gate", "false", ruleOf("i", R"("all")"))
            + ',' + specOf("segment:s", "segment", "false", ruleOf("s", R"("inner")")) + ','
            + specOf("outer", "feature_gate", "false", ruleOf("o", R"("bea","segment","segment","inner")")),
        {}, {},
        isBea + ',' + isPublic + ',' + conditionOf("inner", "pass_gate", "null", "null", R"("inner")") + ','
            + conditionOf("segment", "fail_gate", "null", "null", R"("segment:s")")));
    const Verdict verdict = evaluator.gate("outer", userOf(R"({"userID":"u"})"));
    QCOMPARE(verdict.ruleId, std::string("default"));
    QCOMPARE(exposed(verdict.secondaryExposures), std::string("inner=true@i inner=true@i inner=true@i "));
}

void TstEvaluator::disabledGates()
{
    const EvaluationUser bea = userOf(R"({"userID":"bea"})");
    const EvaluationUser other = userOf(R"({"userID":"u"})");
    QCOMPARE(shop().gate("disabled with rules", bea).ruleId, std::string("d1"));
    QVERIFY(shop().gate("disabled with rules", bea).value);
    QCOMPARE(shop().gate("disabled with rules", other).ruleId, std::string("disabled"));
    const Verdict v1 = shop({}, "shop_v1.json").gate("disabled with rules", bea);
    QCOMPARE(v1.ruleId, std::string("disabled"));
    QVERIFY(!v1.value);
    QVERIFY(!shop().gate("says no", bea).value);
    QCOMPARE(shop().gate("says no", bea).ruleId, std::string("x1"));
    QVERIFY(shop().gate("says no", other).value); // its default
}

void TstEvaluator::unknownNames()
{
    const EvaluationUser user = userOf("{}");
    for (const Verdict &verdict : {shop().gate("nope", user), shop().config("nope", user),
             shop().layer("nope", user), shop().gate("banner", user)}) {
        QCOMPARE(verdict.reason, Reason::Unrecognized);
        QCOMPARE(verdict.value, false);
        QCOMPARE(verdict.ruleId, std::string());
        QCOMPARE(verdict.json, QByteArray("{}"));
    }
}

void TstEvaluator::undeterminedPropagates()
{
    const QByteArray lists = conditionOf("list", "unit_id", "null", R"("in_segment_list")", R"("vips")");
    const QByteArray gates = specOf("g", "feature_gate", "false", ruleOf("r", R"("list")")) + ','
        + specOf("outer", "feature_gate", "false", ruleOf("o", R"("g")"));
    const Evaluator evaluator(
        projectOf(gates, specOf("e", "experiment", "{}", ruleOf("x", R"("g")", R"({"a":1})")),
            specOf("l", "layer", "{}", ruleOf("d", R"("all")", "{}", R"(,"configDelegate":"e")")),
            lists + ',' + isPublic + ',' + conditionOf("g", "fail_gate", "null", "null", R"("g")")));
    const EvaluationUser user = userOf(R"({"userID":"u"})");
    for (const Verdict &verdict : {evaluator.gate("g", user), evaluator.gate("outer", user),
             evaluator.config("e", user), evaluator.layer("l", user)}) {
        QCOMPARE(verdict.reason, Reason::Undetermined);
        QCOMPARE(verdict.undetermined, std::string("the ID list \"vips\" is not loaded"));
        QVERIFY(verdict.secondaryExposures.empty());
    }
}

void TstEvaluator::oneFalseConditionDecides()
{
    const QByteArray conditions =
        isBea + ',' + conditionOf("list", "unit_id", "null", R"("in_segment_list")", R"("vips")");
    for (const char *order : {R"("bea","list")", R"("list","bea")"}) {
        const Evaluator evaluator(
            projectOf(specOf("g", "feature_gate", "false", ruleOf("r", order)), {}, {}, conditions));
        QCOMPARE(evaluator.gate("g", userOf(R"({"userID":"u"})")).reason, Reason::Recognized);
        QCOMPARE(evaluator.gate("g", userOf(R"({"userID":"u"})")).ruleId, std::string("default"));
        QCOMPARE(evaluator.gate("g", userOf(R"({"userID":"bea"})")).reason, Reason::Undetermined);
    }
}

/// The SDK says so nearly always: once in a few dozen of its instances it finds the empty text in such a
/// list.
void TstEvaluator::listsWithoutTexts()
{
    const EvaluationUser user = userOf(R"({"userID":"u","custom":{"l":[null,{"a":1}]}})");
    const auto passes = [&user](const QByteArray &op) {
        const QByteArray condition =
            conditionOf("c", "user_field", R"("l")", '"' + op + '"', R"(["","null"])");
        const Evaluator evaluator(
            projectOf(specOf("g", "feature_gate", "false", ruleOf("r", R"("c")")), {}, {}, condition));
        return evaluator.gate("g", user).ruleId == "r";
    };
    QVERIFY(!passes("array_contains_any"));
    QVERIFY(passes("array_contains_none"));
    QVERIFY(!passes("array_contains_all"));
    QVERIFY(passes("not_array_contains_all"));
}

/// What is known of a user from one answer shortens the next, and changes nothing.
void TstEvaluator::manyAnswersAreEachTheSame()
{
    const Evaluator evaluator = shop();
    for (const char *json :
        {R"({"userID":"bea","custom":{"plan":"pro"}})", R"({"userID":"u","ip":"2.2.2.2"})",
            R"({"userID":"carl","email":"carl@example.com","statsigEnvironment":{"tier":"staging"}})"}) {
        const EvaluationUser user = userOf(json);
        UserAnswers answers(evaluator, user);
        for (int round = 0; round < 2; ++round) {
            for (std::uint32_t spec = 0; spec < evaluator.project()->specs().size(); ++spec)
                QCOMPARE(verdictText(verdictOf(answers.entity(spec))),
                    verdictText(evaluator.evaluate(spec, user)));
        }
    }
}

void TstEvaluator::sdkCompatibleAnswers()
{
    EvaluationContext context;
    context.sdkCompatible = true;
    const EvaluationUser user = userOf(R"({"userID":"u","ip":"2.2.2.2"})");
    QCOMPARE(shop(context).gate("segment:testers", user).ruleId, std::string("default"));
    QCOMPARE(shop(context).gate("french", user).ruleId, std::string("default"));
    QCOMPARE(shop().gate("french", user).reason, Reason::Undetermined);
    QCOMPARE(shop().gate("french", userOf(R"({"ip":"::1"})")).reason, Reason::Recognized);
    context.countries = knownCountries();
    QVERIFY(shop(context).gate("french", user).value);
}

void TstEvaluator::unsupportedConditions()
{
    const QByteArray gates = specOf("g", "feature_gate", "false", ruleOf("r", R"("bea","odd")")) + ','
        + specOf("h", "feature_gate", "false", ruleOf("r", R"("missing")"));
    const ProjectPtr project = projectOf(gates, {}, {},
        isBea + ',' + conditionOf("odd", "user_field", R"("email")", R"("sounds_like")", "[]"));
    QCOMPARE(project->warnings().size(), 1);
    QVERIFY(project->warnings().first().contains(QLatin1String("missing")));
    const EvaluationUser user = userOf(R"({"userID":"u"})");
    const Verdict verdict =
        Evaluator(project).gate("g", user); // CORE gives up on the gate although "bea" fails
    QCOMPARE(verdict.reason, Reason::Undetermined);
    QCOMPARE(verdict.undetermined, std::string("unsupported operator \"sounds_like\""));
    QVERIFY(
        QByteArray::fromStdString(Evaluator(project).gate("h", user).undetermined).contains("condition_map"));
    EvaluationContext context;
    context.sdkCompatible = true;
    const Verdict compatible = Evaluator(project, context).gate("g", user);
    QCOMPARE(compatible.reason, Reason::Unsupported);
    QCOMPARE(compatible.value, false);
    QCOMPARE(compatible.ruleId, std::string());
}

void TstEvaluator::currentTimeIsTheContexts()
{
    const Evaluator now(projectOfCondition(
        R"({"type":"current_time","operator":"after","targetValue":1700000000000,"idType":"userID"})"));
    QVERIFY(now.gate("g", userOf("{}")).value);
    EvaluationContext context;
    context.now = 1600000000000;
    QVERIFY(!Evaluator(now.project(), context).gate("g", userOf("{}")).value);
}

void TstEvaluator::environments()
{
    const QByteArray gate = specOf("g", "feature_gate", "false", ruleOf("r", R"("tier")"));
    const QByteArray tier =
        conditionOf("tier", "environment_field", R"("tier")", R"("any")", R"(["staging"])");
    const Evaluator plain(projectOf(gate, {}, {}, tier));
    QVERIFY(plain.gate("g", userOf(R"({"statsigEnvironment":{"tier":"Staging"}})")).value);
    QVERIFY(!plain.gate("g", userOf(R"({"statsigEnvironment":{"Tier":"staging"}})")).value);
    QVERIFY(!plain.gate("g", userOf("{}")).value);
    const Evaluator withDefault(projectOf(gate, {}, {}, tier, R"(,"default_environment":"staging")"));
    QVERIFY(withDefault.gate("g", userOf("{}")).value);
    QVERIFY(!withDefault.gate("g", userOf(R"({"statsigEnvironment":{"tier":"production"}})")).value);
}

void TstEvaluator::targetApp()
{
    const QByteArray gate = specOf("g", "feature_gate", "false", ruleOf("r", R"("app")"));
    const ProjectPtr project = projectOf(gate, {}, {},
        conditionOf("app", "target_app", "null", R"("any")", R"(["web"])"), R"(,"app_id":"web")");
    QVERIFY(Evaluator(project).gate("g", userOf("{}")).value);
    EvaluationContext context;
    context.appId = "ios";
    QVERIFY(!Evaluator(project, context).gate("g", userOf("{}")).value);
}

void TstEvaluator::configMapping()
{
    const QByteArray configs = specOf("old", "dynamic_config", R"({"v":"old"})", {}) + ','
        + specOf("new", "dynamic_config", R"({"v":"new"})", {});
    const QByteArray mapping =
        R"(,"overrides":{"old":[{"new_config_name":"new","rules":[{"rule_name":"later","start_time":4000000000000},{"rule_name":"bea"}]}]},
        "override_rules":{"later":)"
        + ruleOf("later", R"("all")") + R"(,"bea":)" + ruleOf("b", R"("bea")") + '}';
    const Evaluator evaluator(projectOf({}, configs, {}, isBea + ',' + isPublic, mapping));
    QCOMPARE(evaluator.config("old", userOf(R"({"userID":"bea"})")).json, QByteArray(R"({"v":"new"})"));
    QCOMPARE(evaluator.config("old", userOf(R"({"userID":"u"})")).json, QByteArray(R"({"v":"old"})"));
}

void TstEvaluator::bandits()
{
    const auto evaluate = [](const QByteArray &bandit, bool sdkCompatible = false) {
        EvaluationContext context;
        context.sdkCompatible = sdkCompatible;
        const Evaluator evaluator(projectOf({}, specOf("b", "autotune", "{}", {}), {}, isPublic,
                                      R"(,"cmab_configs":{"b":{"salt":"s","idType":"userID",
            "version":1,"higherIsBetter":true,"defaultValue":{"v":"d"},"groups":[{"id":"ga","name":"A","parameterValues":{"v":"a"}},
            {"id":"gb","name":"B","parameterValues":{"v":"b"}}],)"
                                          + bandit + "}}"),
            context);
        return evaluator.config("b", userOf(R"({"userID":"u","custom":{"level":3}})"));
    };
    QCOMPARE(evaluate(R"("enabled":false,"sampleRate":0)").ruleId, std::string("prestart"));
    QCOMPARE(evaluate(R"("enabled":true,"sampleRate":0,"targetingGateName":"nope")").ruleId,
        std::string("inlineTargetingRules"));
    const QByteArray models =
        R"("config":{"ga":{"alpha":0,"intercept":1,"records":1,"weightsNumerical":{"level":2},"weightsCategorical":{}},
        "gb":{"alpha":0,"intercept":2,"records":1,"weightsNumerical":{"level":1},"weightsCategorical":{}}})";
    const Verdict best = evaluate(R"("enabled":true,"sampleRate":0,)" + models); // 1 + 2·3 against 2 + 3
    QCOMPARE(best.ruleId, std::string("ga"));
    QCOMPARE(best.json, QByteArray(R"({"v":"a"})"));
    QCOMPARE(best.groupName, std::optional<std::string>("A"));
    QCOMPARE(evaluate(R"("enabled":true,"sampleRate":1,)" + models).reason, Reason::Undetermined);
    QVERIFY(evaluate(R"("enabled":true,"sampleRate":1,)" + models, true).ruleId.ends_with(":explore"));
    QVERIFY(evaluate(R"("enabled":true,"sampleRate":0)").ruleId.ends_with(":explore"));
}

void TstEvaluator::layersByParameter()
{
    const QByteArray configs = specOf("e", "experiment", R"({"a":"default"})",
        ruleOf("e1", R"("all")", R"({"a":1})", R"(,"groupName":"G")"), R"(,"explicitParameters":["a"])");
    const auto layer = [&](const QByteArray &rules) {
        return Evaluator(projectOf({}, configs,
                             specOf("l", "layer", R"({"a":9,"b":8})", rules, R"(,"useNewLayerEval":true)"),
                             isPublic + ',' + isBea))
            .layer("l", userOf(R"({"userID":"u"})"));
    };
    const Verdict delegated = layer(ruleOf("d", R"("all")", "{}", R"(,"configDelegate":"e")") + ','
        + ruleOf("r", R"("all")", R"({"a":5,"b":6})"));
    QCOMPARE(delegated.json, QByteArray(R"({"a":1,"b":6})"));
    QCOMPARE(delegated.ruleId, std::string("d"));
    QCOMPARE(delegated.groupName, std::optional<std::string>("G"));
    QCOMPARE(delegated.allocatedExperiment, std::optional<std::string>("e"));
    QVERIFY(delegated.parameterRuleIds);
    QCOMPARE(*delegated.parameterRuleIds,
        (std::vector<std::pair<std::string, std::string>> {{"a", "d"}, {"b", "r"}}));
    const Verdict late = layer(ruleOf("r", R"("all")", R"({"b":6})") + ','
        + ruleOf("d", R"("all")", "{}", R"(,"configDelegate":"e")"));
    QCOMPARE(late.json,
        QByteArray(R"({"b":6,"a":9})")); // a delegate after a rule that gave something is passed over
    QCOMPARE(late.ruleId, std::string("default"));
    QVERIFY(!late.allocatedExperiment);
}

void TstEvaluator::traceShowsWhatWasLookedAt()
{
    Trace trace;
    shop().layer("page", userOf(R"({"userID":"a_user"})"), &trace);
    const auto &nodes = trace.nodes();
    QVERIFY(!nodes.empty());
    QCOMPARE(nodes[0].name, std::string("page"));
    QCOMPARE(nodes[0].outcome, Trace::Outcome::Passed);
    QCOMPARE(nodes[0].ruleId, std::string("test"));
    const auto find = [&](auto &&matches) {
        const auto found = std::ranges::find_if(nodes, matches);
        return found == nodes.end() ? nullptr : &*found;
    };
    const Trace::Node *delegate =
        find([](const Trace::Node &node) { return node.role == Trace::Role::Delegate; });
    QVERIFY(delegate);
    QCOMPARE(delegate->name, std::string("checkout"));
    QCOMPARE(nodes[delegate->parent].kind, Trace::Kind::Rule);
    const Trace::Node *half = find([](const Trace::Node &node) { return node.name == "half1"; });
    QVERIFY(half && half->bucket);
    QCOMPARE(half->bucket->bucket, 4917);
    QCOMPARE(half->bucket->limit, std::optional<double>(5000));
    QCOMPARE(half->bucket->hashedText,
        std::string("3d0f5df9-18c7-46fe-8b31-268d756c3459.7826bf70-af49-433a-9fd7-3826e90f7e0a.a_user"));
    QCOMPARE(half->passedPercentage, std::optional<bool>(true));
    const Trace::Node *bucket =
        find([](const Trace::Node &node) { return node.kind == Trace::Kind::Condition && node.bucket; });
    QVERIFY(bucket);
    QCOMPARE(bucket->userValue, std::optional<std::string>("713"));
    QCOMPARE(bucket->source, ValueSource::Bucket);
    for (std::uint32_t i = 1; i < nodes.size(); ++i)
        QVERIFY(nodes[i].parent < i);

    Trace missing;
    shop().gate("segment:testers", userOf(R"({"userID":"u"})"), &missing);
    QCOMPARE(missing.nodes().back().outcome, Trace::Outcome::Undetermined);
    QCOMPARE(missing.nodes().back().note, std::string("the ID list \"testers\" is not loaded"));
    QCOMPARE(missing.nodes().back().userValue, std::optional<std::string>("u"));
}

void TstEvaluator::traceChangesNothing()
{
    const Evaluator evaluator = shop();
    for (const char *id : {"a_user", "bea", "10"}) {
        const EvaluationUser user = userOf(R"({"userID":")" + QByteArray(id) + R"("})");
        for (std::uint32_t i = 0; i < evaluator.project()->specs().size(); ++i) {
            Trace trace;
            QCOMPARE(
                verdictText(evaluator.evaluate(i, user, &trace)), verdictText(evaluator.evaluate(i, user)));
        }
    }
}

GATESCOPE_TEST(TstEvaluator)
#include "tst_evaluator.moc"
