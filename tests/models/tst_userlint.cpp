// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"
#include "lintproject.h"

#include <models/evaluation/evaluator.h>
#include <models/evaluation/lint/userlint.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QTest>

#include <set>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What is said of a user is true: where it says that a rule cannot match, the evaluator agrees, and the
/// mended user has no such finding any more.
class TstUserLint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void fields_data();
    void fields();
    void theValueThatIsFoundCounts();
    void namesTheRules();
    void neverUntrue();
    void names_data();
    void names();
    void customIdNames_data();
    void customIdNames();
    void otherMembers_data();
    void otherMembers();
    void missingIds();
    void generatesAnId();
    void tiers_data();
    void tiers();
    void derived_data();
    void derived();
    void privacy_data();
    void privacy();
    void formOrder();
    void saysItOnce();
    void withoutSpecs();
    void hostileUsers_data();
    void hostileUsers();
    void largeProject();
};

namespace {

using Kind = LintFinding::Kind;
using Severity = LintFinding::Severity;

StatsigUser lintedUser(const QByteArray &json)
{
    return StatsigUser::fromJson(json).value();
}

LintFindings ofKind(const LintFindings &findings, Kind kind)
{
    LintFindings chosen;
    for (const LintFinding &finding : findings)
        if (finding.kind == kind)
            chosen << finding;
    return chosen;
}

LintFindings lintOf(
    const ProjectPtr &project, const StatsigUser &user, Kind kind, const LintContext &context = {})
{
    const UserLintIndex index(project);
    return ofKind(lintUser(&index, user, context), kind);
}

QString said(const LintFindings &findings)
{
    QStringList sentences;
    for (const LintFinding &finding : findings)
        sentences << plainText(finding.sentence);
    return sentences.join(u'|');
}

/// The first entity the sentence leads to.
EntityRef linked(const LintFinding &finding)
{
    for (const Phrase &phrase : finding.sentence)
        if (phrase.style == Phrase::Style::Link)
            return phrase.link;
    return {};
}

bool passesGate(const ProjectPtr &project, const StatsigUser &user)
{
    const Verdict verdict = Evaluator(project).gate("checkout_v2", EvaluationUser(parsedJson(user.toJson())));
    return verdict.isDetermined() && verdict.value;
}

QString json(const StatsigUser &user)
{
    return QString::fromUtf8(user.toJson());
}

} // namespace

void TstUserLint::values_data()
{
    QTest::addColumn<QByteArray>("condition"); // operator and target on the attribute f
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("sentence"); // empty: nothing is wrong
    QTest::addColumn<QByteArray>("mended"); // empty: there is no mend
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("passes"); // before, by facts §4
    QTest::addColumn<bool>("passesMended");
    const auto row = [](const char *name, const QByteArray &condition, const char *value,
                         const char *sentence, const char *mended, const char *label, bool passes,
                         bool passesMended) {
        QTest::newRow(name) << condition << QByteArray(value) << QString::fromUtf8(sentence)
                            << QByteArray(mended) << QString::fromUtf8(label) << passes << passesMended;
    };
    const auto fine = [&row](const char *name, const QByteArray &condition, const char *value, bool passes) {
        row(name, condition, value, "", "", "", passes, passes);
    };
    const QByteArray gte3 = conditionOn("f", "gte", "3");
    row("number as text", gte3, R"("3")",
        "f is text, read as the number 3; rule “Gold tier” of checkout_v2 compares numbers.", "3",
        "Make it a number", true, true);
    row("number as text with zeros", gte3, R"("3.50")",
        "f is text, read as the number 3.5; rule “Gold tier” of checkout_v2 compares numbers.", "3.50",
        "Make it a number", true, true);
    row("number with spaces", gte3, R"(" 5 ")",
        "f is the text  5 ; rule “Gold tier” of checkout_v2 compares numbers and cannot match in newer SDKs.",
        "5", "Make it the number 5", false, true);
    row("number with groups", gte3, R"("1,000")",
        "f is the text 1,000; rule “Gold tier” of checkout_v2 compares numbers and cannot match.", "1000",
        "Make it the number 1000", false, true);
    row("decimal comma", gte3, R"("84,50")",
        "f is the text 84,50; rule “Gold tier” of checkout_v2 compares numbers and cannot match.", "84.5",
        "Make it the number 84.5", false, true);
    row("hexadecimal", gte3, R"("0x0a")",
        "f is the text 0x0a; rule “Gold tier” of checkout_v2 compares numbers and cannot match in newer "
        "SDKs.",
        "10", "Make it the number 10", false, true);
    row("no number", gte3, R"("gold")",
        "f is the text gold; rule “Gold tier” of checkout_v2 compares numbers and cannot match.", "", "",
        false, false);
    row("boolean for a number", conditionOn("f", "lt", "3"), "true",
        "f is true; rule “Gold tier” of checkout_v2 compares numbers and cannot match in newer SDKs.", "1",
        "Make it the number 1", false, true);
    row("list for a number", gte3, "[7]",
        "f is a list; rule “Gold tier” of checkout_v2 compares numbers and cannot match in newer SDKs.", "7",
        "Make it a number", false, true);
    row("object for a number", gte3, R"({"a":1})",
        "f is an object; rule “Gold tier” of checkout_v2 compares numbers and cannot match.", "", "", false,
        false);
    row("text against neq", conditionOn("f", "neq", "3"), R"("x")",
        "f is the text x; rule “Gold tier” of checkout_v2 compares numbers.", "", "", true, true);
    fine("a number", gte3, "3", true);
    fine("an infinite number", gte3, R"("inf")", true);
    fine("nothing yet", gte3, R"("")", false);
    fine("null", gte3, "null", false);
    fine("a rule nothing can meet", conditionOn("f", "gt", R"("abc")"), R"("x")", false);

    const QByteArray version = conditionOn("f", "version_gte", R"("4.10.0")");
    row("version with a letter", version, R"("v4.12")",
        "f is the text v4.12; rule “Gold tier” of checkout_v2 compares versions and cannot match.",
        R"("4.12")", "Make it 4.12", false, true);
    row("version with a build", version, R"j("4.10.0 (7)")j",
        "f is the text 4.10.0 (7); rule “Gold tier” of checkout_v2 compares versions and cannot match.",
        R"("4.10.0")", "Make it 4.10.0", false, true);
    row("version with an empty part", version, R"("4..12")",
        "f is the text 4..12; rule “Gold tier” of checkout_v2 compares versions and cannot match in newer "
        "SDKs.",
        "", "", false, false);
    row("unequal version of nonsense", conditionOn("f", "version_neq", R"("1.2")"), R"("beta")",
        "f is the text beta; rule “Gold tier” of checkout_v2 compares versions and cannot match.", "", "",
        false, false);
    row("number for a version", version, "4.20",
        "f is the number 4.20; rule “Gold tier” of checkout_v2 compares versions and cannot match in older "
        "SDKs. Newer ones read version 4.2 in 4.20.",
        R"("4.20")", "Make it text", false, true);
    fine("decided before the odd part", version, R"("4.12.x")", true);
    fine("a pre-release", version, R"("4.12.0-beta.1")", true);

    const QByteArray after = conditionOn("f", "after", "1672531199999"); // the last ms of 2022
    row("date alone", after, R"("2023-01-01")",
        "f is the text 2023-01-01; rule “Gold tier” of checkout_v2 compares times and cannot match in newer "
        "SDKs.",
        "1672531200000", "Make it 1672531200000", false, true);
    row("date with ms", after, R"("2023-01-01T00:00:00.000Z")",
        "f is the text 2023-01-01T00:00:00.000Z; rule “Gold tier” of checkout_v2 compares times and cannot "
        "match in newer SDKs.",
        "1672531200000", "Make it 1672531200000", false, true);
    row("date with an offset", after, R"("2023-01-01T12:00:00+05:00")",
        "f is the text 2023-01-01T12:00:00+05:00; rule “Gold tier” of checkout_v2 compares times and cannot "
        "match in newer SDKs.",
        "1672556400000", "Make it 1672556400000", false, true);
    row("no date", after, R"("soon")",
        "f is the text soon; rule “Gold tier” of checkout_v2 compares times and cannot match in newer SDKs.",
        "", "", false, false);
    row("seconds with a fraction", after, "1672531200.5",
        "f is the number 1672531200.5; rule “Gold tier” of checkout_v2 compares times and cannot match in "
        "newer SDKs.",
        "1672531200500", "Make it 1672531200500", false, true);
    row("microseconds", conditionOn("f", "before", "1672531200001"), "1672531200000000",
        "f is more than 3,000 years ahead, counted in ms; rule “Gold tier” of checkout_v2 compares times.",
        "1672531200000", "Make it 1672531200000", false, true);
    fine("ms", after, "1672531200000", true);
    fine("seconds", after, "1672531200", true);
    fine("seconds as text", after, R"("1672531200")", true);
    fine("RFC 3339", after, R"("2023-01-01T00:00:00Z")", true);

    const QByteArray isTrue = conditionOn("f", "eq", "true");
    row("boolean as text", isTrue, R"("true")",
        "f is the text true; rule “Gold tier” of checkout_v2 asks for true or false and cannot match.",
        "true", "Make it true", false, true);
    row("bit for a boolean", isTrue, "1",
        "f is the number 1; rule “Gold tier” of checkout_v2 asks for true or false and cannot match in newer "
        "SDKs.",
        "true", "Make it true", false, true);
    row("word for a boolean", isTrue, R"("No")",
        "f is the text No; rule “Gold tier” of checkout_v2 asks for true or false and cannot match.", "false",
        "Make it false", false, false);
    row("neither", isTrue, R"("gold")",
        "f is the text gold; rule “Gold tier” of checkout_v2 asks for true or false and cannot match.", "",
        "", false, false);
    row("boolean for its text", conditionOn("f", "eq", R"("true")"), "true",
        "f is true; rule “Gold tier” of checkout_v2 compares text and cannot match in older SDKs.",
        R"("true")", "Make it text", true, true);
    fine("a boolean", isTrue, "true", true);
    fine("a boolean among texts", conditionOn("f", "any", R"(["true"])"), "true", true);

    const QByteArray hasGold = conditionOn("f", "array_contains_any", R"(["gold"])");
    row("text for a list", hasGold, R"("gold")",
        "f is the text gold; rule “Gold tier” of checkout_v2 looks into a list and cannot match.",
        R"(["gold"])", "Make it a list", false, true);
    row("words for a list", hasGold, R"("blue, gold")",
        "f is the text blue, gold; rule “Gold tier” of checkout_v2 looks into a list and cannot match.",
        R"(["blue","gold"])", "Make it a list", false, true);
    row("text where a list must lack something", conditionOn("f", "array_contains_none", R"(["gold"])"),
        R"("blue")",
        "f is the text blue; rule “Gold tier” of checkout_v2 looks into a list and cannot match.",
        R"(["blue"])", "Make it a list", false, true);
    row("number for a list", conditionOn("f", "array_contains_all", "[5]"), "5",
        "f is the number 5; rule “Gold tier” of checkout_v2 looks into a list and cannot match.", "[5]",
        "Make it a list", false, true);
    fine("a list", hasGold, R"(["gold"])", true);

    const QByteArray isGold = conditionOn("f", "any", R"(["gold","black"])");
    row("list for a text", isGold, R"(["gold"])",
        "f is a list; rule “Gold tier” of checkout_v2 compares text and cannot match in newer SDKs.",
        R"("gold")", "Make it text", false, true);
    row("longer list for a text", isGold, R"(["gold","black"])",
        "f is a list; rule “Gold tier” of checkout_v2 compares text and cannot match in newer SDKs.", "", "",
        false, false);
    row("list that is none of them", conditionOn("f", "none", R"(["gold"])"), R"(["gold"])",
        "f is a list; rule “Gold tier” of checkout_v2 compares text.", R"("gold")", "Make it text", true,
        false);
    row("list that contains the text", conditionOn("f", "str_contains_any", R"(["gold"])"), R"(["gold"])",
        "f is a list; rule “Gold tier” of checkout_v2 compares text.", R"("gold")", "Make it text", true,
        true);
    row("a space too many", isGold, R"("gold ")",
        "f begins or ends with a space, which makes a difference to rule “Gold tier” of checkout_v2.",
        R"("gold")", "Remove the spaces", false, true);
    fine("a space that does not matter", isGold, R"("blue ")", false);
    fine("a text", isGold, R"("Gold")", true);
    fine("a number among texts", conditionOn("f", "any", R"(["5"])"), "5", true);
}

void TstUserLint::values()
{
    QFETCH(QByteArray, condition);
    QFETCH(QByteArray, value);
    QFETCH(QString, sentence);
    QFETCH(QByteArray, mended);
    QFETCH(QString, label);
    const ProjectPtr project = checkoutOver({condition});
    const StatsigUser user = lintedUser(R"({"userID":"u","custom":{"f":)" + value + "}}");
    QTEST(passesGate(project, user), "passes");
    const LintFindings findings = lintOf(project, user, Kind::Type);
    QCOMPARE(said(findings), sentence);
    if (findings.isEmpty())
        return;
    const LintFinding &finding = findings.first();
    QCOMPARE(finding.subject, (LintSubject {UserTable::Custom, 0}));
    QCOMPARE(linked(finding), (EntityRef {SpecTable::FeatureGates, QStringLiteral("checkout_v2")}));
    QCOMPARE(finding.severity, sentence.contains(u"read as the number") ? Severity::Hint : Severity::Warning);
    QCOMPARE(finding.mend.has_value(), !mended.isEmpty());
    if (!finding.mend)
        return;
    QCOMPARE(finding.mend->label, label);
    const StatsigUser after = Gatescope::mended(user, *finding.mend);
    QCOMPARE(json(after), QString::fromUtf8(R"({"userID":"u","custom":{"f":)" + mended + "}}"));
    QTEST(passesGate(project, after), "passesMended");
    QCOMPARE(said(lintOf(project, after, Kind::Type)), QString());
}

void TstUserLint::fields_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("mended");
    const QByteArray version = conditionOn("appVersion", "version_gte", R"("4.10.0")");
    QTest::newRow("version") << version << QByteArray(R"({"userID":"u","appVersion":"v4.12.0"})")
                             << QStringLiteral(
                                    "appVersion is the text v4.12.0; rule “Gold tier” of checkout_v2 "
                                    "compares versions and cannot match.")
                             << QStringLiteral(R"({"userID":"u","appVersion":"4.12.0"})");
    QTest::newRow("version by its other name")
        << conditionOn("app_version", "version_gte", R"("4.10.0")")
        << QByteArray(R"({"userID":"u","appVersion":"v4.12.0"})")
        << QStringLiteral("appVersion is the text v4.12.0; rule “Gold tier” of checkout_v2 compares versions "
                          "and cannot match.")
        << QStringLiteral(R"({"userID":"u","appVersion":"4.12.0"})");
    QTest::newRow("fine version") << version << QByteArray(R"({"userID":"u","appVersion":"4.12.0"})")
                                  << QString() << QString();
    QTest::newRow("an ID that looks like a number")
        << conditionOn("userID", "gte", "3") << QByteArray(R"({"userID":"7"})") << QString() << QString();
    QTest::newRow("space in a country")
        << conditionOn("country", "any", R"(["DE"])") << QByteArray(R"({"userID":"u","country":"DE "})")
        << QStringLiteral("country begins or ends with a space, which makes a difference to rule “Gold tier” "
                          "of checkout_v2.")
        << QStringLiteral(R"({"userID":"u","country":"DE"})");
}

void TstUserLint::fields()
{
    QFETCH(QByteArray, condition);
    QFETCH(QByteArray, user);
    QFETCH(QString, sentence);
    const ProjectPtr project = checkoutOver({condition});
    const LintFindings findings = lintOf(project, lintedUser(user), Kind::Type);
    QCOMPARE(said(findings), sentence);
    if (findings.isEmpty())
        return;
    QVERIFY(std::holds_alternative<UserField>(findings.first().subject.place));
    QVERIFY(!passesGate(project, lintedUser(user)));
    const StatsigUser after = mended(lintedUser(user), findings.first().mend.value());
    QTEST(json(after), "mended");
    QVERIFY(passesGate(project, after));
}

void TstUserLint::theValueThatIsFoundCounts()
{
    const ProjectPtr project = checkoutOver({conditionOn("level", "gte", "3")});
    // custom comes before privateAttributes, the exact name before the lower-case one, the last before
    // others.
    QCOMPARE(said(lintOf(project,
                 lintedUser(R"({"userID":"u","custom":{"level":5},"privateAttributes":{"level":"x"}})"),
                 Kind::Type)),
        QString());
    const LintFindings hidden =
        lintOf(project, lintedUser(R"({"userID":"u","privateAttributes":{"a":1,"level":"x"}})"), Kind::Type);
    QCOMPARE(hidden.size(), 1);
    QCOMPARE(hidden.first().subject, (LintSubject {UserTable::PrivateAttributes, 1}));
    const LintFindings twice =
        lintOf(project, lintedUser(R"({"userID":"u","custom":{"level":1,"level":"x"}})"), Kind::Type);
    QCOMPARE(twice.size(), 1);
    QCOMPARE(twice.first().subject, (LintSubject {UserTable::Custom, 1}));
    const ProjectPtr upper = checkoutOver({conditionOn("Level", "gte", "3")});
    QCOMPARE(lintOf(upper, lintedUser(R"({"userID":"u","custom":{"level":"x"}})"), Kind::Type).size(), 1);
    QCOMPARE(lintOf(project, lintedUser(R"({"userID":"u","custom":{"Level":"x"}})"), Kind::Type).size(), 0);
}

void TstUserLint::namesTheRules()
{
    const QByteArray gte = conditionOn("level", "gte", "3");
    const StatsigUser user = lintedUser(R"({"userID":"u","custom":{"level":"many"}})");
    const LintFindings two = lintOf(checkoutOver({gte, gte}), user, Kind::Type);
    QCOMPARE(said(two),
        QStringLiteral("level is the text many; rule “Gold tier” of checkout_v2 and 1 more compare numbers "
                       "and cannot match."));
    // One finding for each need: here a number and a list are wanted.
    const LintFindings needs =
        lintOf(checkoutOver({gte, conditionOn("level", "array_contains_any", R"(["a"])")}), user, Kind::Type);
    QCOMPARE(needs.size(), 2);
    // What excludes does pass, and is not said to fail.
    const LintFindings both = lintOf(checkoutOver({conditionOn("level", "neq", "3"), gte}), user, Kind::Type);
    QCOMPARE(said(both),
        QStringLiteral(
            "level is the text many; rule “Gold tier” of checkout_v2 compares numbers and cannot match."));
}

/// Against what the official SDKs answered for 107 conditions and 52 values: what is said not to match did
/// not.
void TstUserLint::neverUntrue()
{
    if (sharedFixtures().isEmpty())
        return;
    const JsonDocumentPtr matrix =
        parsedJson(readFile(sharedFixtures() + QStringLiteral("/generated/operator_matrix.json")));
    const JsonValue values = matrix->root()["values"];
    const JsonValue cases = matrix->root()["cases"];
    int claims = 0;
    QStringList untrue;
    for (quint32 i = 0; i < cases.size(); ++i) {
        const JsonValue row = cases.at(i);
        if (!row["operator"].isString())
            continue;
        const UserLintIndex index(checkoutOver({conditionOn(
            "f", QByteArray::fromStdString(row["operator"].toUtf8()), jsonCompact(row["targetValue"]))}));
        for (quint32 j = 0; j < values.size(); ++j) {
            if (values.at(j).toUtf8() == "__ABSENT__")
                continue;
            const StatsigUser user =
                lintedUser(R"({"userID":"u","custom":{"f":)" + jsonCompact(values.at(j)) + "}}");
            const LintFindings findings = ofKind(lintUser(&index, user), Kind::Type);
            const QString sentence = said(findings);
            const bool nowhere = sentence.contains(QStringLiteral("cannot match."));
            const bool newer = sentence.contains(QStringLiteral("cannot match in newer"));
            const bool older = sentence.contains(QStringLiteral("cannot match in older"));
            claims += nowhere || newer || older;
            if (((nowhere || newer) && row["core"].at(j).toUtf8() != "F")
                || ((nowhere || older) && row["node"].at(j).toUtf8() != "F"))
                untrue << QString::fromUtf8(jsonCompact(row)).left(70) + u' ' + sentence;
            if (!findings.isEmpty() && findings.first().mend) {
                const LintFindings left =
                    ofKind(lintUser(&index, mended(user, *findings.first().mend)), Kind::Type);
                if (!left.isEmpty())
                    untrue << QStringLiteral("not mended: ") + said(left);
            }
        }
    }
    QVERIFY2(untrue.isEmpty(), qPrintable(untrue.join(u'\n')));
    QVERIFY2(claims > 500, qPrintable(QString::number(claims)));
}

void TstUserLint::names_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("mended"); // empty: no mend
    const auto row = [](const char *name, const char *user, const char *sentence, const char *mended) {
        QTest::newRow(name) << QByteArray(user) << QString::fromUtf8(sentence) << QString::fromUtf8(mended);
    };
    // Rules read plan, favorite_color, email and appVersion.
    row("a letter too many", R"({"userID":"u","custom":{"plann":"gold","x":1}})",
        "plann is read by no rule. Did you mean plan, as in rule “Gold tier” of checkout_v2?",
        R"({"userID":"u","custom":{"plan":"gold","x":1}})");
    row("another case", R"({"userID":"u","custom":{"Plan":"gold"}})",
        "Plan is read by no rule. Did you mean plan, as in rule “Gold tier” of checkout_v2?",
        R"({"userID":"u","custom":{"plan":"gold"}})");
    row("another separator", R"({"userID":"u","privateAttributes":{"favoriteColor":"red"}})",
        "favoriteColor is read by no rule. Did you mean favorite_color, as in rule “Gold tier” of "
        "checkout_v2?",
        R"({"userID":"u","privateAttributes":{"favorite_color":"red"}})");
    row("two slips in a long name", R"({"userID":"u","custom":{"favourite_colour":"red"}})",
        "favourite_colour is read by no rule. Did you mean favorite_color, as in rule “Gold tier” of "
        "checkout_v2?",
        R"({"userID":"u","custom":{"favorite_color":"red"}})");
    row("swapped letters", R"({"userID":"u","custom":{"paln":"gold"}})",
        "paln is read by no rule. Did you mean plan, as in rule “Gold tier” of checkout_v2?",
        R"({"userID":"u","custom":{"plan":"gold"}})");
    row("a field's other name", R"({"userID":"u","custom":{"app_version":"4.1"}})",
        "app_version is read by no rule. Did you mean appVersion, as in rule “Gold tier” of checkout_v2?",
        R"({"userID":"u","appVersion":"4.1"})");
    row("a field's other case", R"({"userID":"u","custom":{"Email":"a@shop.example"}})",
        "Email is read by no rule. Did you mean email, as in rule “Gold tier” of checkout_v2?",
        R"({"userID":"u","email":"a@shop.example"})");
    row("hidden by a field", R"({"userID":"u","email":"a@b.example","custom":{"email":"c@d.example"}})",
        "No rule reads email in custom: the field email comes first.",
        R"({"userID":"u","email":"a@b.example"})");
    row("the same as the field", R"({"userID":"u","email":"a@b.example","custom":{"email":"a@b.example"}})",
        "", "");
    row("a field's name in custom does", R"({"userID":"u","custom":{"email":"a@b.example"}})", "", "");
    row("unlike", R"({"userID":"u","custom":{"plane_seat":"3A","size":1}})", "", "");
    row("the meant one is there", R"({"userID":"u","custom":{"plan":"gold","plann":"gold"}})", "", "");
    row("another number", R"({"userID":"u","custom":{"plan2":"gold"}})", "", "");
    row("read", R"({"userID":"u","custom":{"plan":"gold"}})", "", "");
    row("a row being typed", R"({"userID":"u","custom":{"":""}})", "", "");
}

void TstUserLint::names()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, sentence);
    QFETCH(QString, mended);
    const ProjectPtr project = checkoutOver(
        {conditionOn("plan", "any", R"(["gold"])"), conditionOn("favorite_color", "any", R"(["red"])"),
            conditionOn("email", "str_ends_with_any", R"(["@shop.example"])"),
            conditionOn("appVersion", "version_gte", R"("4")")});
    const LintFindings findings = lintOf(project, lintedUser(user), Kind::Name);
    QCOMPARE(said(findings), sentence);
    if (findings.isEmpty())
        return;
    QCOMPARE(findings.first().mend.has_value(), !mended.isEmpty());
    const StatsigUser after = Gatescope::mended(lintedUser(user), *findings.first().mend);
    QCOMPARE(json(after), mended);
    QCOMPARE(said(lintOf(project, after, Kind::Name)), QString());
    const bool wasHidden = sentence.startsWith(QStringLiteral("No rule reads"));
    QVERIFY(!passesGate(project, lintedUser(user)));
    QCOMPARE(passesGate(project, after), !wasHidden);
}

namespace {

/// companyID buckets a gate and an experiment, userID a gate; stableID is only looked up.
ProjectPtr projectOfIds()
{
    return compiledProject(R"({"time":1,"has_updates":true,"feature_gates":{
        "by_company":{"type":"feature_gate","entity":"feature_gate","salt":"a","enabled":true,"defaultValue":false,
          "idType":"companyID","rules":[{"id":"r","name":"Half","salt":"","passPercentage":50,"returnValue":true,
          "idType":"companyID","conditions":["all"]}]},
        "by_user":{"type":"feature_gate","entity":"feature_gate","salt":"b","enabled":true,"defaultValue":false,
          "idType":"userID","rules":[{"id":"r","name":"Half","salt":"","passPercentage":50,"returnValue":true,
          "idType":"userID","conditions":["all"]}]},
        "for_all":{"type":"feature_gate","entity":"feature_gate","salt":"c","enabled":true,"defaultValue":false,
          "idType":"workspaceID","rules":[{"id":"r","name":"All","salt":"","passPercentage":100,"returnValue":true,
          "idType":"workspaceID","conditions":["listed"]}]}},
        "dynamic_configs":{"exp":{"type":"dynamic_config","entity":"experiment","salt":"d","enabled":true,
          "isActive":true,"defaultValue":{},"idType":"companyID","rules":[{"id":"g","name":"Test","groupName":"Test",
          "salt":"","passPercentage":100,"returnValue":{},"idType":"companyID","conditions":["bucket"],
          "isExperimentGroup":true}]}},
        "layer_configs":{},"experiment_to_layer":{},"condition_map":{
        "all":{"type":"public","targetValue":null,"operator":null,"field":null,"additionalValues":{},"idType":"userID"},
        "listed":{"type":"unit_id","targetValue":["s1"],"operator":"any","field":"stableID","additionalValues":{},
          "idType":"stableID"},
        "bucket":{"type":"user_bucket","targetValue":500,"operator":"lt","field":null,
          "additionalValues":{"salt":"d"},"idType":"companyID"}}})");
}

} // namespace

void TstUserLint::customIdNames_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("mended");
    const auto row = [](const char *name, const char *user, const char *sentence, const char *mended) {
        QTest::newRow(name) << QByteArray(user) << QString::fromUtf8(sentence) << QString::fromUtf8(mended);
    };
    row("another case", R"({"userID":"u","customIDs":{"companyId":"c"}})",
        "Newer SDKs look for the ID type companyID in that very spelling, not for companyId.",
        R"({"userID":"u","customIDs":{"companyID":"c"}})");
    row("a slip", R"({"userID":"u","customIDs":{"copmanyID":"c"}})",
        "No entity has the ID type copmanyID. Did you mean companyID?",
        R"({"userID":"u","customIDs":{"companyID":"c"}})");
    row("looked up alone", R"({"userID":"u","customIDs":{"companyID":"c","stable_id":"s1"}})",
        "No entity has the ID type stable_id. Did you mean stableID?",
        R"({"userID":"u","customIDs":{"companyID":"c","stableID":"s1"}})");
    row("the user ID", R"({"customIDs":{"companyID":"c","userID":"u"}})",
        "SDKs take the user ID from the field userID, not from customIDs.",
        R"({"userID":"u","customIDs":{"companyID":"c"}})");
    row("lower case is found", R"({"userID":"u","customIDs":{"companyid":"c"}})", "", "");
    row("unknown", R"({"userID":"u","customIDs":{"companyID":"c","deviceID":"d"}})", "", "");
}

void TstUserLint::customIdNames()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, sentence);
    const ProjectPtr project = projectOfIds();
    const LintFindings findings = lintOf(project, lintedUser(user), Kind::Name);
    QCOMPARE(said(findings), sentence);
    // The wrong name is the mistake, not that the right one is missing.
    QCOMPARE(said(lintOf(project, lintedUser(user), Kind::UnitId)), QString());
    if (findings.isEmpty())
        return;
    const StatsigUser after = mended(lintedUser(user), *findings.first().mend);
    QTEST(json(after), "mended");
    QCOMPARE(said(lintOf(project, after, Kind::Name)), QString());
}

void TstUserLint::otherMembers_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("mended");
    QTest::newRow("misspelt") << QByteArray(R"({"userId":"u"})")
                              << QStringLiteral("userId is no field of the API. Did you mean userID?")
                              << QStringLiteral(R"({"userID":"u"})");
    QTest::newRow("misspelt table") << QByteArray(R"({"userID":"u","custom_ids":{"a":"b"}})")
                                    << QStringLiteral(
                                           "custom_ids is no field of the API. Did you mean customIDs?")
                                    << QStringLiteral(R"({"userID":"u","customIDs":{"a":"b"}})");
    QTest::newRow("outside custom")
        << QByteArray(R"({"userID":"u","plan":"gold"})")
        << QStringLiteral(
               "plan stands outside custom, where rule “Gold tier” of checkout_v2 does not find it in "
               "newer SDKs.")
        << QStringLiteral(R"({"userID":"u","custom":{"plan":"gold"}})");
    QTest::newRow("unknown") << QByteArray(R"({"userID":"u","analyticsOnlyMetadata":{}})") << QString()
                             << QString();
}

void TstUserLint::otherMembers()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, sentence);
    const ProjectPtr project = checkoutOver({conditionOn("plan", "any", R"(["gold"])")});
    const LintFindings findings = lintOf(project, lintedUser(user), Kind::Name);
    QCOMPARE(said(findings), sentence);
    if (findings.isEmpty())
        return;
    QVERIFY(!passesGate(project, lintedUser(user)));
    const StatsigUser after = mended(lintedUser(user), *findings.first().mend);
    QTEST(json(after), "mended");
    QCOMPARE(passesGate(project, after), sentence.startsWith(QStringLiteral("plan")));
    QCOMPARE(said(lintOf(project, after, Kind::Name)), QString());
}

void TstUserLint::missingIds()
{
    const ProjectPtr project = projectOfIds();
    const LintFindings company = lintOf(project, lintedUser(R"({"userID":"u"})"), Kind::UnitId);
    QCOMPARE(said(company),
        QStringLiteral(
            "companyID is missing: 1 gate and 1 experiment bucket by it, and users without it share one "
            "bucket."));
    QCOMPARE(company.first().severity, Severity::Warning);
    QCOMPARE(company.first().subject, (LintSubject {UserTable::CustomIds, -1}));
    // It is true: whoever they are, they get the same.
    const Evaluator evaluator(project);
    std::set<std::optional<std::string>> groups;
    for (int i = 0; i < 50; ++i) {
        const QByteArray user = R"({"userID":"u)" + QByteArray::number(i) + R"("})";
        groups.insert(evaluator.config("exp", userOf(user)).groupName);
    }
    QCOMPARE(groups.size(), size_t(1));

    // An empty one is missing as well; one that is only looked up is not.
    const LintFindings empty =
        lintOf(project, lintedUser(R"({"userID":"u","customIDs":{"companyID":""}})"), Kind::UnitId);
    QCOMPARE(empty.size(), 1);
    QCOMPARE(empty.first().subject, (LintSubject {UserTable::CustomIds, 0}));
    QCOMPARE(
        said(lintOf(project, lintedUser(R"({"userID":"u","customIDs":{"companyID":"c"}})"), Kind::UnitId)),
        QString());
    const LintFindings guest =
        lintOf(project, lintedUser(R"({"customIDs":{"companyID":"c"}})"), Kind::UnitId);
    QCOMPARE(said(guest),
        QStringLiteral("userID is missing: by_user buckets by it, and users without it share one bucket."));
    QCOMPARE(guest.first().severity, Severity::Hint);
    const LintFindings nobody = lintOf(project, lintedUser(R"({"country":"DE"})"), Kind::UnitId);
    QCOMPARE(nobody.size(), 2);
    QCOMPARE(nobody[0].severity, Severity::Warning);
    QCOMPARE(lintOf(project, {}, Kind::UnitId).size(), 0); // nothing is typed yet
}

void TstUserLint::generatesAnId()
{
    const ProjectPtr project = projectOfIds();
    const StatsigUser user = lintedUser(R"({"userID":"u"})");
    const Mend mend = lintOf(project, user, Kind::UnitId).first().mend.value();
    QCOMPARE(mend.label, QStringLiteral("Generate one"));
    const JsonMembers ids = mended(user, mend).table(UserTable::CustomIds);
    QCOMPARE(ids.size(), 1);
    QCOMPARE(ids.first().key, QStringLiteral("companyID"));
    QCOMPARE(ids.first().json.size(), 38); // a UUID in quotes
    QVERIFY(mended(user, mend).table(UserTable::CustomIds) != ids); // another one each time
    QCOMPARE(said(lintOf(project, mended(user, mend), Kind::UnitId)), QString());
    const StatsigUser guest = lintedUser(R"({"customIDs":{"companyID":"c"}})");
    const StatsigUser named = mended(guest, lintOf(project, guest, Kind::UnitId).first().mend.value());
    QCOMPARE(named.text(UserField::UserId).size(), 36);
}

void TstUserLint::tiers_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("inForce");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("mended"); // empty: no mend
    const auto row = [](const char *name, const char *user, const char *inForce, const char *sentence,
                         const char *mended) {
        QTest::newRow(name) << QByteArray(user) << QString::fromUtf8(inForce) << QString::fromUtf8(sentence)
                            << QString::fromUtf8(mended);
    };
    // A rule names canary and production in any case.
    row("short", R"({"userID":"u","statsigEnvironment":{"tier":"prod"}})", "",
        "No rule names the tier prod. Did you mean production, as in rule “Gold tier” of checkout_v2?",
        R"({"userID":"u","statsigEnvironment":{"tier":"production"}})");
    row("a slip", R"({"userID":"u","statsigEnvironment":{"region":"eu","tier":"canray"}})", "",
        "No rule names the tier canray. Did you mean canary, as in rule “Gold tier” of checkout_v2?",
        R"({"userID":"u","statsigEnvironment":{"region":"eu","tier":"canary"}})");
    row("of the connection", R"({"userID":"u"})", "prod",
        "No rule names the tier prod. Did you mean production, as in rule “Gold tier” of checkout_v2?",
        R"({"userID":"u","statsigEnvironment":{"tier":"production"}})");
    row("short for one that no rule names", R"({"userID":"u","statsigEnvironment":{"tier":"dev"}})", "",
        "dev is none of the usual tiers. Did you mean development?",
        R"({"userID":"u","statsigEnvironment":{"tier":"development"}})");
    row("unknown", R"({"userID":"u","statsigEnvironment":{"tier":"qa-7"}})", "",
        "No rule names the tier qa-7. The tiers that rules name: canary and production.", "");
    row("misspelt key", R"({"userID":"u","statsigEnvironment":{"Tier":"canary"}})", "development",
        "Newer SDKs look for tier in that very spelling, not for Tier.",
        R"({"userID":"u","statsigEnvironment":{"tier":"canary"}})");
    row("named", R"({"userID":"u","statsigEnvironment":{"tier":"canary"}})", "", "", "");
    row("named in another case", R"({"userID":"u","statsigEnvironment":{"tier":"Canary"}})", "", "", "");
    row("usual", R"({"userID":"u","statsigEnvironment":{"tier":"staging"}})", "prod", "", "");
    row("none", R"({"userID":"u"})", "", "", "");
}

void TstUserLint::tiers()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, inForce);
    QFETCH(QString, sentence);
    QFETCH(QString, mended);
    const ProjectPtr project =
        checkoutOver({conditionOn("tier", "any", R"(["canary","production"])", "environment_field")});
    const LintContext context {inForce, nullptr};
    const LintFindings findings = lintOf(project, lintedUser(user), Kind::Tier, context);
    QCOMPARE(said(findings), sentence);
    if (findings.isEmpty())
        return;
    QCOMPARE(std::get<UserTable>(findings.first().subject.place), UserTable::StatsigEnvironment);
    QCOMPARE(findings.first().mend.has_value(), !mended.isEmpty());
    QVERIFY(!passesGate(project, lintedUser(user)));
    if (mended.isEmpty())
        return;
    const StatsigUser after = Gatescope::mended(lintedUser(user), *findings.first().mend);
    QCOMPARE(json(after), mended);
    QCOMPARE(passesGate(project, after), !mended.contains(QStringLiteral("development")));
    QCOMPARE(said(lintOf(project, after, Kind::Tier, context)), QString());
}

void TstUserLint::derived_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("hasCountries");
    QTest::addColumn<QString>("sentences");
    const auto row = [](const char *name, const char *user, bool hasCountries, const char *sentences) {
        QTest::newRow(name) << QByteArray(user) << hasCountries << QString::fromUtf8(sentences);
    };
    row("nothing to derive from", R"({"userID":"u"})", true,
        "userAgent is empty, so there is no os_name for rule “Gold tier” of checkout_v2.|"
        "country and ip are empty, so there is no country for rule “Gold tier” of checkout_v2.");
    row("a country that is not known here", R"({"userID":"u","userAgent":"x","ip":"8.8.8.8"})", false,
        "country is empty, and the country of 8.8.8.8 is not known here, so rule “Gold tier” of checkout_v2 "
        "cannot be "
        "told locally.");
    row("an address of no country", R"({"userID":"u","userAgent":"x","ip":"10.0.0.1"})", true,
        "country is empty, and 10.0.0.1 has no country, so there is none for rule “Gold tier” of "
        "checkout_v2.");
    row("IPv6", R"({"userID":"u","userAgent":"x","ip":"2001:db8::1"})", true,
        "country is empty, and no country comes from an IPv6 address, so there is none for rule “Gold tier” "
        "of "
        "checkout_v2.");
    row("all there", R"({"userID":"u","userAgent":"x","ip":"8.8.8.8"})", true, "");
    row("given by name", R"({"userID":"u","country":"US","custom":{"os_name":"iOS"}})", true, "");
}

void TstUserLint::derived()
{
    QFETCH(QByteArray, user);
    QFETCH(bool, hasCountries);
    QFETCH(QString, sentences);
    const ProjectPtr project = checkoutOver({conditionOn("os_name", "any", R"(["iOS"])", "ua_based"),
        conditionOn("country", "any", R"(["US"])", "ip_based")});
    const LintContext context {{}, hasCountries ? knownCountries() : nullptr};
    const LintFindings findings = lintOf(project, lintedUser(user), Kind::Derived, context);
    QCOMPARE(said(findings), sentences);
    EvaluationContext evaluation;
    evaluation.countries = context.countries;
    const Verdict verdict =
        Evaluator(project, evaluation).gate("checkout_v2", EvaluationUser(parsedJson(user)));
    QCOMPARE(verdict.isDetermined(), !sentences.contains(QStringLiteral("cannot be told")));
    QCOMPARE(verdict.isDetermined() && verdict.value, sentences.isEmpty());
    for (const LintFinding &finding : findings)
        QCOMPARE(finding.severity, Severity::Hint);
}

void TstUserLint::privacy_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("mended"); // empty: no mend
    const auto row = [](const char *name, const char *user, const char *sentence, const char *mended) {
        QTest::newRow(name) << QByteArray(user) << QString::fromUtf8(sentence) << QString::fromUtf8(mended);
    };
    row("the field", R"({"userID":"u","email":"a@shop.example"})",
        "email is logged with every exposure. In privateAttributes it is not, and rules read it all the "
        "same.",
        R"({"userID":"u","privateAttributes":{"email":"a@shop.example"}})");
    row("two", R"({"userID":"u","email":"a@shop.example","custom":{"x":1,"contact":"b@shop.example"}})",
        "email and contact are logged with every exposure. In privateAttributes they are not, and rules read "
        "them "
        "all the same.",
        R"({"userID":"u","custom":{"x":1},"privateAttributes":{"email":"a@shop.example","contact":"b@shop.example"}})");
    row("one is there already",
        R"({"email":"a@shop.example","privateAttributes":{"email":"c@shop.example"}})",
        "email is logged with every exposure. In privateAttributes it is not, and rules read it all the "
        "same.",
        "");
    row("private", R"({"userID":"u","privateAttributes":{"email":"a@shop.example"}})", "", "");
    row("no address", R"({"userID":"u","email":"nobody","custom":{"x":"a@b"}})", "", "");
}

void TstUserLint::privacy()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, sentence);
    QFETCH(QString, mended);
    const ProjectPtr project =
        checkoutOver({conditionOn("email", "str_ends_with_any", R"(["@shop.example"])")});
    const LintFindings findings = lintOf(project, lintedUser(user), Kind::Privacy);
    QCOMPARE(said(findings), sentence);
    if (findings.isEmpty())
        return;
    QCOMPARE(findings.first().severity, Severity::Hint);
    QCOMPARE(findings.first().mend.has_value(), !mended.isEmpty());
    QVERIFY(passesGate(project, lintedUser(user)));
    if (mended.isEmpty())
        return;
    const StatsigUser after = Gatescope::mended(lintedUser(user), *findings.first().mend);
    QCOMPARE(json(after), mended);
    QVERIFY(passesGate(project, after)); // rules read it all the same
    QCOMPARE(said(lintOf(project, after, Kind::Privacy)), QString());
}

void TstUserLint::formOrder()
{
    const UserLintIndex index(checkoutOver({conditionOn("level", "gte", "3"),
        conditionOn("tier", "any", R"(["production"])", "environment_field"),
        conditionOn("vip", "eq", "true")}));
    const LintFindings findings = lintUser(
        &index, lintedUser(R"({"plann":1,"customIDs":{"b":"1","b":"2"},"privateAttributes":{"vip":"yes"},
            "custom":{"contact":"a@shop.example","level":"3"},"statsigEnvironment":{"tier":"prod"},
            "country":"Germany","userID":" u"})"));
    QList<std::pair<std::size_t, int>> places;
    for (const LintFinding &finding : findings)
        places << std::pair(finding.subject.place.index(), finding.subject.row);
    const QList<std::pair<std::size_t, int>> expected {
        {0, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {1, 0}, {1, 0}};
    QCOMPARE(places, expected);
    QCOMPARE(std::get<UserField>(findings[0].subject.place), UserField::UserId);
    QCOMPARE(std::get<UserField>(findings[1].subject.place), UserField::Country);
    QCOMPARE(std::get<UserTable>(findings[2].subject.place), UserTable::StatsigEnvironment);
    QCOMPARE(std::get<UserTable>(findings[4].subject.place), UserTable::Custom);
    QCOMPARE(std::get<UserTable>(findings[5].subject.place), UserTable::PrivateAttributes);
    QCOMPARE(std::get<UserTable>(findings[6].subject.place), UserTable::CustomIds);
}

void TstUserLint::saysItOnce()
{
    // What the specs say of a version takes the place of what can be said without them.
    const UserLintIndex index(checkoutOver({conditionOn("appVersion", "version_gte", R"("4.10.0")")}));
    const StatsigUser user = lintedUser(R"({"userID":"u","appVersion":"v4.12.0"})");
    QCOMPARE(lintUser(&index, user).size(), 1);
    QCOMPARE(lintUser(nullptr, user).size(), 1);
    QCOMPARE(lintUser(nullptr, user).first().kind, Kind::Form);
    const UserLintIndex ids(projectOfIds());
    const LintFindings nobody = lintUser(&ids, lintedUser(R"({"country":"DE"})"));
    QCOMPARE(ofKind(nobody, Kind::Form).size(), 0);
}

void TstUserLint::withoutSpecs()
{
    const LintFindings findings = lintUser(nullptr,
        lintedUser(
            R"({"userID":"u","email":"a@shop.example","country":"Germany","userId":"v","custom":{"a":1,"a":2}})"),
        {QStringLiteral("prod"), nullptr});
    QList<Kind> kinds;
    for (const LintFinding &finding : findings)
        kinds << finding.kind;
    QCOMPARE(kinds, (QList<Kind> {Kind::Privacy, Kind::Form, Kind::Tier, Kind::Form, Kind::Name}));
    QCOMPARE(lintUser(nullptr, {}).size(), 0);
}

void TstUserLint::hostileUsers_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::newRow("nulls") << QByteArray(R"({"userID":null,"custom":null,"customIDs":null,"email":null})");
    QTest::newRow("types") << QByteArray(
        R"({"userID":7,"email":[],"ip":{},"country":true,"custom":{"f":{"a":[]}}})");
    QTest::newRow("long") << QByteArray(
        R"({"userID":"u","custom":{"f":")" + QByteArray(1'000'000, 'x') + R"("}})");
    QTest::newRow("long key") << QByteArray(
        R"({"userID":"u","custom":{")" + QByteArray(100'000, 'f') + R"(":1}})");
    QTest::newRow("surrogate") << QByteArray(R"({"userID":"\ud800","custom":{"f":"\ud800","\udfff":"1"}})");
    QTest::newRow("numbers") << QByteArray(
        R"({"userID":"u","custom":{"f":1e400,"g":-0,"h":123456789012345678901}})");
    QTest::newRow("zero byte") << QByteArray(R"({"userID":"u","custom":{"f":"\u0000","\u0000":"%1"}})");
}

void TstUserLint::hostileUsers()
{
    QFETCH(QByteArray, user);
    const UserLintIndex index(checkoutOver({conditionOn("f", "gte", "3"),
        conditionOn("f", "version_gte", R"("1")"), conditionOn("f", "after", "5"),
        conditionOn("f", "eq", "true"), conditionOn("f", "array_contains_any", R"(["a"])"),
        conditionOn("f", "any", R"(["a"])"), conditionOn("f", "in_segment_list", R"("a")"),
        conditionOn("country", "any", R"(["US"])", "ip_based")}));
    const StatsigUser before = lintedUser(user);
    for (const LintFinding &finding : lintUser(&index, before)) {
        QVERIFY(!finding.sentence.isEmpty());
        QVERIFY(plainText(finding.sentence).size() < 400);
        if (finding.mend)
            QVERIFY(mended(before, *finding.mend) != before);
    }
}

/// 10,000 gates, 2,000 attributes, a user with 60: linting must not be felt while he is typed.
void TstUserLint::largeProject()
{
    QByteArrayList conditions;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray field = "attribute_" + QByteArray::number(i % 2000);
        const char *const op = i % 3 == 0 ? "gte" : "any";
        conditions << conditionOn(field, op, i % 3 == 0 ? QByteArray("3") : QByteArray(R"(["a","b"])"));
    }
    const UserLintIndex index(checkoutOver(conditions));
    QByteArray custom;
    for (int i = 0; i < 60; ++i)
        custom += (i ? "," : "") + QByteArray("\"atribute_") + QByteArray::number(i * 31) + R"(":" 5 ")";
    const StatsigUser user = lintedUser(R"({"userID":"u","custom":{)" + custom + "}}");
    LintFindings findings;
    QBENCHMARK
    {
        findings = lintUser(&index, user);
    }
    QCOMPARE(ofKind(findings, Kind::Name).size(), 60);
}

GATESCOPE_TEST(TstUserLint)
#include "tst_userlint.moc"
