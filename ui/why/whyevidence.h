// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/evidence/evidencedraft.h>
#include <ui/witnesses/witnesswords.h>

namespace Gatescope {

class Workspace;

/// What Why shows of a row, as evidence. Without an explanation it has the server's side alone.
EvidenceDraft evidenceDraft(const CheckRow &row, const CheckSurroundings &surroundings,
    const ExplanationPtr &explanation, const Workspace &workspace);

} // namespace Gatescope
