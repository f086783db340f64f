// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>
#include <ui/compare/impactmodel.h>
#include <ui/widgets/cellroles.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

/// The impact as a table. Every change of the model is watched by QAbstractItemModelTester.
class TstImpactModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsOneRowAnEntity();
    void replacesAndEmpties();

private:
    QStringList rows() const;

    std::unique_ptr<ImpactModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

ImpactValue gateValue(bool isOn)
{
    ImpactValue value;
    value.isKnown = true;
    value.isOn = isOn;
    return value;
}

EntityImpact gateImpact(qint64 users, qint64 ruleOnly, const QString &example)
{
    EntityImpact entry;
    entry.entity = {SpecTable::FeatureGates, EntityKind::Gate, "checkout_v2", true, true};
    entry.users = users;
    entry.ruleOnly = ruleOnly;
    entry.exampleNumber = 3;
    entry.exampleUser = example;
    entry.left = gateValue(false);
    entry.right = gateValue(true);
    return entry;
}

EntityImpact configImpact()
{
    EntityImpact entry = gateImpact(2, 0, QStringLiteral("u_1"));
    entry.entity = {SpecTable::DynamicConfigs, EntityKind::DynamicConfig, "ranking", true, true};
    entry.left.json = R"({"boost":1})";
    entry.right.json = R"({"boost":2})";
    return entry;
}

ImpactPtr impactOfEntries(std::vector<EntityImpact> entries)
{
    Impact impact;
    impact.entries = std::move(entries);
    return std::make_shared<const Impact>(std::move(impact));
}

} // namespace

void TstImpactModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<ImpactModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

QStringList TstImpactModel::rows() const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells << m_model->index(row, column).data().toString();
        lines << cells.join(QStringLiteral(" | "));
    }
    return lines;
}

void TstImpactModel::showsOneRowAnEntity()
{
    QVERIFY(rows().isEmpty());
    m_model->setImpact(impactOfEntries({gateImpact(1, 0, QStringLiteral("u_48213")), gateImpact(4, 2, {}),
        gateImpact(0, 5, {}), configImpact()}));
    const QStringList expected {QStringLiteral("checkout_v2 | 1 | Off | On | u_48213"),
        QStringLiteral("checkout_v2 | 4, rule only: 2 | Off | On | user 3"), // who has no label is counted
        QStringLiteral("checkout_v2 | rule only: 5 |  |  | "),
        QStringLiteral(R"(ranking | 2 | {"boost":1} | {"boost":2} | u_1)")};
    QCOMPARE(rows(), expected);
    // By word and by icon.
    QVERIFY(m_model->index(0, int(ImpactModel::Column::Right)).data(CellRole::Icon).isValid());
}

void TstImpactModel::replacesAndEmpties()
{
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setImpact(impactOfEntries({gateImpact(1, 0, {}), configImpact()}));
    m_model->setImpact(impactOfEntries({configImpact()}));
    QCOMPARE(m_model->rowCount(), 1);
    m_model->setImpact(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(resets.size(), 3); // which views follow
}

GATESCOPE_TEST(TstImpactModel)
#include "tst_impactmodel.moc"
