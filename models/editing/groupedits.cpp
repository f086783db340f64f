// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editreading.h"
#include "makeedit.h"

#include <models/evaluation/compiledtarget.h>
#include <models/evaluation/rulewords.h>
#include <models/explain/bucketranges.h>
#include <models/json/utf8text.h>

#include <algorithm>
#include <cmath>

namespace Gatescope {

namespace {

constexpr int allBuckets = 1000;
constexpr int bucketsOfPercent = 10;

/// A rule that takes the buckets from the limit of the group before up to its own.
struct Group
{
    std::size_t rule = 0;
    std::size_t condition = 0; ///< of the rule
    int size = 0; ///< buckets
};

int limitOf(const Condition &condition)
{
    return int(std::ceil(std::clamp(condition.compiled->number.value_or(0), 0.0, double(allBuckets))));
}

std::size_t placeOf(const Project &project, const Rule &rule, const Condition *condition)
{
    const auto found = std::ranges::find_if(
        rule.conditions, [&](std::uint32_t index) { return &project.conditions()[index] == condition; });
    return std::size_t(found - rule.conditions.begin());
}

/// None if the rules divide more than one kind of bucket, or none.
std::vector<Group> groupsOf(const Project &project, const Spec &spec)
{
    std::vector<Group> groups;
    const Condition *first = nullptr;
    int start = 0;
    for (std::size_t i = 0; i < spec.rules.size(); ++i) {
        const Condition *condition = rangeCondition(project, spec.rules[i]);
        if (!condition)
            continue;
        if (first && (condition->salt != first->salt || condition->idType != first->idType))
            return {};
        first = condition;
        const int limit = std::max(start, limitOf(*condition));
        groups.push_back({i, placeOf(project, spec.rules[i], condition), limit - start});
        start = limit;
    }
    return groups;
}

Result<int> bucketsFor(double percent)
{
    if (!(percent >= 0 && percent <= 100))
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("The size of a group is between 0 and 100 %, which %1 is not.").arg(percent));
    const double buckets = std::round(percent * bucketsOfPercent);
    if (std::abs(percent * bucketsOfPercent - buckets) > 1e-6)
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("The size of a group goes in steps of 0.1 %, of which %1 is none.")
                .arg(percent));
    return int(buckets);
}

Result<> resize(std::vector<Group> &groups, const Spec &spec, const GroupSize &size)
{
    const Result<int> buckets = bucketsFor(size.percent);
    if (!buckets)
        return std::unexpected(buckets.error());
    const std::string id = size.ruleId.toStdString();
    const auto group =
        std::ranges::find_if(groups, [&](const Group &one) { return spec.rules[one.rule].id == id; });
    if (group == groups.end())
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("%1 has no group whose rule has the ID %2.")
                .arg(displayName(spec), size.ruleId));
    group->size = *buckets;
    return {};
}

void writeLimits(PayloadEditor &editor, const Spec &spec, const std::vector<Group> &groups)
{
    int limit = 0;
    for (const Group &group : groups) {
        limit += group.size;
        const EditedRule rule = editor.rule(spec, group.rule);
        const Condition &condition = editor.condition(rule, group.condition);
        if (limitOf(condition) != limit)
            editor.setCondition(
                rule, group.condition, editor.withTarget(condition, QByteArray::number(limit)));
    }
}

} // namespace

QList<GroupSize> groupSizes(const Project &project, const Spec &spec)
{
    QList<GroupSize> sizes;
    if (spec.kind != EntityKind::Experiment && spec.kind != EntityKind::Autotune)
        return sizes;
    for (const Group &group : groupsOf(project, spec))
        sizes.append({utf8Text(spec.rules[group.rule].id), double(group.size) / bucketsOfPercent});
    return sizes;
}

Result<> makeEdit(PayloadEditor &editor, const SetGroupSizes &edit)
{
    const Result<const Spec *> found = editor.spec({SpecTable::DynamicConfigs, edit.experiment});
    if (!found)
        return std::unexpected(found.error());
    const Spec &spec = **found;
    std::vector<Group> groups = groupsOf(editor.project(), spec);
    if (groups.empty())
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("%1 has no groups that divide its users.").arg(displayName(spec)));
    for (const GroupSize &size : edit.sizes)
        if (const Result<> resized = resize(groups, spec, size); !resized)
            return resized;
    int sum = 0;
    for (const Group &group : groups)
        sum += group.size;
    if (sum > allBuckets)
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr(
                "The groups of %1 would add up to %2. Make another one smaller: there is 100 % at most.")
                .arg(displayName(spec), percentWords(double(sum) / bucketsOfPercent)));
    writeLimits(editor, spec, groups);
    return {};
}

} // namespace Gatescope
