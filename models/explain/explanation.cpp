// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explanation.h"
#include "headline.h"
#include "missingwords.h"
#include "rowbuilder.h"
#include "rulesummary.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct ExplanationText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Explanation)
};

EntityKind usualKindOf(const Project &project, SpecTable table, std::string_view name)
{
    switch (table) {
    case SpecTable::FeatureGates:
        return EntityKind::Gate;
    case SpecTable::DynamicConfigs:
        return project.bandit(name) ? EntityKind::Autotune : EntityKind::DynamicConfig;
    case SpecTable::LayerConfigs:
        break;
    }
    return EntityKind::Layer;
}

Verdict evaluated(const Evaluator &evaluator, const EvaluationUser &user, SpecTable table,
    std::string_view name, Trace &trace)
{
    switch (table) {
    case SpecTable::FeatureGates:
        return evaluator.gate(name, user, &trace);
    case SpecTable::DynamicConfigs:
        return evaluator.config(name, user, &trace);
    case SpecTable::LayerConfigs:
        break;
    }
    return evaluator.layer(name, user, &trace);
}

/// In the words of the Check page, so that the two witnesses can be compared.
CheckReading readingOf(const CheckItem &item, const Verdict &verdict, const Project &project)
{
    CheckReading reading;
    reading.verdict = verdict.isDetermined() ? CheckVerdict::NotInSpecs : CheckVerdict::Undetermined;
    if (!verdict.isDetermined() || verdict.reason == Reason::Unrecognized)
        return reading;
    const QString ruleId = QString::fromStdString(verdict.ruleId);
    const QString group = QString::fromStdString(verdict.groupName.value_or(""));
    CheckAnswer answer;
    if (tableOf(item.kind) == SpecTable::FeatureGates)
        answer.content = GateResult {item.name, verdict.value, ruleId, group, {}};
    else
        answer.content = ConfigResult {item.name, verdict.json, ruleId, group,
            QString::fromStdString(verdict.allocatedExperiment.value_or("")), {}};
    return readAnswer(item, answer, &project);
}

/// What is asked for, before anything is known of it.
std::shared_ptr<Explanation> subjectOf(
    const Evaluator &evaluator, const EvaluationUser &user, SpecTable table, std::string_view name)
{
    auto explanation = std::make_shared<Explanation>();
    const ProjectPtr &project = evaluator.project();
    const int spec = project->find(table, name);
    explanation->project = project;
    explanation->user = std::make_shared<const EvaluationUser>(user);
    explanation->ref = {table, QString::fromUtf8(name.data(), qsizetype(name.size()))};
    if (spec >= 0)
        explanation->spec = std::uint32_t(spec);
    explanation->kind = spec >= 0 ? project->specs()[size_t(spec)].kind : usualKindOf(*project, table, name);
    explanation->name = displayName(explanation->kind, explanation->ref.name);
    return explanation;
}

} // namespace

ExplanationPtr explain(
    const Evaluator &evaluator, const EvaluationUser &user, SpecTable table, std::string_view name)
{
    const std::shared_ptr<Explanation> explanation = subjectOf(evaluator, user, table, name);
    Trace trace;
    explanation->verdict = evaluated(evaluator, user, table, name, trace);
    explanation->reading =
        readingOf({explanation->kind, explanation->ref.name}, explanation->verdict, *explanation->project);
    const TraceView view(evaluator, *explanation->user, trace);
    if (isUndecided(view.node(0).outcome))
        explanation->missing = missingFactOf(view, 0);
    const DecisionReason reason =
        decisionReason(view, 0, reasonStyle(explanation->reading, explanation->kind));
    explanation->cause = reason.cause;
    explanation->headline = headlineWords(*explanation, view, reason);
    explanation->summary = ruleSummary(view);
    RowBuilder builder(view, explanation->verdict);
    builder.build();
    explanation->rows = builder.takeRows();
    explanation->decidingRow = builder.decidingRow();
    explanation->buckets = builder.takeBuckets();
    if (const Phrases empty = emptyIdWords(explanation->buckets); !empty.isEmpty())
        explanation->headline = fillPhrases(QStringLiteral("%1 %2"), {explanation->headline, empty});
    return explanation;
}

ExplanationPtr explain(const Evaluator &evaluator, const EvaluationUser &user, std::uint32_t spec)
{
    const Spec &asked = evaluator.project()->specs()[spec];
    return explain(evaluator, user, asked.table, asked.name);
}

QString verdictText(const Explanation &explanation)
{
    const QString word = verdictWords(explanation.reading.verdict);
    const bool hasGroups =
        explanation.reading.verdict == CheckVerdict::In || explanation.kind == EntityKind::Autotune;
    return explanation.reading.group.isEmpty() || !hasGroups
        ? word
        : ExplanationText::tr("%1, %2").arg(word, explanation.reading.group);
}

} // namespace Gatescope
