// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explanationwork.h"

#include <models/statsig/requests.h>
#include <ui/onfinished.h>

#include <QtConcurrentRun>

#include <algorithm>

namespace Gatescope {

namespace {

FlipFinding finding(const LocalWitness &witness, const CheckItem &item, const StatsigUser &composed,
    const QString &tier, const FlipLimits &limits, const std::stop_token &stop)
{
    const int found = witness.project()->find(tableOf(item.kind), item.name.toStdString());
    if (found < 0)
        return {{}, ExplanationWork::tr("The specs do not have it."), true};
    const auto spec = std::uint32_t(found);
    const StatsigUser sent = sentUser(composed, tier);
    FlipReport report = findFlips(witness.evaluator(), spec, sent, stop, limits);
    std::erase_if(report.flips, [&](const Flip &flip) {
        return sentUser(edited(composed, flip.edits), tier) != edited(sent, flip.edits);
    });
    if (report.flips.empty() && report.obstacle == FlipReport::Obstacle::Nothing)
        report.obstacle = FlipReport::Obstacle::NotFound;
    return {flipWords(witness.evaluator(), spec, sent, report), flipConclusion(report), report.isComplete};
}

FlipLimits limitsOf(int effort)
{
    constexpr int mostEfforts = 5; // an hour and a half
    FlipLimits limits;
    for (int i = 0; i < std::min(effort, mostEfforts); ++i) {
        limits.maxEvaluations *= 4;
        limits.maxTime *= 4;
        limits.maxIds *= 4;
    }
    return limits;
}

} // namespace

ExplanationWork::~ExplanationWork()
{
    m_stop.request_stop();
}

void ExplanationWork::explain(const LocalWitnessPtr &witness, const CheckItem &item)
{
    const quint64 token = ++m_explanation;
    const auto work = [witness, item] {
        return Gatescope::explain(
            witness->evaluator(), witness->user(), tableOf(item.kind), item.name.toStdString());
    };
    onFinished(QtConcurrent::run(work), this, [this, token](const ExplanationPtr &explanation) {
        if (token == m_explanation)
            Q_EMIT explained(explanation);
    });
}

void ExplanationWork::findFlips(const LocalWitnessPtr &witness, const CheckItem &item,
    const StatsigUser &composed, const QString &tier, int effort)
{
    m_stop.request_stop();
    m_stop = {};
    const quint64 token = ++m_search;
    const auto work = [witness, item, composed, tier, limits = limitsOf(effort), stop = m_stop.get_token()] {
        return finding(*witness, item, composed, tier, limits, stop);
    };
    onFinished(QtConcurrent::run(work), this, [this, token](const FlipFinding &found) {
        if (token == m_search)
            Q_EMIT flipsFound(found);
    });
}

void ExplanationWork::stopFlips()
{
    m_stop.request_stop();
}

void ExplanationWork::drop()
{
    ++m_explanation;
    ++m_search;
    m_stop.request_stop();
}

} // namespace Gatescope
