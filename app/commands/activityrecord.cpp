// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "activityrecord.h"

#include <QCoreApplication>

namespace Gatescope {

ActivityRecord::ActivityRecord(const QString &path)
    : m_file(path)
{ }

Result<> ActivityRecord::open()
{
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return {};
    return std::unexpected(unwritable());
}

void ActivityRecord::add(const SandboxActivity &activity)
{
    if (activity.leftOutBefore > 0)
        write("{\"kind\":\"leftOut\",\"requests\":" + QByteArray::number(activity.leftOutBefore) + '}');
    write(recordLine(activity.request));
    for (const ReceivedEvent &event : activity.events)
        write(recordLine(event));
    if (!m_error && !m_file.flush())
        m_error = unwritable();
}

void ActivityRecord::write(QByteArray line)
{
    line += '\n';
    if (!m_error && m_file.write(line) != line.size())
        m_error = unwritable();
}

Result<> ActivityRecord::close()
{
    m_file.close();
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

Error ActivityRecord::unwritable() const
{
    return {ErrorCode::FileUnwritable,
        QCoreApplication::translate("ActivityRecord", "The record %1 cannot be written: %2.")
            .arg(m_file.fileName(), m_file.errorString()),
        {}};
}

} // namespace Gatescope
