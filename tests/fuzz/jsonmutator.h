// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "projectgenerator.h"

#include <models/json/jsondocument.h>

namespace Gatescope::Fuzz {

/// One change to one value of a JSON text: another value in its place (odd, or from elsewhere in the same
/// text or in `donor`), taken out, doubled, or renamed. A text that is no JSON is returned as it is.
QByteArray mutatedJson(const QByteArray &text, const QByteArray &donor, Random &random);

} // namespace Gatescope::Fuzz
