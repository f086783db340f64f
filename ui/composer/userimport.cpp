// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userimport.h"

#include <models/exchangeformats/curlcommand.h>
#include <models/exchangeformats/exchangecontents.h>
#include <models/exchangeformats/harfile.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace Gatescope {

namespace {

struct UserImport
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::UserImport)
};

std::unexpected<Error> tooLarge()
{
    const QString limit = QLocale().formattedDataSize(maxUserBytes, 0, QLocale::DataSizeTraditionalFormat);
    return failure(ErrorCode::TooLarge,
        UserImport::tr("This is more than %1, too much for one user. Nothing was changed.").arg(limit));
}

/// The user of the first request in a HAR file that has one.
Result<StatsigUser> userFromHar(const QByteArray &text)
{
    const auto har = readHar(text);
    if (!har)
        return std::unexpected(har.error());
    for (const Exchange &exchange : har->exchanges) {
        if (const auto user = userOf(exchange))
            return user;
    }
    return failure(ErrorCode::BadInput, UserImport::tr("No request of this HAR file carries a user."));
}

/// The user of the first command that has one; else what is wrong with the first.
Result<StatsigUser> userFromCommands(const QString &text)
{
    std::optional<Result<StatsigUser>> found;
    readCommands(text, [&found](const Result<Exchange> &exchange) {
        auto user = exchange ? userOf(*exchange) : std::unexpected(exchange.error());
        const bool hasUser = user.has_value();
        if (hasUser || !found)
            found = std::move(user);
        return !hasUser;
    });
    return *found;
}

/// A body as sent to an endpoint has the user as a member beside the names asked for.
JsonValue userIn(const JsonValue &root)
{
    const bool isBody = root["user"].isObject() && !root["userID"].isValid() && !root["customIDs"].isValid();
    return isBody ? root["user"] : root;
}

} // namespace

Result<StatsigUser> userFromJson(const QByteArray &json)
{
    if (json.size() > maxUserBytes)
        return tooLarge();
    if (json.trimmed().isEmpty())
        return failure(
            ErrorCode::BadInput, UserImport::tr("There is no text. A user is a JSON object, such as {}."));
    const auto document = JsonDocument::parse(json);
    if (!document)
        return std::unexpected(document.error());
    return StatsigUser::fromJson(userIn((*document)->root()));
}

Result<StatsigUser> userFromText(const QByteArray &text)
{
    if (text.size() > maxUserBytes)
        return tooLarge();
    if (const QString commands = QString::fromUtf8(text); looksLikeCommand(commands))
        return userFromCommands(commands);
    return looksLikeHar(text) ? userFromHar(text) : userFromJson(text);
}

Result<StatsigUser> userFromFile(const QString &fileName)
{
    QFile file(fileName);
    const QString name = QFileInfo(fileName).fileName();
    if (!QFileInfo(fileName).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable,
            UserImport::tr("%1 cannot be read: %2. Nothing was changed.").arg(name, file.errorString()));
    const QByteArray json = file.read(maxUserBytes + 1);
    auto user = userFromText(json);
    if (!user)
        return failure(user.error().code, UserImport::tr("%1: %2").arg(name, user.error().message));
    return user;
}

bool mayHoldUser(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    return urls.isEmpty() ? mime.hasText() : urls.size() == 1 && urls.first().isLocalFile();
}

Result<StatsigUser> userFromMime(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        return userFromFile(urls.first().toLocalFile());
    const QString text = mime.text();
    return text.size() > maxUserBytes ? Result<StatsigUser>(tooLarge()) : userFromText(text.toUtf8());
}

} // namespace Gatescope
