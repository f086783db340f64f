// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "draftfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>
#include <vector>

namespace Gatescope {

namespace {

/// Typing is not a file a letter.
constexpr std::chrono::milliseconds draftDelay {300};
constexpr int mostPrograms = 20;
constexpr int mostSetAside = 1000;

std::unexpected<Error> unwritable(const QString &reason)
{
    return failure(ErrorCode::FileUnwritable,
        DraftFolder::tr(
            "What you compose cannot be kept for the next start: %1. Save what matters before you "
            "close Gatescope.")
            .arg(reason));
}

Result<> writeDraft(const QString &fileName, const QByteArray &content)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.commit())
        return {};
    return unwritable(file.errorString());
}

Result<> removeDraft(const QString &fileName)
{
    QFile file(fileName);
    if (!file.exists() || file.remove())
        return {};
    return unwritable(file.errorString());
}

/// Of the last draft written there; invalid: there is none.
QDateTime lastDraftIn(const QString &folder)
{
    const auto drafts = QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    return drafts.isEmpty() ? QDateTime() : drafts.first().lastModified();
}

/// The folders of all programs there can be, what was composed last before what is older or empty.
QStringList newestFirst(const QString &folder)
{
    std::vector<std::pair<QDateTime, QString>> folders;
    for (int i = 1; i <= mostPrograms; ++i) {
        const QString each = folder + u'/' + QString::number(i);
        folders.emplace_back(lastDraftIn(each), each);
    }
    std::ranges::stable_sort(folders, std::ranges::greater(), &std::pair<QDateTime, QString>::first);
    QStringList names;
    for (const auto &[time, name] : folders)
        names.append(name);
    return names;
}

} // namespace

QString DraftFolder::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/drafts");
}

DraftFolder::DraftFolder(const QString &folder, QObject *parent)
    : DraftStore(parent)
{
    for (const QString &each : newestFirst(folder)) {
        if (!tryFolder(each) || !m_folder.isEmpty())
            break;
    }
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(draftDelay);
    m_soon.callOnTimeout(this, &DraftFolder::writeAll);
}

DraftFolder::~DraftFolder()
{
    writeAll();
    m_pool.waitForDone();
}

/// False if no folder can be had at all; another program may have this one.
bool DraftFolder::tryFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return false;
    auto lock = std::make_unique<QLockFile>(folder + QStringLiteral("/lock"));
    // Of a program that lives it cannot be taken, however old; an empty one is of a program killed at once.
    lock->setStaleLockTime(std::chrono::seconds(1));
    if (lock->tryLock()) {
        m_lock = std::move(lock);
        m_folder = folder;
        return true;
    }
    return lock->error() == QLockFile::LockFailedError;
}

QString DraftFolder::fileOf(const QString &name) const
{
    return m_folder + u'/' + name + QStringLiteral(".json");
}

QByteArray DraftFolder::read(const QString &name) const
{
    QFile file(fileOf(name));
    return !m_folder.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString DraftFolder::setAside(const QString &name)
{
    if (m_folder.isEmpty())
        return {};
    for (int i = 1; i <= mostSetAside; ++i) {
        const QString aside = m_folder + u'/' + name + QStringLiteral(".unreadable-%1").arg(i);
        if (!QFile::exists(aside))
            return QFile::rename(fileOf(name), aside) ? aside : QString();
    }
    return {};
}

void DraftFolder::keep(const QString &name, const std::function<QByteArray()> &content)
{
    m_waiting.insert(name, content);
    if (!m_soon.isActive())
        m_soon.start();
}

void DraftFolder::forget(const QString &name)
{
    keep(name, {});
}

void DraftFolder::writeAll()
{
    const auto waiting = std::exchange(m_waiting, {});
    if (waiting.isEmpty())
        return;
    if (m_folder.isEmpty())
        return tell(unwritable(tr("its folder cannot be made")));
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
        const auto work = [fileName = fileOf(it.key()), content = it.value()] {
            return content ? writeDraft(fileName, content()) : removeDraft(fileName);
        };
        QtConcurrent::run(&m_pool, work).then(this, [this](const Result<> &written) { tell(written); });
    }
}

void DraftFolder::tell(const Result<> &written)
{
    if (!written && !std::exchange(m_hasFailed, true))
        Q_EMIT failed(written.error());
}

} // namespace Gatescope
