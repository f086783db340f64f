// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "initializeview.h"

namespace Gatescope {

/// A rule for people: its name, the meaning of a known ID, else the ID.
struct InitializeRule
{
    QString text;
    InitializeEntry::RuleSource source = InitializeEntry::RuleSource::Meaning;
};

/// The rule an entry names. `spec` and the experiment it delegates to may be null.
InitializeRule initializeRule(const QString &ruleId, const Spec *spec, const Spec *experiment);

} // namespace Gatescope
