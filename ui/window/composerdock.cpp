// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "composerdock.h"

#include "composerstrip.h"

#include <ui/workspace.h>

#include <QVBoxLayout>

namespace Gatescope {

ComposerDock::ComposerDock(Workspace &workspace, QWidget *composer, QWidget *parent)
    : Panel(Theme::Color::Background, {}, parent)
    , m_composer(composer)
    , m_strip(new ComposerStrip(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip, 1);
    layout->addWidget(m_composer, 1);
    m_strip->hide();

    const auto nameUser = [this, &workspace] { m_strip->setUserName(workspace.user().label()); };
    nameUser();
    connect(&workspace, &Workspace::userChanged, m_strip, nameUser);
    connect(m_strip, &QAbstractButton::clicked, this, &ComposerDock::openRequested);
    connect(&Theme::instance(), &Theme::changed, this, &ComposerDock::applyWidth);
    applyWidth();
}

void ComposerDock::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    m_composer->setVisible(open);
    m_strip->setVisible(!open);
    applyWidth();
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
