// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/theme/theme.h>
#include <ui/why/targetsdialog.h>
#include <ui/why/targetsmodel.h>
#include <ui/why/tracetree.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>

#include <QAbstractItemModelTester>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

/// The list of all targets of a condition, from its row in the trace.
class TstTargetsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install({}); }
    void showsThemAll();
    void findsSome();
    void modelIsConsistent();
    void opensFromTheRow();
    void pictures_data();
    void pictures();
};

namespace {

constexpr int targetsPatience = 30000;
constexpr std::uint32_t conditionRow = 1; ///< below the only rule

/// The gate "shop" lets in so many IDs: user-0, user-1 and so on.
ExplanationPtr explainedIds(int count, const char *userId)
{
    QByteArrayList ids;
    for (int i = 0; i < count; ++i)
        ids << "\"user-" + QByteArray::number(i) + '"';
    const auto document = JsonDocument::parse(
        R"({"time":1,"has_updates":true,"feature_gates":{"shop":{"type":"feature_gate",
        "entity":"feature_gate","salt":"s","enabled":true,"defaultValue":false,"idType":"userID","rules":[{"id":"r",
        "name":"Testers","salt":"","passPercentage":100,"returnValue":true,"idType":"userID","conditions":["c"]}]}},
        "dynamic_configs":{},"layer_configs":{},"experiment_to_layer":{},"condition_map":{"c":{"type":"unit_id",
        "operator":"any","targetValue":[)"
        + ids.join(',') + R"(],"additionalValues":{},"idType":"userID"}}})");
    const auto user = JsonDocument::parse(QByteArray(R"({"userID":")") + userId + R"("})");
    return explain(Evaluator(Project::compile(*document).value(), {}), EvaluationUser(*user),
        SpecTable::FeatureGates, "shop");
}

QString countOf(const TargetsDialog &dialog)
{
    return dialog.findChild<StatusText *>(QStringLiteral("targetsCount"))->text();
}

QString fittingOf(const TargetsDialog &dialog)
{
    return dialog.findChild<Sentence *>(QStringLiteral("targetsFitting"))->text();
}

DataView *viewOf(const TargetsDialog &dialog)
{
    return dialog.findChild<DataView *>(QStringLiteral("targetsView"));
}

} // namespace

void TstTargetsDialog::showsThemAll()
{
    QWidget window;
    QPointer<TargetsDialog> dialog =
        new TargetsDialog(explainedIds(100'000, "user-4711"), conditionRow, &window);
    QSignalSpy shown(dialog, &TargetsDialog::shown);
    dialog->open();
    QVERIFY(shown.wait(targetsPatience));
    QCOMPARE(countOf(*dialog), QStringLiteral("100,000 targets"));
    QCOMPARE(fittingOf(*dialog), QStringLiteral("One of them fits this user's user-4711."));
    const QAbstractItemModel *model = viewOf(*dialog)->model();
    QCOMPARE(model->rowCount(), 100'000);
    // The user's own is in sight and says so.
    const QModelIndex current = viewOf(*dialog)->currentIndex();
    QCOMPARE(current.row(), 4711);
    QVERIFY(viewOf(*dialog)->viewport()->rect().intersects(viewOf(*dialog)->visualRect(current)));
    QCOMPARE(
        current.siblingAtColumn(TargetsModel::FitColumn).data().toString(), QStringLiteral("Fits this user"));
    QCOMPARE(model->index(4712, TargetsModel::FitColumn).data().toString(), QString());
}

void TstTargetsDialog::findsSome()
{
    QWidget window;
    QPointer<TargetsDialog> dialog = new TargetsDialog(explainedIds(1000, "somebody"), conditionRow, &window);
    QSignalSpy shown(dialog, &TargetsDialog::shown);
    dialog->open();
    auto *filter = dialog->findChild<FilterEdit *>(QStringLiteral("targetsFilter"));
    QTest::keyClicks(filter, QStringLiteral("SER-99"));
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(countOf(*dialog), QStringLiteral("11 of 1,000 targets"), targetsPatience);
    QCOMPARE(fittingOf(*dialog), QStringLiteral("None of them fits this user's somebody."));
    QCOMPARE(viewOf(*dialog)->model()->index(10, 0).data().toString(), QStringLiteral("user-999"));
    QVERIFY(dialog->isVisible()); // Enter looks for it, and does not close
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(countOf(*dialog), QStringLiteral("1,000 targets"));
    QVERIFY(dialog->isVisible());
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(dialog == nullptr, targetsPatience);
}

void TstTargetsDialog::modelIsConsistent()
{
    TargetsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTargets(std::make_shared<const ConditionTargets>(explainedIds(5, "user-3"), conditionRow));
    QCOMPARE(model.firstFitting(), 3);
    model.setFound(std::vector<quint32> {1, 3});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.firstFitting(), 1);
    model.setFound(std::vector<quint32> {1});
    QCOMPARE(model.firstFitting(), -1);
    model.setFound({});
    QCOMPARE(model.rowCount(), 5);
}

void TstTargetsDialog::opensFromTheRow()
{
    TraceTree tree;
    tree.resize(700, 300);
    tree.setExplanation(explainedIds(20, "user-3"));
    tree.show();
    const QModelIndex condition = tree.model()->index(0, 0, tree.model()->index(0, 0));
    QVERIFY(condition.siblingAtColumn(2).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Enter")));
    tree.setCurrentIndex(condition);
    QTest::keyClick(&tree, Qt::Key_Return);
    const auto *dialog = tree.findChild<TargetsDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->windowTitle().contains(QStringLiteral("userID is one of")));
    QTRY_COMPARE_WITH_TIMEOUT(countOf(*dialog), QStringLiteral("20 targets"), targetsPatience);
    // A single target is said in the row.
    tree.setExplanation(explainedIds(1, "user-3"));
    delete dialog;
    tree.setCurrentIndex(tree.model()->index(0, 0, tree.model()->index(0, 0)));
    QTest::keyClick(&tree, Qt::Key_Return);
    QVERIFY(tree.findChild<TargetsDialog *>() == nullptr);
}

void TstTargetsDialog::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TstTargetsDialog::pictures()
{
    QFETCH(bool, dark);
    PreferenceValues look;
    look.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    Theme::instance().apply(look);
    QWidget window;
    QPointer<TargetsDialog> dialog = new TargetsDialog(explainedIds(4321, "user-42"), conditionRow, &window);
    QSignalSpy shown(dialog, &TargetsDialog::shown);
    dialog->open();
    QVERIFY(shown.wait(targetsPatience));
    QCoreApplication::processEvents();
    const QPixmap picture = dialog->grab();
    QVERIFY(!picture.isNull());
    if (const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY"); !folder.isEmpty())
        QVERIFY(picture.save(
            QStringLiteral("%1/targets-%2.png").arg(folder, QLatin1String(QTest::currentDataTag()))));
    Theme::instance().apply({});
}

GATESCOPE_TEST(TstTargetsDialog)
#include "tst_targetsdialog.moc"
