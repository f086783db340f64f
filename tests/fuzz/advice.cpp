// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "advice.h"

#include "verdicts.h"

#include <models/evaluation/flips/flipsearch.h>
#include <models/evaluation/lint/userlint.h>
#include <models/explain/explanation.h>
#include <models/explain/explanationjson.h>
#include <models/explain/explanationmarkdown.h>

namespace Gatescope::Fuzz {

namespace {

constexpr FlipLimits fewFlips {.maxEvaluations = 60, .maxFlips = 4, .maxIds = 10};

Verdict verdictOf(const Evaluator &evaluator, std::uint32_t spec, const StatsigUser &user)
{
    const auto document = JsonDocument::parse(user.toJson());
    return document ? evaluator.evaluate(spec, EvaluationUser(*document)) : Verdict();
}

} // namespace

Complaint checkExplanation(const Evaluator &evaluator, const EvaluationUser &user, std::uint32_t spec)
{
    const ExplanationPtr explanation = explain(evaluator, user, spec);
    if (!areEqual(explanation->verdict, evaluator.evaluate(spec, user)))
        return "explained is another verdict: " + textOf(explanation->verdict);
    if (plainText(explanation->headline).isEmpty() || verdictText(*explanation).isEmpty())
        return "an explanation without a sentence";
    if (explanation->decidingRow != ExplanationRow::none
        && explanation->decidingRow >= std::size_t(explanation->rows.size()))
        return "the row that decided is none of the rows";
    if (!JsonDocument::parse(explanationJson(*explanation, QStringLiteral("x"))))
        return "an explanation's JSON is none";
    if (explanationMarkdown(*explanation, QStringLiteral("x")).isEmpty())
        return "an explanation without a text";
    return {};
}

Complaint checkFlips(const Evaluator &evaluator, const EvaluationUser &user, std::uint32_t spec)
{
    const auto asUser = StatsigUser::fromJson(user.json());
    if (!asUser)
        return {};
    const FlipReport report = findFlips(evaluator, spec, *asUser, {}, fewFlips);
    if (report.tried > fewFlips.maxEvaluations)
        return "more changes were tried than were allowed";
    for (const Flip &flip : report.flips) {
        if (flip.edits.isEmpty())
            return "a flip that changes nothing";
        if (!areEqual(flip.verdict, verdictOf(evaluator, spec, edited(*asUser, flip.edits))))
            return "a flip that gives another verdict than it says";
    }
    return {};
}

Complaint checkLint(const ProjectPtr &project, const EvaluationUser &user)
{
    const auto asUser = StatsigUser::fromJson(user.json());
    if (!asUser)
        return {};
    const UserLintIndex index(project);
    for (const UserLintIndex *known : {&index, static_cast<const UserLintIndex *>(nullptr)}) {
        for (const LintFinding &finding : lintUser(known, *asUser)) {
            if (plainText(finding.sentence).isEmpty())
                return "a finding without a sentence";
        }
    }
    return {};
}

} // namespace Gatescope::Fuzz
