// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/inlinebar.h>

namespace Gatescope {

/// Says under the top bar that presenter mode is on, for as long as it is.
class PresenterBar : public InlineBar
{
    Q_OBJECT
public:
    explicit PresenterBar(QWidget *parent = nullptr);

private:
    void follow();
};

} // namespace Gatescope
