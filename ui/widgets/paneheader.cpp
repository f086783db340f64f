// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "paneheader.h"

#include "statustext.h"
#include "textlabel.h"

#include <QHBoxLayout>

namespace Gatescope {

PaneHeader::PaneHeader(const QString &title, Theme::Font subtitleFont, QWidget *parent)
    : Panel(Theme::Color::Raised, Qt::TopEdge | Qt::BottomEdge, parent)
    , m_title(new TextLabel(title, Theme::Font::BodyStrong))
    , m_subtitle(new StatusText(subtitleFont))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_subtitle, 1);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &PaneHeader::applyTheme);
}

void PaneHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHeader::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
}

void PaneHeader::addTool(QWidget *tool)
{
    m_layout->addWidget(tool);
}

void PaneHeader::applyTheme()
{
    const Theme &theme = Theme::instance();
    m_layout->setContentsMargins(theme.scaled(16), 0, theme.scaled(16), 0);
    m_layout->setSpacing(theme.scaled(8));
    setFixedHeight(theme.scaled(32));
}

} // namespace Gatescope
