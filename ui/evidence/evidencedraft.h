// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evidence/evidence.h>
#include <models/explain/explanation.h>

namespace Gatescope {

/// Evidence before anything was taken out of it: the explanation is written down on a worker.
struct EvidenceDraft
{
    Evidence evidence;
    ExplanationPtr explanation; ///< null: there is none
};

/// How a draft leaves.
struct EvidenceTreatment
{
    RedactionChoices choices;
    Treatment otherEmails = Treatment::Pseudonym; ///< of addresses that are not the user's
    Pseudonyms pseudonyms;
};

/// For workers: the time grows with the explanation.
Evidence finishedEvidence(const EvidenceDraft &draft, const EvidenceTreatment &treatment);

} // namespace Gatescope
