// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "copymenubutton.h"

namespace Gatescope {

CopyMenuButton::CopyMenuButton(CopyMenu::Chosen chosen, CopyMenu::Listed listed, QWidget *parent)
    : ActionButton(Theme::Icon::ChevronDown, tr("Copy or save in another form"), parent)
{
    setObjectName(QStringLiteral("copyMenuButton"));
    auto *menu = new CopyMenu(std::move(chosen), std::move(listed), this);
    connect(menu, &CopyMenu::saveFailed, this, &CopyMenuButton::saveFailed);
    connect(this, &QAbstractButton::clicked, menu,
        [this, menu] { menu->popup(mapToGlobal(QPoint(0, height()))); });
}

} // namespace Gatescope
