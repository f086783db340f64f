// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "endpoint.h"

namespace Gatescope {

QString pathName(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::CheckGate:
        return QStringLiteral("check_gate");
    case Endpoint::CheckGateMultiple:
        return QStringLiteral("check_gate_multiple");
    case Endpoint::GetConfig:
        return QStringLiteral("get_config");
    case Endpoint::GetExperiment:
        return QStringLiteral("get_experiment");
    case Endpoint::GetLayer:
        return QStringLiteral("get_layer");
    case Endpoint::Initialize:
        return QStringLiteral("initialize");
    case Endpoint::LogEvent:
        return QStringLiteral("log_event");
    case Endpoint::DownloadConfigSpecs:
        return QStringLiteral("download_config_specs");
    }
    Q_UNREACHABLE();
}

} // namespace Gatescope
