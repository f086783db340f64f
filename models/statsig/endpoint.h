// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <array>

namespace Gatescope {

/// The eight endpoints of the Statsig HTTP API.
enum class Endpoint {
    CheckGate,
    CheckGateMultiple,
    GetConfig,
    GetExperiment,
    GetLayer,
    Initialize,
    LogEvent,
    DownloadConfigSpecs,
};
inline constexpr std::array allEndpoints {Endpoint::CheckGate, Endpoint::CheckGateMultiple,
    Endpoint::GetConfig, Endpoint::GetExperiment, Endpoint::GetLayer, Endpoint::Initialize,
    Endpoint::LogEvent, Endpoint::DownloadConfigSpecs};

/// The last part of its path, such as "check_gate".
QString pathName(Endpoint endpoint);

} // namespace Gatescope
