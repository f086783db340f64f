// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/sandbox/sandboxactivity.h>

#include <QFile>

namespace Gatescope {

/// A file to which a line of JSON is appended for each request answered and each event received. One thread
/// at a time.
class ActivityRecord
{
public:
    explicit ActivityRecord(const QString &path);

    Result<> open(); ///< errors: FileUnwritable
    /// On the disk when it returns. After the first failure nothing more is written.
    void add(const SandboxActivity &activity);
    /// Errors: FileUnwritable, if anything could not be written.
    Result<> close();

private:
    void write(QByteArray line);
    Error unwritable() const;

    QFile m_file;
    std::optional<Error> m_error;
};

} // namespace Gatescope
