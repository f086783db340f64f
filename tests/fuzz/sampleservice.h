// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <network/sandbox/sandboxservice.h>

namespace Gatescope::Fuzz {

/// The sandbox over the sample project and its ID lists, without a server.
const SandboxService &sampleService();

} // namespace Gatescope::Fuzz
