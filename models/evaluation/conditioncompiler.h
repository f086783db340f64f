// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"

namespace Gatescope {

/// A condition with its target parsed. Type and operator names are exact in v2 payloads, in any case in v1
/// ones (facts §3.4 and §4). One that cannot be evaluated has a problem.
Condition compileCondition(
    const JsonValue &source, Project::Format format, PayloadTexts &texts, FieldNames &fieldNames);
/// Stands for a condition hash that the payload's condition_map lacks.
Condition missingCondition(std::string_view hash, PayloadTexts &texts);

} // namespace Gatescope
