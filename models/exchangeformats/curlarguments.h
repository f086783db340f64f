// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "writtenrequest.h"

namespace Gatescope {

/// What curl would send with these arguments (the words behind "curl"), up to a --next. Options that say
/// nothing of the request are skipped; what would be read from a file is an error.
Result<WrittenRequest> requestFromCurlArguments(const QByteArrayList &words);

} // namespace Gatescope
