// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QByteArray>
#include <QString>

namespace Gatescope {

/// All of a regular file. Errors: FileUnreadable, TooLarge (over maxBytes); the sentence names the file.
/// `advice` is what to do about one that is too large; without it, to raise the limit in the settings.
/// Blocks: for workers.
Result<QByteArray> readWholeFile(const QString &fileName, qint64 maxBytes, const QString &advice = {});

/// The file is as it was if it cannot be written to the end. Error: FileUnwritable. Blocks: for workers.
Result<> writeWholeFile(const QString &fileName, const QByteArray &bytes);

} // namespace Gatescope
