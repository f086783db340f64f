// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "localwitness.h"

#include <models/explain/missingwords.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct WitnessText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::LocalWitness)
};

JsonDocumentPtr documentOf(const StatsigUser &user)
{
    const auto document = JsonDocument::parse(user.toJson());
    return document ? *document : nullptr;
}

/// Not null: whether there is a group is known here.
QString knownText(const std::optional<std::string> &text)
{
    return text ? QString::fromStdString(*text) : QStringLiteral("");
}

CheckAnswer::Content contentOf(const CheckItem &item, const Verdict &verdict)
{
    const QString ruleId = knownText(verdict.ruleId);
    const QString group = knownText(verdict.groupName);
    if (tableOf(item.kind) == SpecTable::FeatureGates)
        return GateResult {item.name, verdict.value, ruleId, group, {}};
    return ConfigResult {item.name, verdict.json, ruleId, group, knownText(verdict.allocatedExperiment), {}};
}

} // namespace

LocalWitness::LocalWitness(ProjectPtr project, EvaluationContext context, const StatsigUser &user)
    : m_evaluator(std::move(project), std::move(context))
    , m_user(documentOf(user))
{ }

Verdict LocalWitness::verdict(const CheckItem &item, Trace *trace) const
{
    const std::string name = item.name.toStdString();
    switch (tableOf(item.kind)) {
    case SpecTable::FeatureGates:
        return m_evaluator.gate(name, m_user, trace);
    case SpecTable::DynamicConfigs:
        return m_evaluator.config(name, m_user, trace);
    case SpecTable::LayerConfigs:
        return m_evaluator.layer(name, m_user, trace);
    }
    return {};
}

Trace LocalWitness::trace(const CheckItem &item) const
{
    Trace trace;
    verdict(item, &trace);
    return trace;
}

LocalAnswerPtr LocalWitness::answer(const CheckItem &item) const
{
    auto answer = std::make_shared<LocalAnswer>();
    const auto start = std::chrono::steady_clock::now();
    const Verdict found = verdict(item, nullptr);
    answer->time = std::chrono::steady_clock::now() - start;
    if (!found.isDetermined()) {
        const Trace steps = trace(item);
        answer->missing = missingFactOf(TraceView(m_evaluator, m_user, steps), 0);
        answer->reading.verdict = CheckVerdict::Undetermined;
        answer->reading.rule = missingText(*answer->missing);
        return answer;
    }
    if (found.reason == Reason::Unrecognized) {
        answer->reading.verdict = CheckVerdict::NotInSpecs;
        return answer;
    }
    CheckAnswer said;
    said.content = answer->content = contentOf(item, found);
    answer->reading = readAnswer(item, said, project().get());
    if (tableOf(item.kind) != SpecTable::FeatureGates)
        if (const auto document = JsonDocument::parse(found.json))
            answer->value = *document;
    return answer;
}

QString missingText(const MissingFact &missing)
{
    switch (missing.cause) {
    case MissingFact::Cause::IdList:
        return WitnessText::tr("ID list not loaded");
    case MissingFact::Cause::Country:
        return WitnessText::tr("Country of the IP not known");
    case MissingFact::Cause::Pattern:
        return WitnessText::tr("Pattern takes too many steps");
    case MissingFact::Cause::ConditionType:
    case MissingFact::Cause::Operator:
    case MissingFact::Cause::Condition:
        return WitnessText::tr("Unknown kind of condition");
    case MissingFact::Cause::Draw:
        return WitnessText::tr("Drawn at random");
    case MissingFact::Cause::Circle:
        return WitnessText::tr("Leads back to itself");
    case MissingFact::Cause::Other:
        return WitnessText::tr("Something is missing");
    }
    return {};
}

QString missingSentence(const MissingFact &missing)
{
    const QString words = plainText(missing.words);
    return WitnessText::tr("%1. %2", "what is missing, what to do")
        .arg(words.left(1).toUpper() + words.mid(1), missing.advice);
}

} // namespace Gatescope
