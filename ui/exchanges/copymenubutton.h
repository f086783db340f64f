// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "copymenu.h"

#include <ui/widgets/actionbutton.h>

namespace Gatescope {

/// Opens a CopyMenu, beside the button that copies as cURL at once.
class CopyMenuButton : public ActionButton
{
    Q_OBJECT
public:
    CopyMenuButton(CopyMenu::Chosen chosen, CopyMenu::Listed listed, QWidget *parent);

Q_SIGNALS:
    void saveFailed(const Gatescope::Error &error);
};

} // namespace Gatescope
