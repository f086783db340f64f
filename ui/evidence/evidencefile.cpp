// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evidencefile.h"

#include <models/items/exchangewords.h>
#include <ui/onfinished.h>
#include <ui/wholefile.h>

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

struct EvidenceFile
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::EvidenceFile)
};

constexpr qint64 maxEvidenceBytes = 64LL * 1024 * 1024;

Result<EvidencePtr> evidenceIn(const QString &fileName)
{
    const auto bytes = readWholeFile(fileName, maxEvidenceBytes, EvidenceFile::tr("Choose another file."));
    if (!bytes)
        return std::unexpected(bytes.error());
    auto evidence = readEvidence(*bytes);
    if (!evidence)
        return std::unexpected(evidence.error());
    return std::make_shared<const Evidence>(std::move(*evidence));
}

void sayProblem(QWidget *owner, const Error &error)
{
    auto *box = new QMessageBox(
        QMessageBox::Warning, EvidenceFile::tr("Open evidence"), error.message, QMessageBox::Ok, owner);
    box->setObjectName(QStringLiteral("evidenceProblem"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

QString keptAnswer(const QString &who, const std::optional<EvidenceAnswer> &answer)
{
    if (!answer)
        return EvidenceFile::tr("%1 was not asked").arg(who);
    return answer->rule.isEmpty()
        ? EvidenceFile::tr("%1 %2", "who, verdict").arg(who, answer->verdict)
        : EvidenceFile::tr("%1 %2, %3", "who, verdict, rule").arg(who, answer->verdict, answer->rule);
}

} // namespace

void openEvidence(QWidget *owner, const std::function<void(const EvidencePtr &)> &opened)
{
    auto *dialog = new QFileDialog(owner, EvidenceFile::tr("Open evidence"), {},
        EvidenceFile::tr("Evidence (*.html *.json);;All files (*)"));
    dialog->setObjectName(QStringLiteral("evidenceFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, owner, [owner, opened](const QString &fileName) {
        onFinished(QtConcurrent::run(&evidenceIn, fileName), owner,
            [owner, opened](const Result<EvidencePtr> &evidence) {
                if (evidence)
                    opened(*evidence);
                else
                    sayProblem(owner, evidence.error());
            });
    });
    dialog->open();
}

QString keptVerdict(const Evidence &evidence)
{
    return EvidenceFile::tr("%1; %2. Made %3 by %4.", "server, this machine, time, program")
        .arg(keptAnswer(EvidenceFile::tr("Server:"), evidence.live),
            keptAnswer(EvidenceFile::tr("this machine:"), evidence.local), localAndUtcText(evidence.madeUtc),
            evidence.program);
}

} // namespace Gatescope
