// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "memorywatermark.h"

#include <QByteArray>
#include <QFile>

namespace Gatescope::Test {

namespace {

qint64 statusBytes(const QByteArray &field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field))
            return line.mid(field.size()).chopped(2).trimmed().toLongLong() * 1024;
    }
    return 0;
}

/// Linux takes the high-water mark back to what is resident now.
bool resetWatermark()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace

MemoryWatermark::MemoryWatermark()
{
    resetWatermark();
    m_start = statusBytes("VmRSS:");
}

bool MemoryWatermark::isAvailable()
{
#if defined(__SANITIZE_ADDRESS__)
    return false;
#else
    return resetWatermark();
#endif
}

qint64 MemoryWatermark::growth() const
{
    return statusBytes("VmHWM:") - m_start;
}

} // namespace Gatescope::Test
