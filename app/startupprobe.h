// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace Gatescope {

class Workspace;

/// For tests/bench: where GATESCOPE_BENCH_READY is set, prints "ready NANOSECONDS" (CLOCK_MONOTONIC) once the
/// first frame of the window that shows the connection's specs is on the screen. Call it when the window is
/// complete.
void reportStartup(QWidget &window, Workspace &workspace);

} // namespace Gatescope
