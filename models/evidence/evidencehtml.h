// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evidence.h"

namespace Gatescope {

/// The evidence as one HTML file that a colleague reads in a browser or prints: no scripts, no links, nothing
/// from elsewhere; all text is escaped. The JSON is inside for readEvidence(). Times are in the local zone
/// with UTC beside them. Any thread.
QByteArray evidenceHtml(const Evidence &evidence);

} // namespace Gatescope
