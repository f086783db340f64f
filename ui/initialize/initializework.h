// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/initializefilter.h>

#include <QObject>

namespace Gatescope {

/// Reads and filters initialize responses on a worker. A later order silences the ones before. UI thread.
class InitializeWork : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void read(const JsonDocumentPtr &body, const ProjectPtr &project, const NameListPtr &names,
        const InitializeFilter &filter);
    /// A file with names, of at most maxBytes. Errors: those of the file and of NameList::read().
    void readNames(const QString &fileName, qint64 maxBytes);
    void filter(const InitializeViewPtr &view, const InitializeFilter &filter);
    void stop() { ++m_token; } ///< silences what is under way

Q_SIGNALS:
    void ready(
        const Gatescope::InitializeViewPtr &view, const Gatescope::InitializeRows &rows, bool isFiltered);
    void failed(const Gatescope::Error &error);
    void namesRead(const Gatescope::Result<Gatescope::NameListPtr> &names);

private:
    quint64 m_token = 0;
    quint64 m_namesToken = 0;
};

} // namespace Gatescope
