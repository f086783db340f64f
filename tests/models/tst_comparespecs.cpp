// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparedtexts.h"

#include <tests/support/fixtures.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Two specs payloads beside each other.
class TstCompareSpecs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSpecs();
    void findsWhatWasEdited_data();
    void findsWhatWasEdited();
    void renamedConditionsAreTheSame();
    void conditionsBehindTheSameName();
    void addedAndRemoved();
    void formatsSayTheSame();
    void bookkeepingIsLeftOut();
    void layersInBothFormats();
};

namespace {

QByteArray editedSpecs(const QByteArray &from, const QByteArray &to)
{
    QByteArray specs = smallProjectJson();
    return specs.contains(from) ? specs.replace(from, to) : QByteArray();
}

} // namespace

void TstCompareSpecs::sameSpecs()
{
    const auto compared = comparedTexts(comparedSpecs(smallProjectJson()), comparedSpecs(smallProjectJson()));
    QVERIFY(compared);
    QCOMPARE(compared->type, ComparedType::Specs);
    QVERIFY(compared->isSame());
    QCOMPARE(compared->of(ComparedKind::Gate).same, 2);
    QCOMPARE(compared->of(ComparedKind::Segment).same, 1);
    QCOMPARE(compared->of(ComparedKind::Holdout).same, 1);
    QCOMPARE(compared->of(ComparedKind::Experiment).same, 1);
}

void TstCompareSpecs::findsWhatWasEdited_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const char *printed) {
        QTest::newRow(name) << from << to << QString::fromUtf8(printed);
    };
    row("percentage", R"("passPercentage": 25)", R"("passPercentage": 50)",
        "gate checkout_v2: changed\n  rules › DE rollout › pass percentage: 25 % | 50 %");
    row("targets", R"(["DE", "AT"])", R"(["CH", "DE"])",
        "gate checkout_v2: changed\n"
        "  rules › DE rollout › country › targets: only here: AT; 1 in both | only here: CH; 1 in both");
    row("order of targets", R"(["DE", "AT"])", R"(["AT", "DE"])", "");
    row("operator", R"("targetValue": ["DE", "AT"], "operator": "any")",
        R"("targetValue": ["DE", "AT"], "operator": "none")",
        "gate checkout_v2: changed\n"
        "  rules › DE rollout › condition: country is one of DE, AT | country is none of DE, AT");
    row("scalar target", R"("4.10.0")", R"("4.11.0")",
        "gate checkout_v2: changed\n  rules › DE rollout › appVersion › targets: \"4.10.0\" | \"4.11.0\"");
    row("condition added", R"("conditions": ["c_staff"])", R"("conditions": ["c_staff", "c_country"])",
        "gate checkout_v2: changed\n  rules › Staff › condition:  | country is one of DE, AT");
    row("enabled", R"("salt": "salt-old", "enabled": false)", R"("salt": "salt-old", "enabled": true)",
        "gate old_banner: changed\n  enabled: no | yes");
    row("target apps", R"(["web", "ios"])", R"(["ios", "android", "web"])",
        "gate checkout_v2: changed\n  target apps: 2 in both | only here: android; 2 in both");
    row("group's value", R"({"label": "Buy now", "delay_ms": 0.0})",
        R"({"delay_ms": 0, "label": "One click"})",
        "experiment button_copy: changed\n  rules › Buy now › value › label: \"Buy now\" | \"One click\"");
    row("layer", R"({"button_copy": "checkout_flow"})", R"({})",
        "experiment button_copy: changed\n  layer: checkout_flow | ");
    row("rule removed",
        R"({"id": "rule_staff", "name": "Staff", "salt": "s1", "passPercentage": 100, "returnValue": true,
        "conditions": ["c_staff"], "idType": "userID"},)",
        "", "");
    row("salt", R"("salt": "s2")", R"("salt": "")",
        "gate checkout_v2: changed\n  rules › DE rollout › salt: s2 | \"\"");
    row("salt that is the ID", R"("salt": "s2", )", "",
        "gate checkout_v2: changed\n  rules › DE rollout › salt: s2 | rule_de");
}

void TstCompareSpecs::findsWhatWasEdited()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, printed);
    const QByteArray edited = editedSpecs(from, to);
    QVERIFY(!edited.isEmpty());
    const auto compared = comparedTexts(comparedSpecs(smallProjectJson()), comparedSpecs(edited));
    QVERIFY(compared);
    if (qstrcmp(QTest::currentDataTag(), "rule removed") == 0) {
        const FieldDifference &rule = compared->differences.front().fields.front();
        QCOMPARE(rule.change, Change::Removed);
        QCOMPARE(rule.field, ComparedField::Rule);
        QCOMPARE(rule.left.jsonPath(), QStringLiteral("$.feature_gates.checkout_v2.rules[0]"));
        QCOMPARE(compared->fieldCount, 1);
        return;
    }
    QCOMPARE(printedLines(*compared), printed);
}

void TstCompareSpecs::renamedConditionsAreTheSame()
{
    QByteArray renamed = smallProjectJson();
    renamed.replace("c_country", "1234").replace("c_version", "5678");
    const auto compared = comparedTexts(comparedSpecs(smallProjectJson()), comparedSpecs(renamed));
    QVERIFY(compared);
    QCOMPARE(printedLines(*compared), QString());
}

void TstCompareSpecs::conditionsBehindTheSameName()
{
    const auto compared = comparedTexts(comparedSpecs(smallProjectJson()),
        comparedSpecs(editedSpecs(R"("targetValue": "segment:staff")", R"("targetValue": "holdout_h2")")));
    QVERIFY(compared);
    QCOMPARE(printedLines(*compared),
        QStringLiteral("gate checkout_v2: changed\n"
                       "  rules › Staff › pass_gate › targets: \"segment:staff\" | \"holdout_h2\""));
}

void TstCompareSpecs::addedAndRemoved()
{
    const auto compared = comparedTexts(comparedSpecs(smallProjectJson()),
        comparedSpecs(editedSpecs(R"("old_banner": {)", R"("new_banner": {)")));
    QVERIFY(compared);
    QCOMPARE(printedLines(*compared), QStringLiteral("gate old_banner: removed\ngate new_banner: added"));
    QCOMPARE(compared->of(ComparedKind::Gate), (KindCounts {1, 0, 1, 1}));
}

/// One project in the two formats, as the official SDKs' own test project comes in both.
void TstCompareSpecs::formatsSayTheSame()
{
    const auto data = [](const char *name) {
        return readFile(QStringLiteral(GATESCOPE_TEST_DATA "/evaluation/") + QLatin1String(name));
    };
    const auto compared =
        comparedTexts(comparedSpecs(data("shop_v1.json")), comparedSpecs(data("shop_v2.json")));
    QVERIFY(compared);
    // a gate that is on by default, which v1 cannot say
    QCOMPARE(printedLines(*compared), QStringLiteral("gate says no: changed\n  default value: false | true"));
}

void TstCompareSpecs::bookkeepingIsLeftOut()
{
    const QByteArray edited = editedSpecs("1795176120000", "1795176120001");
    QVERIFY(comparedTexts(comparedSpecs(smallProjectJson()), comparedSpecs(edited))->isSame());
    QVERIFY(!comparedTexts(comparedSpecs(smallProjectJson()), comparedSpecs(edited), {true, {}})->isSame());
}

void TstCompareSpecs::layersInBothFormats()
{
    const QByteArray v1 = R"({"has_updates":true,"time":1,"feature_gates":[],"layer_configs":[],
        "dynamic_configs":[{"name":"e","entity":"experiment","rules":[]}],"layers":{"l":["e"]}})";
    const QByteArray v2 =
        R"({"has_updates":true,"time":1,"feature_gates":{},"layer_configs":{},"condition_map":{},
        "dynamic_configs":{"e":{"entity":"experiment","rules":[]}},"experiment_to_layer":{"e":"l"}})";
    const auto compared = comparedTexts(comparedDocument(v1), comparedDocument(v2));
    QVERIFY(compared);
    QCOMPARE(printedLines(*compared), QString());
}

GATESCOPE_TEST(TstCompareSpecs)
#include "tst_comparespecs.moc"
