// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

#include <QObject>
#include <QTimer>

namespace Gatescope {

class Workspace;

/// Tells presenter mode of everybody the workspace knows: the user being composed, personas, those asked
/// about in this run, those that have come to the sandbox, and those the specs name. Made before what shows
/// them, so that it hears of somebody new first.
class PresenterTeacher : public QObject
{
    Q_OBJECT
public:
    explicit PresenterTeacher(Workspace &workspace, QObject *parent = nullptr);

private:
    void teachAll();
    void teachUser();
    void teachPersonas() const;
    void teachSpecs() const;
    void teachTraffic();

    Workspace &m_workspace;
    QTimer m_typing; ///< since the last letter
    quint64 m_taughtRequests = 0; ///< the newest of the sandbox's
};

/// Whoever the exchange is about, so that it can be shown.
void teachPresenter(const Exchange &exchange);

} // namespace Gatescope
