// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "verdicts.h"

#include <algorithm>

namespace Gatescope::Fuzz {

namespace {

const Spec *specOf(const Trace &trace, const Project &project, const Trace::Node &node)
{
    const Trace::Node &entity = trace.nodes()[node.parent];
    return entity.kind == Trace::Kind::Entity && entity.spec < project.specs().size()
        ? &project.specs()[entity.spec]
        : nullptr;
}

Complaint checkTraceNode(const Trace &trace, const Project &project, std::uint32_t index)
{
    const Trace::Node &node = trace.nodes()[index];
    if (index == 0 ? node.parent != Trace::none : node.parent >= index)
        return "a trace's node stands before its parent";
    if (index > 0 && std::ranges::count(trace.nodes()[node.parent].children, index) != 1)
        return "a trace's node is not its parent's child";
    if (node.spec != Spec::none && node.spec >= project.specs().size())
        return "a trace names a spec that is not there";
    if (node.kind == Trace::Kind::Condition && node.index >= project.conditions().size())
        return "a trace names a condition that is not there";
    if (node.kind == Trace::Kind::Rule) {
        const Spec *spec = specOf(trace, project, node);
        const std::size_t most = std::max(spec ? spec->rules.size() : 0, project.overrideRules().size());
        if (node.index >= most)
            return "a trace names a rule that is not there";
    }
    return {};
}

} // namespace

bool areEqual(const Verdict &left, const Verdict &right)
{
    return left.reason == right.reason && left.undetermined == right.undetermined && left.value == right.value
        && left.json == right.json && left.ruleId == right.ruleId && left.groupName == right.groupName
        && left.idType == right.idType && left.allocatedExperiment == right.allocatedExperiment
        && left.explicitParameters == right.explicitParameters
        && left.parameterRuleIds == right.parameterRuleIds
        && left.isExperimentGroup == right.isExperimentGroup && left.isInLayer == right.isInLayer
        && left.isExperimentActive == right.isExperimentActive
        && left.secondaryExposures == right.secondaryExposures
        && left.undelegatedExposures == right.undelegatedExposures;
}

bool answerAlike(const Verdict &left, const Verdict &right)
{
    return left.reason == right.reason && left.value == right.value && left.json == right.json
        && left.ruleId == right.ruleId;
}

std::string textOf(const Verdict &verdict)
{
    std::string text = "reason " + std::to_string(int(verdict.reason))
        + (verdict.value ? ", true, " : ", false, ") + verdict.json.left(200).toStdString() + ", rule "
        + verdict.ruleId + ", group " + verdict.groupName.value_or("-") + ", " + verdict.undetermined;
    for (const Exposure &exposure : verdict.secondaryExposures)
        text += ' ' + exposure.gate + (exposure.gateValue ? "+" : "-") + exposure.ruleId;
    return text;
}

Complaint checkVerdict(const Verdict &verdict)
{
    const auto json = JsonDocument::parse(verdict.json);
    if (!json || !(*json)->root().isObject())
        return "a verdict's value is not an object: " + verdict.json.toStdString();
    if (verdict.isDetermined() != verdict.undetermined.empty())
        return "an undetermined verdict that does not say why, or the other way round";
    return {};
}

Complaint checkTrace(Trace &trace, const Project &project)
{
    if (trace.nodes().empty() || trace.nodes()[0].kind != Trace::Kind::Entity)
        return "a trace does not begin with the entity that was asked for";
    if (trace.current())
        return "a trace was left open";
    for (std::uint32_t i = 0; i < trace.nodes().size(); ++i) {
        if (Complaint complaint = checkTraceNode(trace, project, i); !complaint.empty())
            return complaint;
    }
    return {};
}

} // namespace Gatescope::Fuzz
