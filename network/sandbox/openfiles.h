// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Gatescope {

/// How many of so many connections the process can have open at once beside its other files. Raises its own
/// limit for that as far as it may; systems usually begin with room for 1,024 files and let everybody have
/// more.
unsigned int possibleConnections(unsigned int wanted);

} // namespace Gatescope
