// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "composerdock.h"

#include "composerstrip.h"

#include <ui/workspace.h>

#include <QVBoxLayout>

namespace Gatescope {

ComposerDock::ComposerDock(Workspace &workspace, QWidget *composer, QWidget *parent)
    : Panel(Theme::Color::Background, {}, parent)
    , m_workspace(workspace)
    , m_composer(composer)
    , m_strip(new ComposerStrip(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip, 1);
    layout->addWidget(m_composer, 1);
    m_strip->hide();

    connect(&workspace, &Workspace::userChanged, this, &ComposerDock::nameUser);
    connect(&workspace, &Workspace::personaChanged, this, &ComposerDock::nameUser);
    connect(m_strip, &QAbstractButton::clicked, this, &ComposerDock::openRequested);
    connect(&Theme::instance(), &Theme::changed, this, &ComposerDock::applyWidth);
    applyWidth();
}

void ComposerDock::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    const bool hadFocus = m_composer->isAncestorOf(window()->focusWidget());
    nameUser();
    m_strip->setVisible(!open);
    if (!open && hadFocus)
        m_strip->setFocus(); // from where it opens again
    m_composer->setVisible(open);
    applyWidth();
}

/// Only where it is read: typing in the composer changes the user with every key.
void ComposerDock::nameUser()
{
    if (!m_open)
        m_strip->setUserName(m_workspace.isPersonaEdited() ? tr("%1, edited").arg(m_workspace.userName())
                                                           : m_workspace.userName());
}

void ComposerDock::applyWidth()
{
    const Theme &theme = Theme::instance();
    setMinimumWidth(theme.scaled(m_open ? 280 : 40));
    setMaximumWidth(theme.scaled(m_open ? 560 : 40));
}

void ComposerDock::setHasWarnings(bool warnings)
{
    m_strip->setHasWarnings(warnings);
}

} // namespace Gatescope
