// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "topbar.h"

#include "commandfield.h"
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
    QSizePolicy statusPolicy = m_status->sizePolicy();
    statusPolicy.setRetainSizeWhenHidden(true); // it keeps the others where they are
    m_status->setSizePolicy(statusPolicy);
    m_commands = new CommandField(this);
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
    layout->addSpacing(theme.scaled(8));
    layout->addWidget(m_commands);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_connections, &ConnectionSelector::connectionsRequested, this, &TopBar::connectionsRequested);
    connect(m_exposures, &ExposuresSwitch::switchRequested, this, &TopBar::exposuresRequested);
    connect(m_commands, &CommandField::focusChanged, this, &TopBar::shareWidth);
    connect(m_exposures, &ExposuresSwitch::ledgerRequested, this, &TopBar::ledgerRequested);
    connect(workspace.ledger(), &Ledger::recorded, this, &TopBar::showLedgerCount);
    connect(&workspace, &Workspace::connectionChanged, this, [this] {
        m_exposures->setOn(m_workspace.logExposures());
        shareWidth();
    });
    connect(&workspace, &Workspace::exchangeAdded, m_status, &LastStatus::setExchange);
    connect(&workspace, &Workspace::exchangesCleared, m_status, [this] { m_status->setExchange({}); });
    connect(&workspace, &Workspace::exchangesRestored, m_status,
        [this] { m_status->setExchange(m_workspace.exchanges().constLast()); });
    m_exposures->setOn(workspace.logExposures());
    showLedgerCount();
}

void TopBar::showLedgerCount()
{
    const Ledger &ledger = *m_workspace.ledger();
    m_exposures->setCounts(
        ledger.count(LedgerEntry::Outcome::Logged), ledger.count(LedgerEntry::Outcome::Unknown));
    shareWidth();
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

/// The switch says what it means, and the field what it is for, where there is room for it and a short
/// status. The status itself has no say: what can be pressed must not move when an answer comes. It makes way
/// for a field that is typed into.
void TopBar::shareWidth()
{
    const Theme &theme = Theme::instance();
    const int status = theme.scaled(statusWidth);
    const int controls = m_connections->sizeHint().width() + m_tiers->sizeHint().width();
    const int gaps = theme.scaled(88);
    const int room = width() - controls - status - gaps;
    const bool isFull = m_exposures->fullWidth() + m_commands->fullWidth() <= room;
    const bool isInUse = m_commands->hasFocus();
    m_commands->setCompact(!isFull && !isInUse);
    m_commands->setFixedWidth(isFull || isInUse ? m_commands->fullWidth() : m_commands->compactWidth());
    m_exposures->setNoteShown(isFull || m_exposures->fullWidth() + m_commands->compactWidth() <= room);
    m_status->setMinimumWidth(isFull || !isInUse ? status : 1); // 0 would be its own
    m_status->setVisible(isFull || !isInUse);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Theme::Color::Raised));
    Paint::lineBelow(painter, rect(), Theme::Color::Border);
}

} // namespace Gatescope
