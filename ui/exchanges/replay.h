// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "replayplan.h"

#include <models/ports/statsigapi.h>
#include <ui/widgets/inlinebar.h>

#include <QObject>
#include <QPointer>

namespace Gatescope {

class Workspace;

/// Sends an exchange again and says on its bar what is to be known before, and what came of it. One at a
/// time. UI thread.
class Replay : public QObject
{
    Q_OBJECT
public:
    Replay(Workspace &workspace, QWidget *window);

    InlineBar *bar() const { return m_bar; } ///< hidden while there is nothing to say
    bool isSending() const { return m_call; }
    /// With the connection of that id, about the user (none: as it was). Asks first where it writes to
    /// production, or where something is not as it was.
    void start(const ExchangePtr &exchange, const QString &connectionId,
        const std::optional<StatsigUser> &user = {});
    bool stop(); ///< false if nothing is being sent
    void say(const QString &sentence); ///< in place of what the bar says
    void sayError(const Error &error);

Q_SIGNALS:
    void sendingChanged();
    void sent(const Gatescope::ExchangePtr &first, const Gatescope::ExchangePtr &second);
    void compareRequested(const Gatescope::ExchangePtr &first, const Gatescope::ExchangePtr &second);

private:
    void confirm(const ReplayPlan &plan, const ExchangePtr &exchange);
    bool isAsItStands(const ReplayPlan &plan) const;
    void send(const ReplayPlan &plan, const ExchangePtr &exchange);
    void finish(const ApiOutcome &outcome, const ExchangePtr &first, const QString &afterword);
    void show(InlineBar::Kind kind, const QString &text);

    Workspace &m_workspace;
    QWidget *m_window;
    InlineBar *m_bar;
    QPointer<ApiCall> m_call;
};

} // namespace Gatescope
