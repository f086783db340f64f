// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"
#include "lintproject.h"

#include <models/explain/conditiontargets.h>
#include <tests/support/testregistry.h>

#include <QTest>

#include <random>

using namespace Gatescope;
using namespace Gatescope::Test;

/// All targets of a condition, and which of them the user's value fits.
class TstConditionTargets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fits_data();
    void fits();
    void fitsExactlyWhereTheConditionSaysSo();
    void finds();
};

namespace {

/// Of the only condition of checkout_v2.
ConditionTargets targetsFor(const QByteArray &op, const QByteArray &target, const QByteArray &level)
{
    const QByteArray custom = level.isEmpty() ? QByteArray() : "\"level\":" + level;
    const ExplanationPtr explanation =
        explain(Evaluator(checkoutOver({conditionOn("level", op, target)}), {}),
            userOf(R"({"userID":"u","custom":{)" + custom + "}}"), SpecTable::FeatureGates, "checkout_v2");
    for (std::uint32_t row = 0; row < explanation->rows.size(); ++row)
        if (explanation->rows[row].kind == ExplanationRow::Kind::Condition)
            return {explanation, row};
    qFatal("no condition");
}

bool passes(const ConditionTargets &targets)
{
    return targets.row().result == ExplanationRow::Result::Pass;
}

} // namespace

void TstConditionTargets::fits_data()
{
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QStringList>("fitting");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *op, const char *target, const char *level,
                         const QStringList &fitting, const char *words) {
        QTest::newRow(name) << QByteArray(op) << QByteArray(target) << QByteArray(level) << fitting
                            << QString::fromUtf8(words);
    };
    const QStringList gold {QStringLiteral("Gold")};
    row("any", "any", R"(["silver","Gold"])", R"("gold")", gold, "One of them fits this user's gold.");
    row("number", "any", R"([7,8])", "7", {QStringLiteral("7")}, "One of them fits this user's 7.");
    row("none of", "none", R"(["silver","Gold"])", R"("gold")", gold, "One of them fits this user's gold.");
    row("case", "any_case_sensitive", R"(["silver","Gold"])", R"("gold")", {},
        "None of them fits this user's gold.");
    row("beginning", "str_starts_with_any", R"(["go","GOL","s"])", R"("gold")",
        {QStringLiteral("go"), QStringLiteral("GOL")}, "2 of them fit this user's gold.");
    row("end", "str_ends_with_any", R"(["ld","x"])", R"("gold")", {QStringLiteral("ld")},
        "One of them fits this user's gold.");
    row("inside", "str_contains_none", R"(["ol","x"])", R"("gold")", {QStringLiteral("ol")},
        "One of them fits this user's gold.");
    row("null in the user's list", "array_contains_any", R"(["","x"])", R"(["x",null])",
        {QStringLiteral("x")}, R"(One of them fits this user's ["x",null].)");
    row("no value", "any", R"(["silver","Gold"])", "", {}, "This user has no value to compare.");
    row("whole list", "eq", R"(["silver","Gold"])", R"(["silver"])", {}, "");
}

void TstConditionTargets::fits()
{
    QFETCH(QByteArray, op);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, level);
    const ConditionTargets targets = targetsFor(op, target, level);
    QStringList fitting;
    for (quint32 i = 0; i < targets.count(); ++i)
        if (targets.fits(i))
            fitting << targets.text(i);
    QTEST(fitting, "fitting");
    QTEST(fittingWords(targets), "words");
}

/// Over generated lists: one fits where the evaluator finds one, none where it finds none.
void TstConditionTargets::fitsExactlyWhereTheConditionSaysSo()
{
    std::mt19937 dice(7);
    const auto below = [&dice](unsigned end) { return dice() % end; };
    const QList<std::pair<QByteArray, bool>> operators {{"any", true}, {"none", false},
        {"any_case_sensitive", true}, {"none_case_sensitive", false}, {"str_starts_with_any", true},
        {"str_ends_with_any", true}, {"str_contains_any", true}, {"str_contains_none", false},
        {"array_contains_any", true}, {"array_contains_none", false}};
    const QByteArrayList words {R"("a")", R"("A")", R"("ab")", R"("B")", R"("ÄB")", R"("äb")", "1", R"("1")"};
    const auto list = [&]() -> QByteArray {
        QByteArrayList chosen;
        for (unsigned left = 1 + below(4); left > 0; --left)
            chosen << words[below(unsigned(words.size()))];
        return '[' + chosen.join(',') + ']';
    };
    int fitting = 0;
    for (int round = 0; round < 2000; ++round) {
        const auto &[op, holdsIfFitting] = operators[below(unsigned(operators.size()))];
        const QByteArray target = list();
        const QByteArray level = op.startsWith("array") ? list() : words[below(unsigned(words.size()))];
        const ConditionTargets targets = targetsFor(op, target, level);
        const bool fits = !targets.fitting().empty();
        const QByteArray what = op + ' ' + target + ' ' + level;
        QVERIFY2(passes(targets) == (fits == holdsIfFitting), what.constData());
        fitting += fits ? 1 : 0;
    }
    QVERIFY(fitting > 300);
}

void TstConditionTargets::finds()
{
    const ConditionTargets targets = targetsFor("any", R"(["Berlin","Österreich",12,true])", R"("x")");
    const auto found = [&targets](const char *text) { return targets.containing(QString::fromUtf8(text)); };
    QCOMPARE(found("ER"), (std::vector<quint32> {0, 1}));
    QCOMPARE(found("öst"), std::vector<quint32> {1});
    QCOMPARE(found("2"), std::vector<quint32> {2});
    QCOMPARE(found("nowhere"), std::vector<quint32> {});
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(targets.containing(QStringLiteral("e"), stop.get_token()), std::vector<quint32> {});
}

GATESCOPE_TEST(TstConditionTargets)
#include "tst_conditiontargets.moc"
