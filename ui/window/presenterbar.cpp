// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "presenterbar.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>

namespace Gatescope {

PresenterBar::PresenterBar(QWidget *parent)
    : InlineBar(Kind::Info, Density::Normal, parent)
{
    setObjectName(QStringLiteral("presenterBar"));
    setActionsBeside(true);
    setText(tr("Presenter mode."),
        tr("E-mail and IP addresses, IDs and custom values show as pseudonyms, in copies and exports too."));
    ActionButton *leave = addAction(tr("Leave"));
    leave->setObjectName(QStringLiteral("leavePresenterButton"));
    leave->setToolTip(tr("Leave presenter mode (Ctrl+Shift+P)"));
    Presenter &presenter = Presenter::instance();
    connect(leave, &QAbstractButton::clicked, &presenter, [&presenter] { presenter.setOn(false); });
    connect(&presenter, &Presenter::changed, this, &PresenterBar::follow);
    follow();
}

void PresenterBar::follow()
{
    setVisible(Presenter::instance().isOn());
}

} // namespace Gatescope
