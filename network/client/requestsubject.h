// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/requests.h>

namespace Gatescope {

/// What a request asks about, in a few words: a name, "3 gates", "3 events", a user's label; may be empty.
QString subjectOf(const ApiRequest &request);

} // namespace Gatescope
