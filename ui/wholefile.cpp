// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <new>

namespace Gatescope {

namespace {

class WholeFile
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::WholeFile)
};

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

Result<QByteArray> readWholeFile(const QString &fileName, qint64 maxBytes, const QString &advice)
{
    const QFileInfo info(fileName);
    const QString name = info.fileName();
    // Anything but a regular file could block for ever or never end.
    if (!info.isFile())
        return failure(
            ErrorCode::FileUnreadable, WholeFile::tr("%1 is not a file. Choose another one.").arg(name));
    const auto tooLarge = [&](qint64 size) {
        const QString usual =
            WholeFile::tr("Raise “Read at most” among the limits in the settings, or choose another file.");
        return failure(ErrorCode::TooLarge,
            WholeFile::tr("%1 has %2, and at most %3 are read. %4")
                .arg(name, sizeText(size), sizeText(maxBytes), advice.isEmpty() ? usual : advice));
    };
    if (info.size() > maxBytes)
        return tooLarge(info.size());
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable,
            WholeFile::tr("%1 cannot be read: %2. Check the file's permissions.")
                .arg(name, file.errorString()));
    try {
        // The size was only a hint: the file may grow while it is read.
        QByteArray bytes = file.read(maxBytes + 1);
        if (bytes.size() > maxBytes)
            return tooLarge(bytes.size());
        return bytes;
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::TooLarge,
            WholeFile::tr("There is not enough memory to read %1, which has %2.")
                .arg(name, sizeText(info.size())));
    }
}

Result<> writeWholeFile(const QString &fileName, const QByteArray &bytes)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(ErrorCode::FileUnwritable,
        WholeFile::tr("%1 cannot be written: %2. Choose another place.").arg(fileName, file.errorString()));
}

} // namespace Gatescope
