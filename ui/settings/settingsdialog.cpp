// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "settingsdialog.h"

#include "appearancepane.h"
#include "connectionspane.h"
#include "evaluationpane.h"
#include "historypane.h"
#include "limitspane.h"
#include "snapshotspane.h"

#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/workspace.h>

#include <QHBoxLayout>
#include <QTabBar>
#include <QTabWidget>

namespace Gatescope {

SettingsDialog::SettingsDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_connections(new ConnectionsPane(workspace, this))
{
    const Theme &theme = Theme::instance();
    setWindowTitle(tr("Settings"));
    setObjectName(QStringLiteral("settingsDialog"));
    m_tabs->tabBar()->setAccessibleName(tr("Settings"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_connections, tr("Connections"));
    m_tabs->addTab(new EvaluationPane(workspace, this), tr("Evaluation"));
    m_tabs->addTab(new AppearancePane(workspace.preferences(), this), tr("Appearance"));
    m_tabs->addTab(new SnapshotsPane(workspace.preferences(), this), tr("Snapshots"));
    m_tabs->addTab(new HistoryPane(workspace.preferences(), workspace.history(), this), tr("History"));
    m_tabs->addTab(new LimitsPane(workspace.preferences(), this), tr("Limits"));
    auto *close = new ActionButton(tr("Close the settings"), ActionButton::Look::Plain, this);
    close->setObjectName(QStringLiteral("closeSettingsButton"));

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(theme.scaled(16), theme.scaled(8), theme.scaled(16), theme.scaled(12));
    footer->addStretch();
    footer->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(footer);
    resize(theme.scaled(760), theme.scaled(560));

    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(m_connections, &ConnectionsPane::exchangeRequested, this, [this](quint64 number) {
        done(Accepted);
        if (!isVisible())
            Q_EMIT exchangeRequested(number);
    });
}

void SettingsDialog::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void SettingsDialog::showConnection(const QString &id, bool focusKey)
{
    showTab(Connections);
    m_connections->showConnection(id, focusKey);
}

void SettingsDialog::addConnection()
{
    showTab(Connections);
    m_connections->addConnection();
}

void SettingsDialog::done(int result)
{
    // Esc, the close button and the title bar all end here.
    if (!m_connections->mayClose()) {
        showTab(Connections);
        return;
    }
    m_connections->commitRemovals();
    QDialog::done(result);
}

} // namespace Gatescope
