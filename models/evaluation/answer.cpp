// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "answer.h"

namespace Gatescope {

namespace {

Exposures kept(std::span<const SeenExposure> seen)
{
    Exposures exposures;
    exposures.reserve(seen.size());
    for (const SeenExposure &exposure : seen)
        exposures.push_back({std::string(exposure.gate), exposure.gateValue, std::string(exposure.ruleId)});
    return exposures;
}

} // namespace

Verdict verdictOf(const Answer &answer)
{
    Verdict verdict;
    verdict.reason = answer.reason;
    verdict.undetermined = answer.undetermined;
    verdict.value = answer.value;
    verdict.json = answer.json.empty() ? QByteArrayLiteral("{}")
                                       : QByteArray(answer.json.data(), qsizetype(answer.json.size()));
    verdict.plainJson = answer.plainJson;
    verdict.ruleId = answer.ruleId;
    verdict.groupName = answer.groupName;
    verdict.idType = answer.idType;
    if (!answer.allocatedExperiment.empty())
        verdict.allocatedExperiment = answer.allocatedExperiment;
    if (answer.explicitParameters)
        verdict.explicitParameters = *answer.explicitParameters;
    if (answer.parameterRuleIds)
        verdict.parameterRuleIds = *answer.parameterRuleIds;
    verdict.isExperimentGroup = answer.isExperimentGroup;
    verdict.isInLayer = answer.isInLayer;
    verdict.isExperimentActive = answer.isExperimentActive;
    verdict.secondaryExposures = kept(answer.secondaryExposures);
    verdict.undelegatedExposures = kept(answer.undelegatedExposures);
    return verdict;
}

} // namespace Gatescope
