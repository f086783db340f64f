// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "unknownnamesbar.h"

#include <ui/widgets/actionbutton.h>
#include <ui/workspace.h>

#include <QFileDialog>
#include <QLocale>

#include <utility>

namespace Gatescope {

UnknownNamesBar::UnknownNamesBar(Workspace &workspace, QWidget *parent)
    : InlineBar(Kind::Undetermined, Density::Normal, parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("unknownBar"));
    setActionsBeside(true);
    hide();
}

QString UnknownNamesBar::unknownDespiteNames(int names, bool hasProject)
{
    const QString list =
        names == 1 ? tr("your list of 1 name") : tr("your list of %1 names").arg(QLocale().toString(names));
    return hasProject ? tr("neither the specs nor %1 contain any more.").arg(list)
                      : tr("%1 contains no more, and there are no specs.").arg(list);
}

void UnknownNamesBar::showAbout(const InitializeViewPtr &view)
{
    const int unknown = view ? view->unknownCount() : 0;
    setVisible(unknown > 0);
    if (unknown == 0)
        return;
    const QString total = locale().toString(int(view->entries().size()));
    const QString count = unknown == 1
        ? tr("1 of %1 hashes has no known name").arg(total)
        : tr("%1 of %2 hashes have no known name").arg(locale().toString(unknown), total);
    const bool loading = m_workspace.specs().loading;
    const QString why = loading ? tr("the specs are on their way.")
        : m_workspace.names()
        ? unknownDespiteNames(int(m_workspace.names()->names.size()), view->hasProject())
        : !view->hasProject() ? tr("there are no specs to take the names from.")
        : unknown == 1        ? tr("the specs do not contain it.")
                              : tr("the specs do not contain them.");
    const QString refusal = m_workspace.specsRefusal();
    // With each answer and each filter this is asked, and making buttons takes its time.
    const QString has = m_workspace.specs().project ? QStringLiteral("specs") : QString();
    if (const QStringList said {count, why, refusal, has}; std::exchange(m_said, said) == said)
        return;
    setText(count + QStringLiteral(": ") + why);
    clearActions();
    if (!loading)
        offerSpecs(refusal);
}

void UnknownNamesBar::offerSpecs(const QString &refusal)
{
    ActionButton *download =
        addLink(m_workspace.specs().project ? tr("Refresh the specs") : tr("Download specs"));
    download->setDisabledReason(refusal);
    connect(download, &QAbstractButton::clicked, this, [this] { m_workspace.refreshSpecs(); });
    ActionButton *open = addLink(tr("Open a specs file"));
    connect(open, &QAbstractButton::clicked, this, &UnknownNamesBar::chooseSpecsFile);
    ActionButton *names = addLink(tr("Load a list of names"));
    names->setToolTip(tr("A text file with one name a line, such as those your code asks for"));
    connect(names, &QAbstractButton::clicked, this, &UnknownNamesBar::chooseNames);
}

void UnknownNamesBar::chooseNames()
{
    auto *dialog = new QFileDialog(
        this, tr("Load a list of names"), {}, tr("Text and JSON files (*.txt *.csv *.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &UnknownNamesBar::namesChosen);
    dialog->open();
}

void UnknownNamesBar::chooseSpecsFile()
{
    auto *dialog = new QFileDialog(this, tr("Open specs"), {}, tr("JSON files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_workspace, &Workspace::openSpecs);
    dialog->open();
}

} // namespace Gatescope
