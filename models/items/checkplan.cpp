// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkplan.h"

namespace Gatescope {

namespace {

class CheckPlanner
{
public:
    CheckPlanner(const StatsigUser &user, const CheckAsk &ask, bool logExposures)
        : m_user(user)
        , m_ask(ask)
        , m_logExposures(logExposures)
    { }

    QList<CheckCall> plan(const CheckItems &items);

private:
    void addGate(const CheckItem &item);
    void addNames(CheckCall &call, const QString &name) const;
    ApiRequest valueRequest(const CheckItem &item) const;
    ApiRequest gatesRequest(const QStringList &names) const;

    const StatsigUser &m_user;
    const CheckAsk m_ask;
    const bool m_logExposures;
    QList<CheckCall> m_calls;
    qsizetype m_openCall = -1; ///< the gates' call that takes more names
};

QList<CheckCall> CheckPlanner::plan(const CheckItems &items)
{
    for (const CheckItem &item : items) {
        if (tableOf(item.kind) == SpecTable::FeatureGates)
            addGate(item);
        else
            m_calls.append({valueRequest(item), {item}});
    }
    return std::move(m_calls);
}

void CheckPlanner::addGate(const CheckItem &item)
{
    const bool fits = m_openCall >= 0 && m_calls[m_openCall].items.size() < maxGateNames;
    if (m_ask.gates == CheckAsk::Gates::OneByOne || !fits) {
        m_openCall = m_calls.size();
        m_calls.append({gatesRequest({item.name}), {item}});
        return;
    }
    addNames(m_calls[m_openCall], item.name);
    m_calls[m_openCall].items.append(item);
}

void CheckPlanner::addNames(CheckCall &call, const QString &name) const
{
    if (auto *gates = std::get_if<CheckGateRequest>(&call.request))
        gates->gateNames.append(name);
    else if (auto *multiple = std::get_if<CheckGateMultipleRequest>(&call.request))
        multiple->gateNames.append(name);
}

ApiRequest CheckPlanner::gatesRequest(const QStringList &names) const
{
    if (m_ask.gates == CheckAsk::Gates::Multiple)
        return CheckGateMultipleRequest {m_user, names, m_logExposures};
    return CheckGateRequest {m_user, names, m_logExposures};
}

ApiRequest CheckPlanner::valueRequest(const CheckItem &item) const
{
    if (item.kind == EntityKind::Layer)
        return GetLayerRequest {m_user, item.name, m_logExposures};
    if (item.kind == EntityKind::Experiment && m_ask.experiments == CheckAsk::Experiments::GetExperiment)
        return GetExperimentRequest {m_user, item.name, m_logExposures};
    return GetConfigRequest {m_user, item.name, m_logExposures};
}

} // namespace

QList<CheckCall> planCalls(
    const CheckItems &items, const StatsigUser &user, const CheckAsk &ask, bool logExposures)
{
    return CheckPlanner(user, ask, logExposures).plan(items);
}

} // namespace Gatescope
