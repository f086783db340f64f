// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/panel.h>

namespace Gatescope {

class ComposerStrip;
class Workspace;

/// Holds the composer at the left and collapses it to a strip that still names the user.
class ComposerDock : public Panel
{
    Q_OBJECT
public:
    ComposerDock(Workspace &workspace, QWidget *composer, QWidget *parent = nullptr);

    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// Shows a warning mark on the strip while there is something to warn of.
    void setHasWarnings(bool warnings);

Q_SIGNALS:
    void openRequested(); ///< from the strip

private:
    void nameUser();
    void applyWidth();

    Workspace &m_workspace;
    QWidget *m_composer;
    ComposerStrip *m_strip;
    bool m_open = true;
};

} // namespace Gatescope
