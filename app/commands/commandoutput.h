// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QSaveFile>
#include <QTextStream>

namespace Gatescope {

/// Lines to a stream, or to a file that appears whole or not at all.
class CommandOutput
{
public:
    /// An empty path writes to `out`.
    CommandOutput(QTextStream &out, const QString &path);

    Result<> open();
    Result<> writeLine(const QByteArray &line);
    Result<> finish();

private:
    std::unexpected<Error> unwritable() const;

    QTextStream &m_out;
    QSaveFile m_file;
    bool m_toFile;
};

} // namespace Gatescope
