// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionselector.h"

#include <ui/connectionlook.h>
#include <ui/widgets/stripedelegate.h>
#include <ui/workspace.h>

#include <QSignalBlocker>

namespace Gatescope {

ConnectionSelector::ConnectionSelector(Workspace &workspace, QWidget *parent)
    : ToolCombo(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("connectionComboBox"));
    setAccessibleName(tr("Connection"));
    setMaximumContentWidth(232);
    setItemDelegate(new StripeDelegate(this));
    connect(&workspace, &Workspace::connectionsChanged, this, &ConnectionSelector::refill);
    connect(&workspace, &Workspace::connectionChanged, this, &ConnectionSelector::refill);
    connect(this, &QComboBox::activated, this, &ConnectionSelector::choose);
    refill();
}

void ConnectionSelector::refill()
{
    const QSignalBlocker blocker(this);
    clear();
    for (const Connection &connection : m_workspace.connections()) {
        addItem(Theme::instance().icon(connectionIcon(connection), Theme::Color::Text), connection.name,
            connection.id);
        setItemData(count() - 1, int(connectionStripe(connection)), StripeDelegate::StripeRole);
    }
    insertSeparator(count());
    addItem(Theme::instance().icon(Theme::Icon::Settings), tr("Add or edit connections…"));
    setCurrentIndex(findData(m_workspace.connection().id));
    refreshFace();
}

void ConnectionSelector::refreshFace()
{
    const Connection &connection = m_workspace.connection();
    setFace({connectionStripe(connection), connectionIcon(connection), {}, connection.name, {}, true});
    setAccessibleDescription(connection.isProduction() ? tr("A production connection") : QString());
}

void ConnectionSelector::choose(int index)
{
    const QString id = itemData(index).toString();
    if (id.isEmpty()) {
        setCurrentIndex(findData(m_workspace.connection().id));
        Q_EMIT connectionsRequested();
        return;
    }
    m_workspace.selectConnection(id);
}

} // namespace Gatescope
