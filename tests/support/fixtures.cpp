// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fixtures.h"

#include <QDir>
#include <QFile>

namespace Gatescope::Test {

QString sharedFixtures()
{
    const QString named = qEnvironmentVariable("GATESCOPE_FIXTURES");
    const QDir directory(
        named.isEmpty() ? QStringLiteral(GATESCOPE_SOURCE_DIR "/../shared/fixtures") : named);
    return directory.exists() ? directory.canonicalPath() : QString();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Gatescope::Test
