// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkanswer.h"

#include <models/json/utf8text.h>

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

struct CheckAnswerText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CheckAnswer)
};

void takeGate(CheckAnswer &answer, const CheckItem &item, const GateResults &results)
{
    const auto found = std::ranges::find(results.gates, item.name, &GateResult::name);
    if (found != results.gates.end())
        answer.content = *found;
    else if (results.gates.size() == 1 && results.gates.first().name.isEmpty())
        answer.content = results.gates.first();
    else
        answer.content = UnknownShape {CheckAnswerText::tr("The answer does not speak of this gate.")};
}

void takeContent(CheckAnswer &answer, const CheckItem &item, const ResponseContent &content)
{
    const bool isGate = tableOf(item.kind) == SpecTable::FeatureGates;
    if (const auto *gates = std::get_if<GateResults>(&content); gates && isGate)
        takeGate(answer, item, *gates);
    else if (const auto *config = std::get_if<ConfigResult>(&content); config && !isGate)
        answer.content = *config;
    else if (const auto *unknown = std::get_if<UnknownShape>(&content))
        answer.content = *unknown;
    else
        answer.content =
            UnknownShape {CheckAnswerText::tr("The answer is of another kind than was asked for.")};
}

} // namespace

std::chrono::microseconds CheckAnswer::time() const
{
    return exchange ? exchange->finished : std::chrono::microseconds(-1);
}

CheckAnswer answerFor(const CheckItem &item, Endpoint endpoint, const ApiOutcome &outcome)
{
    CheckAnswer answer {endpoint, {}, std::nullopt, outcome.exchange, nullptr};
    if (!outcome.response) {
        answer.error = outcome.response.error();
        return answer;
    }
    answer.body = outcome.response->body;
    takeContent(answer, item, outcome.response->content);
    return answer;
}

std::optional<CheckItem> checkItemOf(const InitializeEntry &entry)
{
    if (entry.spec)
        return CheckItem {entry.spec->kind, utf8Text(entry.spec->name)};
    if (entry.names.size() != 1)
        return std::nullopt;
    switch (entry.kind) {
    case InitializeKind::Gate:
        return CheckItem {EntityKind::Gate, entry.names.first()};
    case InitializeKind::DynamicConfig:
        return CheckItem {EntityKind::DynamicConfig, entry.names.first()};
    case InitializeKind::Experiment:
        return CheckItem {EntityKind::Experiment, entry.names.first()};
    case InitializeKind::Layer:
        return CheckItem {EntityKind::Layer, entry.names.first()};
    case InitializeKind::ParamStore:
        return std::nullopt;
    }
    return std::nullopt;
}

SpecTable tableOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Gate:
    case EntityKind::Segment:
    case EntityKind::Holdout:
        return SpecTable::FeatureGates;
    case EntityKind::Layer:
        return SpecTable::LayerConfigs;
    default:
        return SpecTable::DynamicConfigs;
    }
}

} // namespace Gatescope
