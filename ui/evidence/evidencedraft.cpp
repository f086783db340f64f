// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evidencedraft.h"

#include <models/explain/explanationjson.h>

namespace Gatescope {

Evidence finishedEvidence(const EvidenceDraft &draft, const EvidenceTreatment &treatment)
{
    Evidence evidence = draft.evidence;
    if (draft.explanation)
        evidence.explanation = explanationJson(*draft.explanation, evidence.program);
    return redacted(evidence,
        Redaction(draft.evidence.user, treatment.choices, treatment.otherEmails, treatment.pseudonyms));
}

} // namespace Gatescope
