// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/entitydetails.h>
#include <models/items/specsmodel.h>
#include <tests/support/fixtures.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gatescope;

class TstEntityDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void dependenciesGoBothWays();
    void missingNamesAreKept();
    void experiment();
    void layer();
    void status_data();
    void status();
    void listByKind();
    void listIsFiltered();
    void realProject();

private:
    EntityDetailsPtr details(SpecTable table, const char *name) const;

    ProjectPtr m_project;
};

void TstEntityDetails::initTestCase()
{
    m_project = Test::smallProject();
    QVERIFY(m_project);
}

EntityDetailsPtr TstEntityDetails::details(SpecTable table, const char *name) const
{
    return entityDetails(SpecsIndex(m_project), std::uint32_t(m_project->find(table, name)));
}

void TstEntityDetails::dependenciesGoBothWays()
{
    const auto gate = std::uint32_t(m_project->find(SpecTable::FeatureGates, "checkout_v2"));
    const auto segment = std::uint32_t(m_project->find(SpecTable::FeatureGates, "segment:staff"));
    const auto experiment = std::uint32_t(m_project->find(SpecTable::DynamicConfigs, "button_copy"));
    const auto layer = std::uint32_t(m_project->find(SpecTable::LayerConfigs, "checkout_flow"));
    const DependencyIndex index(*m_project);
    const Dependency onSegment {gate, segment, Dependency::Relation::PassGate, {1}};
    QCOMPARE(index.dependsOn(gate).size(), size_t(1));
    QVERIFY(index.dependsOn(gate).front() == onSegment);
    QVERIFY(index.usedBy(segment) == std::vector<Dependency> {onSegment});
    QVERIFY(index.usedBy(gate).empty());
    const Dependency delegate {layer, experiment, Dependency::Relation::Delegate, {1}};
    QVERIFY(index.usedBy(experiment) == std::vector<Dependency> {delegate});
}

void TstEntityDetails::missingNamesAreKept()
{
    QByteArray payload = Test::smallProjectJson();
    payload.replace("\"targetValue\": \"segment:staff\"", "\"targetValue\": \"segment:gone\"");
    const ProjectPtr project = Test::compiled(payload);
    QVERIFY(project);
    const auto gate = std::uint32_t(project->find(SpecTable::FeatureGates, "checkout_v2"));
    const DependencyIndex index(*project);
    QVERIFY(index.dependsOn(gate).empty());
    QCOMPARE(index.missing(gate).size(), size_t(1));
    QVERIFY(index.missing(gate).front() == (MissingDependency {gate, "segment:gone", 1}));
    const EntityDetailsPtr read = entityDetails(SpecsIndex(project), gate);
    QCOMPARE(read->dependsOn.size(), 1);
    QVERIFY(read->dependsOn.first().isMissing);
}

void TstEntityDetails::experiment()
{
    const EntityDetailsPtr read = details(SpecTable::DynamicConfigs, "button_copy");
    QCOMPARE(read->status, std::optional(EntityStatus::Active));
    QCOMPARE(
        read->layer, std::optional(EntityRef {SpecTable::LayerConfigs, QStringLiteral("checkout_flow")}));
    QCOMPARE(read->layerShare, std::optional(3));
    const QList<SplitPart> split {
        {QStringLiteral("Control"), 500, false, {}}, {QStringLiteral("Buy now"), 500, false, {}}};
    QCOMPARE(read->split, split);
    QCOMPARE(read->rules.size(), 4);
    QCOMPARE(read->groups, (QStringList {QStringLiteral("Control"), QStringLiteral("Buy now")}));
    QCOMPARE(read->values.size(), 2);
    const ParameterRow label {
        QStringLiteral("label"), {QStringLiteral("\"Pay\""), QStringLiteral("\"Buy now\"")}, {false, true}};
    QCOMPARE(read->values[0], label);
    // 0 and 0.0 are the same number, and each is shown as it was written.
    const ParameterRow delay {
        QStringLiteral("delay_ms"), {QStringLiteral("0"), QStringLiteral("0.0")}, {false, false}};
    QCOMPARE(read->values[1], delay);
    QCOMPARE(read->dependsOn.size(), 1);
    QCOMPARE(read->dependsOn.first().name, QStringLiteral("holdout_h2"));
    QCOMPARE(read->usedBy.first().note, QStringLiteral("gives 3 of 1,000 buckets"));
}

void TstEntityDetails::layer()
{
    const EntityDetailsPtr read = details(SpecTable::LayerConfigs, "checkout_flow");
    QCOMPARE(read->split.size(), 2);
    QCOMPARE(read->split[0].size, 3);
    QCOMPARE(read->split[0].link.name, QStringLiteral("button_copy"));
    QVERIFY(read->split[1].isRest);
    QCOMPARE(read->split[1].size, 997);
}

void TstEntityDetails::status_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("mark");
    QTest::newRow("on") << QByteArray("checkout_v2") << QString();
    QTest::newRow("off") << QByteArray("old_banner") << QStringLiteral("off");
    QTest::newRow("list") << QByteArray("segment:staff") << QStringLiteral("ID list");
}

void TstEntityDetails::status()
{
    QFETCH(QByteArray, name);
    QTEST(statusMark(details(SpecTable::FeatureGates, name.constData())->status.value()), "mark");
}

namespace {

QStringList printed(const SpecsModel &model)
{
    QStringList lines;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        lines.append(parent.data().toString() + u' ' + parent.data(SpecsModel::MarkRole).toString());
        for (int row = 0; row < model.rowCount(parent); ++row)
            lines.append(QStringLiteral("  ") + model.index(row, 0, parent).data().toString());
    }
    return lines;
}

} // namespace

void TstEntityDetails::listByKind()
{
    SpecsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(std::make_shared<const SpecsIndex>(m_project));
    const QStringList expected {QStringLiteral("Gates 2"), QStringLiteral("  checkout_v2"),
        QStringLiteral("  old_banner"), QStringLiteral("Dynamic configs 1"),
        QStringLiteral("  search_ranking"), QStringLiteral("Experiments 1"), QStringLiteral("  button_copy"),
        QStringLiteral("Layers 1"), QStringLiteral("  checkout_flow"), QStringLiteral("Segments 1"),
        QStringLiteral("  staff"), QStringLiteral("Holdouts 1"), QStringLiteral("  holdout_h2")};
    QCOMPARE(printed(model), expected);
    model.setIndex(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TstEntityDetails::listIsFiltered()
{
    SpecsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(std::make_shared<const SpecsIndex>(m_project));
    model.setFilter(QStringLiteral("CHECK"));
    QCOMPARE(printed(model),
        (QStringList {QStringLiteral("Gates 1"), QStringLiteral("  checkout_v2"), QStringLiteral("Layers 1"),
            QStringLiteral("  checkout_flow")}));
    QCOMPARE(model.shownCount(), 2);
    QVERIFY(!model.indexOf(std::uint32_t(m_project->find(SpecTable::FeatureGates, "old_banner"))).isValid());
    model.setFilter({});
    QCOMPARE(model.shownCount(), model.totalCount());
}

/// Every entity of a captured project can be said in words.
void TstEntityDetails::realProject()
{
    const QString fixtures = Test::sharedFixtures();
    if (fixtures.isEmpty())
        return;
    const ProjectPtr project =
        Test::compiled(Test::readFile(fixtures + QStringLiteral("/core/demo_proj_dcs.json")));
    QVERIFY(project);
    const SpecsIndex index(project);
    for (std::uint32_t spec = 0; spec < project->specs().size(); ++spec) {
        const EntityDetailsPtr read = entityDetails(index, spec);
        QCOMPARE(size_t(read->rules.size()), project->specs()[spec].rules.size());
        for (const RuleRow &rule : read->rules)
            QVERIFY(!rule.title.isEmpty() && !rule.words.isEmpty() && !rule.outcome.isEmpty());
    }
}

GATESCOPE_TEST(TstEntityDetails)
#include "tst_entitydetails.moc"
