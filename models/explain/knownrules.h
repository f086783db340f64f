// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "decisionreason.h"

namespace Gatescope {

/// The reason behind rules whose ID or form says what they are for (facts §3.6, §3.11): overrides, holdouts,
/// the layer's share, targeting, groups, an experiment's beginning and end. None for all others, which speak
/// for themselves.
std::optional<DecisionReason> knownRuleReason(
    const TraceView &view, std::uint32_t entity, std::uint32_t ruleNode);

/// Why a layer's rule gave the user to an experiment.
Phrases layerRuleWords(const TraceView &view, std::uint32_t ruleNode);

} // namespace Gatescope
