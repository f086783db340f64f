// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializework.h"

#include <ui/onfinished.h>
#include <ui/wholefile.h>

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

void InitializeWork::read(const JsonDocumentPtr &body, const ProjectPtr &project, const NameListPtr &names,
    const InitializeFilter &filter)
{
    const quint64 token = ++m_token;
    const bool isFiltered = filter.isActive();
    const auto work = [body, project, names, filter] {
        InitializeReadout readout {InitializeView::read(body, project, names), {}};
        if (readout.view)
            readout.rows = filterInitialize(**readout.view, filter);
        return readout;
    };
    onFinished(QtConcurrent::run(work), this, [this, token, isFiltered](const InitializeReadout &readout) {
        if (token != m_token)
            return;
        if (readout.view)
            Q_EMIT ready(*readout.view, readout.rows, isFiltered);
        else
            Q_EMIT failed(readout.view.error());
    });
}

void InitializeWork::readNames(const QString &fileName, qint64 maxBytes)
{
    const quint64 token = ++m_namesToken;
    const auto work = [fileName, maxBytes]() -> Result<NameListPtr> {
        const auto bytes = readWholeFile(fileName, maxBytes);
        return bytes ? NameList::read(*bytes) : std::unexpected(bytes.error());
    };
    onFinished(QtConcurrent::run(work), this, [this, token](const Result<NameListPtr> &names) {
        if (token == m_namesToken)
            Q_EMIT namesRead(names);
    });
}

void InitializeWork::filter(const InitializeViewPtr &view, const InitializeFilter &filter)
{
    const quint64 token = ++m_token;
    const bool isFiltered = filter.isActive();
    const auto work = [view, filter] { return filterInitialize(*view, filter); };
    onFinished(QtConcurrent::run(work), this, [this, token, view, isFiltered](const InitializeRows &rows) {
        if (token == m_token)
            Q_EMIT ready(view, rows, isFiltered);
    });
}

} // namespace Gatescope
