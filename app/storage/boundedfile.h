// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QByteArray>

namespace Gatescope {

/// \name Files that others may have put there. Any thread
/// @{
/// The whole file; a null array where there is none. Refused with a sentence: symbolic links, what is no
/// file, more than `maxBytes`.
Result<QByteArray> readBoundedFile(const QString &path, qsizetype maxBytes);
/// Whole or not at all; through no symbolic link. Its folder is made where it is missing.
Result<> writeOwnFile(const QString &path, const QByteArray &bytes);
/// @}

} // namespace Gatescope
