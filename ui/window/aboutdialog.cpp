// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "aboutdialog.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/textlabel.h>

#include <QCoreApplication>
#include <QVBoxLayout>

namespace Gatescope {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    const Theme &theme = Theme::instance();
    setWindowTitle(tr("About Gatescope"));
    auto *name = new TextLabel(tr("Gatescope %1").arg(QCoreApplication::applicationVersion()).trimmed(),
        Theme::Font::Headline, Theme::Color::Text, this);
    auto *what = new TextLabel(tr("Inspects what Statsig answers for a user, and why. Looking never logs an "
                                  "exposure unless you switch it on."),
        Theme::Font::Body, Theme::Color::Text, this);
    what->setWordWrap(true);
    auto *terms = new TextLabel(
        tr("MIT licence. Built with Qt %1. Not made by Statsig.").arg(QLatin1String(qVersion())),
        Theme::Font::Label, Theme::Color::TextMuted, this);
    auto *close = new ActionButton(tr("Close"), ActionButton::Look::Plain, this);
    close->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    layout->setSpacing(theme.scaled(12));
    layout->addWidget(name);
    layout->addWidget(what);
    layout->addWidget(terms);
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(theme.scaled(400));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
}

} // namespace Gatescope
