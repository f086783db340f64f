// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"

#include <models/evaluation/initializeresponse.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Payloads that are wrong, odd or hostile.
class TstProject : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongShapesAreNamed_data();
    void wrongShapesAreNamed();
    void badSpecsAreLeftOut();
    void emptySaltIsNotAMissingOne();
    void circlesEnd();
    void deepNestingEnds();
    void mappingCirclesEnd();
    void manyExposuresEnd();
    void oddNumbersAndTypes();
};

namespace {

QByteArray payloadOf(const QByteArray &gates, const QByteArray &conditions, const QByteArray &more = {})
{
    return R"({"has_updates":true,"time":1,"feature_gates":{)" + gates
        + R"(},"dynamic_configs":{},"layer_configs":{},"condition_map":{)" + conditions + '}' + more + '}';
}

QByteArray gateOf(
    const QByteArray &name, const QByteArray &conditions, const QByteArray &rule = R"("salt":"x",)")
{
    return '"' + name
        + R"(":{"type":"feature_gate","entity":"feature_gate","salt":"s","enabled":true,"defaultValue":false,
        "idType":"userID","rules":[{"id":"r","name":"r",)"
        + rule + R"("passPercentage":100,"conditions":[)" + conditions
        + R"(],"returnValue":true,"idType":"userID"}]})";
}

QByteArray passGate(const QByteArray &hash, const QByteArray &gate)
{
    return '"' + hash + R"(":{"type":"pass_gate","targetValue":")" + gate + R"(","idType":"userID"})";
}

QByteArray number(int i)
{
    return QByteArray::number(i);
}

} // namespace

void TstProject::wrongShapesAreNamed_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("said");
    QTest::newRow("list") << QByteArray("[]") << QStringLiteral("object");
    QTest::newRow("no updates") << QByteArray(R"({"has_updates":false})") << QStringLiteral("has_updates");
    QTest::newRow("error answer") << QByteArray(R"({"message":"no"})") << QStringLiteral("feature_gates");
    QTest::newRow("mixed") << QByteArray(R"({"feature_gates":[],"dynamic_configs":{},"layer_configs":[]})")
                           << QStringLiteral("dynamic_configs");
    QTest::newRow("text") << QByteArray(R"({"feature_gates":"x","dynamic_configs":{},"layer_configs":{}})")
                          << QStringLiteral("feature_gates");
    QTest::newRow("no conditions") << QByteArray(
        R"({"feature_gates":{},"dynamic_configs":{},"layer_configs":{}})")
                                   << QStringLiteral("condition_map");
}

void TstProject::wrongShapesAreNamed()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, said);
    const auto project = Project::compile(parsedJson(payload));
    QVERIFY(!project);
    QCOMPARE(project.error().code, ErrorCode::WrongShape);
    QVERIFY2(project.error().message.contains(said), qPrintable(project.error().message));
}

void TstProject::badSpecsAreLeftOut()
{
    const ProjectPtr project = compiledProject(payloadOf(gateOf("good", {})
            + R"(,"no salt":{"type":"x","entity":"feature_gate","enabled":true,"defaultValue":false,"rules":[],"idType":"u"},
        "rules wrong":{"type":"x","entity":"feature_gate","salt":"","enabled":true,"defaultValue":false,"rules":{},"idType":"u"},
        "number":7,)"
            + gateOf("bad rule", {}, R"("salt":5,)") + ',' + gateOf("bad condition", "5"),
        {}));
    QCOMPARE(project->specs().size(), std::size_t(1));
    QCOMPARE(project->warnings().size(), 5);
    const QString told = project->warnings().join(QLatin1Char('\n'));
    for (const char *text : {"“no salt” was left out: salt is missing", "rules is not an array", "“number”",
             "in rule 1, salt is not a text", "condition 1"})
        QVERIFY2(told.contains(QString::fromUtf8(text)), qPrintable(told));
}

void TstProject::emptySaltIsNotAMissingOne()
{
    const ProjectPtr project = compiledProject(payloadOf(gateOf("empty", {}, R"("salt":"",)") + ','
            + gateOf("none", {}, {}) + ',' + gateOf("null", {}, R"("salt":null,)"),
        {}));
    const auto saltOf = [&](const char *name) {
        return project->specs()[std::size_t(project->find(SpecTable::FeatureGates, name))].rules[0].salt;
    };
    QCOMPARE(saltOf("empty"), std::string());
    QCOMPARE(saltOf("none"), std::string("r"));
    QCOMPARE(saltOf("null"), std::string("r"));
}

void TstProject::circlesEnd()
{
    const ProjectPtr project = compiledProject(payloadOf(
        gateOf("a", R"("b","b")") + ',' + gateOf("b", R"("a","a")") + ',' + gateOf("self", R"("self")"),
        passGate("a", "a") + ',' + passGate("b", "b") + ',' + passGate("self", "self")));
    QVERIFY(project->warnings().join(QLatin1Char('\n')).contains(QStringLiteral("a → b → a")));
    QVERIFY(project->warnings().join(QLatin1Char('\n')).contains(QStringLiteral("self → self")));
    for (const char *gate : {"a", "b", "self"})
        QCOMPARE(Evaluator(project).gate(gate, userOf("{}")).reason, Reason::Undetermined);
    EvaluationContext context;
    context.sdkCompatible = true;
    QCOMPARE(Evaluator(project, context).gate("a", userOf("{}")).value, false);
    QVERIFY(!initializeResponse(Evaluator(project), userOf("{}")).isEmpty());
}

void TstProject::deepNestingEnds()
{
    const auto chainOf = [](int length) {
        QByteArray gates = gateOf("g0", {});
        QByteArray conditions = passGate("c", "none");
        for (int i = 1; i <= length; ++i) {
            gates += ',' + gateOf("g" + number(i), '"' + ("c" + number(i)) + '"');
            conditions += ',' + passGate("c" + number(i), "g" + number(i - 1));
        }
        return Evaluator(compiledProject(payloadOf(gates, conditions)));
    };
    QVERIFY(chainOf(300).gate("g300", userOf("{}")).value);
    QCOMPARE(chainOf(301).gate("g301", userOf("{}")).reason, Reason::Undetermined);
    QCOMPARE(chainOf(20'000).gate("g20000", userOf("{}")).reason, Reason::Undetermined);
}

void TstProject::mappingCirclesEnd()
{
    const QByteArray rule =
        R"({"id":"r","name":"r","passPercentage":100,"conditions":[],"returnValue":true,"idType":"userID"})";
    const ProjectPtr project = compiledProject(payloadOf(gateOf("a", {}) + ',' + gateOf("b", {}), {},
        R"(,"override_rules":{"r":)" + rule
            + R"(},"overrides":{"a":[{"new_config_name":"b","rules":[{"rule_name":"r"},{"rule_name":"r"}]},
        {"new_config_name":"b","rules":[{"rule_name":"r"}]}],"b":[{"new_config_name":"a","rules":[{"rule_name":"r"}]}]})"));
    QCOMPARE(Evaluator(project).gate("a", userOf("{}")).reason, Reason::Undetermined);
}

void TstProject::manyExposuresEnd()
{
    QByteArray gates = gateOf("g0", {});
    QByteArray conditions = passGate("c0", "g0");
    for (int i = 1; i < 60; ++i) { // each asks the one before twice: 2^60 exposures if nobody counted
        gates += ',' + gateOf("g" + number(i), "\"c" + number(i - 1) + "\",\"c" + number(i - 1) + '"');
        conditions += ',' + passGate("c" + number(i), "g" + number(i));
    }
    const Evaluator evaluator(compiledProject(payloadOf(gates, conditions)));
    QCOMPARE(evaluator.gate("g59", userOf("{}")).reason, Reason::Undetermined);
    QVERIFY(evaluator.gate("g10", userOf("{}")).value);
}

void TstProject::oddNumbersAndTypes()
{
    const ProjectPtr project = compiledProject(payloadOf(
        gateOf("huge", R"("huge")") + ',' + gateOf("odd", R"("odd","none")"),
        R"("huge":{"type":"user_field","field":"level","operator":"lt","targetValue":1e400,"idType":"userID"},
        "odd":{"type":5,"field":[],"operator":{},"targetValue":{"a":[[[]]]},"idType":null},"none":null)"));
    const EvaluationUser user = userOf(
        R"({"userID":[1],"customIDs":5,"custom":{"level":1e308,"a":{"b":{}}},"privateAttributes":"x","statsigEnvironment":[]})");
    QVERIFY(Evaluator(project).gate("huge", user).value);
    QCOMPARE(Evaluator(project).gate("odd", user).reason, Reason::Undetermined);
    QCOMPARE(Evaluator(project).gate("huge", userOf("[]")).ruleId, std::string("default"));
    QCOMPARE(
        Evaluator(project).gate("huge", EvaluationUser(JsonDocumentPtr())).ruleId, std::string("default"));
}

GATESCOPE_TEST(TstProject)
#include "tst_project.moc"
