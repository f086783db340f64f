// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rememberedgates.h"
#include "verdict.h"

#include <span>

namespace Gatescope {

/// What a verdict says, read in place: its texts are the project's or the evaluation's that gave it. See
/// Verdict for what they mean.
struct Answer
{
    Reason reason = Reason::Unrecognized;
    bool value = false;
    bool isExperimentGroup = false;
    bool isInLayer = false;
    bool isExperimentActive = false;
    std::string_view json; ///< without data where there is none, which is "{}"
    std::string_view plainJson;
    std::string_view undetermined;
    std::string_view ruleId;
    std::string_view idType;
    std::optional<std::string_view> groupName;
    std::string_view allocatedExperiment; ///< empty if none
    const std::vector<std::string> *explicitParameters = nullptr;
    const ParameterRuleIds *parameterRuleIds = nullptr;
    std::span<const SeenExposure> secondaryExposures;
    std::span<const SeenExposure> undelegatedExposures;

    bool isDetermined() const { return reason != Reason::Undetermined; }
};

/// The same to keep.
Verdict verdictOf(const Answer &answer);

} // namespace Gatescope
