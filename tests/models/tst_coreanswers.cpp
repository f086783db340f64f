// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"

#include <models/evaluation/exposurelists.h>
#include <models/evaluation/initializeresponse.h>
#include <models/evaluation/useranswers.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What the official SDK answered to small projects and odd users beside what we answer:
/// tests/conformance/cases.mjs has the cases, and record.mjs wrote the answers down.
class TstCoreAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void answersInTurn_data();
    void answersInTurn();
    void initializes_data();
    void initializes();
};

namespace {

const QJsonArray &recordedCases()
{
    static const QJsonArray cases =
        QJsonDocument::fromJson(readFile(QStringLiteral(GATESCOPE_TEST_DATA "/evaluation/core.json")))
            .array();
    return cases;
}

QByteArray textOf(const QJsonValue &value)
{
    QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

Evaluator evaluatorOf(const QJsonObject &recorded)
{
    EvaluationContext context;
    context.sdkCompatible = true;
    return Evaluator(compiledProject(textOf(recorded[QLatin1String("specs")])), context);
}

/// Qt's JSON text has no half surrogate pairs: the document that was recorded still has them.
EvaluationUser userAt(int caseIndex, int answerIndex)
{
    static const JsonDocumentPtr document =
        parsedJson(readFile(QStringLiteral(GATESCOPE_TEST_DATA "/evaluation/core.json")));
    const JsonValue recorded = document->root().at(quint32(caseIndex));
    return EvaluationUser(document, recorded["answers"].at(quint32(answerIndex))["user"]);
}

QJsonArray exposuresOf(const Exposures &exposures)
{
    QJsonArray array;
    for (const Exposure &exposure : distinctExposures(exposures))
        array.append(QJsonObject {{QStringLiteral("gate"), QString::fromStdString(exposure.gate)},
            {QStringLiteral("gateValue"),
                exposure.gateValue ? QStringLiteral("true") : QStringLiteral("false")},
            {QStringLiteral("ruleID"), QString::fromStdString(exposure.ruleId)}});
    return array;
}

QJsonValue optional(const std::optional<std::string> &text)
{
    return text ? QJsonValue(QString::fromStdString(*text)) : QJsonValue();
}

QString nameOf(Reason reason)
{
    switch (reason) {
    case Reason::Recognized:
        return QStringLiteral("Recognized");
    case Reason::Unrecognized:
        return QStringLiteral("Unrecognized");
    case Reason::Unsupported:
        return QStringLiteral("Unsupported");
    case Reason::Undetermined:
        break;
    }
    return QStringLiteral("Undetermined");
}

/// The members of a verdict that the SDK told of.
QJsonObject answerOf(const Verdict &verdict, SpecTable table, const QJsonObject &told)
{
    QJsonObject all {{QStringLiteral("rule_id"), QString::fromStdString(verdict.ruleId)},
        {QStringLiteral("reason"), nameOf(verdict.reason)},
        {QStringLiteral("group_name"), optional(verdict.groupName)},
        {QStringLiteral("allocated_experiment"), optional(verdict.allocatedExperiment)},
        {QStringLiteral("secondary_exposures"), exposuresOf(verdict.secondaryExposures)},
        {QStringLiteral("value"),
            table == SpecTable::FeatureGates ? QJsonValue(verdict.value)
                                             : QJsonValue(QJsonDocument::fromJson(verdict.json).object())}};
    for (const QString &key : all.keys()) {
        if (!told.contains(key))
            all.remove(key);
    }
    return all;
}

/// The SDK's own calls repeat exposures, its responses and we do not.
QJsonObject withDistinctExposures(QJsonObject answer)
{
    const QString key = QStringLiteral("secondary_exposures");
    QJsonArray distinct;
    for (const QJsonValue &exposure : answer.value(key).toArray()) {
        if (!distinct.contains(exposure))
            distinct.append(exposure);
    }
    if (answer.contains(key))
        answer[key] = distinct;
    return answer;
}

Verdict verdictOf(
    const Evaluator &evaluator, SpecTable table, const std::string &name, const EvaluationUser &user)
{
    const int spec = evaluator.project()->find(table, name);
    return spec < 0 ? evaluator.experiment(name, user) : evaluator.evaluate(std::uint32_t(spec), user);
}

Verdict verdictOf(const Evaluator &evaluator, SpecTable table, const std::string &name, UserAnswers &answers)
{
    const int spec = evaluator.project()->find(table, name);
    return verdictOf(spec < 0 ? answers.experiment(name) : answers.entity(std::uint32_t(spec)));
}

/// `user`: the user, or the answers about them so far.
void compareAnswers(const Evaluator &evaluator, const QJsonObject &answer, auto &&user)
{
    for (const auto &[name, table] : {std::pair {"gates", SpecTable::FeatureGates},
             {"configs", SpecTable::DynamicConfigs}, {"layers", SpecTable::LayerConfigs}}) {
        const QJsonObject entities = answer[QLatin1String(name)].toObject();
        for (const QString &key : entities.keys()) {
            const QJsonObject told = withDistinctExposures(entities[key].toObject());
            const Verdict verdict = verdictOf(evaluator, table, key.toStdString(), user);
            const QJsonObject ours = answerOf(verdict, table, told);
            QVERIFY2(ours == told,
                qPrintable(key + QStringLiteral(": ")
                    + QString::fromUtf8(textOf(ours) + " is not " + textOf(told))));
        }
    }
}

/// Running numbers of exposures and values give way to what they stand for.
QJsonObject resolvedEntity(QJsonObject entity, const QJsonObject &response)
{
    const QJsonObject exposures = response[QLatin1String("exposures")].toObject();
    const QJsonObject values = response[QLatin1String("values")].toObject();
    for (const char *key : {"secondary_exposures", "undelegated_secondary_exposures", "s", "us"}) {
        QJsonArray resolved;
        for (const QJsonValue &id : entity.value(QLatin1String(key)).toArray())
            resolved.append(id.isString() ? exposures[id.toString()] : id);
        if (entity.contains(QLatin1String(key)))
            entity[QLatin1String(key)] = resolved;
    }
    const QString value = QStringLiteral("v");
    if (const QString id = entity.value(value).toString(); values.contains(id))
        entity[value] = values[id];
    return entity;
}

void addRows(bool perForm)
{
    QTest::addColumn<int>("caseIndex");
    QTest::addColumn<int>("answerIndex");
    QTest::addColumn<int>("form");
    const QJsonArray &cases = recordedCases();
    QVERIFY(cases.size() > 10);
    for (int i = 0; i < cases.size(); ++i) {
        const QJsonArray answers = cases[i][QLatin1String("answers")].toArray();
        for (int j = 0; j < answers.size(); ++j) {
            const int forms = perForm ? int(answers[j][QLatin1String("initialize")].toArray().size()) : 1;
            for (int form = 0; form < forms; ++form)
                QTest::addRow("%s, %d", qPrintable(cases[i][QLatin1String("name")].toString()), form)
                    << i << j << form;
        }
    }
}

InitializeOptions optionsOf(const QJsonValue &form)
{
    InitializeOptions options;
    const QString hash = form[QLatin1String("hash")].toString();
    const QString format = form[QLatin1String("format")].toString();
    options.hash = hash == QLatin1String("none") ? HashAlgorithm::None : HashAlgorithm::Djb2;
    options.format = format == QLatin1String("v1") ? InitializeFormat::V1
        : format == QLatin1String("v2")            ? InitializeFormat::V2
                                                   : InitializeFormat::InitV2;
    options.clientKey = form[QLatin1String("clientKey")].toString().toStdString();
    return options;
}

} // namespace

void TstCoreAnswers::evaluates_data()
{
    addRows(false);
}

void TstCoreAnswers::evaluates()
{
    QFETCH(int, caseIndex);
    QFETCH(int, answerIndex);
    const QJsonObject recorded = recordedCases()[caseIndex].toObject();
    const QJsonObject answer = recorded[QLatin1String("answers")][answerIndex].toObject();
    compareAnswers(evaluatorOf(recorded), answer, userAt(caseIndex, answerIndex));
}

void TstCoreAnswers::answersInTurn_data()
{
    addRows(false);
}

/// Nothing is left of the answers before.
void TstCoreAnswers::answersInTurn()
{
    QFETCH(int, caseIndex);
    QFETCH(int, answerIndex);
    const QJsonObject recorded = recordedCases()[caseIndex].toObject();
    const QJsonObject answer = recorded[QLatin1String("answers")][answerIndex].toObject();
    const Evaluator evaluator = evaluatorOf(recorded);
    const EvaluationUser user = userAt(caseIndex, answerIndex);
    UserAnswers answers(evaluator, user);
    compareAnswers(evaluator, answer, answers);
    if (!QTest::currentTestFailed())
        compareAnswers(evaluator, answer, answers);
}

void TstCoreAnswers::initializes_data()
{
    addRows(true);
}

void TstCoreAnswers::initializes()
{
    QFETCH(int, caseIndex);
    QFETCH(int, answerIndex);
    QFETCH(int, form);
    const QJsonObject recorded = recordedCases()[caseIndex].toObject();
    const QJsonValue told =
        recorded[QLatin1String("answers")][answerIndex][QLatin1String("initialize")][form];
    const QJsonObject ours = QJsonDocument::fromJson(
        initializeResponse(evaluatorOf(recorded), userAt(caseIndex, answerIndex), optionsOf(told)))
                                 .object();
    const QJsonObject expected = told[QLatin1String("response")].toObject();
    QCOMPARE(ours[QLatin1String("user")], expected[QLatin1String("user")]);
    QCOMPARE(ours[QLatin1String("evaluated_keys")], expected[QLatin1String("evaluated_keys")]);
    for (const char *table : {"feature_gates", "dynamic_configs", "layer_configs"}) {
        const QJsonObject entities = expected[QLatin1String(table)].toObject();
        for (const QString &key : entities.keys()) {
            const QJsonObject own = resolvedEntity(ours[QLatin1String(table)][key].toObject(), ours);
            QVERIFY2(own == entities[key],
                qPrintable(key + QStringLiteral(": ")
                    + QString::fromUtf8(textOf(own) + " is not " + textOf(entities[key]))));
        }
    }
}

GATESCOPE_TEST(TstCoreAnswers)
#include "tst_coreanswers.moc"
