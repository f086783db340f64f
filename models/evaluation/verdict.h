// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

/// Facts §3.10.
struct Exposure
{
    std::string gate;
    bool gateValue = false;
    std::string ruleId;
    bool operator==(const Exposure &) const = default;
};
using Exposures = std::vector<Exposure>;

enum class Reason { Recognized, Unrecognized, Unsupported, Undetermined };

/// Which rule gave each parameter of a layer.
using ParameterRuleIds = std::vector<std::pair<std::string, std::string>>;

/// The answer for one entity and one user: true, false or undetermined.
struct Verdict
{
    Reason reason = Reason::Unrecognized;
    std::string undetermined; ///< what is missing, in English for the file formats
    bool value = false; ///< gates: the value; others: did the deciding rule pass. Meaningless if undetermined
    QByteArray json; ///< configs and layers: the value, a JSON object; "{}" if unrecognized
    /// "null", "true" or "false": what initialize responses have where the specs' value is that, or none was
    /// chosen; else empty.
    std::string_view plainJson;
    std::string ruleId;
    std::optional<std::string> groupName;
    std::string idType; ///< of the config that answered; empty if unrecognized
    std::optional<std::string> allocatedExperiment; ///< layers with a delegate
    /// Experiments: their own; layers: the delegate's. None if the payload has none.
    std::optional<std::vector<std::string>> explicitParameters;
    std::optional<ParameterRuleIds> parameterRuleIds; ///< new layer evaluation only
    bool isExperimentGroup = false; ///< matched rule's
    bool isInLayer = false; ///< experiments: the parameters are shared
    bool isExperimentActive = false; ///< the experiment's, or for layers the delegate's
    Exposures secondaryExposures;
    Exposures undelegatedExposures;

    bool isDetermined() const { return reason != Reason::Undetermined; }
};

} // namespace Gatescope
