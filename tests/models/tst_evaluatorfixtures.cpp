// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"

#include <models/evaluation/exposurelists.h>
#include <models/evaluation/initializeresponse.h>
#include <models/evaluation/useragent.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDirIterator>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What the official SDK answered, where its recorded answers are beside the checkout.
class TstEvaluatorFixtures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void operatorMatrix();
    void demoProject();
    void missingGates();
    void userAgents();
    void initializeResponses_data();
    void initializeResponses();
    void targetApps();
    void everyPayloadCompiles();

private:
    JsonDocumentPtr fixture(const QString &name) const;
};

namespace {

const QByteArray listOfAbc = R"({"list_abc":["ungWv48B","7y0SfeN7","oZoVhDRM","pmWkWSBC"]})";

QByteArray sharedFixture(const QString &name)
{
    return readFile(sharedFixtures() + QLatin1Char('/') + name);
}

std::string exposuresText(const Exposures &exposures)
{
    std::string text;
    for (const Exposure &exposure : distinctExposures(exposures))
        text += exposure.gate + '=' + (exposure.gateValue ? "true" : "false") + '@' + exposure.ruleId + ' ';
    return text;
}

std::string exposuresText(const JsonValue &exposures)
{
    std::string text;
    for (quint32 i = 0; i < exposures.size(); ++i)
        text += exposures.at(i)["gate"].toUtf8() + '=' + exposures.at(i)["gateValue"].toUtf8() + '@'
            + exposures.at(i)["ruleID"].toUtf8() + ' ';
    return text;
}

/// Empty if the verdict is what an initialize response says of the entity.
QString differenceFrom(const Verdict &verdict, const JsonValue &expected)
{
    const bool isGate = expected["value"].isBool();
    const JsonDocumentPtr value =
        parsedJson(isGate ? QByteArray(verdict.value ? "true" : "false") : verdict.json);
    if (!jsonEquals(value->root(), expected["value"]))
        return QStringLiteral("value is ") + QString::fromUtf8(jsonCompact(value->root()));
    if (verdict.ruleId != expected["rule_id"].toUtf8())
        return QStringLiteral("rule is ") + QString::fromStdString(verdict.ruleId);
    if (verdict.groupName.value_or("") != expected["group_name"].toUtf8())
        return QStringLiteral("group is ") + QString::fromStdString(verdict.groupName.value_or("none"));
    if (exposuresText(verdict.secondaryExposures) != exposuresText(expected["secondary_exposures"]))
        return QStringLiteral("exposures are ")
            + QString::fromStdString(exposuresText(verdict.secondaryExposures));
    const JsonValue undelegated = expected["undelegated_secondary_exposures"];
    if (undelegated.isValid() && exposuresText(verdict.undelegatedExposures) != exposuresText(undelegated))
        return QStringLiteral("undelegated are ")
            + QString::fromStdString(exposuresText(verdict.undelegatedExposures));
    return {};
}

/// The running numbers of init-v2 are arbitrary: each is replaced by what it stands for.
QByteArray withoutRunningNumbers(const QByteArray &response)
{
    const JsonDocumentPtr document = parsedJson(response);
    const JsonValue root = document->root();
    if (root["response_format"].toUtf8() != "init-v2")
        return response;
    QByteArray text = "{";
    for (quint32 i = 0; i < root.size(); ++i) {
        const JsonValue member = root.at(i);
        if (member.keyUtf8() == "exposures" || member.keyUtf8() == "values")
            continue;
        text += jsonQuoted(member.key()) + ':';
        if (member.keyUtf8() == "feature_gates" || member.keyUtf8().ends_with("_configs")) {
            text += '{';
            for (quint32 j = 0; j < member.size(); ++j) {
                text += jsonQuoted(member.at(j).key()) + ":{";
                for (quint32 k = 0; k < member.at(j).size(); ++k) {
                    const JsonValue field = member.at(j).at(k);
                    text += jsonQuoted(field.key()) + ':';
                    if (field.keyUtf8() == "v" && field.isString()) {
                        text += jsonCompact(root["values"][field.toUtf8()]);
                    } else if (field.keyUtf8() == "s" || field.keyUtf8() == "us") {
                        text += '[';
                        for (quint32 l = 0; l < field.size(); ++l)
                            text += jsonCompact(root["exposures"][field.at(l).toUtf8()]) + ',';
                        text += "0]";
                    } else {
                        text += jsonCompact(field);
                    }
                    text += ',';
                }
                text += "\"\":0},";
            }
            text += "\"\":0},";
            continue;
        }
        text += jsonCompact(member) + ',';
    }
    return text + "\"\":0}";
}

/// Without what is not the specs' or the user's: who generated it.
QByteArray comparableResponse(const QByteArray &response)
{
    const JsonDocumentPtr document = parsedJson(withoutRunningNumbers(response));
    QByteArray text = "{";
    for (quint32 i = 0; i < document->root().size(); ++i) {
        const JsonValue member = document->root().at(i);
        if (member.keyUtf8() != "sdkInfo")
            text += jsonQuoted(member.key()) + ':' + jsonCompact(member) + ',';
    }
    return text + "\"\":0}";
}

} // namespace

JsonDocumentPtr TstEvaluatorFixtures::fixture(const QString &name) const
{
    return parsedJson(sharedFixture(name));
}

void TstEvaluatorFixtures::operatorMatrix()
{
    if (sharedFixtures().isEmpty())
        return;
    const JsonDocumentPtr matrix = fixture(QStringLiteral("generated/operator_matrix.json"));
    const JsonValue values = matrix->root()["values"];
    const JsonValue cases = matrix->root()["cases"];
    EvaluationContext context;
    context.idLists = idListsOf(listOfAbc);
    QStringList differences;
    int cells = 0;
    for (quint32 i = 0; i < cases.size(); ++i) {
        const JsonValue row = cases.at(i);
        const QByteArray op = row["operator"].isString() ? jsonCompact(row["operator"]) : "null";
        const QByteArray target = jsonCompact(row["targetValue"]);
        const Evaluator evaluator(projectOfCondition(R"({"type":"user_field","field":"f","idType":"userID",
            "additionalValues":{},"operator":)"
                                      + op + R"(,"targetValue":)" + target + "}"),
            context);
        for (quint32 j = 0; j < values.size(); ++j) {
            const JsonValue value = values.at(j);
            const bool isAbsent = value.toUtf8() == "__ABSENT__";
            const EvaluationUser user =
                userOf(isAbsent ? QByteArray(R"({"userID":"u"})")
                                : R"({"userID":"u","custom":{"f":)" + jsonCompact(value) + "}}");
            const Verdict verdict = evaluator.gate("g", user);
            const std::string cell = !verdict.isDetermined() ? "U" : verdict.value ? "T" : "F";
            ++cells;
            if (cell != row["core"].at(j).toUtf8())
                differences << QString::fromUtf8(op + ' ' + target + " of " + jsonCompact(value) + " is ")
                        + QString::fromStdString(cell);
        }
    }
    QCOMPARE(cells, 107 * 52);
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QLatin1Char('\n'))));
}

void TstEvaluatorFixtures::demoProject()
{
    if (sharedFixtures().isEmpty())
        return;
    EvaluationContext context;
    context.countries = knownCountries();
    context.idLists =
        idListsOf(R"({"company_id_list":["ungWv48B","7y0SfeN7","oZoVhDRM","pmWkWSBC"],"user_id_list":[]})");
    const Evaluator evaluator(
        compiledProject(sharedFixture(QStringLiteral("core/demo_proj_dcs.json"))), context);
    const JsonDocumentPtr expected = fixture(QStringLiteral("generated/expected.core.demo_proj_dcs.json"));
    const JsonValue users = expected->root()["users"];
    QCOMPARE(users.size(), 18U);
    QStringList differences;
    for (quint32 i = 0; i < users.size(); ++i) {
        const JsonValue row = users.at(i);
        const EvaluationUser user(expected, row["user"]);
        const auto compare = [&](const JsonValue &entities, auto &&evaluate) {
            QVERIFY(entities.size() > 0);
            for (quint32 j = 0; j < entities.size(); ++j) {
                const QString difference = differenceFrom(evaluate(entities.at(j).keyUtf8()), entities.at(j));
                if (!difference.isEmpty())
                    differences
                        << QStringLiteral("user %1, %2: %3").arg(i).arg(entities.at(j).key(), difference);
            }
        };
        const auto gate = [&](const std::string &name) { return evaluator.gate(name, user); };
        compare(row["segments_and_holdouts"], gate);
        compare(row["initialize"]["feature_gates"], gate);
        compare(row["initialize"]["dynamic_configs"],
            [&](const auto &name) { return evaluator.config(name, user); });
        compare(row["initialize"]["layer_configs"],
            [&](const auto &name) { return evaluator.layer(name, user); });
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QLatin1Char('\n'))));
}

void TstEvaluatorFixtures::missingGates()
{
    if (sharedFixtures().isEmpty())
        return;
    const Evaluator evaluator(compiledProject(sharedFixture(QStringLiteral("core/dcs_missing_gates.json"))));
    const EvaluationUser user = userOf(R"({"userID":"u"})");
    for (const auto &[name, value] : std::initializer_list<std::pair<const char *, bool>> {
             {"test_fail_gate_not_found", true}, {"test_fail_gate_not_set", true},
             {"test_pass_gate_not_found", false}, {"test_pass_gate_not_set", false}}) {
        const Verdict verdict = evaluator.gate(name, user);
        QCOMPARE(verdict.reason, Reason::Recognized);
        QCOMPARE(verdict.value, value);
        QVERIFY(verdict.secondaryExposures.empty());
    }
}

void TstEvaluatorFixtures::userAgents()
{
    if (sharedFixtures().isEmpty())
        return;
    const JsonDocumentPtr cases = fixture(QStringLiteral("core/ua_string_cases.json"));
    QVERIFY(cases->root().size() > 10);
    QStringList differences;
    for (quint32 i = 0; i < cases->root().size(); ++i) {
        const JsonValue expected = cases->root().at(i);
        const UserAgent agent = parseUserAgent(expected.keyUtf8());
        const std::string found =
            agent.osName + '|' + agent.osVersion + '|' + agent.browserName + '|' + agent.browserVersion;
        const std::string wanted = expected["osName"].toUtf8() + '|' + expected["osVersion"].toUtf8() + '|'
            + expected["browserName"].toUtf8() + '|' + expected["browserVersion"].toUtf8();
        if (found != wanted)
            differences << QString::fromStdString(
                expected.keyUtf8() + "\n  is " + found + "\n not " + wanted);
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QLatin1Char('\n'))));
}

void TstEvaluatorFixtures::initializeResponses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("hash");
    for (const auto &[format, name] : {std::pair {InitializeFormat::V1, "v1"}, {InitializeFormat::V2, "v2"},
             {InitializeFormat::InitV2, "init_v2"}}) {
        for (const auto &[hash, hashName] : {std::pair {HashAlgorithm::None, "none"},
                 {HashAlgorithm::Djb2, "djb2"}, {HashAlgorithm::Sha256, "sha256"}}) {
            const QString file = QStringLiteral("generated/init_demo_proj.%1_%2.json")
                                     .arg(QLatin1String(name), QLatin1String(hashName));
            QTest::newRow(qPrintable(file)) << file << int(format) << int(hash);
        }
    }
}

void TstEvaluatorFixtures::initializeResponses()
{
    if (sharedFixtures().isEmpty())
        return;
    QFETCH(QString, file);
    QFETCH(int, format);
    QFETCH(int, hash);
    const JsonDocumentPtr users = fixture(QStringLiteral("generated/expected.core.demo_proj_dcs.json"));
    const EvaluationUser user(users, users->root()["users"].at(2)["user"]);
    const Evaluator evaluator(compiledProject(sharedFixture(QStringLiteral("core/demo_proj_dcs.json"))));
    const QByteArray response =
        initializeResponse(evaluator, user, {HashAlgorithm(hash), InitializeFormat(format), {}});
    const JsonDocumentPtr found = parsedJson(comparableResponse(response));
    const JsonDocumentPtr wanted = parsedJson(comparableResponse(sharedFixture(file)));
    for (quint32 i = 0; i < wanted->root().size(); ++i) {
        const JsonValue member = wanted->root().at(i);
        const JsonValue own = found->root()[member.keyUtf8()];
        if (!jsonEquals(own, member))
            qWarning().noquote() << jsonCompact(own) << "\n" << jsonCompact(member);
        QVERIFY2(jsonEquals(own, member), qPrintable(member.key()));
    }
    QVERIFY(jsonEquals(found->root(), wanted->root()));
}

void TstEvaluatorFixtures::targetApps()
{
    if (sharedFixtures().isEmpty())
        return;
    for (const char *file :
        {"core/dcs_target_app_filtering.json", "core/dcs_target_app_filtering_hashed_keys.json"}) {
        const Evaluator evaluator(compiledProject(sharedFixture(QLatin1String(file))));
        const JsonValue payload = evaluator.project()->payload()->root();
        const JsonValue keys = payload["sdk_keys_to_app_ids"];
        for (quint32 i = 0; i < keys.size(); ++i) {
            const QByteArray response = initializeResponse(evaluator, userOf(R"({"userID":"u"})"),
                {HashAlgorithm::None, InitializeFormat::V1, keys.at(i).keyUtf8()});
            const JsonDocumentPtr document = parsedJson(response);
            int admitted = 0;
            for (const Spec &spec : evaluator.project()->specs())
                admitted += spec.table == SpecTable::FeatureGates
                    && std::ranges::find(spec.targetAppIds, keys.at(i).toUtf8()) != spec.targetAppIds.end();
            if (!payload["hashed_sdk_keys_to_app_ids"].isValid())
                QCOMPARE(int(document->root()["feature_gates"].size()), admitted);
        }
    }
}

void TstEvaluatorFixtures::everyPayloadCompiles()
{
    if (sharedFixtures().isEmpty())
        return;
    const EvaluationUser user = userOf(R"({"userID":"u","email":"a@b.c","ip":"1.1.1.1"})");
    int compiled = 0;
    QDirIterator files(
        sharedFixtures(), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const JsonDocumentPtr document = parsedJson(readFile(path));
        const JsonValue configs = document->root()["dynamic_configs"];
        const bool isSpecs =
            document->root()["feature_gates"].isArray() || document->root()["condition_map"].isObject();
        if (!isSpecs || !configs.isValid())
            continue;
        const auto project = Project::compile(document);
        QVERIFY2(project.has_value(),
            qPrintable(path + QLatin1Char(' ') + (project ? QString() : project.error().message)));
        QVERIFY2((*project)->warnings().isEmpty(),
            qPrintable(path + QLatin1Char(' ') + (*project)->warnings().join(QLatin1Char('\n'))));
        const Evaluator evaluator(*project);
        for (std::uint32_t i = 0; i < (*project)->specs().size(); ++i)
            evaluator.evaluate(i, user);
        ++compiled;
    }
    QVERIFY(compiled >= 20);
}

GATESCOPE_TEST(TstEvaluatorFixtures)
#include "tst_evaluatorfixtures.moc"
