// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entityforuser.h>
#include <ui/localverdicts.h>

#include <QObject>

namespace Gatescope {

/// Finds what the user of the composer gets from the entity that is shown, on a worker, and again whenever
/// the user or what the evaluation takes changes. Late answers are dropped. UI thread.
class EntityUserWork : public QObject
{
    Q_OBJECT
public:
    explicit EntityUserWork(Workspace &workspace, QObject *parent = nullptr);

    void setDetails(const EntityDetailsPtr &details);

Q_SIGNALS:
    void outdated(); ///< what was found holds no longer; more follows
    void found(const Gatescope::EntityForUser &forUser);

private:
    void explain();

    LocalVerdicts m_verdicts;
    EntityDetailsPtr m_details;
    quint64 m_token = 0;
};

} // namespace Gatescope
