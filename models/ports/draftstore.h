// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QByteArray>
#include <QObject>

#include <functional>

namespace Gatescope {

/// What is being composed and saved nowhere else, kept beside the settings so that neither closing the
/// program nor a crash loses it.
class DraftStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// As an earlier run left it; empty: there is none. Reads a file. Any thread.
    virtual QByteArray read(const QString &name) const = 0;
    /// Keeps under another name what cannot be read, so that no later draft takes its place; says where,
    /// empty: it cannot be. Not while keep() or forget() may be writing it. Any thread.
    virtual QString setAside(const QString &name) = 0;
    /// Writes it soon, whole or not at all; of several in a row the last. `content` is called on a worker.
    /// UI thread.
    virtual void keep(const QString &name, const std::function<QByteArray()> &content) = 0;
    virtual void forget(const QString &name) = 0; ///< UI thread

Q_SIGNALS:
    /// FileUnwritable: what is composed goes with this run, unless a later draft can be written. Once a run.
    void failed(const Gatescope::Error &error);
};

} // namespace Gatescope
