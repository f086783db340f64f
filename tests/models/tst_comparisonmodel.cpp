// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparedtexts.h"

#include <models/compare/comparisonmodel.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// A comparison as a tree. Every change of the model is watched by QAbstractItemModelTester.
class TstComparisonModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsEntitiesAndFields();
    void showsWhatTheFilterLeaves();
    void showsWhatIsTheSame();
    void saysWhatARowIs();
    void namesItsSides();
    void empties();

private:
    void show(const ComparisonFilter &filter = {});
    QString printed() const;

    std::unique_ptr<ComparisonModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    ComparisonPtr m_comparison;
};

namespace {

QByteArray modelledAnswer(const QByteArray &gates, const QByteArray &label)
{
    return R"({"feature_gates":{)" + gates
        + R"(},"dynamic_configs":{"copy":{"name":"copy","value":{"label":")" + label + R"("},"rule_id":")"
        + label + R"("}},"layer_configs":{},"hash_used":"none"})";
}

QByteArray gateEntry(const QByteArray &name, const QByteArray &value)
{
    return '"' + name + R"(":{"name":")" + name + R"(","value":)" + value + R"(,"rule_id":"r"})";
}

void printDifferences(QStringList &lines, const QAbstractItemModel &model, const QModelIndex &parent)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        lines << QString(parent.isValid() ? 1 : 0, u' ') + cells.join(QStringLiteral(" | "));
        printDifferences(lines, model, model.index(row, 0, parent));
    }
}

} // namespace

void TstComparisonModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<ComparisonModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QByteArray left = modelledAnswer(
        gateEntry("a", "false") + ',' + gateEntry("gone", "true") + ',' + gateEntry("kept", "true"), "Pay");
    const QByteArray right = modelledAnswer(
        gateEntry("new", "false") + ',' + gateEntry("a", "true") + ',' + gateEntry("kept", "true"), "Buy");
    m_comparison = comparedTexts(comparedDocument(left), comparedDocument(right));
    QVERIFY(m_comparison);
}

void TstComparisonModel::show(const ComparisonFilter &filter)
{
    m_model->setRows(m_comparison, filterComparison(*m_comparison, filter));
}

QString TstComparisonModel::printed() const
{
    QStringList lines;
    printDifferences(lines, *m_model, {});
    return lines.join(u'\n');
}

void TstComparisonModel::showsEntitiesAndFields()
{
    QCOMPARE(m_model->rowCount(), 0);
    show();
    QCOMPARE(printed(), QStringLiteral(R"(a |  |  | 
 value | Off | On | Differs
gone |  |  | 
 entry | On |  | Left only
new |  |  | 
 entry |  | Off | Right only
copy |  |  | 
 value › label | "Pay" | "Buy" | Differs
 rule | Pay | Buy | Differs)"));
    QCOMPARE(m_model->shownCount(), 4);
}

/// From all to a part, to another one, and back.
void TstComparisonModel::showsWhatTheFilterLeaves()
{
    show();
    const QString all = printed();
    show({.changes = {Change::Added}});
    QCOMPARE(printed(), QStringLiteral("new |  |  | \n entry |  | Off | Right only"));
    show({.kinds = {ComparedKind::Experiment}});
    QCOMPARE(printed(), QString());
    show();
    QCOMPARE(printed(), all);
}

void TstComparisonModel::showsWhatIsTheSame()
{
    show({.text = QStringLiteral("kept"), .withSame = true});
    QCOMPARE(printed(), QStringLiteral("kept |  |  | Same"));
    const QModelIndex kept = m_model->index(0, 0);
    QVERIFY(m_model->same(kept));
    QVERIFY(!m_model->difference(kept));
    QCOMPARE(m_model->kind(kept), ComparedKind::Gate);
}

void TstComparisonModel::saysWhatARowIs()
{
    show();
    const QModelIndex copy = m_model->index(3, 0);
    const QModelIndex rule = m_model->index(1, int(ComparisonColumn::Right), copy);
    QVERIFY(m_model->isEntity(copy) && !m_model->isEntity(rule));
    QCOMPARE(m_model->kind(rule), ComparedKind::DynamicConfig);
    QCOMPARE(m_model->name(rule), QStringLiteral("copy"));
    QCOMPARE(rule.parent(), copy);
    QVERIFY(!m_model->field(copy));
    QVERIFY(m_model->field(rule) && m_model->field(rule)->field == ComparedField::Rule);
    const QModelIndex whole = m_model->index(0, 0, m_model->index(1, 0)); // of what one side lacks
    QVERIFY(!m_model->field(whole));
    QCOMPARE(m_model->name(whole), QStringLiteral("gone"));
}

void TstComparisonModel::namesItsSides()
{
    const auto title = [this](ComparisonColumn column) {
        return m_model->headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString();
    };
    QCOMPARE(title(ComparisonColumn::Left), QStringLiteral("Left"));
    m_model->setSideNames(QStringLiteral("Mina"), QStringLiteral("Tom"));
    QCOMPARE(title(ComparisonColumn::Left), QStringLiteral("Left: Mina"));
    QCOMPARE(title(ComparisonColumn::Right), QStringLiteral("Right: Tom"));
}

void TstComparisonModel::empties()
{
    show();
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->difference({}));
    QVERIFY(m_model->name({}).isEmpty());
}

GATESCOPE_TEST(TstComparisonModel)
#include "tst_comparisonmodel.moc"
