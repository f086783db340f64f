// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/checkmodel.h>
#include <models/items/checkplan.h>
#include <models/items/namesmodel.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

class TstCheckModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plan_data();
    void plan();
    void planSplitsLongLists();
    void reading_data();
    void reading();
    void answerOfOneAmongMany();
    void rows();
    void filterAndSort();
    void oldAnswersStay();
    void names();
};

namespace {

CheckItem gate(const QString &name)
{
    return {EntityKind::Gate, name};
}

CheckAnswer answerOf(const CheckItem &item, Endpoint endpoint, const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    return answerFor(item, endpoint, {nullptr, readResponse(endpoint, 200, *document)});
}

CheckAnswer gateAnswer(const QString &name, bool value)
{
    return {Endpoint::CheckGate, GateResult {name, value, QStringLiteral("default"), {}, {}}, std::nullopt,
        nullptr, nullptr};
}

/// In the order of CheckFilter: all, positive, negative, differs, cannot tell, failed.
QString counted(const CheckModel &model)
{
    QStringList counts;
    for (const qsizetype count : model.counts().of)
        counts.append(QString::number(count));
    return counts.join(u' ');
}

QStringList planned(const QList<CheckCall> &calls)
{
    QStringList lines;
    for (const CheckCall &call : calls) {
        QStringList names;
        for (const CheckItem &item : call.items)
            names.append(item.name);
        lines.append(pathName(endpointOf(call.request)) + u' ' + names.join(u','));
    }
    return lines;
}

} // namespace

void TstCheckModel::plan_data()
{
    QTest::addColumn<int>("gates");
    QTest::addColumn<int>("experiments");
    QTest::addColumn<QStringList>("calls");
    using Gates = CheckAsk::Gates;
    using Experiments = CheckAsk::Experiments;
    QTest::newRow("one by one") << int(Gates::OneByOne) << int(Experiments::GetExperiment)
                                << QStringList {QStringLiteral("check_gate a"),
                                       QStringLiteral("get_config c"), QStringLiteral("check_gate b"),
                                       QStringLiteral("get_experiment e"), QStringLiteral("get_layer l"),
                                       QStringLiteral("check_gate h")};
    QTest::newRow("together") << int(Gates::Together) << int(Experiments::GetConfig)
                              << QStringList {QStringLiteral("check_gate a,b,h"),
                                     QStringLiteral("get_config c"), QStringLiteral("get_config e"),
                                     QStringLiteral("get_layer l")};
    QTest::newRow("multiple") << int(Gates::Multiple) << int(Experiments::GetExperiment)
                              << QStringList {QStringLiteral("check_gate_multiple a,b,h"),
                                     QStringLiteral("get_config c"), QStringLiteral("get_experiment e"),
                                     QStringLiteral("get_layer l")};
}

void TstCheckModel::plan()
{
    QFETCH(int, gates);
    QFETCH(int, experiments);
    const CheckItems items {gate(QStringLiteral("a")), {EntityKind::DynamicConfig, QStringLiteral("c")},
        gate(QStringLiteral("b")), {EntityKind::Experiment, QStringLiteral("e")},
        {EntityKind::Layer, QStringLiteral("l")}, {EntityKind::Holdout, QStringLiteral("h")}};
    const CheckAsk ask {CheckAsk::Gates(gates), CheckAsk::Experiments(experiments)};
    const QList<CheckCall> calls = planCalls(items, {}, ask, true);
    QTEST(planned(calls), "calls");
    if (const auto *request = std::get_if<CheckGateRequest>(&calls.first().request))
        QVERIFY(request->logExposures);
}

/// Facts §1.2: one call carries at most 100 names.
void TstCheckModel::planSplitsLongLists()
{
    CheckItems items;
    for (int i = 0; i < 250; ++i)
        items.append(gate(QString::number(i)));
    const QList<CheckCall> calls = planCalls(items, {}, {CheckAsk::Gates::Together, {}}, false);
    QCOMPARE(calls.size(), 3);
    QCOMPARE(calls[0].items.size(), 100);
    QCOMPARE(calls[2].items.size(), 50);
    QCOMPARE(std::get<CheckGateRequest>(calls[2].request).gateNames.first(), QStringLiteral("200"));
}

void TstCheckModel::reading_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("withSpecs");
    QTest::addColumn<QString>("printed"); ///< verdict | rule | group
    const auto row = [](const char *name, EntityKind kind, const char *body, bool withSpecs,
                         const char *printed) {
        QTest::newRow(name) << int(kind) << QByteArray(body) << withSpecs << QString::fromUtf8(printed);
    };
    row("on", EntityKind::Gate, R"({"name":"checkout_v2","value":true,"rule_id":"rule_de"})", true,
        "On | DE rollout | ");
    row("rule of a changed rollout", EntityKind::Gate,
        R"({"name":"checkout_v2","value":true,"rule_id":"rule_de:25.00:2"})", true, "On | DE rollout | ");
    row("without specs the id stands", EntityKind::Gate,
        R"({"name":"checkout_v2","value":true,"rule_id":"rule_de"})", false, "On | rule_de | ");
    row("off", EntityKind::Gate, R"({"name":"checkout_v2","value":false,"rule_id":"default"})", true,
        "Off | No rule matched | ");
    row("no rule said", EntityKind::Gate, R"({"name":"checkout_v2","value":false})", false, "Off |  | ");
    row("held out", EntityKind::Holdout, R"({"name":"h","value":true,"rule_id":"x"})", false,
        "Held out | x | ");
    row("not a member", EntityKind::Segment, R"({"name":"s","value":false,"rule_id":"default"})", false,
        "Not a member | No rule matched | ");
    row("in a group", EntityKind::Experiment,
        R"({"name":"button_copy","value":{},"rule_id":"group_test","group_name":"Buy now"})", true,
        "In | Buy now | Buy now");
    row("group known from the specs", EntityKind::Experiment,
        R"({"name":"button_copy","value":{},"rule_id":"group_test"})", true, "In | Buy now | Buy now");
    row("held out of it", EntityKind::Experiment,
        R"({"name":"button_copy","value":{},"rule_id":"rule_holdout"})", true, "Not in | Holdout 2026 H2 | ");
    row("outside the layer", EntityKind::Experiment,
        R"({"name":"button_copy","value":{},"rule_id":"layerAssignment","group_name":null})", false,
        "Not in | Outside its share of the layer | ");
    row("nobody can tell without specs", EntityKind::Experiment, R"({"name":"e","value":{},"rule_id":"abc"})",
        false, "Rule matched | abc | ");
    row("layer", EntityKind::Layer,
        R"({"name":"checkout_flow","value":{},"ruleID":"group_control","allocatedExperimentName":"button_copy"})",
        true, "In | Control | Control");
    row("layer without allocation", EntityKind::Layer,
        R"({"name":"checkout_flow","value":{},"ruleID":"default","allocatedExperimentName":null})", true,
        "Not in | No rule matched | ");
    row("config", EntityKind::DynamicConfig,
        R"({"name":"search_ranking","value":{"boost":2},"rule_id":"rule_mobile"})", true,
        "Rule matched | Mobile ranking | ");
    row("default", EntityKind::DynamicConfig, R"({"name":"search_ranking","value":{},"rule_id":null})", true,
        "Default |  | ");
}

void TstCheckModel::reading()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, body);
    QFETCH(bool, withSpecs);
    const ProjectPtr project = withSpecs ? Test::smallProject() : nullptr;
    const auto document = JsonDocument::parse(body);
    QVERIFY(document);
    const CheckItem item {EntityKind(kind), (*document)->root().member("name").toString()};
    const Endpoint endpoint = tableOf(item.kind) == SpecTable::FeatureGates ? Endpoint::CheckGate
        : item.kind == EntityKind::Layer                                    ? Endpoint::GetLayer
                                                                            : Endpoint::GetConfig;
    const CheckReading read = readAnswer(item, answerOf(item, endpoint, body), project.get());
    const QString line =
        QStringList {verdictWords(read.verdict), read.rule, read.group}.join(QStringLiteral(" | "));
    QTEST(line, "printed");
}

void TstCheckModel::answerOfOneAmongMany()
{
    const QByteArray body =
        R"({"a":{"name":"a","value":true,"rule_id":"r"},"b":{"name":"b","value":false,"rule_id":"q"}})";
    const CheckAnswer answer = answerOf(gate(QStringLiteral("b")), Endpoint::CheckGate, body);
    QCOMPARE(std::get<GateResult>(answer.content).ruleId, QStringLiteral("q"));
    const CheckAnswer missing = answerOf(gate(QStringLiteral("c")), Endpoint::CheckGate, body);
    QVERIFY(std::holds_alternative<UnknownShape>(missing.content));
    QVERIFY(missing.body);
}

void TstCheckModel::rows()
{
    CheckModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(
        model.addItems({gate(QStringLiteral("a")), gate(QStringLiteral("b")), gate(QStringLiteral("a"))}), 2);
    QCOMPARE(model.index(0, CheckModel::LiveColumn).data().toString(), QStringLiteral("Not asked yet"));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setAnswer(gate(QStringLiteral("b")), gateAnswer(QStringLiteral("b"), true));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1, CheckModel::LiveColumn).data().toString(), QStringLiteral("On"));
    QCOMPARE(rowSentence(model.row(1)), QStringLiteral("b, gate, live on, no rule matched"));
    QCOMPARE(counted(model), QStringLiteral("2 1 0 0 0 0"));
    model.removeItems({gate(QStringLiteral("a"))});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).reading.verdict, CheckVerdict::On);
    model.setAnswer(gate(QStringLiteral("a")), gateAnswer(QStringLiteral("a"), true)); // came too late
    QCOMPARE(counted(model), QStringLiteral("1 1 0 0 0 0"));
}

void TstCheckModel::filterAndSort()
{
    CheckModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.addItems({gate(QStringLiteral("c")), gate(QStringLiteral("a")), gate(QStringLiteral("b"))});
    model.setAnswer(gate(QStringLiteral("a")), gateAnswer(QStringLiteral("a"), true));
    model.setAnswer(gate(QStringLiteral("b")), gateAnswer(QStringLiteral("b"), false));
    CheckAnswer failed;
    failed.error = Error {ErrorCode::Timeout, QStringLiteral("No answer."), {}};
    model.setAnswer(gate(QStringLiteral("c")), failed);
    QCOMPARE(counted(model), QStringLiteral("3 1 1 0 0 1"));
    model.sort(CheckModel::NameColumn, Qt::AscendingOrder);
    QCOMPARE(model.row(0).item.name, QStringLiteral("a"));
    QCOMPARE(model.rowOf(gate(QStringLiteral("c"))), 2);
    model.setFilter(CheckModel::Filter::Failed);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, CheckModel::RuleColumn).data().toString(), QStringLiteral("No answer."));
    model.setFilter(CheckModel::Filter::All);
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(model.row(0).item.name, QStringLiteral("c"));
}

void TstCheckModel::oldAnswersStay()
{
    CheckModel model;
    model.addItems({gate(QStringLiteral("a")), gate(QStringLiteral("b"))});
    model.setAnswer(gate(QStringLiteral("a")), gateAnswer(QStringLiteral("a"), true));
    model.markOld(model.items());
    QVERIFY(model.row(0).isOld);
    QVERIFY(!model.row(1).isOld);
    QCOMPARE(model.index(0, CheckModel::LiveColumn).data().toString(), QStringLiteral("On"));
    model.setAnswer(gate(QStringLiteral("a")), gateAnswer(QStringLiteral("a"), false));
    QVERIFY(!model.hasOld());
}

void TstCheckModel::names()
{
    NamesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames(std::make_shared<const EntityNames>(*Test::smallProject()));
    model.setQuery(QStringLiteral("check"));
    QCOMPARE(model.rowCount(), 2);
    model.setQuery(QStringLiteral("flow")); // inside a name
    QCOMPARE(model.item(0), (CheckItem {EntityKind::Layer, QStringLiteral("checkout_flow")}));
    const EntityNames all(*Test::smallProject());
    QCOMPARE(all.named(QStringLiteral("staff")),
        (CheckItems {{EntityKind::Segment, QStringLiteral("segment:staff")}}));
    QVERIFY(all.named(QStringLiteral("nothing")).isEmpty());
}

GATESCOPE_TEST(TstCheckModel)
#include "tst_checkmodel.moc"
