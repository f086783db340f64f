// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/initializemodel.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QTest>

#include <numeric>

using namespace Gatescope;

namespace {

const QByteArray modelBody = R"json({"feature_gates":{
  "b_gate":{"value":true,"rule_id":"everyone","id_type":"userID"},
  "A_gate":{"value":false,"rule_id":"default","id_type":"companyID"}},
"dynamic_configs":{
  "exp":{"value":{"color":"Red","n":1},"rule_id":"r9","group_name":"Test","id_type":"userID",
    "is_experiment_active":true,"is_user_in_experiment":true},
  "conf":{"value":{"x":1},"rule_id":"disabled","id_type":"userID"}},
"layer_configs":{"lay":{"value":{},"rule_id":"default","id_type":"userID"}},
"param_stores":{},"hash_used":"none"})json";

InitializeViewPtr modelView()
{
    return *InitializeView::read(*JsonDocument::parse(modelBody), nullptr);
}

QString printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        const QModelIndex first = model.index(row, 0, parent);
        out += QString(depth * 2, u' ') + cells.join(u'|');
        const QString totals = first.data(InitializeModel::TotalsRole).toString();
        out += (totals.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(totals)) + u'\n';
        out += printed(model, first, depth + 1);
    }
    return out;
}

void fill(InitializeModel &model, const InitializeFilter &filter)
{
    const auto view = modelView();
    model.setRows(view, filterInitialize(*view, filter), filter.isActive());
}

} // namespace

class TstInitializeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsKindsAndEntries();
    void filters_data();
    void filters();
    void sortsWithinKinds();
    void finds();
    void speaksWholeRows();
};

void TstInitializeModel::showsKindsAndEntries()
{
    InitializeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model, {});
    QCOMPARE(printed(model),
        QString::fromUtf8("Feature gates (2 · 1 on, 1 off)\n"
                          "  A_gate|Off|No rule matched||companyID\n"
                          "  b_gate|On|everyone||userID\n"
                          "Dynamic configs (1 · 0 with a matching rule)\n"
                          "  conf|1 key|Switched off||userID\n"
                          "Experiments (1 · 1 in, 0 not in)\n"
                          "  exp|2 keys|r9|Test|userID|In\n"
                          "Layers (1 · 0 delegate to an experiment)\n"
                          "  lay|0 keys|No rule matched||userID\n"
                          "Parameter stores (0 · none in this answer)\n"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TstInitializeModel::filters_data()
{
    QTest::addColumn<InitializeFilter>("filter");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const InitializeFilter &filter, const char *names) {
        QTest::newRow(name) << filter << QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
    };
    row("all", {}, "A_gate b_gate conf exp lay");
    row("name, any case", {.text = QStringLiteral("a_GATE")}, "A_gate");
    row("value", {.text = QStringLiteral("red")}, "exp");
    row("rule words", {.text = QStringLiteral("no rule")}, "A_gate lay");
    row("kind", {.kinds = {InitializeKind::Gate, InitializeKind::Layer}}, "A_gate b_gate lay");
    row("passing", {.onlyPassing = true}, "b_gate exp");
    row("in experiment", {.onlyInExperiment = true}, "exp");
    row("unknown names", {.onlyUnknown = true}, "");
    row("both", {.text = QStringLiteral("gate"), .kinds = {InitializeKind::Layer}}, "");
}

void TstInitializeModel::filters()
{
    QFETCH(InitializeFilter, filter);
    QFETCH(QStringList, names);
    InitializeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model, filter);
    QStringList shown;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        QVERIFY(model.rowCount(parent) > 0 || !filter.isActive());
        for (int row = 0; row < model.rowCount(parent); ++row)
            shown << model.index(row, 0, parent).data().toString();
    }
    QCOMPARE(shown, names);
    QCOMPARE(model.shownCount(), names.size());
}

void TstInitializeModel::sortsWithinKinds()
{
    const auto view = modelView();
    const auto sorted = [&view](InitializeColumn column, bool descending) {
        const InitializeRows rows = filterInitialize(*view, {.sortBy = column, .descending = descending});
        return std::accumulate(
            rows.begin(), rows.end(), QString(), [&view](const QString &out, quint32 row) -> QString {
                return out + view->entries()[row].hash + u' ';
            });
    };
    QCOMPARE(sorted(InitializeColumn::Name, true), QStringLiteral("b_gate A_gate conf exp lay "));
    QCOMPARE(sorted(InitializeColumn::Value, true), QStringLiteral("b_gate A_gate conf exp lay "));
    QCOMPARE(sorted(InitializeColumn::IdType, false), QStringLiteral("A_gate b_gate conf exp lay "));
}

void TstInitializeModel::finds()
{
    InitializeModel model;
    fill(model, {});
    const QModelIndex found = model.find(InitializeKind::Experiment, QStringLiteral("exp"));
    QVERIFY(found.isValid());
    QCOMPARE(model.entry(found)->hash, QStringLiteral("exp"));
    QCOMPARE(found.parent(), model.index(2, 0));
    QVERIFY(!model.entry(found.parent()));
    QVERIFY(!model.find(InitializeKind::Gate, QStringLiteral("exp")).isValid());
}

void TstInitializeModel::speaksWholeRows()
{
    InitializeModel model;
    fill(model, {});
    QCOMPARE(model.index(0, 3, model.index(2, 0)).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("exp, experiment, 2 keys, In, rule r9, group Test, ID type userID"));
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
        QString::fromUtf8("Feature gates, 2 · 1 on, 1 off"));
}

GATESCOPE_TEST(TstInitializeModel)
#include "tst_initializemodel.moc"
