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
QByteArray initializeResponse(
    const Evaluator &evaluator, const EvaluationUser &user, const InitializeOptions &options = {});

} // namespace Gatescope
