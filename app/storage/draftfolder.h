// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/draftstore.h>

#include <QHash>
#include <QLockFile>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace Gatescope {

/// Drafts as files that only their owner can read. Each of several programs that run at once has a folder of
/// its own below the given one, so that none writes over another's; the next to start takes up what was
/// written last of all that nobody has; the others stay for a later one.
class DraftFolder : public DraftStore
{
    Q_OBJECT
public:
    /// In the user's data folder.
    static QString defaultFolder();

    explicit DraftFolder(const QString &folder, QObject *parent = nullptr);
    /// Writes what is left and waits for it.
    ~DraftFolder() override;

    QByteArray read(const QString &name) const override;
    QString setAside(const QString &name) override;
    void keep(const QString &name, const std::function<QByteArray()> &content) override;
    void forget(const QString &name) override;

private:
    bool tryFolder(const QString &folder);
    QString fileOf(const QString &name) const;
    void writeAll();
    void tell(const Result<> &written);

    QString m_folder; ///< empty: none can be had
    std::unique_ptr<QLockFile> m_lock;
    QHash<QString, std::function<QByteArray()>> m_waiting; ///< a null function: remove the file
    QTimer m_soon;
    QThreadPool m_pool; ///< one thread: in the order they were asked for
    bool m_hasFailed = false;
};

} // namespace Gatescope
