// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/initializeresponse.h>

namespace Gatescope {

/// \name What the body of an initialize response says about its own form (facts §1.7)
/// @{
InitializeFormat initializeFormat(const JsonValue &root);
/// What names are hashed with; servers of 2022 did not say, but their keys show it.
HashAlgorithm initializeHash(const JsonValue &root);
/// Has at least one table of entries.
bool isInitializeResponse(const JsonValue &root);
/// @}

} // namespace Gatescope
