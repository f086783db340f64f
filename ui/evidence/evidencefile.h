// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evidence/evidence.h>

#include <functional>

class QWidget;

namespace Gatescope {

using EvidencePtr = std::shared_ptr<const Evidence>;

/// Asks for an evidence file and reads it on a worker, then calls `opened` unless the owner is gone by then.
/// What cannot be read is said in a message over the owner's window. UI thread.
void openEvidence(QWidget *owner, const std::function<void(const EvidencePtr &)> &opened);

/// What the two said when the evidence was made, as a sentence.
QString keptVerdict(const Evidence &evidence);

} // namespace Gatescope
