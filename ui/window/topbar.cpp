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

namespace {

constexpr int statusWidth = 150; ///< its outcome and duration, at 100 %

} // namespace

TopBar::TopBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    const Theme &theme = Theme::instance();
    m_connections = new ConnectionSelector(workspace, this);
    m_tiers = new TierSelector(workspace, this);
    m_exposures = new ExposuresSwitch(this);
    m_status = new LastStatus(this);
    m_exposures->setObjectName(QStringLiteral("exposuresSwitch"));
    m_status->setObjectName(QStringLiteral("lastStatus"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.scaled(12), theme.scaled(8), theme.scaled(12), theme.scaled(8));
    layout->setSpacing(theme.scaled(8));
    layout->addWidget(m_connections);
    layout->addWidget(m_tiers);
    layout->addSpacing(theme.scaled(16));
    layout->addWidget(m_exposures);
    layout->addWidget(m_status, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_connections, &ConnectionSelector::connectionsRequested, this, &TopBar::connectionsRequested);
    connect(m_exposures, &ExposuresSwitch::switchRequested, this, &TopBar::exposuresRequested);
    connect(&workspace, &Workspace::connectionChanged, this, [this] {
        m_exposures->setOn(m_workspace.logExposures());
        shareWidth();
    });
    connect(&workspace, &Workspace::exchangeAdded, m_status, &LastStatus::setExchange);
    connect(&workspace, &Workspace::exchangesCleared, m_status, [this] { m_status->setExchange({}); });
    m_exposures->setOn(workspace.logExposures());
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

/// The switch says what it means where there is room for it and a short status. The status itself has no
/// say: what can be pressed must not move when an answer comes.
void TopBar::shareWidth()
{
    const Theme &theme = Theme::instance();
    const int status = theme.scaled(statusWidth);
    m_status->setMinimumWidth(status);
    const int controls = m_connections->sizeHint().width() + m_tiers->sizeHint().width();
    const int gaps = theme.scaled(72);
    m_exposures->setNoteShown(controls + m_exposures->fullWidth() + status + gaps <= width());
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Theme::Color::Raised));
    Paint::lineBelow(painter, rect(), Theme::Color::Border);
}

} // namespace Gatescope
