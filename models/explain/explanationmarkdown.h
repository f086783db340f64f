// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanation.h"

namespace Gatescope {

/// An explanation for a ticket: the sentence, every rule and condition as nested lists, the bucket
/// arithmetic, the user, and what it was computed from. Values of privateAttributes are left out, server text
/// stays text. `program` says who made it: "Gatescope 0.1.0"; `server` is what the server says of the same,
/// as sentences, or empty. Any thread.
QString explanationMarkdown(
    const Explanation &explanation, const QString &program, const QString &server = {});

} // namespace Gatescope
