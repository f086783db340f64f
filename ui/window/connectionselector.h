// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/toolcombo.h>

namespace Gatescope {

class Workspace;

/// Chooses the connection. Its stripe is the connection's colour, amber for production; the last entry opens
/// the connections' settings.
class ConnectionSelector : public ToolCombo
{
    Q_OBJECT
public:
    explicit ConnectionSelector(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void connectionsRequested();

private:
    void refill();
    void refreshFace();
    void choose(int index);

    Workspace &m_workspace;
};

} // namespace Gatescope
