// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"

#include <models/json/jsondocument.h>
#include <models/json/jsonmember.h>

#include <QList>

#include <optional>
#include <variant>

namespace Gatescope {

/// One gate's live answer, whichever of the known spellings carried it (facts §1.2). A null text was not in
/// the answer at all, one that was null or empty there is empty.
struct GateResult
{
    QString name;
    bool value = false;
    QString ruleId;
    QString groupName;
    JsonMembers otherMembers; ///< whatever else the server said
    bool operator==(const GateResult &) const = default;
};

/// The answer of get_config, get_experiment and get_layer (facts §1.4, §1.5). Null texts as in GateResult.
struct ConfigResult
{
    QString name;
    QByteArray value; ///< a JSON object as sent
    QString ruleId; ///< rule_id, ruleID or the deprecated group
    QString groupName;
    QString allocatedExperimentName; ///< layers
    JsonMembers otherMembers;
    bool operator==(const ConfigResult &) const = default;
};

struct GateResults ///< check_gate, check_gate_multiple
{
    QList<GateResult> gates;
    bool operator==(const GateResults &) const = default;
};

/// initialize: the body is read by InitializeView, here only what decides how it is read (facts §1.7).
struct InitializeAnswer
{
    bool hasUpdates = true; ///< false: 204 or has_updates:false
    bool operator==(const InitializeAnswer &) const = default;
};

struct LogEventReceipt
{
    bool operator==(const LogEventReceipt &) const = default;
};

struct SpecsAnswer ///< download_config_specs
{
    bool hasUpdates = true; ///< false: nothing new since sinceTime
    qint64 time = 0; ///< ms, the project's last config update; 0 if not said
    bool operator==(const SpecsAnswer &) const = default;
};

/// A body that is JSON but of no known shape: shown raw with a plain note.
struct UnknownShape
{
    QString note; ///< translated: what was expected
    bool operator==(const UnknownShape &) const = default;
};

using ResponseContent =
    std::variant<GateResults, ConfigResult, InitializeAnswer, LogEventReceipt, SpecsAnswer, UnknownShape>;

struct ApiResponse
{
    JsonDocumentPtr body; ///< null for an empty body (204)
    ResponseContent content;
    bool operator==(const ApiResponse &) const = default;
};

/// Reads a 2xx body of any known shape. Errors: WrongShape (not even the JSON type an answer has), Rejected
/// (success:false). Any thread.
Result<ApiResponse> readResponse(Endpoint endpoint, int status, JsonDocumentPtr body);

} // namespace Gatescope
