// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/preferences.h>
#include <models/ports/snapshotstore.h>

#include <QThreadPool>

namespace Gatescope {

/// Snapshots as files, a folder a connection, named by their time. Only their owner can read them: specs may
/// name people. Files with other names are left alone.
class SnapshotFolder : public SnapshotStore
{
    Q_OBJECT
public:
    /// In the user's data folder.
    static QString defaultFolder();

    /// `folder` is made when something is kept.
    SnapshotFolder(const Preferences &preferences, const QString &folder, QObject *parent = nullptr);
    /// Waits for what is being written.
    ~SnapshotFolder() override;

    QList<SpecsSnapshot> snapshots(const QString &connectionId) const override;
    void keep(const QString &connectionId, const JsonDocumentPtr &payload) override;
    void removeAll(const QString &connectionId) override;

private:
    QString folderOf(const QString &connectionId) const;
    void tell(const QString &connectionId, const Result<bool> &changedAnything);

    const Preferences &m_preferences;
    QString m_folder;
    QThreadPool m_pool; ///< one thread: in the order they were asked for
};

} // namespace Gatescope
