// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "usersfile.h"

#include <app/inputfile.h>

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

Result<EvaluationUser> userOf(const JsonDocumentPtr &document, const QString &path)
{
    const QString wrong =
        document->root().isObject() ? wrongField(document->root()) : trUsersFile("a user is a JSON object.");
    if (!wrong.isEmpty())
        return failure(ErrorCode::BadInput, trUsersFile("%1: %2").arg(path, wrong));
    return EvaluationUser(document);
}

/// The first line that is not empty, where it is a JSON text of its own and others follow.
JsonDocumentPtr firstLine(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    const auto document = JsonDocument::parse(trimmed.left(trimmed.indexOf('\n')));
    return document && trimmed.contains('\n') ? *document : nullptr;
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
        // without its line break: what is missing is missing on this line
        auto user = parse(text.endsWith('\n') ? text.chopped(1) : text);
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

Result<UserFile> readUserFile(const QString &path)
{
    const auto text = readInputFile(path);
    if (!text)
        return std::unexpected(text.error());
    const auto whole = JsonDocument::parse(*text);
    const JsonDocumentPtr document = whole ? *whole : firstLine(*text);
    if (!document)
        return failure(ErrorCode::BadInput, trUsersFile("%1: %2").arg(path, whole.error().message));
    const auto user = userOf(document, path);
    if (!user)
        return std::unexpected(user.error());
    return UserFile {*user, !whole};
}

} // namespace Gatescope
