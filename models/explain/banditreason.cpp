// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "banditreason.h"
#include "bucketranges.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

using Cause = Explanation::Cause;

Phrases bucketNumber(qint64 number)
{
    return {plainPhrase(QLocale().toString(number))};
}

class BanditSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::BanditReason)
public:
    BanditSpeaker(const TraceView &view, std::uint32_t entity)
        : m_view(view)
        , m_entity(entity)
        , m_node(view.node(entity))
        , m_bandit(*view.project().bandit(m_node.name))
    { }

    DecisionReason reason() const;

private:
    DecisionReason outside() const;
    DecisionReason byBucket() const;
    DecisionReason byScore() const;

    const TraceView &m_view;
    std::uint32_t m_entity;
    const Trace::Node &m_node;
    const Bandit &m_bandit;
};

DecisionReason BanditSpeaker::reason() const
{
    if (!m_node.choice->group)
        return outside();
    return m_bandit.hasModels ? byScore() : byBucket();
}

DecisionReason BanditSpeaker::outside() const
{
    const std::uint32_t gate = m_view.asked(m_entity);
    if (gate == Trace::none)
        return {Cause::NotStarted, {plainPhrase(tr("it has not started"))}};
    return {Cause::NotTargeted,
        fillPhrases(tr("its targeting gate %1 is off for this user, because %2"),
            {{entityPhrase(m_view.project(), SpecTable::FeatureGates, m_view.node(gate).name)},
                decisionReason(m_view, gate, ReasonStyle::Bare).words})};
}

/// Without a model every group has an equal share of the 10,000 buckets.
DecisionReason BanditSpeaker::byBucket() const
{
    const auto [first, last] = banditRange(m_bandit, *m_node.choice->group);
    return {Cause::Bandit,
        fillPhrases(tr("it has no model yet, and bucket %1 is in %2 to %3 of 10,000"),
            {bucketNumber(m_node.bucket->bucket), bucketNumber(first), bucketNumber(last)})};
}

DecisionReason BanditSpeaker::byScore() const
{
    const auto &scores = m_node.choice->scores;
    const std::size_t group = *m_node.choice->group;
    if (group >= scores.size() || !scores[group])
        return {Cause::Bandit, {plainPhrase(tr("it draws a group at random"))}};
    const QString score = QLocale().toString(*scores[group], 'g', 4);
    return {Cause::Bandit,
        fillPhrases(m_bandit.higherIsBetter ? tr("its score, %1, is the highest of %2")
                                            : tr("its score, %1, is the lowest of %2"),
            {{plainPhrase(score)}, bucketNumber(qint64(scores.size()))})};
}

} // namespace

DecisionReason banditReason(const TraceView &view, std::uint32_t entity)
{
    return BanditSpeaker(view, entity).reason();
}

} // namespace Gatescope
