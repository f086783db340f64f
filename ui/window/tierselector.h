// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/toolcombo.h>

namespace Gatescope {

class Workspace;

/// The tier in force: the user's own statsigEnvironment.tier, else the connection's. Choosing one sets the
/// user's.
class TierSelector : public ToolCombo
{
    Q_OBJECT
public:
    explicit TierSelector(Workspace &workspace, QWidget *parent = nullptr);

private:
    void refill();

    Workspace &m_workspace;
};

} // namespace Gatescope
