// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandoutput.h"

#include <QCoreApplication>

namespace Gatescope {

CommandOutput::CommandOutput(QTextStream &out, const QString &path)
    : m_out(out)
    , m_file(path)
    , m_toFile(!path.isEmpty())
{ }

Result<> CommandOutput::open()
{
    if (m_toFile && !m_file.open(QIODevice::WriteOnly))
        return unwritable();
    return {};
}

Result<> CommandOutput::writeLine(const QByteArray &line)
{
    if (m_toFile) {
        if (m_file.write(line) != line.size() || !m_file.putChar('\n'))
            return unwritable();
        return {};
    }
    m_out << QString::fromUtf8(line) << QLatin1Char('\n');
    return m_out.status() == QTextStream::Ok ? Result<>() : unwritable();
}

Result<> CommandOutput::finish()
{
    if (m_toFile)
        return m_file.commit() ? Result<>() : unwritable();
    m_out.flush();
    return m_out.status() == QTextStream::Ok ? Result<>() : unwritable();
}

std::unexpected<Error> CommandOutput::unwritable() const
{
    const QString message = m_toFile
        ? QCoreApplication::translate(
              "CommandOutput", "%1 cannot be written: %2. Choose another file with --out.")
              .arg(m_file.fileName(), m_file.errorString())
        : QCoreApplication::translate("CommandOutput", "The output cannot be written.");
    return failure(ErrorCode::FileUnwritable, message);
}

} // namespace Gatescope
