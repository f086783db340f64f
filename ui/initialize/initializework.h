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

    void read(const JsonDocumentPtr &body, const ProjectPtr &project, const InitializeFilter &filter);
    void filter(const InitializeViewPtr &view, const InitializeFilter &filter);
    void stop() { ++m_token; } ///< silences what is under way

Q_SIGNALS:
    void ready(
        const Gatescope::InitializeViewPtr &view, const Gatescope::InitializeRows &rows, bool isFiltered);
    void failed(const Gatescope::Error &error);

private:
    quint64 m_token = 0;
};

} // namespace Gatescope
