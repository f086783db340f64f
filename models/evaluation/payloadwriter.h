// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"

namespace Gatescope {

/// A project's payload in a format, converted if it came in the other (facts §8, end): each format's own SDKs
/// come to the same verdicts and rule ids with it as the other's with the original. Any thread.
///
/// What one format cannot say: a gate rule of v2 that answers false to a part of the users of a gate that is
/// on by default answers false to all of them in v1. The rules of what is off are kept: v2 has them as
/// "rulesWhenEnabled", where no SDK looks.
QByteArray payloadText(const Project &project, Project::Format format);

} // namespace Gatescope
