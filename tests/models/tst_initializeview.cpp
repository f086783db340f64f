// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/statsig/initializeview.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QTest>

#include <algorithm>

using namespace Gatescope;

namespace {

const QByteArray viewProject = R"json({
"has_updates": true, "time": 1795176120000, "response_format": "dcs-v2",
"feature_gates": {
  "a_gate": {"type": "feature_gate", "entity": "feature_gate", "salt": "s", "enabled": true, "defaultValue": false,
    "idType": "userID", "rules": [{"id": "r1", "name": "DE rollout", "salt": "s", "passPercentage": 10,
      "returnValue": true, "conditions": [], "idType": "userID"}]},
  "segment:foo": {"type": "feature_gate", "entity": "segment", "salt": "s", "enabled": true, "defaultValue": false,
    "idType": "userID", "rules": []}},
"dynamic_configs": {
  "a_dynamic_config": {"type": "dynamic_config", "entity": "dynamic_config", "salt": "s", "enabled": true,
    "defaultValue": {}, "idType": "userID", "rules": []},
  "an_experiment": {"type": "dynamic_config", "entity": "experiment", "salt": "s", "enabled": true, "isActive": true,
    "defaultValue": {}, "idType": "userID", "rules": [{"id": "g1", "name": "g1", "groupName": "Control", "salt": "",
      "passPercentage": 100, "returnValue": {}, "conditions": [], "idType": "userID", "isExperimentGroup": true}]}},
"layer_configs": {
  "a_layer": {"type": "dynamic_config", "entity": "layer", "salt": "s", "enabled": true, "defaultValue": {},
    "idType": "userID", "rules": []}},
"param_stores": {"test_50_50": {}},
"experiment_to_layer": {"an_experiment": "a_layer"}, "condition_map": {}})json";

const QByteArray viewV1 = R"json({"feature_gates":{
  "97":{"name":"97","value":true,"rule_id":"3xW9aQ:10.00:2","secondary_exposures":[],"id_type":"stableID"},
  "2867927529":{"name":"2867927529","value":false,"rule_id":"r1:10.00:1","id_type":"userID",
    "secondary_exposures":[{"gate":"3341268991","gateValue":"true","ruleID":"id_list"},
                           {"gate":"12","gateValue":"false","ruleID":"default"}]}},
"dynamic_configs":{
  "3921852239":{"name":"3921852239","value":{"label":"Buy"},"rule_id":"g1","group":"g1","group_name":"Control",
    "id_type":"userID","is_device_based":false,"is_experiment_active":true,"is_user_in_experiment":true,
    "is_in_layer":true,"explicit_parameters":["label"],"secondary_exposures":[]},
  "3495537376":{"name":"3495537376","value":{"a":1,"b":2},"rule_id":"default","group":"default","id_type":"userID",
    "is_device_based":false,"passed":false,"secondary_exposures":[]},
  "5":{"name":"5","value":{},"rule_id":"prestart","is_experiment_active":false,"is_user_in_experiment":false,
    "secondary_exposures":[]}},
"layer_configs":{
  "3011030003":{"name":"3011030003","value":{"label":"Buy"},"rule_id":"g1","group_name":"Control","id_type":"userID",
    "is_user_in_experiment":true,"allocated_experiment_name":"3921852239","explicit_parameters":["label"],
    "secondary_exposures":[],
    "undelegated_secondary_exposures":[{"gate":"2867927529","gateValue":"false","ruleID":"r1"}]}},
"param_stores":{"2011139282":{"p":{"ref_type":"static","value":1}}},
"has_updates":true,"time":1795176120001,"hash_used":"djb2"})json";

const QByteArray viewMapped =
    R"json({"feature_gates":{"2867927529":{"name":"2867927529","value":true,"rule_id":"r1",
  "secondary_exposures":["77"],"id_type":"userID"}},"dynamic_configs":{},"layer_configs":{},
"exposures":{"77":{"gate":"3341268991","gateValue":"true","ruleID":"id_list"}},"hash_used":"djb2"})json";

const QByteArray viewShort =
    R"json({"feature_gates":{"2867927529":{"r":"r1","s":["0","missing"],"i":"userID","v":true},
  "97":{"i":"userID"}},
"dynamic_configs":{"3921852239":{"r":"g1","i":"userID","v":"1","gn":"Control","ea":true,"ue":true,"ep":["label"]},
  "3495537376":{"i":"userID","v":"0","p":false}},
"layer_configs":{"3011030003":{"r":"g1","v":"1","i":"userID","gn":"Control","ea":true,"ue":true,"ae":"3921852239",
  "ep":["label"],"us":["0"]}},
"values":{"0":{},"1":{"label":"Buy"}},"exposures":{"0":{"gate":"3341268991","gateValue":"true","ruleID":"id_list"}},
"response_format":"init-v2","hash_used":"djb2"})json";

ProjectPtr viewProjectOf(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    const auto project = document ? Project::compile(*document) : Result<ProjectPtr>();
    return project ? *project : nullptr;
}

InitializeViewPtr viewOf(const QByteArray &body, const ProjectPtr &project)
{
    const auto document = JsonDocument::parse(body);
    const auto view = document ? InitializeView::read(*document, project) : Result<InitializeViewPtr>();
    return view ? *view : nullptr;
}

const InitializeEntry *find(const InitializeViewPtr &view, const QString &hash)
{
    const auto found = std::ranges::find(view->entries(), hash, &InitializeEntry::hash);
    return found == view->entries().end() ? nullptr : &*found;
}

QString printed(const std::vector<InitializeExposure> &exposures)
{
    QStringList lines;
    for (const InitializeExposure &exposure : exposures)
        lines << (exposure.names.isEmpty() ? QLatin1Char('?') + exposure.hash : exposure.names.join(u'/'))
                + QLatin1Char('=') + exposure.value + QLatin1Char(' ') + exposure.ruleId;
    return lines.join(QStringLiteral("; "));
}

QStringList names(const InitializeViewPtr &view)
{
    QStringList names;
    for (const InitializeEntry &entry : view->entries())
        names << entry.name();
    names.sort();
    return names;
}

} // namespace

class TstInitializeView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsV1();
    void readsMappedExposures();
    void readsShortKeys();
    void knowsNothingWithoutSpecs();
    void unhashedNamesAreKnown();
    void keepsCollisions();
    void recognisesHash_data();
    void recognisesHash();
    void refusesOtherShapes_data();
    void refusesOtherShapes();
    void formatsAgreeOnFixtures();
    void readsLiveFixtures();
};

void TstInitializeView::readsV1()
{
    const auto view = viewOf(viewV1, viewProjectOf(viewProject));
    QVERIFY(view);
    QCOMPARE(view->format(), InitializeFormat::V1);
    QCOMPARE(view->hash(), HashAlgorithm::Djb2);
    QCOMPARE(view->time(), 1795176120001);
    QStringList lines;
    for (const InitializeEntry &entry : view->entries())
        lines << entry.name() + QLatin1Char('|') + entry.rule + QLatin1Char('|') + entry.groupName;
    QCOMPARE(lines,
        QStringList({QStringLiteral("a_gate|DE rollout|"), QStringLiteral("97|3xW9aQ:10.00:2|"),
            QStringLiteral("a_dynamic_config|No rule matched|"),
            QStringLiteral("an_experiment|Control|Control"), QStringLiteral("5|Not started|"),
            QStringLiteral("a_layer|Control|Control"), QStringLiteral("test_50_50||")}));
    QCOMPARE(view->unknownCount(), 2);
    QCOMPARE(view->inExperimentCount(), 2);
    QCOMPARE(view->totals(InitializeKind::Gate).on, 1);
    QCOMPARE(view->totals(InitializeKind::DynamicConfig).matching, 0);
    QCOMPARE(view->totals(InitializeKind::Experiment).in, 1);
    QCOMPARE(view->totals(InitializeKind::Layer).delegating, 1);
    QCOMPARE(view->totals(InitializeKind::ParamStore).count, 1);

    const InitializeEntry &gate = view->entries()[0];
    QVERIFY(!gate.isOn && gate.idType == QStringLiteral("userID"));
    QCOMPARE(printed(view->secondaryExposures(gate)),
        QStringLiteral("segment:foo=true id_list; ?12=false default"));
    const InitializeEntry *experiment = find(view, QStringLiteral("3921852239"));
    QCOMPARE(view->explicitParameters(*experiment), QStringList({QStringLiteral("label")}));
    QCOMPARE(view->layerOf(*experiment), QStringLiteral("a_layer"));
    const InitializeEntry *layer = find(view, QStringLiteral("3011030003"));
    QCOMPARE(view->allocatedExperimentOf(*layer), QStringLiteral("an_experiment"));
    QCOMPARE(printed(view->undelegatedExposures(*layer)), QStringLiteral("a_gate=false r1"));
    QCOMPARE(layer->value.jsonPath(), QStringLiteral("$.layer_configs['3011030003'].value"));
}

void TstInitializeView::readsMappedExposures()
{
    const auto view = viewOf(viewMapped, viewProjectOf(viewProject));
    QVERIFY(view);
    QCOMPARE(view->format(), InitializeFormat::V2);
    QCOMPARE(
        printed(view->secondaryExposures(view->entries()[0])), QStringLiteral("segment:foo=true id_list"));
}

void TstInitializeView::readsShortKeys()
{
    const auto view = viewOf(viewShort, viewProjectOf(viewProject));
    QVERIFY(view);
    QCOMPARE(view->format(), InitializeFormat::InitV2);
    const InitializeEntry *on = find(view, QStringLiteral("2867927529"));
    QVERIFY(on->isOn);
    QCOMPARE(printed(view->secondaryExposures(*on)), QStringLiteral("segment:foo=true id_list"));
    const InitializeEntry *off = find(view, QStringLiteral("97"));
    QVERIFY(!off->isOn);
    QCOMPARE(off->ruleId, QStringLiteral("default"));
    const InitializeEntry *experiment = find(view, QStringLiteral("3921852239"));
    QCOMPARE(experiment->value.rawText(), std::string_view(R"({"label":"Buy"})"));
    QCOMPARE(experiment->isInExperiment, std::optional(true));
    const InitializeEntry *layer = find(view, QStringLiteral("3011030003"));
    QCOMPARE(view->allocatedExperimentOf(*layer), QStringLiteral("an_experiment"));
    QCOMPARE(printed(view->undelegatedExposures(*layer)), QStringLiteral("segment:foo=true id_list"));
    QCOMPARE(view->explicitParameters(*layer), QStringList({QStringLiteral("label")}));
}

void TstInitializeView::knowsNothingWithoutSpecs()
{
    const auto view = viewOf(viewV1, nullptr);
    QVERIFY(view);
    QVERIFY(!view->hasProject());
    QCOMPARE(view->unknownCount(), 7);
    QCOMPARE(find(view, QStringLiteral("3921852239"))->kind, InitializeKind::Experiment);
    QCOMPARE(find(view, QStringLiteral("3495537376"))->kind, InitializeKind::DynamicConfig);
    QCOMPARE(view->layerOf(*find(view, QStringLiteral("3921852239"))), QStringLiteral("3011030003"));
}

void TstInitializeView::unhashedNamesAreKnown()
{
    const auto view =
        viewOf(R"({"feature_gates":{"x y":{"value":true,"rule_id":"default"}},"hash_used":"none"})", nullptr);
    QVERIFY(view);
    QCOMPARE(view->entries()[0].names, QStringList({QStringLiteral("x y")}));
    QCOMPARE(view->unknownCount(), 0);
}

void TstInitializeView::keepsCollisions()
{
    // djb2 multiplies by 31: "Aa" and "BB" are equal.
    const QByteArray gate = R"({"type":"feature_gate","entity":"feature_gate","salt":"s","enabled":true,
        "defaultValue":false,"idType":"userID","rules":[]})";
    const auto project =
        viewProjectOf(R"({"has_updates":true,"response_format":"dcs-v2","feature_gates":{"BB":)" + gate
            + R"(,"Aa":)" + gate + R"(},"dynamic_configs":{},"layer_configs":{},"condition_map":{}})");
    QVERIFY(project);
    const auto view = viewOf(
        R"({"feature_gates":{"2112":{"value":true,"rule_id":"default"}},"hash_used":"djb2"})", project);
    QVERIFY(view);
    QCOMPARE(view->entries()[0].names, QStringList({QStringLiteral("Aa"), QStringLiteral("BB")}));
    QVERIFY(!view->entries()[0].spec);
}

void TstInitializeView::recognisesHash_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<HashAlgorithm>("hash");
    const auto keyed = [](const QByteArray &key) -> QByteArray {
        return R"({"feature_gates":{")" + key + R"(":{"value":true}}})";
    };
    QTest::newRow("said") << QByteArray(R"({"feature_gates":{"123":{}},"hash_used":"none"})")
                          << HashAlgorithm::None;
    QTest::newRow("digits") << keyed("2867927529") << HashAlgorithm::Djb2;
    QTest::newRow("base64") << keyed("5v6IDYah7WmooSLkL7W3ak4pzBq5KXvJdac3tRmLnzE=") << HashAlgorithm::Sha256;
    QTest::newRow("name") << keyed("a_gate") << HashAlgorithm::None;
    QTest::newRow("unknown word") << QByteArray(R"({"feature_gates":{"123":{}},"hash_used":"md5"})")
                                  << HashAlgorithm::Djb2;
}

void TstInitializeView::recognisesHash()
{
    QFETCH(QByteArray, body);
    QFETCH(HashAlgorithm, hash);
    const auto view = viewOf(body, nullptr);
    QVERIFY(view);
    QCOMPARE(view->hash(), hash);
}

void TstInitializeView::refusesOtherShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"[]", "1", "null", "{}", R"({"feature_gates":[]})", R"({"has_updates":false})"})
        QTest::newRow(body) << QByteArray(body);
}

void TstInitializeView::refusesOtherShapes()
{
    QFETCH(QByteArray, body);
    const auto document = JsonDocument::parse(body);
    QVERIFY(document);
    const auto view = InitializeView::read(*document, nullptr);
    QVERIFY(!view);
    QCOMPARE(view.error().code, ErrorCode::WrongShape);
}

void TstInitializeView::formatsAgreeOnFixtures()
{
    const QString fixtures = Test::sharedFixtures();
    if (fixtures.isEmpty())
        return;
    const auto project = viewProjectOf(Test::readFile(fixtures + QStringLiteral("/core/demo_proj_dcs.json")));
    QVERIFY(project);
    const auto read = [&](const QString &name) {
        return viewOf(Test::readFile(fixtures + QStringLiteral("/generated/init_demo_proj.") + name
                          + QStringLiteral(".json")),
            project);
    };
    const auto plain = read(QStringLiteral("v1_none"));
    QVERIFY(plain);
    QCOMPARE(int(plain->entries().size()), 7 + 8 + 1 + 1);
    for (const char *name : {"v1_djb2", "v1_sha256", "v2_none", "v2_djb2", "v2_sha256", "init_v2_none",
             "init_v2_djb2", "init_v2_sha256", "v1_prevhash"}) {
        const auto view = read(QString::fromLatin1(name));
        QVERIFY2(view, name);
        QCOMPARE(view->unknownCount(), 0);
        QCOMPARE(names(view), names(plain));
        for (qsizetype i = 0; i < qsizetype(plain->entries().size()); ++i) {
            const InitializeEntry &entry = view->entries()[size_t(i)];
            const InitializeEntry &expected = plain->entries()[size_t(i)];
            QCOMPARE(entry.name(), expected.name());
            QCOMPARE(entry.isOn, expected.isOn);
            QCOMPARE(entry.ruleId, expected.ruleId);
            QCOMPARE(entry.groupName, expected.groupName);
            QCOMPARE(entry.isInExperiment, expected.isInExperiment);
            QCOMPARE(printed(view->secondaryExposures(entry)), printed(plain->secondaryExposures(expected)));
            QCOMPARE(view->allocatedExperimentOf(entry), plain->allocatedExperimentOf(expected));
            if (entry.kind != InitializeKind::Gate && entry.kind != InitializeKind::ParamStore)
                QVERIFY2(jsonEquals(entry.value, expected.value), qPrintable(entry.name()));
        }
    }
}

void TstInitializeView::readsLiveFixtures()
{
    const QString fixtures = Test::sharedFixtures();
    if (fixtures.isEmpty())
        return;
    struct Live
    {
        const char *file;
        int gates;
        int configs; ///< experiments among them
        int layers;
        HashAlgorithm hash;
    };
    for (const Live &live : {Live {"js-client-monorepo/initialize.json", 6, 6, 1, HashAlgorithm::Djb2},
             Live {"ios-sdk/initialize.json", 40, 24, 15, HashAlgorithm::Sha256},
             Live {"cpp-client-sdk/initialize.json", 3, 4, 1, HashAlgorithm::Djb2},
             Live {"js-client/initialize_response.json", 2, 2, 3, HashAlgorithm::Sha256}}) {
        const auto view =
            viewOf(Test::readFile(fixtures + QLatin1Char('/') + QString::fromLatin1(live.file)), nullptr);
        QVERIFY2(view, live.file);
        QCOMPARE(view->totals(InitializeKind::Gate).count, live.gates);
        QCOMPARE(view->totals(InitializeKind::DynamicConfig).count
                + view->totals(InitializeKind::Experiment).count,
            live.configs);
        QCOMPARE(view->totals(InitializeKind::Layer).count, live.layers);
        QCOMPARE(view->hash(), live.hash);
    }
}

GATESCOPE_TEST(TstInitializeView)
#include "tst_initializeview.moc"
