// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializework.h"

#include <QFuture>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

struct InitializeReadout
{
    Result<InitializeViewPtr> view;
    InitializeRows rows;
};

} // namespace

void InitializeWork::read(
    const JsonDocumentPtr &body, const ProjectPtr &project, const InitializeFilter &filter)
{
    const quint64 token = ++m_token;
    const bool isFiltered = filter.isActive();
    const auto work = [body, project, filter] {
        InitializeReadout readout {InitializeView::read(body, project), {}};
        if (readout.view)
            readout.rows = filterInitialize(**readout.view, filter);
        return readout;
    };
    QtConcurrent::run(work).then(this, [this, token, isFiltered](const InitializeReadout &readout) {
        if (token != m_token)
            return;
        if (readout.view)
            Q_EMIT ready(*readout.view, readout.rows, isFiltered);
        else
            Q_EMIT failed(readout.view.error());
    });
}

void InitializeWork::filter(const InitializeViewPtr &view, const InitializeFilter &filter)
{
    const quint64 token = ++m_token;
    const bool isFiltered = filter.isActive();
    QtConcurrent::run([view, filter] {
        return filterInitialize(*view, filter);
    }).then(this, [this, token, view, isFiltered](const InitializeRows &rows) {
        if (token == m_token)
            Q_EMIT ready(view, rows, isFiltered);
    });
}

} // namespace Gatescope
