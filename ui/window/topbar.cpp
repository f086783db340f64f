// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "topbar.h"

#include "connectionselector.h"
#include "exposuresswitch.h"
#include "laststatus.h"
#include "tierselector.h"

#include <ui/theme/paint.h>
#include <ui/workspace.h>

#include <QHBoxLayout>
#include <QPainter>

namespace Gatescope {

TopBar::TopBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    const Theme &theme = Theme::instance();
    auto *connections = new ConnectionSelector(workspace, this);
    auto *tiers = new TierSelector(workspace, this);
    m_exposures = new ExposuresSwitch(this);
    m_status = new LastStatus(this);
    m_exposures->setObjectName(QStringLiteral("exposuresSwitch"));
    m_status->setObjectName(QStringLiteral("lastStatus"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.scaled(12), theme.scaled(8), theme.scaled(12), theme.scaled(8));
    layout->setSpacing(theme.scaled(8));
    layout->addWidget(connections);
    layout->addWidget(tiers);
    layout->addSpacing(theme.scaled(16));
    layout->addWidget(m_exposures);
    layout->addStretch(1);
    layout->addWidget(m_status);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(connections, &ConnectionSelector::connectionsRequested, this, &TopBar::connectionsRequested);
    connect(m_exposures, &ExposuresSwitch::switchRequested, this, &TopBar::exposuresRequested);
    connect(&workspace, &Workspace::connectionChanged, this,
        [this] { m_exposures->setOn(m_workspace.logExposures()); });
    connect(&workspace, &Workspace::exchangeAdded, m_status, &LastStatus::setExchange);
    connect(&workspace, &Workspace::exchangesCleared, m_status, [this] { m_status->setExchange({}); });
    m_exposures->setOn(workspace.logExposures());
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Theme::Color::Raised));
    Paint::lineBelow(painter, rect(), Theme::Color::Border);
}

} // namespace Gatescope
