// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "snapshotfolder.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

const QString timeFormat = QStringLiteral("yyyy-MM-dd'T'HHmmss.zzz'Z.json'");

QDateTime timeOf(const QString &fileName)
{
    QDateTime time = QDateTime::fromString(fileName, timeFormat);
    time.setTimeSpec(Qt::UTC);
    return time;
}

/// Newest first.
QList<SpecsSnapshot> listFolder(const QString &folder)
{
    QList<SpecsSnapshot> found;
    const auto files =
        QDir(folder).entryInfoList(QDir::Files | QDir::NoSymLinks, QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files)
        if (const QDateTime time = timeOf(file.fileName()); time.isValid())
            found.append({file.absoluteFilePath(), time, file.size()});
    return found;
}

bool hasSameBytes(const SpecsSnapshot &snapshot, std::string_view payload)
{
    QFile file(snapshot.fileName);
    if (snapshot.bytes != qint64(payload.size()) || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = file.readAll();
    return std::string_view(bytes.constData(), size_t(bytes.size())) == payload;
}

Result<> write(const QString &fileName, std::string_view payload)
{
    QSaveFile file(fileName);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(payload.data(), qint64(payload.size())) == qint64(payload.size()) && file.commit();
    if (isWritten)
        return {};
    return failure(ErrorCode::FileUnwritable,
        SnapshotFolder::tr(
            "The specs could not be kept as a snapshot: %1. Free some space, or switch snapshots "
            "off in the settings.")
            .arg(file.errorString()));
}

struct SnapshotLimits
{
    int count;
    int days;
};

void removeBeyond(const QString &folder, const SnapshotLimits &limits, const QDateTime &nowUtc)
{
    const QList<SpecsSnapshot> kept = listFolder(folder);
    for (qsizetype i = 1; i < kept.size(); ++i)
        if (i >= limits.count || kept[i].takenUtc < nowUtc.addDays(-limits.days))
            QFile::remove(kept[i].fileName);
}

/// True if anything changed.
Result<bool> keepIn(const QString &folder, const JsonDocumentPtr &payload, const SnapshotLimits &limits)
{
    const QList<SpecsSnapshot> before = listFolder(folder);
    const std::string_view bytes = payload->source();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (before.isEmpty() || !hasSameBytes(before.constFirst(), bytes)) {
        if (!QDir().mkpath(folder))
            return failure(ErrorCode::FileUnwritable,
                SnapshotFolder::tr("The folder %1 for snapshots cannot be made. Check its permissions.")
                    .arg(QDir::toNativeSeparators(folder)));
        if (const auto written = write(folder + u'/' + now.toString(timeFormat), bytes); !written)
            return std::unexpected(written.error());
    }
    removeBeyond(folder, limits, now);
    return listFolder(folder) != before;
}

} // namespace

QString SnapshotFolder::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/snapshots");
}

SnapshotFolder::SnapshotFolder(const Preferences &preferences, const QString &folder, QObject *parent)
    : SnapshotStore(parent)
    , m_preferences(preferences)
    , m_folder(folder)
{
    m_pool.setMaxThreadCount(1);
}

SnapshotFolder::~SnapshotFolder()
{
    m_pool.waitForDone();
}

/// Whatever a settings file calls a connection, it stays below our folder.
QString SnapshotFolder::folderOf(const QString &connectionId) const
{
    const QByteArray safe = QUrl::toPercentEncoding(connectionId, {}, ".~");
    return m_folder + u'/' + QString::fromLatin1(safe);
}

QList<SpecsSnapshot> SnapshotFolder::snapshots(const QString &connectionId) const
{
    return listFolder(folderOf(connectionId));
}

void SnapshotFolder::keep(const QString &connectionId, const JsonDocumentPtr &payload)
{
    const PreferenceValues values = m_preferences.values();
    if (!values.keepSnapshots || !payload || connectionId.isEmpty())
        return;
    const auto work = [folder = folderOf(connectionId), payload,
                          limits = SnapshotLimits {values.maxSnapshots, values.snapshotDays}] {
        return keepIn(folder, payload, limits);
    };
    QtConcurrent::run(&m_pool, work).then(this, [this, connectionId](const Result<bool> &result) {
        tell(connectionId, result);
    });
}

void SnapshotFolder::removeAll(const QString &connectionId)
{
    if (connectionId.isEmpty())
        return;
    const auto work = [folder = folderOf(connectionId)]() -> Result<bool> {
        const QList<SpecsSnapshot> all = listFolder(folder);
        for (const SpecsSnapshot &snapshot : all)
            QFile::remove(snapshot.fileName);
        QDir().rmdir(folder); // unless something else is in it
        return !all.isEmpty();
    };
    QtConcurrent::run(&m_pool, work).then(this, [this, connectionId](const Result<bool> &result) {
        tell(connectionId, result);
    });
}

void SnapshotFolder::tell(const QString &connectionId, const Result<bool> &changedAnything)
{
    if (!changedAnything)
        Q_EMIT failed(changedAnything.error());
    else if (*changedAnything)
        Q_EMIT changed(connectionId);
}

} // namespace Gatescope
