// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "witnessfixtures.h"

#include <models/items/checkmodel.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The rows of the Check page with what the server says and what this machine says.
class TstCheckRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsSayBoth();
    void rowsWithoutTheServer();
    void replacedAnswersAreNotCompared();
};

namespace {

QString cell(const CheckModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

void compareAll(CheckModel &model, const LocalWitness &witness)
{
    QList<CheckModel::Compared> compared;
    for (const CheckModel::Pair &pair : model.takePairs())
        compared.append(
            {pair.item, pair.revision, compareAnswers(pair.item, pair.live, *pair.local, witness)});
    model.setAgreements(compared);
}

LocalAnswers answersOf(const LocalWitness &witness, const CheckItems &items)
{
    LocalAnswers answers;
    for (const CheckItem &item : items)
        answers.insert(item, witness.answer(item));
    return answers;
}

} // namespace

void TstCheckRows::rowsSayBoth()
{
    CheckModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProject(smallProject());
    const CheckItems items {checkoutGate, buttonExperiment};
    model.addItems(items);
    const LocalWitness witness = smallWitness(R"({"userID":"u_810"})");
    model.setAnswer(checkoutGate,
        liveAnswer(checkoutGate, R"({"name":"checkout_v2","value":false,"rule_id":"default"})"));
    model.setAnswer(buttonExperiment,
        liveAnswer(buttonExperiment,
            R"({"name":"button_copy","value":{"label":"Pay","delay_ms":0},"rule_id":"layerAssignment","group_name":null})"));
    model.setLocal(answersOf(witness, items));
    QCOMPARE(cell(model, 0, CheckModel::LocalColumn), QStringLiteral("Off"));
    QCOMPARE(cell(model, 0, CheckModel::LocalColumn, CheckModel::AgreementTextRole), QString());
    compareAll(model, witness);
    QCOMPARE(
        cell(model, 0, CheckModel::LocalColumn, CheckModel::AgreementTextRole), QStringLiteral("agrees"));
    QCOMPARE(rowSentence(model.row(0)),
        QStringLiteral("checkout_v2, gate, live off, local off, agrees, no rule matched"));
    QCOMPARE(cell(model, 1, CheckModel::LiveColumn), QStringLiteral("Not in"));
    QCOMPARE(cell(model, 1, CheckModel::LocalColumn), QStringLiteral("In"));
    QCOMPARE(cell(model, 1, CheckModel::RuleColumn), QStringLiteral("Outside its share of the layer"));
    QCOMPARE(cell(model, 1, CheckModel::RuleColumn, CheckModel::LocalTextRole),
        QStringLiteral(", local: Buy now"));
    QCOMPARE(cell(model, 1, CheckModel::GroupColumn, CheckModel::LocalTextRole),
        QStringLiteral(", local: Buy now"));
    QCOMPARE(cell(model, 1, CheckModel::LocalColumn, Qt::ToolTipRole),
        QStringLiteral("Differs from the server in value, rule and group"));
    QCOMPARE(rowSentence(model.row(1)),
        QStringLiteral(
            "button_copy, experiment, live not in, local in, differs, outside its share of the layer, "
            "local: Buy now, group none, local: Buy now"));
    QCOMPARE(model.counts()[CheckFilter::Differs], 1);
    model.setFilter(CheckFilter::Differs);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).item, buttonExperiment);
    model.setFilter(CheckFilter::All);
    model.sort(CheckModel::LocalColumn, Qt::AscendingOrder); // what differs comes first
    QCOMPARE(model.row(0).item, buttonExperiment);
}

void TstCheckRows::rowsWithoutTheServer()
{
    CheckModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProject(smallProject());
    const CheckItem holdout {EntityKind::Holdout, QStringLiteral("holdout_h2")};
    const CheckItems items {rankingConfig, staffSegment, holdout};
    model.addItems(items);
    const LocalWitness witness(smallProject(), {}, witnessUser(R"({"userID":"u_1"})"));
    model.setLocal(answersOf(witness, items));
    QVERIFY(model.takePairs().isEmpty());
    QCOMPARE(cell(model, 0, CheckModel::LiveColumn), QStringLiteral("Not asked yet"));
    QCOMPARE(cell(model, 0, CheckModel::LocalColumn), QStringLiteral("Default"));
    QCOMPARE(cell(model, 0, CheckModel::RuleColumn), QStringLiteral("No rule matched"));
    QCOMPARE(cell(model, 1, CheckModel::LiveColumn), QStringLiteral("Local only"));
    QCOMPARE(cell(model, 1, CheckModel::LocalColumn), QStringLiteral("Cannot tell"));
    QCOMPARE(cell(model, 1, CheckModel::RuleColumn), QStringLiteral("ID list not loaded"));
    QCOMPARE(cell(model, 1, CheckModel::TimeColumn), QStringLiteral("–"));
    QCOMPARE(rowSentence(model.row(1)),
        QStringLiteral("staff, segment, local only, local cannot tell, ID list not loaded"));
    QCOMPARE(cell(model, 2, CheckModel::LocalColumn), QStringLiteral("Not held out")); // bucket 1952, 5 %
    QCOMPARE(model.counts()[CheckFilter::Negative], 2);
    QCOMPARE(model.counts()[CheckFilter::CannotTell], 1);
    model.markLocalOld();
    QVERIFY(model.index(1, CheckModel::LocalColumn).data(CheckModel::OldRole).toBool());
    QVERIFY(model.index(1, CheckModel::RuleColumn).data(CheckModel::OldRole).toBool());
    model.setLocal({});
    QCOMPARE(cell(model, 1, CheckModel::LocalColumn), QString());
}

/// A comparison that was begun before either answer was replaced says nothing about the new ones.
void TstCheckRows::replacedAnswersAreNotCompared()
{
    CheckModel model;
    model.addItems({checkoutGate});
    const LocalWitness witness = smallWitness();
    const auto live = [](const char *value) {
        return liveAnswer(
            checkoutGate, R"({"name":"checkout_v2","rule_id":"default","value":)" + QByteArray(value) + '}');
    };
    model.setLocal(answersOf(witness, {checkoutGate}));
    model.setAnswer(checkoutGate, live("true"));
    const QList<CheckModel::Pair> pairs = model.takePairs();
    QCOMPARE(pairs.size(), 1);
    const Agreement late = compareAnswers(checkoutGate, pairs[0].live, *pairs[0].local, witness);
    QCOMPARE(late.state, Agreement::State::Differs);

    model.setAnswer(checkoutGate, live("false"));
    model.setAgreements({{checkoutGate, pairs[0].revision, late}});
    QCOMPARE(model.row(0).agreement.state, Agreement::State::None);
    compareAll(model, witness);
    QCOMPARE(model.row(0).agreement.state, Agreement::State::Agrees);

    model.markOld({checkoutGate}); // the user changed: the two are about different users
    QCOMPARE(model.row(0).agreement.state, Agreement::State::None);
    model.setLocal(answersOf(witness, {checkoutGate}));
    QVERIFY(model.takePairs().isEmpty());

    model.setAnswer(checkoutGate, live("true"));
    const QList<CheckModel::Pair> again = model.takePairs();
    model.removeItems({checkoutGate});
    model.addItems({checkoutGate});
    model.setAgreements({{checkoutGate, again[0].revision, late}});
    QCOMPARE(model.row(0).agreement.state, Agreement::State::None);
}

GATESCOPE_TEST(TstCheckRows)
#include "tst_checkrows.moc"
