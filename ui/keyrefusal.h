// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/connection.h>
#include <models/statsig/endpoint.h>

namespace Gatescope {

/// Why a key of that kind cannot call an endpoint, as a translated sentence for a tool tip or a bar; empty if
/// it may (facts §1.1, "Key types"). Unknown kinds may try.
QString keyRefusal(KeyKind kind, Endpoint endpoint);

} // namespace Gatescope
