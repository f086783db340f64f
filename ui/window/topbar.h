// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Gatescope {

class CommandField;
class ConnectionSelector;
class ExposuresSwitch;
class LastStatus;
class TierSelector;
class Workspace;

/// Where requests go and as what: connection, tier, exposures, how the last one went, and the command field.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(Workspace &workspace, QWidget *parent = nullptr);

    CommandField *commandField() const { return m_commands; }

Q_SIGNALS:
    void connectionsRequested();
    void exposuresRequested(bool on);
    void ledgerRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void shareWidth();
    void showLedgerCount();

    Workspace &m_workspace;
    ConnectionSelector *m_connections = nullptr;
    TierSelector *m_tiers = nullptr;
    ExposuresSwitch *m_exposures = nullptr;
    LastStatus *m_status = nullptr;
    CommandField *m_commands = nullptr;
};

} // namespace Gatescope
