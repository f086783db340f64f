// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "compareexport.h"

#include <ui/onfinished.h>
#include <ui/presenter/presenter.h>
#include <ui/wholefile.h>

#include <QtConcurrentRun>

namespace Gatescope {

namespace {

QByteArray exported(const ComparisonReport &report, CompareExport::Form form)
{
    return form == CompareExport::Form::Json ? comparisonJson(report) + '\n'
                                             : comparisonMarkdown(report).toUtf8();
}

} // namespace

void CompareExport::copy(const ComparisonReport &report, Form form)
{
    const auto work = [report, form] { return exported(report, form); };
    onFinished(QtConcurrent::run(work), this, [this](const QByteArray &text) {
        copyText(text);
        Q_EMIT done(tr("The comparison is on the clipboard."));
    });
}

void CompareExport::save(const ComparisonReport &report, Form form, const QString &fileName)
{
    const auto work = [report, form, fileName, disguise = Presenter::instance().kept()] {
        const QByteArray text = exported(report, form);
        return writeWholeFile(fileName, disguise ? disguise->json(text) : text);
    };
    onFinished(QtConcurrent::run(work), this, [this, fileName](const Result<> &written) {
        if (written)
            Q_EMIT done(tr("The comparison is saved as %1.").arg(fileName));
        else
            Q_EMIT failed(written.error());
    });
}

} // namespace Gatescope
