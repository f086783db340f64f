// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "inputfile.h"

#include <QCoreApplication>
#include <QFile>

namespace Gatescope {

namespace {

constexpr qint64 maxInputBytes = qint64(1) << 30;

QString trInput(const char *text)
{
    return QCoreApplication::translate("InputFile", text);
}

template<class T>
Result<T> namingFile(Result<T> result, const QString &fileName)
{
    if (!result)
        result.error().message = QStringLiteral("%1: %2").arg(fileName, result.error().message);
    return result;
}

} // namespace

Result<QByteArray> readInputFile(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::FileUnreadable, trInput("%1 cannot be read: %2.").arg(fileName, file.errorString()));
    // A pipe has no size to ask for; reading one byte too many tells that it is too long.
    const QByteArray bytes = file.read(maxInputBytes + 1);
    if (bytes.size() > maxInputBytes)
        return failure(ErrorCode::TooLarge, trInput("%1 is larger than 1 GiB.").arg(fileName));
    if (file.error() != QFileDevice::NoError)
        return failure(
            ErrorCode::FileUnreadable, trInput("%1 cannot be read: %2.").arg(fileName, file.errorString()));
    return bytes;
}

Result<JsonDocumentPtr> readJsonFile(const QString &fileName)
{
    auto bytes = readInputFile(fileName);
    if (!bytes)
        return std::unexpected(bytes.error());
    return namingFile(JsonDocument::parse(std::move(*bytes)), fileName);
}

Result<ProjectPtr> readSpecsFile(const QString &fileName)
{
    const auto document = readJsonFile(fileName);
    if (!document)
        return std::unexpected(document.error());
    return namingFile(Project::compile(*document), fileName);
}

} // namespace Gatescope
