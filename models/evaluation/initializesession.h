// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluator.h"
#include "jsonwriter.h"
#include "rememberedgates.h"

#include <models/statsig/requests.h>

#include <optional>

namespace Gatescope {

/// The value of the gate that decides about recording the session, if the payload names one.
std::optional<bool> passesRecordingGate(const JsonValue &info, const Evaluator &evaluator,
    const EvaluationUser &user, RememberedGates &remembered);
/// Whether and how a client may record the session; nothing if the payload does not say.
void writeSessionReplay(JsonWriter &writer, const JsonValue &info, std::optional<bool> passesGate,
    const EvaluationUser &user, HashAlgorithm algorithm);
/// pa_hash: tells a client that private attributes changed without showing them; nothing if there are none.
void writePrivateAttributesHash(JsonWriter &writer, const JsonValue &privateAttributes);

} // namespace Gatescope
