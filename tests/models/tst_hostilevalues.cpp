// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"
#include "hostilepayload.h"

#include <models/evaluation/initializeresponse.h>
#include <models/evaluation/searchpattern.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Users and targets that are built to take long or to be misread. Nothing here is timed: what would not end
/// is ended by the test's own limit.
class TstHostileValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void patterns_data();
    void patterns();
    void patternsGivenUp();
    void usualPatternsOnLongTexts();
    void longTexts_data();
    void longTexts();
    void longNames();
    void oddNumbers_data();
    void oddNumbers();
    void byteOrderMarksAreText();
};

namespace {

constexpr qsizetype tenMegabytes = 10'000'000;

QByteArray repeated(const char *part, qsizetype bytes)
{
    return QByteArray(part).repeated(bytes / qsizetype(qstrlen(part)));
}

QByteArray fieldCondition(const char *op, const QByteArray &target)
{
    return conditionMember("c", "user_field", target, R"(,"field":"v","operator":")" + QByteArray(op) + '"');
}

Evaluator evaluatorOfCondition(const QByteArray &condition, bool sdkCompatible = false)
{
    EvaluationContext context;
    context.sdkCompatible = sdkCompatible;
    context.now = 0;
    context.idLists = std::make_shared<const IdLists>();
    return Evaluator(
        compiledProject(payloadOfParts({.gates = gateMember("g", ruleText("c")), .conditions = condition})),
        context);
}

EvaluationUser userWith(const QByteArray &value)
{
    return userOf(R"({"userID":"u","custom":{"v":)" + value + "}}");
}

} // namespace

void TstHostileValues::patterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    const QByteArray few = QByteArray(35, 'a');
    QTest::newRow("nested repeats, no match") << QByteArray("(a+)+$") << few + '!' << false;
    QTest::newRow("nested repeats, match") << QByteArray("(a+)+$") << few << true;
    QTest::newRow("alternatives alike") << QByteArray("^(a|a)*$") << few + '!' << false;
    QTest::newRow("alternatives overlapping") << QByteArray("(a|aa)+b") << few << false;
    QTest::newRow("optional parts") << QByteArray("(a?){35}a{35}b") << few << false;
    QTest::newRow("alternatives alike, long text")
        << QByteArray("^(?:a|a)*$") << QByteArray(5'000, 'a') + '!' << false;
    QTest::newRow("stars in a row") << QByteArray(".*.*.*.*=") << QByteArray(400, 'a') << false;
}

/// What a backtracking search cannot answer in its limit, another one does.
void TstHostileValues::patterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, text);
    QTEST(SearchPattern(pattern.toStdString()).matches(text.toStdString()).value(), "matches");
}

void TstHostileValues::patternsGivenUp()
{
    const QByteArray text = QByteArray(5'000, 'a') + '!';
    for (const char *pattern : {"\"(a+)+$\"", "\"^(?=(a+)+$)\"", "\"(a+)+\\\\1$\""}) {
        const QByteArray condition = fieldCondition("str_matches", pattern);
        const Verdict ours = evaluatorOfCondition(condition).gate("g", userWith('"' + text + '"'));
        QCOMPARE(ours.reason, Reason::Undetermined);
        QVERIFY(QByteArray::fromStdString(ours.undetermined).contains("took too many steps"));
        const Verdict asSdk = evaluatorOfCondition(condition, true).gate("g", userWith('"' + text + '"'));
        QCOMPARE(asSdk.reason, Reason::Recognized);
        QCOMPARE(asSdk.ruleId, std::string("default"));
    }
}

void TstHostileValues::usualPatternsOnLongTexts()
{
    const std::string words = repeated("the quick brown fox, ", tenMegabytes).toStdString() + "42 jumps";
    for (const char *pattern :
        {"jumps$", "fox|dog", "(?i)QUICK", "\\d\\d", "^the ", "[0-9]{2}", "(quick|slow) brown"})
        QVERIFY2(SearchPattern(pattern).matches(words).value_or(false), pattern);
    for (const char *pattern : {"cat", "^quick", "[A-Z]", "\\d{3}"})
        QVERIFY2(!SearchPattern(pattern).matches(words).value_or(true), pattern);
    const std::string one(std::size_t(tenMegabytes), 'a');
    for (const char *pattern :
        {"a+[bc]", "(.*a){12}b", "\\w+@", "(a*)*b", "(?<!b)a+b"}) // any answer, but an end
        SearchPattern(pattern).matches(one);
}

void TstHostileValues::longTexts_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("letters") << '"' + QByteArray(tenMegabytes, 'x') + '"';
    QTest::newRow("digits") << '"' + QByteArray(tenMegabytes, '7') + '"';
    QTest::newRow("version") << '"' + repeated("1.", tenMegabytes) + "0\"";
    QTest::newRow("date") << "\"2026-01-01T00:00:00." + QByteArray(tenMegabytes, '1') + "Z\"";
    QTest::newRow("exponent") << "\"1e" + QByteArray(tenMegabytes, '9') + '"';
    QTest::newRow("capital sigmas") << '"' + repeated("\xce\xa3", tenMegabytes) + '"';
    QTest::newRow("accents") << '"' + QByteArray("\xce\xa3") + repeated("\xcc\x81", tenMegabytes) + '"';
    QTest::newRow("escapes") << '"' + repeated("\\u00df", tenMegabytes) + '"';
    QTest::newRow("list") << "[\"a\"" + repeated(",\"a\"", tenMegabytes) + ']';
    QTest::newRow("number") << "1" + QByteArray(tenMegabytes, '0');
}

/// Ten megabytes as the value and as the target of each kind of operator.
void TstHostileValues::longTexts()
{
    QFETCH(QByteArray, value);
    const EvaluationUser user = userWith(value);
    const EvaluationUser other = userWith(R"("short")");
    for (const char *op : {"any", "str_contains_any", "str_ends_with_any", "version_gt", "lt", "before", "eq",
             "array_contains_any", "in_segment_list", "str_matches"}) {
        const Evaluator evaluator = evaluatorOfCondition(fieldCondition(op, value));
        QVERIFY(evaluator.gate("g", user).isDetermined() || op == QByteArray("str_matches"));
        QVERIFY(evaluator.gate("g", other).isDetermined());
    }
    QVERIFY(
        evaluatorOfCondition(fieldCondition("eq", value)).gate("g", user).value || !value.startsWith('"'));
    QVERIFY(evaluatorOfCondition(fieldCondition("eq", R"("y")")).gate("g", user).ruleId == "default");
}

void TstHostileValues::longNames()
{
    const QByteArray name(tenMegabytes, 'n');
    QByteArray rule = ruleText("c");
    rule.replace(R"("passPercentage":100)", R"("passPercentage":50)");
    const Evaluator evaluator(compiledProject(
        payloadOfParts({.gates = gateMember(name, rule) + ',' + gateMember("asks", ruleText("asks")),
            .conditions = conditionMember("c", "public", "null") + ','
                + conditionMember("asks", "pass_gate", '"' + name + '"')})));
    const QByteArray text = '"' + name + '"';
    const EvaluationUser user = userOf(R"({"userID":)" + text + R"(,"ip":)" + text + R"(,"userAgent":)" + text
        + R"(,"email":)" + text + R"(,"customIDs":{)" + text + ":1}}");
    const Verdict verdict = evaluator.gate("asks", user);
    QVERIFY(verdict.isDetermined());
    QCOMPARE(verdict.secondaryExposures.size(), std::size_t(1));
    QCOMPARE(verdict.secondaryExposures[0].gate.size(), std::size_t(tenMegabytes));
    QVERIFY(JsonDocument::parse(initializeResponse(evaluator, user)));
}

void TstHostileValues::oddNumbers_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("isLess");
    QTest::newRow("both too large") << QByteArray("1e400") << QByteArray("1e400") << false;
    QTest::newRow("below the largest") << QByteArray("1e308") << QByteArray("1e400") << true;
    QTest::newRow("least") << QByteArray("-1e400") << QByteArray("-1e308") << true;
    QTest::newRow("two zeros") << QByteArray("-0") << QByteArray("0") << false;
    QTest::newRow("no number as text") << QByteArray(R"("NaN")") << QByteArray("1e400") << false;
    QTest::newRow("no number as target") << QByteArray("1") << QByteArray(R"("NaN")") << false;
    QTest::newRow("infinite text") << QByteArray(R"("-inf")") << QByteArray("-1e308") << true;
    QTest::newRow("largest integer") << QByteArray("9223372036854775807") << QByteArray("9223372036854777856")
                                     << true;
    QTest::newRow("beyond 64 bit") << QByteArray("18446744073709551616") << QByteArray("1e20") << true;
    QTest::newRow("too small for a double") << QByteArray("1e-400") << QByteArray("5e-324") << true;
}

/// IEEE arithmetic, and no trap in any other operator or in the words for it.
void TstHostileValues::oddNumbers()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, target);
    const EvaluationUser user = userWith(value);
    QTEST(evaluatorOfCondition(fieldCondition("lt", target)).gate("g", user).value, "isLess");
    for (const char *op : {"gt", "gte", "lte", "eq", "neq", "before", "after", "on", "any", "none",
             "version_eq", "str_contains_any", "str_matches", "array_contains_all", "in_segment_list"}) {
        const Evaluator evaluator = evaluatorOfCondition(fieldCondition(op, target));
        QVERIFY(evaluator.gate("g", user).isDetermined());
        QVERIFY(JsonDocument::parse(initializeResponse(evaluator, user)));
    }
}

/// U+FEFF at the beginning of a value is a character of it, as everywhere else in a JSON text.
void TstHostileValues::byteOrderMarksAreText()
{
    const Evaluator any = evaluatorOfCondition(fieldCondition("any_case_sensitive", R"(["a"])"));
    QVERIFY(any.gate("g", userWith(R"("a")")).value);
    QVERIFY(
        !any.gate("g",
                userWith("\"\xef\xbb\xbf"
                         "a\""))
            .value);
    const EvaluationUser user = userOf("{\"userID\":\"\xef\xbb\xbfu\"}");
    const auto response = JsonDocument::parse(initializeResponse(any, user));
    QCOMPARE((*response)->root()["evaluated_keys"]["userID"].toUtf8(), std::string("\xef\xbb\xbfu"));
}

GATESCOPE_TEST(TstHostileValues)
#include "tst_hostilevalues.moc"
