// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "../router.h"

/// What answers each path. The request has been admitted; its body has not been looked at.
namespace Gatescope::Endpoints {

HttpResponse checkGate(const SandboxState &state, const SandboxCall &call); ///< facts §1.2
HttpResponse checkGateMultiple(const SandboxState &state, const SandboxCall &call); ///< facts §1.3
HttpResponse getConfig(const SandboxState &state, const SandboxCall &call); ///< facts §1.4
HttpResponse getExperiment(const SandboxState &state, const SandboxCall &call); ///< facts §1.4
HttpResponse getLayer(const SandboxState &state, const SandboxCall &call); ///< facts §1.5
HttpResponse initialize(const SandboxState &state, const SandboxCall &call); ///< facts §1.7
HttpResponse logEvent(const SandboxState &state, const SandboxCall &call); ///< facts §1.8
HttpResponse sdkException(const SandboxState &state, const SandboxCall &call); ///< facts §1.8
HttpResponse specsV1(const SandboxState &state, const SandboxCall &call); ///< facts §1.9
HttpResponse specsV2(const SandboxState &state, const SandboxCall &call); ///< facts §1.9
HttpResponse idLists(const SandboxState &state, const SandboxCall &call); ///< facts §1.10
HttpResponse idListFile(const SandboxState &state, const SandboxCall &call); ///< facts §1.10

/// 200 with this text.
inline HttpResponse jsonAnswer(QByteArray text)
{
    HttpResponse response;
    response.body = std::move(text);
    return response;
}

} // namespace Gatescope::Endpoints
