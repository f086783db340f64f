// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "filesave.h"

#include <ui/onfinished.h>
#include <ui/presenter/presenter.h>
#include <ui/wholefile.h>

#include <QCoreApplication>
#include <QFileDialog>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

class SavedFile
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::SavedFile)
};

} // namespace

void saveFile(QWidget *owner, const FileToSave &file, const std::function<void(const Error &)> &failed,
    const std::function<void()> &saved)
{
    const bool isShownOtherwise = file.isOwnWork && Presenter::instance().isOn();
    const QString title =
        isShownOtherwise ? SavedFile::tr("%1, with what presenter mode hides").arg(file.title) : file.title;
    auto *dialog = new QFileDialog(owner, title, {},
        SavedFile::tr("%1 files (*.%2);;All files (*)").arg(file.suffix.toUpper(), file.suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(file.suffix);
    const QString name = file.isOwnWork ? file.name : Presenter::instance().text(file.name);
    dialog->selectFile(fileNameFrom(name) + u'.' + file.suffix);
    const auto write = [owner, failed, saved, content = file.content, within = file.within,
                           isOwnWork = file.isOwnWork](const QString &fileName) {
        const DisguisePtr disguise = isOwnWork ? nullptr : Presenter::instance().kept();
        const auto work = [fileName, content, within, disguise] {
            return writeWholeFile(fileName, disguise ? disguise->json(content(), within) : content());
        };
        onFinished(QtConcurrent::run(work), owner, [failed, saved](const Result<> &written) {
            if (!written)
                failed(written.error());
            else if (saved)
                saved();
        });
    };
    QObject::connect(dialog, &QFileDialog::fileSelected, owner, write);
    dialog->open();
}

QString fileNameFrom(const QString &text)
{
    constexpr QStringView refused = u"/\\:*?\"<>|";
    constexpr qsizetype longest = 80;
    QString name;
    for (const QChar c : text.left(longest))
        name += c.isPrint() && !refused.contains(c) ? c : QChar(u'_');
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    return name.isEmpty() ? SavedFile::tr("value") : name;
}

} // namespace Gatescope
