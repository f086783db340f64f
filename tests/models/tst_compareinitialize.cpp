// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparedtexts.h"

#include <models/compare/comparisonwords.h>
#include <tests/support/fixtures.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Two initialize responses beside each other.
class TstCompareInitialize : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsFields();
    void ignoresOrderOfKeys();
    void countsByKind();
    void comparesAcrossFormats();
    void exposuresByGate();
    void numbersByValue();
    void lastOfOneNameCounts();
    void bookkeepingIsLeftOut();
    void valuesOfTheShortFormat();
    void sameUserInAllForms_data();
    void sameUserInAllForms();
    void wrongPairs();
    void comparesUsers();
    void plainDocuments();
    void stops();
};

namespace {

/// Two answers whose names are not hashed.
const QByteArray leftAnswer = R"json({"feature_gates":{
 "checkout_v2":{"name":"checkout_v2","value":false,"rule_id":"rule_de","secondary_exposures":[],"id_type":"userID"},
 "old_banner":{"name":"old_banner","value":false,"rule_id":"disabled","secondary_exposures":[],"id_type":"userID"},
 "gone":{"name":"gone","value":true,"rule_id":"x","secondary_exposures":[],"id_type":"userID"}},
"dynamic_configs":{
 "button_copy":{"name":"button_copy","value":{"label":"Pay","delay_ms":0,"list":[1,2,3]},"rule_id":"group_control",
  "group":"group_control","group_name":"Control","id_type":"userID","is_user_in_experiment":true,
  "is_experiment_active":true,"explicit_parameters":["label","delay_ms"],"secondary_exposures":[]}},
"layer_configs":{
 "checkout_flow":{"name":"checkout_flow","value":{"label":"Pay"},"rule_id":"default","id_type":"userID",
  "explicit_parameters":[],"secondary_exposures":[],"undelegated_secondary_exposures":[]}},
"param_stores":{"store":{"p":{"ref_type":"static","value":1}}},
"has_updates":true,"time":1,"hash_used":"none","evaluated_keys":{"userID":"a"}})json";

const QByteArray rightAnswer = R"json({"feature_gates":{
 "checkout_v2":{"name":"checkout_v2","value":true,"rule_id":"rule_staff","secondary_exposures":[],"id_type":"userID"},
 "old_banner":{"id_type":"userID","name":"old_banner","secondary_exposures":[],"rule_id":"disabled","value":false},
 "new":{"name":"new","value":true,"rule_id":"x","secondary_exposures":[],"id_type":"userID"}},
"dynamic_configs":{
 "button_copy":{"name":"button_copy","value":{"label":"Buy now","delay_ms":0.0,"list":[1,3],"é":null},
  "rule_id":"group_test","group":"group_test","group_name":"Buy now","id_type":"userID",
  "is_user_in_experiment":true,"is_experiment_active":true,"explicit_parameters":["delay_ms","label","more"],
  "secondary_exposures":[]}},
"layer_configs":{
 "checkout_flow":{"name":"checkout_flow","value":{"label":"Pay"},"rule_id":"default","id_type":"userID",
  "explicit_parameters":[],"secondary_exposures":[],"undelegated_secondary_exposures":[],
  "allocated_experiment_name":"button_copy","is_user_in_experiment":true}},
"param_stores":{"store":{"p":{"ref_type":"static","value":2}}},
"has_updates":true,"time":2,"hash_used":"none","evaluated_keys":{"userID":"b"}})json";

} // namespace

void TstCompareInitialize::findsFields()
{
    const ProjectPtr project = smallProject();
    const auto compared = comparedTexts(comparedDocument(leftAnswer, project), comparedDocument(rightAnswer));
    QVERIFY(compared);
    QCOMPARE(printedLines(*compared), QStringLiteral(R"(gate checkout_v2: changed
  value: Off | On
  rule: DE rollout | Staff
gate gone: removed
gate new: added
experiment button_copy: changed
  value › label: "Pay" | "Buy now"
  value › list › [1]: 2 | 
  value › é:  | null
  rule: Control | Buy now
  group: Control | Buy now
  explicit parameters: 2 in both | only here: more; 2 in both
layer checkout_flow: changed
  in the experiment:  | yes
  allocated experiment:  | button_copy
parameter store store: changed
  p › value: 1 | 2
document Rest of the answer: changed
  evaluated_keys › userID: "a" | "b")"));
    const FieldDifference &label = compared->differences.at(3).fields.front();
    QCOMPARE(label.left.jsonPath(), QStringLiteral("$.dynamic_configs.button_copy.value.label"));
    QCOMPARE(label.change, Change::Changed);
}

void TstCompareInitialize::ignoresOrderOfKeys()
{
    const QByteArray one = R"({"feature_gates":{"a":{"value":true,"rule_id":"r"},"b":{"value":false}},
        "dynamic_configs":{"c":{"value":{"x":1,"y":[1,{"k":2,"l":3}]}}},"layer_configs":{},"hash_used":"none"})";
    const QByteArray other = R"({"hash_used":"none","layer_configs":{},
        "dynamic_configs":{"c":{"value":{"y":[1,{"l":3,"k":2}],"x":1}}},
        "feature_gates":{"b":{"value":false},"a":{"rule_id":"r","value":true}}})";
    const auto compared = comparedTexts(comparedDocument(one), comparedDocument(other));
    QVERIFY(compared);
    QCOMPARE(printedLines(*compared), QString());
    QVERIFY(compared->isSame());
    QCOMPARE(compared->total().same, 3);
}

void TstCompareInitialize::countsByKind()
{
    const auto compared = comparedTexts(comparedDocument(leftAnswer), comparedDocument(rightAnswer));
    QVERIFY(compared);
    QCOMPARE(compared->of(ComparedKind::Gate), (KindCounts {1, 1, 1, 1}));
    QCOMPARE(compared->of(ComparedKind::Experiment), (KindCounts {0, 1, 0, 0}));
    QCOMPARE(compared->of(ComparedKind::Layer), (KindCounts {0, 1, 0, 0}));
    QCOMPARE(compared->of(ComparedKind::ParamStore), (KindCounts {0, 1, 0, 0}));
    QCOMPARE(compared->total(), (KindCounts {1, 5, 1, 1}));
    QCOMPARE(compared->fieldCount, 2 + 6 + 2 + 1 + 1);
    QCOMPARE(compared->same.size(), 1u);
    QCOMPARE(compared->nameOf(compared->same.front()), QStringLiteral("old_banner"));
}

void TstCompareInitialize::comparesAcrossFormats()
{
    const QByteArray v1 =
        R"({"feature_gates":{"g":{"name":"g","value":false,"rule_id":"default","id_type":"userID",
        "secondary_exposures":[{"gate":"n","gateValue":"true","ruleID":"q"}]}},"dynamic_configs":{"c":{"name":"c",
        "value":{"a":1},"rule_id":"r","group":"r","id_type":"userID","is_device_based":false,"passed":true,
        "secondary_exposures":[]}},"layer_configs":{},"hash_used":"none"})";
    const QByteArray v2 =
        R"({"feature_gates":{"g":{"name":"g","value":false,"rule_id":"default","id_type":"userID",
        "secondary_exposures":["7"]}},"dynamic_configs":{"c":{"name":"c","value":{"a":1},"rule_id":"r",
        "id_type":"userID","passed":true,"secondary_exposures":[]}},"layer_configs":{},
        "exposures":{"7":{"gate":"n","gateValue":"true","ruleID":"q"}},"hash_used":"none"})";
    const QByteArray v3 =
        R"({"feature_gates":{"g":{"i":"userID","s":["0"]}},"dynamic_configs":{"c":{"v":"4","r":"r",
        "i":"userID","p":true}},"layer_configs":{},"values":{"4":{"a":1}},
        "exposures":{"0":{"gate":"n","gateValue":"true","ruleID":"q"}},"response_format":"init-v2",
        "hash_used":"none"})";
    const QByteArrayList forms {v1, v2, v3};
    for (const QByteArray &left : forms) {
        for (const QByteArray &right : forms) {
            const auto compared = comparedTexts(comparedDocument(left), comparedDocument(right));
            QVERIFY(compared);
            const QStringList printed = printedComparison(*compared);
            QVERIFY2(printed.filter(QStringLiteral("gate ")).isEmpty(), qPrintable(printed.join(u'\n')));
            QVERIFY2(printed.filter(QStringLiteral("rule")).isEmpty(), qPrintable(printed.join(u'\n')));
            QVERIFY2(printed.filter(QStringLiteral("value")).isEmpty(), qPrintable(printed.join(u'\n')));
        }
    }
}

void TstCompareInitialize::exposuresByGate()
{
    const auto answer = [](const QByteArray &exposures) {
        return comparedDocument(R"({"feature_gates":{"g":{"value":true,"secondary_exposures":)" + exposures
            + R"(}},"hash_used":"none"})");
    };
    const auto compared = comparedTexts(
        answer(R"([{"gate":"a","gateValue":"true","ruleID":"1"},{"gate":"b","gateValue":"false","ruleID":""},
            {"gate":"c","gateValue":"true","ruleID":"3"}])"),
        answer(R"([{"gate":"c","gateValue":"true","ruleID":"3"},{"gate":"b","gateValue":"true","ruleID":"2"},
            {"gate":"d","gateValue":"false","ruleID":"default"}])"));
    QVERIFY(compared);
    QCOMPARE(printedLines(*compared), QStringLiteral(R"(gate g: changed
  exposures › a: on, rule 1 | not looked at
  exposures › b: off | on, rule 2
  exposures › d: not looked at | off, rule default)"));
}

void TstCompareInitialize::numbersByValue()
{
    const auto answer = [](const QByteArray &value) {
        return comparedDocument(
            R"({"dynamic_configs":{"c":{"value":{"n":)" + value + R"(}}},"hash_used":"none"})");
    };
    QVERIFY(comparedTexts(answer("1"), answer("1.0"))->isSame());
    QVERIFY(comparedTexts(answer("100"), answer("1e2"))->isSame());
    QVERIFY(!comparedTexts(answer("1"), answer("2"))->isSame());
    QVERIFY(!comparedTexts(answer("1"), answer("\"1\""))->isSame());
    QVERIFY(!comparedTexts(answer("null"), answer("false"))->isSame());
}

void TstCompareInitialize::lastOfOneNameCounts()
{
    const QByteArray twice =
        R"({"feature_gates":{"g":{"value":false},"g":{"value":true}},"hash_used":"none"})";
    const QByteArray once = R"({"feature_gates":{"g":{"value":true}},"hash_used":"none"})";
    const auto compared = comparedTexts(comparedDocument(twice), comparedDocument(once));
    QVERIFY(compared && compared->isSame());
    QCOMPARE(compared->total().same, 1);
}

void TstCompareInitialize::bookkeepingIsLeftOut()
{
    const QByteArray one = R"({"feature_gates":{},"time":1,"generator":"a","hash_used":"none"})";
    const QByteArray other = R"({"feature_gates":{},"time":2,"generator":"b","hash_used":"none"})";
    QVERIFY(comparedTexts(comparedDocument(one), comparedDocument(other))->isSame());
    const auto all = comparedTexts(comparedDocument(one), comparedDocument(other), {true, {}});
    QCOMPARE(printedLines(*all), QStringLiteral(R"(document Rest of the answer: changed
  time: 1 | 2
  generator: "a" | "b")"));
}

void TstCompareInitialize::valuesOfTheShortFormat()
{
    const auto answer = [](const QByteArray &values) {
        return comparedDocument(
            R"({"dynamic_configs":{"c":{"v":"0"}},"response_format":"init-v2","hash_used":"none","values":)"
            + values + '}');
    };
    const auto compared = comparedTexts(answer(R"({"0":{"a":1}})"), answer(R"({"0":{"a":2}})"));
    QVERIFY(compared);
    QCOMPARE(printedLines(*compared), QStringLiteral("dynamic config c: changed\n  value › a: 1 | 2"));
    QCOMPARE(
        compared->differences.front().fields.front().right.jsonPath(), QStringLiteral("$.values['0'].a"));
}

void TstCompareInitialize::sameUserInAllForms_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    const QStringList forms {QStringLiteral("v1_none"), QStringLiteral("v1_djb2"),
        QStringLiteral("v1_sha256"), QStringLiteral("v2_none"), QStringLiteral("v2_djb2"),
        QStringLiteral("v2_sha256"), QStringLiteral("init_v2_none"), QStringLiteral("init_v2_djb2"),
        QStringLiteral("init_v2_sha256")};
    for (const QString &left : forms)
        for (const QString &right : forms)
            QTest::newRow(qPrintable(left + QStringLiteral(" ") + right)) << left << right;
}

/// What the official SDK answers for one user in its three formats and with its three hashes.
void TstCompareInitialize::sameUserInAllForms()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    if (sharedFixtures().isEmpty())
        return;
    const QString folder = sharedFixtures() + QStringLiteral("/generated/init_demo_proj.");
    const ProjectPtr project =
        compiled(readFile(sharedFixtures() + QStringLiteral("/core/demo_proj_dcs.json")));
    const auto compared =
        comparedTexts(comparedDocument(readFile(folder + left + QStringLiteral(".json")), project),
            comparedDocument(readFile(folder + right + QStringLiteral(".json")), project));
    QVERIFY(compared);
    QStringList printed;
    for (const QString &line : printedComparison(*compared)) {
        if (line.startsWith(QLatin1String("document ")))
            break;
        printed << line;
    }
    QVERIFY2(printed.isEmpty(), qPrintable(printed.join(u'\n').left(2000)));
    QVERIFY(compared->total().same > 10);
}

void TstCompareInitialize::wrongPairs()
{
    const auto compared =
        compareDocuments(comparedDocument(R"({"feature_gates":{}})"), comparedDocument(smallProjectJson()));
    QVERIFY(!compared);
    QCOMPARE(compared.error().code, ErrorCode::BadInput);
    QCOMPARE(compared.error().message,
        QStringLiteral("These cannot be compared: the left is an initialize response, the right is specs. "
                       "Choose two of one kind."));
}

void TstCompareInitialize::comparesUsers()
{
    const auto left = *JsonDocument::parse(
        R"({"userID":"u_1","country":"DE","custom":{"level":"3","plan":"gold"},"privateAttributes":{"ssn":"1"}})");
    const auto right = *JsonDocument::parse(
        R"({"country":"FR","userID":"u_2","custom":{"plan":"gold","level":3},"privateAttributes":{"ssn":"2"},
            "userAgent":"x"})");
    const EntityDifference none;
    QStringList printed;
    for (const FieldDifference &field : compareUsers(left->root(), right->root()))
        printed << fieldWords(field) + u' ' + sideText(none, field, CompareSide::Left) + u' '
                + sideText(none, field, CompareSide::Right) + (isPrivateDifference(field) ? u'*' : u' ');
    QCOMPARE(printed,
        (QStringList {QStringLiteral("userID \"u_1\" \"u_2\" "), QStringLiteral("country \"DE\" \"FR\" "),
            QStringLiteral("custom › level \"3\" 3 "), QStringLiteral("privateAttributes › ssn \"1\" \"2\"*"),
            QStringLiteral("userAgent  \"x\" ")}));
}

void TstCompareInitialize::plainDocuments()
{
    const auto compared = comparedTexts(comparedDocument(R"({"a":[1,2,{"b":3}],"c":1,"c":2})"),
        comparedDocument(R"({"c":2,"a":[1,0,2,{"b":4}]})"));
    QVERIFY(compared);
    QCOMPARE(compared->type, ComparedType::Json);
    QCOMPARE(printedLines(*compared), QStringLiteral(R"(document $: changed
  a › [1]: 2 | 0
  a › [2]: {"b":3} | 2
  a › [3]:  | {"b":4})"));
    QVERIFY(comparedTexts(comparedDocument("[1,2]"), comparedDocument(" [ 1 , 2 ] "))->isSame());
    QVERIFY(!comparedTexts(comparedDocument("1"), comparedDocument("2"))->isSame());
}

void TstCompareInitialize::stops()
{
    std::stop_source source;
    source.request_stop();
    const auto compared = compareDocuments(
        comparedDocument(leftAnswer), comparedDocument(rightAnswer), {false, source.get_token()});
    QVERIFY(!compared);
    QCOMPARE(compared.error().code, ErrorCode::Cancelled);
}

GATESCOPE_TEST(TstCompareInitialize)
#include "tst_compareinitialize.moc"
