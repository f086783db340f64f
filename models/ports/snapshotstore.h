// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <QDateTime>
#include <QObject>

namespace Gatescope {

/// Specs as they were downloaded at one time, kept as a file.
struct SpecsSnapshot
{
    QString fileName; ///< with its path; a specs file like any other
    QDateTime takenUtc;
    qint64 bytes = 0;
    bool operator==(const SpecsSnapshot &) const = default;
};

/// Snapshots of downloaded specs per connection, if the user wants them kept
/// (PreferenceValues::keepSnapshots), up to a number and an age. UI thread; files are written and removed on
/// a worker.
class SnapshotStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Newest first.
    virtual QList<SpecsSnapshot> snapshots(const QString &connectionId) const = 0;
    /// Keeps the payload unless the newest is the same, byte for byte; the oldest beyond the limits go. Does
    /// nothing where the user does not want any.
    virtual void keep(const QString &connectionId, const JsonDocumentPtr &payload) = 0;
    virtual void removeAll(const QString &connectionId) = 0;

Q_SIGNALS:
    void changed(const QString &connectionId);
    void failed(const Gatescope::Error &error); ///< FileUnwritable; what was there before is kept
};

} // namespace Gatescope
