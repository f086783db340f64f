// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "conversions.h"

#include "verdicts.h"

#include <models/evaluation/payloadwriter.h>

#include <algorithm>

namespace Gatescope::Fuzz {

namespace {

Result<ProjectPtr> converted(const Project &project, Project::Format format)
{
    const auto document = JsonDocument::parse(payloadText(project, format));
    if (!document)
        return std::unexpected(document.error());
    return Project::compile(*document);
}

/// A gate that is on by default and says no to a part of its users: v1 cannot (payloadwriter.h).
bool saysNoToAPart(const Spec &spec)
{
    return spec.table == SpecTable::FeatureGates && spec.defaultValue.toBool()
        && std::ranges::any_of(spec.rules, [](const Rule &rule) { return rule.passPercentage != 100; });
}

/// Whether a config "passed" is read from its value where that is true or false, which it never should be.
/// And an object that a gate gives is left behind for the config that asked it, which v1 cannot do.
bool hasValuesOfItsKind(const Spec &spec)
{
    const bool isGate = spec.table == SpecTable::FeatureGates;
    return spec.defaultValue.isObject() != isGate
        && std::ranges::all_of(
            spec.rules, [isGate](const Rule &rule) { return rule.returnValue.isObject() != isGate; });
}

/// v1 never had layers by parameter: what a disabled one answers with differs.
bool isDisabledLayerByParameter(const Spec &spec)
{
    return spec.useNewLayerEval && !spec.enabled;
}

/// What v1 takes in any case and v2 does not, or takes for userID where v2 has nothing, differs by the facts.
bool isPlain(const Condition &condition)
{
    const auto isLower = [](std::string_view text) {
        return std::ranges::all_of(text, [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); });
    };
    return condition.problem.empty() && isLower(condition.typeName) && isLower(condition.operatorName)
        && condition.source.member("idType").isString();
}

/// Whether the facts promise the same answers in both formats.
bool isPlain(const Project &project)
{
    return project.warnings().isEmpty() && !project.payload()->hasLoneSurrogates()
        && std::ranges::all_of(
            project.conditions(), [](const Condition &condition) { return isPlain(condition); })
        && std::ranges::all_of(project.specs(), hasValuesOfItsKind)
        && std::ranges::none_of(project.specs(), saysNoToAPart)
        && std::ranges::none_of(project.specs(), isDisabledLayerByParameter);
}

Complaint compareAnswers(const ProjectPtr &left, const ProjectPtr &right, const EvaluationUser &user)
{
    EvaluationContext context;
    context.now = 0;
    const Evaluator a(left, context);
    const Evaluator b(right, context);
    for (std::uint32_t i = 0; i < left->specs().size(); ++i) {
        const Spec &spec = left->specs()[i];
        const int other = right->find(spec.table, spec.name);
        if (other < 0)
            return std::string(spec.name) + " is lost in the other format";
        if (left->find(spec.table, spec.name) != int(i))
            continue;
        const Verdict expected = a.evaluate(i, user);
        const Verdict actual = b.evaluate(std::uint32_t(other), user);
        if (!answerAlike(expected, actual)) // group names that nested gates leave behind may differ
            return std::string(spec.name) + ": " + textOf(expected)
                + " | in the other format: " + textOf(actual);
    }
    return {};
}

} // namespace

Complaint checkConversions(const ProjectPtr &project, const QList<EvaluationUser> &users)
{
    const bool isV1 = project->format() == Project::Format::V1;
    const auto other = converted(*project, isV1 ? Project::Format::V2 : Project::Format::V1);
    if (!other)
        return "the other format is none: " + other.error().message.toStdString();
    const auto back = converted(**other, project->format());
    if (!back)
        return "back from the other format it is none: " + back.error().message.toStdString();
    if (!isPlain(*project))
        return {};
    for (const EvaluationUser &user : users) {
        for (const ProjectPtr &again : {*other, *back}) {
            if (Complaint complaint = compareAnswers(project, again, user); !complaint.empty())
                return complaint;
        }
    }
    return {};
}

} // namespace Gatescope::Fuzz
