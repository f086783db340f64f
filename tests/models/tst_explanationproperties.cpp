// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"
#include "explainedproject.h"

#include <models/json/utf8text.h>
#include <models/evaluation/trace.h>
#include <models/explain/explanation.h>
#include <tests/support/fixtures.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Gatescope;
using namespace Gatescope::Test;

using Cause = Explanation::Cause;

/// What must hold of every explanation, for every entity of several projects and many generated users: the
/// verdict is the evaluator's, and the sentence says nothing that the trace does not.
class TstExplanationProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyEntity_data();
    void everyEntity();

private:
    void check(const Evaluator &evaluator, const QByteArray &user, std::uint32_t spec);
    QString problem(const Evaluator &evaluator, const EvaluationUser &user, std::uint32_t spec) const;
};

namespace {

constexpr int usersOfProject = 50;

/// Users who meet the conditions of a project now and then, with values of wrong types between.
class UserMaker
{
public:
    UserMaker(const Project &project, unsigned seed)
        : m_project(project)
        , m_random(seed)
    { }

    QByteArray user()
    {
        QByteArray json = "{\"userID\":" + unitId();
        QByteArray custom;
        for (const Condition &condition : m_project.conditions()) {
            if (condition.field.empty() || below(3) == 0)
                continue;
            const QByteArray member = jsonQuoted(utf8Text(condition.field)) + ':' + value(condition.target);
            if (condition.type == ConditionType::EnvironmentField)
                json += ",\"statsigEnvironment\":{" + member + '}';
            else
                custom += (custom.isEmpty() ? "" : ",") + member;
        }
        if (below(2) == 0)
            json += R"(,"ip":"2.2.2.2")";
        if (below(2) == 0)
            json += R"(,"customIDs":{"stableID":)" + unitId() + '}';
        return json + (below(5) == 0 ? ",\"privateAttributes\":{" : ",\"custom\":{") + custom + "}}";
    }

private:
    unsigned below(unsigned end) { return unsigned(m_random() % end); }
    QByteArray unitId()
    {
        return QByteArray("\"") + (below(12) == 0 ? QByteArray() : QByteArray::number(below(5000))) + "\"";
    }

    QByteArray value(const JsonValue &target)
    {
        static const QByteArrayList odd {
            "null", "true", "\"\"", "\"x\"", "0", "12.50", "[]", "[\"a\"]", "{}", "\"4.11\""};
        const unsigned kind = below(4);
        if (kind == 0)
            return odd[below(unsigned(odd.size()))];
        if (target.isArray() && target.size() > 0)
            return jsonCompact(target.at(below(target.size())));
        return target.isValid() && !target.isObject() ? jsonCompact(target) : QByteArray("7");
    }

    const Project &m_project;
    std::mt19937 m_random;
};

/// Everything of a verdict that an answer could differ in.
std::string everythingOf(const Verdict &verdict)
{
    std::string text = std::to_string(int(verdict.reason)) + verdict.undetermined
        + (verdict.value ? " true " : " false ") + verdict.json.toStdString() + verdict.ruleId
        + verdict.groupName.value_or("-") + verdict.idType + verdict.allocatedExperiment.value_or("-")
        + (verdict.isExperimentGroup ? "g" : "") + (verdict.isInLayer ? "l" : "")
        + (verdict.isExperimentActive ? "a" : "");
    for (const auto *exposures : {&verdict.secondaryExposures, &verdict.undelegatedExposures}) {
        for (const Exposure &exposure : *exposures)
            text += '|' + exposure.gate + (exposure.gateValue ? '1' : '0') + exposure.ruleId;
    }
    for (const auto &[parameter, rule] :
        verdict.parameterRuleIds.value_or(std::vector<std::pair<std::string, std::string>>()))
        text += '|' + parameter + rule;
    return text;
}

double numberOf(QString text)
{
    return text.remove(u',').toDouble();
}

/// Every number in the sentence is true: "bucket 5 is below 7", "bucket 5 is in 3 to 6".
QString wrongNumbers(const QString &headline)
{
    static const QRegularExpression below(QStringLiteral("bucket ([0-9,]+) is (not )?below ([0-9,.]+[0-9])"));
    static const QRegularExpression range(QStringLiteral("bucket ([0-9,]+) is in ([0-9,]+) to ([0-9,]+) of"));
    for (auto it = below.globalMatch(headline); it.hasNext();) {
        const auto match = it.next();
        const bool isBelow = numberOf(match.captured(1)) < numberOf(match.captured(3));
        if (isBelow == match.captured(2).startsWith(QLatin1String("not")))
            return match.captured();
    }
    for (auto it = range.globalMatch(headline); it.hasNext();) {
        const auto match = it.next();
        const double bucket = numberOf(match.captured(1));
        if (bucket < numberOf(match.captured(2)) || bucket > numberOf(match.captured(3)))
            return match.captured();
    }
    return {};
}

/// What the trace of a whole evaluation says, found without the code under test.
struct TraceFacts
{
    bool hasMatch = false; ///< some rule's conditions passed, in the entity that answered
    bool isByPercentage = false; ///< and its percentage left the user out
    bool letsNobodyPass = false; ///< at 0 %: the rule may be there to take somebody out
    bool isUndecided = false;
};

TraceFacts factsOf(const Trace &trace)
{
    TraceFacts facts;
    std::uint32_t entity = 0;
    facts.isUndecided = trace.nodes()[0].outcome == Trace::Outcome::Undetermined
        || trace.nodes()[0].outcome == Trace::Outcome::Unsupported;
    for (std::uint32_t i = 1; i < trace.nodes().size(); ++i) {
        const Trace::Node &node = trace.nodes()[i];
        const bool answers = node.role == Trace::Role::Delegate || node.role == Trace::Role::Mapping;
        const bool isAtTop = node.parent != Trace::none
            && (node.parent == entity || trace.nodes()[node.parent].parent == entity);
        if (node.kind == Trace::Kind::Entity && answers && isAtTop
            && node.outcome != Trace::Outcome::Unrecognized) {
            entity = i;
            facts.hasMatch = facts.isByPercentage = facts.letsNobodyPass = false;
        }
        if (node.kind != Trace::Kind::Rule || node.parent != entity || node.isMapping
            || node.outcome != Trace::Outcome::Passed)
            continue;
        facts.hasMatch = true;
        facts.isByPercentage = node.passedPercentage == false;
        facts.letsNobodyPass = facts.isByPercentage && !node.bucket;
    }
    return facts;
}

QString wrongCause(const Explanation &explanation, const TraceFacts &facts)
{
    const Cause cause = explanation.cause;
    if ((cause == Cause::CannotTell) != facts.isUndecided)
        return QStringLiteral("cannot tell");
    if (facts.isUndecided || cause == Cause::Unrecognized || cause == Cause::Bandit)
        return {};
    const bool takesOut = facts.letsNobodyPass
        && (cause == Cause::Override || cause == Cause::HeldOut || cause == Cause::NotTargeted
            || cause == Cause::OutsideLayerShare || cause == Cause::NotStarted || cause == Cause::Stopped);
    if ((cause == Cause::Percentage) != facts.isByPercentage && !takesOut)
        return QStringLiteral("excluded by percentage");
    const bool isWithout = cause == Cause::NoRuleMatched || cause == Cause::Disabled;
    if (isWithout == facts.hasMatch)
        return QStringLiteral("excluded by targeting");
    const QString headline = plainText(explanation.headline);
    const bool saysPercentage = headline.contains(QStringLiteral(" matched, but "));
    if (saysPercentage != facts.isByPercentage && explanation.kind != EntityKind::Layer
        && cause != Cause::HeldOut && cause != Cause::NotTargeted && !takesOut)
        return QStringLiteral("the percentage in words");
    return {};
}

QString wrongRows(const Explanation &explanation)
{
    const std::size_t expected =
        explanation.spec ? explanation.project->specs()[*explanation.spec].rules.size() : 0;
    std::size_t rules = 0;
    for (std::uint32_t i = 0; i < explanation.rows.size(); ++i) {
        const ExplanationRow &row = explanation.rows[i];
        if (row.depth == 0 && row.number > 0 && std::size_t(row.number) != ++rules)
            return QStringLiteral("a rule is missing");
        if (row.resultText.isEmpty() || row.title.isEmpty())
            return QStringLiteral("an empty cell");
        if (row.parent != ExplanationRow::none && explanation.rows[row.parent].children[row.row] != i)
            return QStringLiteral("a lost row");
        if (row.shownAt != ExplanationRow::none && (row.shownAt >= i || !row.children.empty()))
            return QStringLiteral("a wrong reference");
        if (row.bucket >= explanation.buckets.size())
            return QStringLiteral("a wrong bucket");
    }
    return rules == expected ? QString() : QStringLiteral("not every rule");
}

QString wrongWords(const Explanation &explanation)
{
    const QString headline = plainText(explanation.headline);
    static const QRegularExpression left(QStringLiteral("%[1-9]|  |\\( |,,|\\.\\.$"));
    if (!headline.endsWith(u'.') || headline.contains(left))
        return QStringLiteral("an unfinished sentence");
    const bool isGate = explanation.kind == EntityKind::Gate && explanation.verdict.isDetermined();
    if (isGate && explanation.spec
        && headline.contains(QStringLiteral(" is on for this user")) != explanation.verdict.value)
        return QStringLiteral("the wrong verdict");
    return wrongNumbers(headline);
}

} // namespace

void TstExplanationProperties::everyEntity_data()
{
    QTest::addColumn<QByteArray>("specs");
    const QString sample = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json");
    QTest::newRow("by hand") << QByteArray(explainedProject()->payload()->source().data(),
        qsizetype(explainedProject()->payload()->source().size()));
    QTest::newRow("small") << smallProjectJson();
    QTest::newRow("sample") << readFile(sample);
    const QString shared = sharedFixtures();
    if (shared.isEmpty())
        return;
    for (const char *name :
        {"core/demo_proj_dcs.json", "core/enforce_sticky_dcs.json", "core/dcs_missing_gates.json",
            "node-legacy/download_config_spec.json", "node-legacy/layer_exposure_download_config_specs.json",
            "python-legacy/download_config_specs.json"})
        QTest::newRow(name) << readFile(shared + u'/' + QLatin1String(name));
}

void TstExplanationProperties::everyEntity()
{
    QFETCH(QByteArray, specs);
    const ProjectPtr project = compiledProject(specs);
    QVERIFY(project);
    const unsigned fresh = std::random_device {}();
    qInfo("seeds 1 and %u", fresh);
    for (const unsigned seed : {1U, fresh}) {
        UserMaker users(*project, seed);
        for (int i = 0; i < usersOfProject; ++i) {
            EvaluationContext context;
            context.now = 1795176120000;
            context.sdkCompatible = i % 3 == 0;
            if (i % 2 == 0)
                context.countries = knownCountries();
            const Evaluator evaluator(project, context);
            const QByteArray user = users.user();
            for (std::uint32_t spec = 0; spec < project->specs().size(); ++spec) {
                check(evaluator, user, spec);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
}

void TstExplanationProperties::check(const Evaluator &evaluator, const QByteArray &user, std::uint32_t spec)
{
    const QString wrong = problem(evaluator, userOf(user), spec);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong + QLatin1String(" for ") + QString::fromUtf8(user)));
}

QString TstExplanationProperties::problem(
    const Evaluator &evaluator, const EvaluationUser &user, std::uint32_t spec) const
{
    const ExplanationPtr explanation = explain(evaluator, user, spec);
    Trace trace;
    evaluator.evaluate(spec, user, &trace);
    const TraceFacts facts = factsOf(trace);
    QString wrong;
    if (everythingOf(explanation->verdict) != everythingOf(evaluator.evaluate(spec, user)))
        wrong = QStringLiteral("the verdict differs");
    for (const QString &found :
        {wrongCause(*explanation, facts), wrongRows(*explanation), wrongWords(*explanation)}) {
        if (wrong.isEmpty())
            wrong = found;
    }
    return wrong.isEmpty() ? wrong
                           : explanation->name + QStringLiteral(": ") + wrong + QStringLiteral(" in “")
            + plainText(explanation->headline) + u'”';
}

GATESCOPE_TEST(TstExplanationProperties)
#include "tst_explanationproperties.moc"
