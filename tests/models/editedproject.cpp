// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editedproject.h"

#include "evaluationfixtures.h"

#include <models/evaluation/payloadwriter.h>
#include <models/json/utf8text.h>
#include <tests/support/fixtures.h>

#include <QTest>

namespace Gatescope::Test {

namespace {

constexpr qint64 editingTime = 1'800'000'000'000;

QByteArray sampleFile(const char *name)
{
    return readFile(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/") + QLatin1StringView(name));
}

int indexOfEntity(const Project &project, const QString &entity)
{
    for (const SpecTable table :
        {SpecTable::FeatureGates, SpecTable::DynamicConfigs, SpecTable::LayerConfigs})
        if (const int index = project.find(table, entity.toStdString()); index >= 0)
            return index;
    return -1;
}

Verdict verdictOf(const ProjectPtr &project, const QString &entity, const EvaluationUser &user,
    const std::shared_ptr<const IdLists> &lists)
{
    EvaluationContext context;
    context.idLists = lists;
    context.now = editingTime;
    context.sdkCompatible = true;
    const int index = indexOfEntity(*project, entity);
    return index < 0 ? Verdict() : Evaluator(project, context).evaluate(std::uint32_t(index), user);
}

} // namespace

ProjectPtr sampleProject(Project::Format format)
{
    const ProjectPtr sample = compiledProject(sampleFile("sample-project.json"));
    return format == sample->format() ? sample : compiledProject(payloadText(*sample, format));
}

std::shared_ptr<const IdLists> sampleIdLists()
{
    static const JsonDocumentPtr document = parsedJson(sampleFile("sample-id-lists.json"));
    static const auto lists = std::make_shared<const IdLists>(IdLists::fromJson(document->root()).value());
    return lists;
}

EvaluationUser sampleUser(const QString &name)
{
    static const JsonDocumentPtr document = parsedJson(sampleFile("sample-users.json"));
    for (quint32 i = 0; i < document->root().size(); ++i)
        if (document->root().at(i)["name"].toString().startsWith(name))
            return EvaluationUser(document, document->root().at(i)["user"]);
    return userOf("{\"userID\":\"" + name.toUtf8() + "\"}");
}

QString verdictText(const ProjectPtr &project, const QString &entity, const EvaluationUser &user,
    const std::shared_ptr<const IdLists> &lists)
{
    const Verdict verdict = verdictOf(project, entity, user, lists);
    QStringList exposures;
    for (const Exposure &exposure : verdict.secondaryExposures)
        exposures << QStringLiteral("%1=%2/%3")
                         .arg(utf8Text(exposure.gate),
                             exposure.gateValue ? QStringLiteral("on") : QStringLiteral("off"),
                             utf8Text(exposure.ruleId));
    return QStringLiteral("%1 %2 by %3 group %4 of %5 (%6) %7")
        .arg(verdict.value)
        .arg(QString::fromUtf8(verdict.json), utf8Text(verdict.ruleId),
            QString::fromStdString(verdict.groupName.value_or("-")),
            QString::fromStdString(verdict.allocatedExperiment.value_or("-")), exposures.join(u','),
            verdict.isExperimentGroup ? QStringLiteral("in experiment") : QString());
}

QString decidingRule(const ProjectPtr &project, const QString &entity, const EvaluationUser &user)
{
    return utf8Text(verdictOf(project, entity, user, sampleIdLists()).ruleId);
}

QStringList changedEntities(
    const ProjectPtr &before, const ProjectPtr &after, const QList<EvaluationUser> &users)
{
    QStringList changed;
    for (const Spec &spec : before->specs()) {
        const QString name = utf8Text(spec.name);
        const bool isSame = std::ranges::all_of(users, [&](const EvaluationUser &user) {
            return verdictText(before, name, user) == verdictText(after, name, user);
        });
        if (!isSame)
            changed << name;
    }
    return changed;
}

QList<EvaluationUser> manyUsers()
{
    QList<EvaluationUser> users {sampleUser(QStringLiteral("Mina")), sampleUser(QStringLiteral("Tom")),
        sampleUser(QStringLiteral("Guest")),
        userOf(R"({"userID":"staff","email":"a@shop.example","statsigEnvironment":{"tier":"staging"}})"),
        userOf(R"({"userID":"u_10442","country":"FR","statsigEnvironment":{"tier":"production"},
                   "customIDs":{"stableID":"s1"}})")};
    for (const char *id : {"u_10007", "u_20415", "u_33071", "u_60002"}) // which the sample's rules name
        users << sampleUser(QLatin1StringView(id));
    for (int i = 0; i < 24; ++i)
        users << sampleUser(QStringLiteral("u_%1").arg(70'000 + 37 * i));
    return users;
}

ProjectPtr editedProject(const ProjectPtr &project, const ProjectEdit &edit)
{
    const Result<ProjectPtr> result = edited(*project, edit, editingTime);
    if (!result)
        QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
    return result.value_or(nullptr);
}

QString refusal(const ProjectPtr &project, const ProjectEdit &edit)
{
    const Result<ProjectPtr> result = edited(*project, edit, editingTime);
    return result ? QString() : result.error().message;
}

EntityRef gateNamed(const char *name)
{
    return {SpecTable::FeatureGates, QLatin1StringView(name)};
}

EntityRef configNamed(const char *name)
{
    return {SpecTable::DynamicConfigs, QLatin1StringView(name)};
}

} // namespace Gatescope::Test
