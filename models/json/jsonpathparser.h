// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonpathsyntax.h"

#include <models/result.h>

namespace Gatescope::JsonPath {

/// Errors: BadInput with a sentence that names the character. Any thread.
Result<Query> parse(const QString &text);

} // namespace Gatescope::JsonPath
