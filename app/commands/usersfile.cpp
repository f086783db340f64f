// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "usersfile.h"

#include <QCoreApplication>

#include <array>

namespace Gatescope {

namespace {

constexpr std::array userTexts {"userID", "email", "ip", "userAgent", "country", "locale", "appVersion"};
constexpr std::array userObjects {"custom", "privateAttributes", "customIDs", "statsigEnvironment"};

QString trUsersFile(const char *text)
{
    return QCoreApplication::translate("UsersFile", text);
}

/// The first field that is not what a user may hold; empty if there is none.
QString wrongField(const JsonValue &user)
{
    for (const char *name : userTexts) {
        if (user.member(name).isContainer())
            return trUsersFile("field %1: this must be a text, not an object or a list.")
                .arg(QLatin1String(name));
    }
    for (const char *name : userObjects) {
        const JsonValue value = user.member(name);
        if (value.isValid() && !value.isNull() && !value.isObject())
            return trUsersFile("field %1: this must be an object.").arg(QLatin1String(name));
    }
    return {};
}

} // namespace

UsersFile::UsersFile(const QString &path)
    : m_file(path)
{ }

Result<> UsersFile::open()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable,
            trUsersFile("%1 cannot be read: %2.").arg(m_file.fileName(), m_file.errorString()));
    return {};
}

Result<> UsersFile::check()
{
    if (m_file.isSequential())
        return {};
    while (true) {
        const auto user = next();
        if (!user)
            return std::unexpected(user.error());
        if (!*user)
            break;
    }
    m_file.seek(0);
    m_line = -1;
    return {};
}

Result<std::optional<EvaluationUser>> UsersFile::next()
{
    while (true) {
        const QByteArray text = m_file.readLine();
        if (text.isEmpty()) {
            if (m_file.error() != QFileDevice::NoError)
                return failure(ErrorCode::FileUnreadable,
                    trUsersFile("%1 cannot be read: %2.").arg(m_file.fileName(), m_file.errorString()));
            return std::optional<EvaluationUser>();
        }
        ++m_line;
        if (text.trimmed().isEmpty())
            continue;
        auto user = parse(text);
        if (!user)
            return std::unexpected(user.error());
        return std::optional(std::move(*user));
    }
}

Result<EvaluationUser> UsersFile::parse(const QByteArray &text) const
{
    const auto document = JsonDocument::parse(text);
    if (!document) {
        // parsed again where it stands, so that the message tells the line of the file
        const auto inPlace = JsonDocument::parse(QByteArray(m_line, '\n') + text);
        const Error &error = inPlace ? document.error() : inPlace.error();
        return failure(ErrorCode::BadInput,
            trUsersFile("%1, line %2: %3").arg(m_file.fileName()).arg(m_line + 1).arg(error.message));
    }
    const JsonValue user = (*document)->root();
    if (!user.isObject())
        return badLine(trUsersFile("a user is a JSON object."));
    if (const QString wrong = wrongField(user); !wrong.isEmpty())
        return badLine(wrong);
    return EvaluationUser(*document);
}

std::unexpected<Error> UsersFile::badLine(const QString &what) const
{
    return failure(
        ErrorCode::BadInput, trUsersFile("%1, line %2, %3").arg(m_file.fileName()).arg(m_line + 1).arg(what));
}

} // namespace Gatescope
