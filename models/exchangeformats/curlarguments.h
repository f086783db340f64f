// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "writtenrequest.h"

namespace Gatescope {

/// What curl would send with these arguments (the words behind "curl"), up to a --next. Options that say
/// nothing of the request are skipped; what would be read from a file is an error.
Result<WrittenRequest> requestFromCurlArguments(const QByteArrayList &words);
/// The same from a word on; `at` is then behind the --next, or at the end.
Result<WrittenRequest> requestFromCurlArguments(const QByteArrayList &words, qsizetype &at);

} // namespace Gatescope
