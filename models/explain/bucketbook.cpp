// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "bucketbook.h"
#include "conditionfact.h"

#include <models/json/utf8text.h>
#include <models/evaluation/rulewords.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Gatescope {

namespace {

struct BucketText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::BucketFact)
};

QString groupedNumber(int number)
{
    return QLocale().toString(number);
}

QString bucketSentence(const BucketFact &fact)
{
    const QString place =
        BucketText::tr("bucket %1 of %2").arg(groupedNumber(fact.bucket), groupedNumber(fact.modulus));
    if (fact.limit)
        return BucketText::tr("%1, limit %2").arg(place, limitText(*fact.limit));
    const BucketRange *range = rangeOf(fact);
    if (!range || range->name.isEmpty())
        return BucketText::tr("%1, nobody's").arg(place);
    return (range->isPositive ? BucketText::tr("%1, in %2 (%3 to %4)") : BucketText::tr("%1, %2 (%3 to %4)"))
        .arg(place, range->name, groupedNumber(range->first), groupedNumber(range->last));
}

} // namespace

const BucketRange *rangeOf(const BucketFact &fact)
{
    const auto found = std::ranges::find_if(fact.ranges,
        [&](const BucketRange &range) { return range.first <= fact.bucket && fact.bucket <= range.last; });
    return found == fact.ranges.end() ? nullptr : &*found;
}

BucketFact BucketBook::factOf(
    const Trace::Bucket &bucket, const FieldName &idType, std::string_view salt) const
{
    BucketFact fact;
    fact.idType = QString::fromStdString(idType.name);
    const std::string_view unitId = m_view.user().unitIdText(idType);
    fact.unitId = QString::fromUtf8(unitId.data(), qsizetype(unitId.size()));
    fact.salt = utf8Text(salt);
    fact.hashedText = QString::fromStdString(bucket.hashedText);
    fact.hash = bucket.hash;
    fact.modulus = bucket.modulus;
    fact.bucket = bucket.bucket;
    return fact;
}

int BucketBook::addPercentage(const Spec &spec, const Rule &rule, const Trace::Bucket &bucket)
{
    BucketFact fact = factOf(bucket, *rule.idTypeName, rule.salt);
    fact.title = ruleTitle(rule);
    fact.limit = bucket.limit;
    if (const auto number = known(fact))
        return *number;
    fact.ranges = percentageRanges(spec, bucket.limit.value_or(0));
    return add(std::move(fact));
}

int BucketBook::addGroups(const Spec &spec, const Condition &condition, const Trace::Bucket &bucket)
{
    BucketFact fact = factOf(bucket, *condition.idTypeName, condition.salt);
    const bool isLayers = isLayerBucket(m_view.project(), spec, condition) && spec.kind != EntityKind::Layer;
    fact.title = isLayers ? utf8Text(spec.layer) : displayName(spec);
    if (const auto number = known(fact))
        return *number;
    fact.ranges = groupRanges(m_view.project(), spec, condition, dividersOf(spec, condition));
    return add(std::move(fact));
}

const BucketDividers &BucketBook::dividersOf(const Spec &spec, const Condition &condition)
{
    auto found = m_dividers.find(&spec);
    if (found == m_dividers.end())
        found = m_dividers.emplace(&spec, bucketDividers(m_view.project(), spec)).first;
    return found->second[dividerKey(condition)];
}

int BucketBook::addBandit(const Bandit &bandit, const Trace::Bucket &bucket)
{
    BucketFact fact = factOf(bucket, bandit.idType, bandit.salt);
    fact.title = QString::fromStdString(bandit.name);
    fact.limit = bucket.limit;
    if (!fact.limit)
        fact.ranges = banditRanges(bandit);
    return add(std::move(fact));
}

QString BucketBook::keyOf(const BucketFact &fact)
{
    return QStringLiteral("%1\n%2\n%3\n%4")
        .arg(QString::number(fact.modulus), QString::number(fact.limit.value_or(-1)), fact.title,
            fact.hashedText);
}

std::optional<int> BucketBook::known(const BucketFact &fact) const
{
    const auto found = m_numbers.constFind(keyOf(fact));
    return found == m_numbers.constEnd() ? std::nullopt : std::optional(*found);
}

int BucketBook::add(BucketFact fact)
{
    fact.sentence = bucketSentence(fact);
    const int number = int(m_facts.size());
    m_numbers.insert(keyOf(fact), number);
    m_facts.append(std::move(fact));
    return number;
}

} // namespace Gatescope
