// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "bucketranges.h"

#include <models/json/utf8text.h>
#include <models/evaluation/compiledtarget.h>
#include <models/evaluation/rulewords.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Gatescope {

namespace {

constexpr int thousand = 1000;
constexpr int tenThousand = 10'000;

/// Who has each of the 1,000 buckets, made into ranges at the end.
class BucketOwners
{
public:
    BucketOwners() { m_owner.fill(-1, thousand); }

    bool isEmpty() const { return m_names.isEmpty(); }
    int add(const QString &name, const EntityRef &link = {})
    {
        m_names.append({0, 0, name, true, link});
        return int(m_names.size()) - 1;
    }
    void give(int bucket, int owner)
    {
        if (m_owner[bucket] < 0)
            m_owner[bucket] = owner;
    }
    QList<BucketRange> ranges() const;

private:
    QList<int> m_owner;
    QList<BucketRange> m_names;
};

QList<BucketRange> BucketOwners::ranges() const
{
    QList<BucketRange> ranges;
    for (int bucket = 0; bucket < thousand; ++bucket) {
        if (bucket > 0 && m_owner[bucket] == m_owner[bucket - 1]) {
            ranges.last().last = bucket;
            continue;
        }
        BucketRange range = m_owner[bucket] < 0 ? BucketRange() : m_names[m_owner[bucket]];
        range.first = range.last = bucket;
        ranges.append(range);
    }
    return ranges;
}

struct Side
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::BucketFact)
};

QString outsideWords()
{
    return Side::tr("outside its share");
}

QString sideWord(const Spec &spec, bool positive)
{
    switch (spec.kind) {
    case EntityKind::Gate:
        return positive ? Side::tr("on") : Side::tr("off");
    case EntityKind::Segment:
        return positive ? Side::tr("member") : Side::tr("not a member");
    case EntityKind::Holdout:
        return positive ? Side::tr("held out") : Side::tr("not held out");
    default:
        return positive ? Side::tr("the rule's value") : Side::tr("default value");
    }
}

int limitOf(const Condition &condition)
{
    const double limit = condition.compiled->number.value_or(0);
    return int(std::clamp(std::ceil(limit), 0.0, double(thousand)));
}

/// Gives out the buckets a rule's condition takes.
void giveBuckets(BucketOwners &owners, int owner, const Condition &condition)
{
    const CompiledTarget &target = *condition.compiled;
    if (condition.op == Operator::Lt && target.number) {
        for (int bucket = 0; bucket < limitOf(condition); ++bucket)
            owners.give(bucket, owner);
    } else if (target.buckets) {
        const bool inside = condition.op == Operator::Any || condition.op == Operator::AnyCaseSensitive;
        for (int bucket = 0; bucket < thousand; ++bucket) {
            if (target.buckets->test(size_t(bucket)) == inside)
                owners.give(bucket, owner);
        }
    }
}

/// An experiment sees of its layer only its own share: who is outside is told by a condition that takes them.
QList<BucketRange> shareRanges(const Spec &spec, const Condition &condition)
{
    BucketOwners owners;
    const int outside = owners.add(outsideWords());
    giveBuckets(owners, outside, condition);
    const int own = owners.add(displayName(spec), {spec.table, utf8Text(spec.name)});
    for (int bucket = 0; bucket < thousand; ++bucket)
        owners.give(bucket, own);
    QList<BucketRange> ranges = owners.ranges();
    for (BucketRange &range : ranges)
        range.isPositive = !range.link.name.isEmpty();
    return ranges;
}

QString ownerName(const Rule &rule)
{
    return rule.delegate == Rule::noDelegate ? ruleTitle(rule) : utf8Text(rule.configDelegate);
}

} // namespace

QList<BucketRange> percentageRanges(const Spec &spec, double limit)
{
    const int end = int(std::clamp(std::ceil(limit), 0.0, double(tenThousand)));
    QList<BucketRange> ranges;
    if (end > 0)
        ranges.append({0, end - 1, sideWord(spec, true), true, {}});
    if (end < tenThousand)
        ranges.append({end, tenThousand - 1, sideWord(spec, false), false, {}});
    return ranges;
}

std::string dividerKey(const Condition &condition)
{
    return std::string(condition.salt).append("\n").append(condition.idType);
}

std::unordered_map<std::string, BucketDividers> bucketDividers(const Project &project, const Spec &spec)
{
    std::unordered_map<std::string, BucketDividers> dividers;
    for (const Rule &rule : spec.rules) {
        for (const std::uint32_t index : rule.conditions) {
            const Condition &condition = project.conditions()[index];
            if (condition.type == ConditionType::UserBucket)
                dividers[dividerKey(condition)].push_back({&rule, &condition});
        }
    }
    return dividers;
}

QList<BucketRange> groupRanges(
    const Project &project, const Spec &spec, const Condition &condition, const BucketDividers &dividers)
{
    if (spec.kind != EntityKind::Layer && isLayerBucket(project, spec, condition))
        return shareRanges(spec, condition);
    BucketOwners owners;
    for (const auto &[rule, divider] : dividers) {
        const EntityRef link = rule->delegate == Rule::noDelegate
            ? EntityRef()
            : EntityRef {SpecTable::DynamicConfigs, utf8Text(rule->configDelegate)};
        giveBuckets(owners, owners.add(ownerName(*rule), link), *divider);
    }
    if (owners.isEmpty())
        giveBuckets(owners, owners.add(displayName(spec)), condition);
    return owners.ranges();
}

std::pair<int, int> banditRange(const Bandit &bandit, std::size_t group)
{
    const double width = double(tenThousand) / double(bandit.groups.size());
    const auto start = [&](std::size_t index) { return int(std::ceil(double(index) * width)); };
    return {start(group), (group + 1 == bandit.groups.size() ? tenThousand : start(group + 1)) - 1};
}

QList<BucketRange> banditRanges(const Bandit &bandit)
{
    QList<BucketRange> ranges;
    for (std::size_t i = 0; i < bandit.groups.size(); ++i) {
        const auto [first, last] = banditRange(bandit, i);
        ranges.append({first, last, QString::fromStdString(bandit.groups[i].name), true, {}});
    }
    return ranges;
}

bool isLayerBucket(const Project &project, const Spec &spec, const Condition &condition)
{
    if (spec.kind == EntityKind::Layer)
        return condition.salt == spec.salt;
    const int layer = spec.layer.empty() ? -1 : project.find(SpecTable::LayerConfigs, spec.layer);
    return layer >= 0 && condition.salt == project.specs()[size_t(layer)].salt && condition.salt != spec.salt;
}

const Condition *bucketConditionOf(const Project &project, const Rule &rule)
{
    for (const std::uint32_t index : rule.conditions) {
        if (project.conditions()[index].type == ConditionType::UserBucket)
            return &project.conditions()[index];
    }
    return nullptr;
}

const Condition *rangeCondition(const Project &project, const Rule &rule)
{
    const Condition *condition = bucketConditionOf(project, rule);
    return condition && condition->op == Operator::Lt && condition->compiled->number ? condition : nullptr;
}

std::optional<int> groupStart(const Project &project, const Spec &spec, std::size_t rule)
{
    const Condition *own = rangeCondition(project, spec.rules[rule]);
    if (!own)
        return std::nullopt;
    int start = 0;
    for (std::size_t i = 0; i < rule; ++i) {
        const Condition *earlier = rangeCondition(project, spec.rules[i]);
        if (earlier && earlier->salt == own->salt && earlier->idType == own->idType)
            start = std::max(start, limitOf(*earlier));
    }
    return start < limitOf(*own) ? std::optional(start) : std::nullopt;
}

} // namespace Gatescope
