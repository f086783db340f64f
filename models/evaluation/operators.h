// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "attributevalue.h"
#include "compiledtarget.h"
#include "truth.h"

namespace Gatescope {

/// Does the value satisfy an operator against its target (facts §4.2)? Unknown only for a regular expression
/// over its limit. Not for the ID list operators, which need more than the two.
Truth satisfies(Operator op, const AttributeValue &value, const CompiledTarget &target);

} // namespace Gatescope
