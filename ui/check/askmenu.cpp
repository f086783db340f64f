// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "askmenu.h"
#include "checksession.h"

#include <QActionGroup>

namespace Gatescope {

namespace {

QString askActionName(CheckAsk::Gates gates)
{
    switch (gates) {
    case CheckAsk::Gates::OneByOne:
        return QStringLiteral("askGatesOneByOneAction");
    case CheckAsk::Gates::Together:
        return QStringLiteral("askGatesTogetherAction");
    case CheckAsk::Gates::Multiple:
        return QStringLiteral("askGatesMultipleAction");
    }
    return {};
}

QString askActionName(CheckAsk::Experiments experiments)
{
    return experiments == CheckAsk::Experiments::GetConfig ? QStringLiteral("askGetConfigAction")
                                                           : QStringLiteral("askGetExperimentAction");
}

} // namespace

AskMenu::AskMenu(CheckSession &session, QWidget *parent)
    : QMenu(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("askMenu"));
    using Gates = CheckAsk::Gates;
    using Experiments = CheckAsk::Experiments;
    addChoices(tr("Gates"), &CheckAsk::gates,
        QList<std::pair<QString, Gates>> {{tr("One call a gate (check_gate, gateName)"), Gates::OneByOne},
            {tr("All gates in one call (check_gate, gateNames)"), Gates::Together},
            {tr("All gates in one call (check_gate_multiple)"), Gates::Multiple}});
    addChoices(tr("Experiments"), &CheckAsk::experiments,
        QList<std::pair<QString, Experiments>> {{tr("By get_experiment"), Experiments::GetExperiment},
            {tr("By get_config"), Experiments::GetConfig}});
}

template<class Member, class Choices>
void AskMenu::addChoices(const QString &title, Member member, const Choices &choices)
{
    addSection(title);
    auto *group = new QActionGroup(this);
    for (const auto &[text, value] : choices) {
        QAction *action = addAction(text);
        action->setCheckable(true);
        action->setObjectName(askActionName(value));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, member, value] {
            CheckAsk ask = m_session.ask();
            ask.*member = value;
            m_session.setAsk(ask);
        });
        connect(this, &QMenu::aboutToShow, action,
            [this, action, member, value] { action->setChecked(m_session.ask().*member == value); });
    }
}

} // namespace Gatescope
