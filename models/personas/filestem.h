// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSet>
#include <QString>

namespace Gatescope {

/// A name for a file, without an ending, that every file system takes: lower-case letters, digits and hyphens
/// of ASCII, at most 60, none of the names Windows keeps for devices. "Mina, Köln" → "mina-koln".
QString fileStem(const QString &name);
/// The stem, or with the first number from 2 behind it that is not taken. `taken` is in lower case.
QString unusedFileStem(const QString &name, const QSet<QString> &taken);
/// Whether files can be called so as it stands: what others may have called theirs, such as "Mina Köln".
bool isSafeFileStem(const QString &stem);

} // namespace Gatescope
