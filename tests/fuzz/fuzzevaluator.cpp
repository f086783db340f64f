// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "advice.h"
#include "conversions.h"
#include "fuzztargets.h"
#include "verdicts.h"

#include <models/evaluation/initializeresponse.h>
#include <models/evaluation/jsonwriter.h>
#include <models/items/entitydetails.h>
#include <models/items/specsindex.h>
#include <models/statsig/initializeview.h>

#include <QHash>

namespace Gatescope::Fuzz {

namespace {

constexpr qint64 fixedNow = 1'767'225'600'000; // 2026-01-01
constexpr qsizetype mostUsers = 3;

/// Every second list that a payload names, so that both loaded and missing ones are met.
std::shared_ptr<const IdLists> someLists(const Project &project)
{
    JsonWriter writer;
    writer.beginObject();
    for (std::size_t i = 0; i < project.idListNames().size(); i += 2) {
        writer.key(project.idListNames()[i]);
        writer.raw(R"(["n4bQgYhM","LPJNul+w"])");
    }
    writer.endObject();
    const auto document = JsonDocument::parse(writer.take());
    return document
        ? std::make_shared<const IdLists>(IdLists::fromJson((*document)->root()).value_or(IdLists()))
        : nullptr;
}

class OneCountry : public CountryLookup
{
public:
    std::optional<std::string> country(std::string_view ip) const override
    {
        return ip.ends_with('1') ? std::optional<std::string>("NZ") : std::nullopt;
    }
};

Complaint about(const Spec &spec, const std::string &what)
{
    return std::string(spec.name) + ": " + what;
}

/// The verdict with a trace is the one without, and where we know it the SDK's way gives the same.
Complaint checkEntity(
    const Evaluator &strict, const Evaluator &compatible, std::uint32_t index, const EvaluationUser &user)
{
    const Project &project = *strict.project();
    const Spec &spec = project.specs()[index];
    for (const Evaluator *evaluator : {&strict, &compatible}) {
        const Verdict verdict = evaluator->evaluate(index, user);
        Trace trace;
        const Verdict traced = evaluator->evaluate(index, user, &trace);
        if (!areEqual(verdict, traced))
            return about(spec, textOf(verdict) + " | with a trace: " + textOf(traced));
        for (const Complaint &complaint : {checkVerdict(verdict), checkTrace(trace, project)}) {
            if (!complaint.empty())
                return about(spec, complaint);
        }
    }
    const Verdict ours = strict.evaluate(index, user);
    const Verdict asSdk = compatible.evaluate(index, user);
    if (!asSdk.isDetermined())
        return about(spec, "undetermined though an answer as the SDK's was wanted: " + asSdk.undetermined);
    if (ours.isDetermined() && !answerAlike(ours, asSdk))
        return about(spec, textOf(ours) + " | as the SDK: " + textOf(asSdk));
    return {};
}

Complaint checkUnknownNames(const Evaluator &evaluator, const EvaluationUser &user)
{
    for (const Verdict &verdict : {evaluator.gate("\x01 no such name", user),
             evaluator.config("\x01 no such name", user), evaluator.layer("\x01 no such name", user)}) {
        if (verdict.reason != Reason::Unrecognized)
            return "a name that is nowhere is known";
    }
    return {};
}

/// One of the nine kinds of response: the input chooses, all of them come round.
Complaint checkInitialize(const Evaluator &evaluator, const EvaluationUser &user, std::size_t choice)
{
    InitializeOptions options;
    options.format =
        std::array {InitializeFormat::V1, InitializeFormat::V2, InitializeFormat::InitV2}[choice % 3];
    options.hash =
        std::array {HashAlgorithm::None, HashAlgorithm::Djb2, HashAlgorithm::Sha256}[choice / 3 % 3];
    if (choice / 9 % 2 == 1)
        options.clientKey = "client-key";
    const auto body = JsonDocument::parse(initializeResponse(evaluator, user, options));
    if (!body)
        return "an initialize response is not JSON: " + body.error().message.toStdString();
    const auto view = InitializeView::read(*body, evaluator.project());
    if (!view)
        return "an initialize response cannot be read: " + view.error().message.toStdString();
    if ((*view)->format() != options.format || (*view)->hash() != options.hash)
        return "an initialize response is taken for another kind";
    for (const InitializeEntry &entry : (*view)->entries()) {
        (*view)->secondaryExposures(entry);
        (*view)->undelegatedExposures(entry);
        (*view)->explicitParameters(entry);
        (*view)->layerOf(entry);
        (*view)->allocatedExperimentOf(entry);
    }
    return {};
}

Complaint checkWords(const ProjectPtr &project)
{
    const SpecsIndex index(project);
    for (std::uint32_t i = 0; i < index.count(); ++i) {
        const EntityDetailsPtr details = entityDetails(index, i);
        for (const StoreRow &row : details->parameters) {
            if (plainText(row.words).isEmpty())
                return details->name.toStdString() + ": a parameter without words";
        }
        for (const RuleRow &row : details->rules) {
            if (plainText(row.words).isEmpty())
                return about(project->specs()[i], "a rule without words");
        }
    }
    return {};
}

/// For one entity, which the input chooses: all of them come round.
Complaint checkAdvice(const Evaluator &evaluator, const EvaluationUser &user, std::size_t choice)
{
    const ProjectPtr &project = evaluator.project();
    if (!project->specs().empty()) {
        const auto index = std::uint32_t(choice % project->specs().size());
        for (const Complaint &complaint :
            {checkExplanation(evaluator, user, index), checkFlips(evaluator, user, index)}) {
            if (!complaint.empty())
                return about(project->specs()[index], complaint);
        }
    }
    return checkLint(project, user);
}

QList<EvaluationUser> usersOf(const QList<QByteArray> &parts)
{
    QList<EvaluationUser> users;
    for (qsizetype i = 1; i < parts.size() && users.size() < mostUsers; ++i) {
        if (const auto user = JsonDocument::parse(parts[i]))
            users << EvaluationUser(*user);
    }
    if (users.isEmpty())
        users << EvaluationUser(JsonDocumentPtr());
    return users;
}

Complaint checkUser(const ProjectPtr &project, const EvaluationUser &user, std::size_t choice)
{
    EvaluationContext context;
    context.now = fixedNow;
    if (choice % 2 == 0)
        context.idLists = someLists(*project);
    if (choice % 3 == 0)
        context.countries = std::make_shared<OneCountry>();
    if (choice % 5 == 0)
        context.appId = "app";
    const Evaluator strict(project, context);
    context.sdkCompatible = true;
    const Evaluator compatible(project, context);
    for (std::uint32_t i = 0; i < project->specs().size(); ++i) {
        if (Complaint complaint = checkEntity(strict, compatible, i, user); !complaint.empty())
            return complaint;
    }
    for (const Complaint &complaint : {checkUnknownNames(strict, user), checkAdvice(strict, user, choice)}) {
        if (!complaint.empty())
            return complaint;
    }
    return checkInitialize(strict, user, choice);
}

} // namespace

Complaint fuzzEvaluator(const QByteArray &input)
{
    const QList<QByteArray> parts = input.split(partSeparator);
    const auto payload = JsonDocument::parse(parts[0]);
    if (!payload)
        return {};
    const auto project = Project::compile(*payload);
    if (!project)
        return project.error().message.isEmpty() ? "refused without a sentence" : Complaint();
    if ((*project)->warnings().contains(QString()))
        return "an empty warning";
    if (Complaint complaint = checkWords(*project); !complaint.empty())
        return complaint;
    const QList<EvaluationUser> users = usersOf(parts);
    const std::size_t choice = qHash(input, 0);
    for (qsizetype i = 0; i < users.size(); ++i) {
        if (Complaint complaint = checkUser(*project, users[i], choice + std::size_t(i)); !complaint.empty())
            return complaint;
    }
    return checkConversions(*project, users);
}

} // namespace Gatescope::Fuzz
