// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "replay.h"

#include <models/items/exchangewords.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>
#include <ui/window/confirmwritedialog.h>
#include <ui/workspace.h>

namespace Gatescope {

Replay::Replay(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_bar(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, window))
{
    m_bar->setObjectName(QStringLiteral("replayBar"));
    m_bar->setActionsBeside(true);
    m_bar->setClosable(true);
    m_bar->hide();
    connect(m_bar, &InlineBar::closed, m_bar, &QWidget::hide);
}

void Replay::show(InlineBar::Kind kind, const QString &text)
{
    m_bar->clearActions();
    m_bar->setKind(kind);
    m_bar->setText(text);
    m_bar->show();
}

void Replay::say(const QString &sentence)
{
    show(InlineBar::Kind::Info, sentence);
}

void Replay::sayError(const Error &error)
{
    m_bar->clearActions();
    m_bar->setKind(InlineBar::Kind::Error);
    m_bar->setError(error);
    m_bar->show();
}

void Replay::start(
    const ExchangePtr &exchange, const QString &connectionId, const std::optional<StatsigUser> &user)
{
    if (m_call || !exchange)
        return;
    m_bar->hide();
    const Connection *connection = m_workspace.findConnection(connectionId);
    if (!connection) {
        sayError({ErrorCode::BadInput,
            tr("The connection %1 is no longer there. Send it with another connection.")
                .arg(exchange->connectionName),
            {}});
        return;
    }
    const auto plan = planReplay(*exchange, *connection, user);
    if (!plan) {
        sayError(plan.error());
        return;
    }
    if (plan->remarks.isEmpty()) {
        confirm(*plan, exchange);
        return;
    }
    show(InlineBar::Kind::Warning, plan->remarks.join(QLatin1Char(' ')));
    ActionButton *go = m_bar->addAction(tr("%1 like this", "Send again").arg(replayAction(plan->request)));
    go->setObjectName(QStringLiteral("replayLikeThisButton"));
    connect(go, &QAbstractButton::clicked, this, [this, plan = *plan, exchange, connectionId, user] {
        m_bar->hide();
        isAsItStands(plan) ? confirm(plan, exchange) : start(exchange, connectionId, user);
    });
    go->setFocus(Qt::OtherFocusReason);
}

void Replay::confirm(const ReplayPlan &plan, const ExchangePtr &exchange)
{
    if (!writes(plan.request)) {
        send(plan, exchange);
        return;
    }
    const ConfirmWriteDialog::Write write {
        replayAction(plan.request), replayConsequence(plan.request), userTierOf(plan.request)};
    ConfirmWriteDialog::ask(m_workspace, plan.connection, write, m_window, [this, plan, exchange] {
        if (isAsItStands(plan))
            send(plan, exchange);
        else
            say(tr("Nothing was sent: the connection was changed meanwhile. Send it again."));
    });
}

/// The connection may have been edited, or its exposures switched off, since the plan was made.
bool Replay::isAsItStands(const ReplayPlan &plan) const
{
    const Connection *now = m_workspace.findConnection(plan.connection.id);
    return now && *now == plan.connection;
}

void Replay::send(const ReplayPlan &plan, const ExchangePtr &exchange)
{
    if (m_call)
        return;
    m_call = m_workspace.start(plan.connection, plan.request);
    connect(m_call, &ApiCall::finished, this,
        [this, exchange, afterword = plan.afterword](
            const ApiOutcome &outcome) { finish(outcome, exchange, afterword); });
    Q_EMIT sendingChanged();
}

bool Replay::stop()
{
    if (!m_call)
        return false;
    m_call->cancel();
    return true;
}

void Replay::finish(const ApiOutcome &outcome, const ExchangePtr &first, const QString &afterword)
{
    m_call = nullptr;
    const ExchangePtr second = outcome.exchange;
    if (!outcome.response && outcome.response.error().code != ErrorCode::Cancelled)
        sayError(outcome.response.error());
    else if (second && outcome.response)
        say(QStringList {
            tr("Sent again with %1: %2 in %3.")
                .arg(second->connectionName, statusText(*second), durationText(second->finished)),
            afterword}
                .join(QLatin1Char(' '))
                .trimmed());
    if (second && !second->responseBody.isEmpty() && !first->responseBody.isEmpty()) {
        ActionButton *compare = m_bar->addLink(tr("Compare with the first"));
        compare->setObjectName(QStringLiteral("compareReplayButton"));
        connect(compare, &QAbstractButton::clicked, this,
            [this, first, second] { Q_EMIT compareRequested(first, second); });
    }
    Q_EMIT sendingChanged();
    if (second)
        Q_EMIT sent(first, second);
}

} // namespace Gatescope
