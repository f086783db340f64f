// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluator.h"

#include <models/statsig/requests.h>

namespace Gatescope {

/// Facts §1.7: v1, v2 ("secondary exposure mapping") and init-v2.
enum class InitializeFormat { V1, V2, InitV2 };

struct InitializeOptions
{
    HashAlgorithm hash = HashAlgorithm::Djb2;
    InitializeFormat format = InitializeFormat::V1;
    std::string clientKey; ///< selects the target app; empty: all entities
};

/// The client payload for one user as JSON text, as CORE generates it. Any thread.
///
/// What cannot be determined is answered as an SDK would. Three things cannot be as CORE's: sdkInfo names
/// this program and has no session; the running numbers of init-v2 follow the payload's order, where CORE's
/// are arbitrary; and whether a session is recorded at a rate below 1 is drawn from the user's sessionID
/// instead of at random.
QByteArray initializeResponse(
    const Evaluator &evaluator, const EvaluationUser &user, const InitializeOptions &options = {});

} // namespace Gatescope
