// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "announce.h"

#include <ui/presenter/giventexts.h>
#include <ui/presenter/presenter.h>

#include <QAccessible>
#include <QWidget>

namespace Gatescope {

void announce(QWidget *widget)
{
    presentGivenTexts(*widget, Presenter::instance());
    QAccessibleEvent alert(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace Gatescope
