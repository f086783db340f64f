// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pagestack.h"

namespace Gatescope {

class Workspace;

/// The pages of the window in the order of the rail.
QList<PageStack::Entry> windowPages(Workspace &workspace);

} // namespace Gatescope
