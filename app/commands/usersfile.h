// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluationuser.h>

#include <QFile>

namespace Gatescope {

/// A JSONL file of users, read line by line. Errors name the file, the line (from 1) and the field.
class UsersFile
{
public:
    explicit UsersFile(const QString &path);

    Result<> open();
    /// Reads everything once, so that a mistake further down is found before any output; a pipe is not read
    /// twice.
    Result<> check();
    /// The next user; nothing at the end. Empty lines are passed over.
    Result<std::optional<EvaluationUser>> next();
    /// The line of the user last read, from 0.
    qint64 line() const { return m_line; }

private:
    Result<EvaluationUser> parse(const QByteArray &text) const;
    std::unexpected<Error> badLine(const QString &what) const;

    QFile m_file;
    qint64 m_line = -1;
};

/// A file that is one user in any layout, or the first user of a JSONL file.
struct UserFile
{
    EvaluationUser user;
    bool isFirstOfMany = false;
};
/// Errors name the file, and the field or the place.
Result<UserFile> readUserFile(const QString &path);

} // namespace Gatescope
