// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "boundedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace Gatescope {

namespace {

QString trFile(const char *text)
{
    return QCoreApplication::translate("Gatescope::BoundedFile", text);
}

std::unexpected<Error> unreadable(const QString &message, const QString &path)
{
    return failure(ErrorCode::FileUnreadable, message.arg(QDir::toNativeSeparators(path)));
}

bool isLink(const QString &path)
{
    const QFileInfo info(path);
    return info.isSymLink() || info.isJunction();
}

} // namespace

Result<QByteArray> readBoundedFile(const QString &path, qsizetype maxBytes)
{
    if (isLink(path))
        return unreadable(
            trFile("%1 is a symbolic link, which is not followed. Put the file itself there."), path);
    if (!QFileInfo::exists(path))
        return QByteArray();
    if (!QFileInfo(path).isFile())
        return unreadable(trFile("%1 is not a file."), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(
            trFile("%1 cannot be read: %2.").arg(QStringLiteral("%1"), file.errorString()), path);
    QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes)
        return failure(ErrorCode::TooLarge,
            trFile("%1 is larger than %2 MB: it is left alone.")
                .arg(QDir::toNativeSeparators(path))
                .arg(maxBytes / (1024 * 1024)));
    if (file.error() != QFileDevice::NoError)
        return unreadable(
            trFile("%1 cannot be read: %2.").arg(QStringLiteral("%1"), file.errorString()), path);
    return bytes.isNull() ? QByteArray("") : bytes;
}

Result<> writeOwnFile(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).path();
    const auto refuse = [&path](const QString &why) {
        return failure(ErrorCode::FileUnwritable,
            trFile("%1 cannot be written: %2. The change is kept in memory and tried again.")
                .arg(QDir::toNativeSeparators(path), why));
    };
    if (isLink(path) || isLink(folder))
        return refuse(trFile("it is a symbolic link"));
    if (!QDir().mkpath(folder))
        return refuse(trFile("its folder cannot be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refuse(file.errorString());
    return {};
}

} // namespace Gatescope
