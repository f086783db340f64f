// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "rowbuilder.h"
#include "conditioncells.h"
#include "missingwords.h"
#include "rulecells.h"
#include "uservalue.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Gatescope {

namespace {

using RowKind = ExplanationRow::Kind;
using RowResult = ExplanationRow::Result;

struct RowText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ExplanationRow)
};

bool hasPercentage(const Rule &rule)
{
    return rule.passPercentage != 100;
}

/// A rule that leaves the answer to an experiment does so whatever its percentage (facts §3.6); one that lets
/// nobody pass asks no bucket.
bool isPercentageAsked(const Spec &spec, const Rule &rule)
{
    return hasPercentage(rule) && !(rule.passPercentage <= 0)
        && (rule.delegate == Rule::noDelegate || spec.useNewLayerEval);
}

RowResult percentageResult(const TraceView &view, std::uint32_t ruleNode)
{
    const auto passed =
        ruleNode == Trace::none ? std::optional<bool>() : view.node(ruleNode).passedPercentage;
    if (!passed)
        return RowResult::NotReached;
    return *passed ? RowResult::Pass : RowResult::Fail;
}

} // namespace

RowBuilder::RowBuilder(const TraceView &view, const Verdict &verdict)
    : m_view(view)
    , m_verdict(verdict)
    , m_buckets(view)
    , m_rowOfNode(view.nodes().size(), ExplanationRow::none)
    , m_isFinished(view.nodes().size(), false)
{ }

void RowBuilder::build()
{
    const auto count = std::uint32_t(m_view.nodes().size());
    for (std::uint32_t node = 0; node < count; ++node) {
        switch (m_view.node(node).kind) {
        case Trace::Kind::Entity:
            addEntity(node);
            break;
        case Trace::Kind::Rule:
            addRule(node);
            break;
        case Trace::Kind::Condition:
            addCondition(node);
            break;
        }
    }
    for (std::uint32_t node = 0; node < count; ++node) {
        if (m_view.node(node).kind == Trace::Kind::Rule)
            finishRule(node);
        else if (m_view.node(node).kind == Trace::Kind::Entity)
            finishEntity(node);
    }
    markDeciding();
    orderBuckets();
    orderForReading();
}

std::uint32_t RowBuilder::append(std::uint32_t parent, ExplanationRow row)
{
    const auto index = std::uint32_t(m_rows.size());
    row.parent = parent;
    m_rows.push_back(std::move(row));
    (parent == ExplanationRow::none ? m_roots : m_rows[parent].children).push_back(index);
    return index;
}

std::uint32_t RowBuilder::rowOfParent(std::uint32_t node) const
{
    const std::uint32_t parent = m_view.node(node).parent;
    return parent == Trace::none ? ExplanationRow::none : m_rowOfNode[parent];
}

/// The rules of what a condition asked stand right below it; who answers in place of another has a row.
void RowBuilder::addEntity(std::uint32_t node)
{
    const Trace::Node &traced = m_view.node(node);
    const bool isOfCondition =
        traced.parent != Trace::none && m_view.node(traced.parent).kind == Trace::Kind::Condition;
    m_rowOfNode[node] = rowOfParent(node);
    if (traced.parent != Trace::none && !isOfCondition)
        addAnswer(node);
    if (!traced.isRemembered || m_rowOfNode[node] == ExplanationRow::none)
        return;
    ExplanationRow &row = m_rows[m_rowOfNode[node]];
    row.shownAt = m_rowOfNode[m_view.original(node)];
    row.user.append(mutedPhrase(RowText::tr(", rules above")));
}

void RowBuilder::addAnswer(std::uint32_t node)
{
    const std::uint32_t parent = m_view.node(node).parent;
    if (m_view.node(parent).kind == Trace::Kind::Rule)
        finishRule(parent);
    ExplanationRow row;
    fillAnswerRow(row, m_view, node, groupAt(node));
    m_rowOfNode[node] = append(m_rowOfNode[parent], std::move(row));
}

/// The group of whoever answered for the entity that was asked for, or for the experiment whose group a
/// condition looks at; what nested gates asked has none.
QString RowBuilder::groupAt(std::uint32_t node) const
{
    while (m_view.node(node).role == Trace::Role::Delegate || m_view.node(node).role == Trace::Role::Mapping)
        node = m_view.entityOf(m_view.node(node).parent);
    const Trace::Node &entity = m_view.node(node);
    std::optional<std::string> group;
    if (entity.role == Trace::Role::Asked)
        group = m_verdict.groupName;
    else if (entity.role == Trace::Role::ExperimentGroup)
        group = m_view.node(entity.parent).userValue;
    return QString::fromStdString(group.value_or(""));
}

void RowBuilder::addRule(std::uint32_t node)
{
    ExplanationRow row;
    if (m_view.node(node).isMapping)
        fillMappingRow(row, m_view, node);
    else
        fillRuleRow(row, m_view, m_view.spec(node), m_view.node(node).index, node);
    m_rowOfNode[node] = append(rowOfParent(node), std::move(row));
}

void RowBuilder::addCondition(std::uint32_t node)
{
    m_rowOfNode[node] = addConditionRow(rowOfParent(node), m_view.spec(node), m_view.node(node).index, node);
}

std::uint32_t RowBuilder::addConditionRow(
    std::uint32_t parent, const Spec &spec, std::uint32_t index, std::uint32_t node)
{
    const Condition &condition = m_view.project().conditions()[index];
    ExplanationRow row;
    row.kind = RowKind::Condition;
    row.condition = index;
    fillConditionRow(row, m_view, spec, condition, node);
    if (condition.type == ConditionType::UserBucket)
        row.bucket = m_buckets.addGroups(spec, condition, conditionBucket(m_view, condition, node));
    row.result = node == Trace::none ? RowResult::NotReached : conditionResult(m_view.node(node).outcome);
    row.resultText = resultWords(row.result);
    if (row.result == RowResult::CannotTell && m_view.asked(node) == Trace::none)
        row.note = missingFactAt(m_view, node).words;
    return append(parent, std::move(row));
}

void RowBuilder::addPercentage(std::uint32_t parent, const Spec &spec, const Rule &rule, std::uint32_t node)
{
    const Trace::Bucket bucket = ruleBucket(m_view, spec, rule, node);
    ExplanationRow row;
    row.kind = RowKind::Percentage;
    fillPercentageRow(row, rule, bucket);
    row.bucket = m_buckets.addPercentage(spec, rule, bucket);
    row.result = percentageResult(m_view, node);
    row.resultText = resultWords(row.result);
    append(parent, std::move(row));
}

/// What an evaluation that stopped within the rule left out, and the rule's percentage.
void RowBuilder::finishRule(std::uint32_t node)
{
    if (m_isFinished[node])
        return;
    m_isFinished[node] = true;
    const Rule &rule = m_view.rule(node);
    const Spec &spec = m_view.spec(node);
    const auto reached = std::size_t(std::ranges::count(m_view.node(node).children, Trace::Kind::Condition,
        [this](std::uint32_t child) { return m_view.node(child).kind; }));
    for (std::size_t i = reached; i < rule.conditions.size(); ++i)
        addConditionRow(m_rowOfNode[node], spec, rule.conditions[i], Trace::none);
    if (isPercentageAsked(spec, rule))
        addPercentage(m_rowOfNode[node], spec, rule, node);
}

/// Once for each spec: one that leads back to itself would be listed at every turn.
void RowBuilder::finishEntity(std::uint32_t node)
{
    if (m_view.node(node).isRemembered)
        return;
    if (m_view.node(node).choice)
        addBanditGroups(node);
    const Spec &spec = m_view.spec(node);
    if (!m_isListed.insert(m_view.node(node).spec).second)
        return;
    for (auto i = std::uint32_t(m_view.rules(node).size()); i < spec.rules.size(); ++i)
        addUnreachedRule(m_rowOfNode[node], spec, i);
}

void RowBuilder::addUnreachedRule(std::uint32_t parent, const Spec &spec, std::uint32_t index)
{
    ExplanationRow row;
    fillRuleRow(row, m_view, spec, index, Trace::none);
    const std::uint32_t rule = append(parent, std::move(row));
    for (const std::uint32_t condition : spec.rules[index].conditions)
        addConditionRow(rule, spec, condition, Trace::none);
    if (isPercentageAsked(spec, spec.rules[index]))
        addPercentage(rule, spec, spec.rules[index], Trace::none);
}

void RowBuilder::addBanditGroups(std::uint32_t node)
{
    const Trace::Node &traced = m_view.node(node);
    const Bandit &bandit = *m_view.project().bandit(traced.name);
    const int bucket = traced.bucket ? m_buckets.addBandit(bandit, *traced.bucket) : -1;
    for (std::size_t i = 0; i < bandit.groups.size(); ++i) {
        ExplanationRow row;
        fillBanditGroupRow(row, bandit, traced, i);
        row.bucket = bucket;
        append(m_rowOfNode[node], std::move(row));
    }
}

/// The buckets that the answer hangs on, from the entity that was asked to the one that answered.
void RowBuilder::markDeciding()
{
    std::uint32_t entity = 0;
    while (entity != Trace::none) {
        const Decision decision = m_view.decision(entity);
        for (const std::uint32_t rule : m_view.rules(entity)) {
            if (m_view.rule(rule).id == "layerAssignment")
                markBuckets(rule);
        }
        if (decision.rule != Trace::none)
            markBuckets(decision.rule);
        if (decision.rule != Trace::none && entity == 0)
            m_decidingRow = m_rowOfNode[decision.rule];
        entity = decision.answer;
    }
}

/// Those of a rule, and of the rules that decided what its conditions asked.
void RowBuilder::markBuckets(std::uint32_t rule)
{
    markRow(m_rowOfNode[rule]);
    for (const std::uint32_t child : m_view.node(rule).children) {
        const bool isCondition = m_view.node(child).kind == Trace::Kind::Condition;
        const std::uint32_t asked = isCondition ? m_view.asked(child) : Trace::none;
        const Decision decision = asked == Trace::none ? Decision() : m_view.decision(asked);
        if (decision.rule != Trace::none)
            markRow(m_rowOfNode[decision.rule]);
    }
}

/// A rule that lets nobody pass decides without a bucket.
void RowBuilder::markRow(std::uint32_t row)
{
    for (const std::uint32_t child : m_rows[row].children) {
        const int bucket = m_rows[child].bucket;
        if (bucket >= 0 && m_buckets.facts()[bucket].limit.value_or(1) > 0)
            m_decidingBuckets.push_back(bucket);
    }
}

/// From the order of making to the order of reading, with every number that refers to a row.
void RowBuilder::orderForReading()
{
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> waiting(m_roots.rbegin(), m_roots.rend());
    while (!waiting.empty()) {
        const std::uint32_t row = waiting.back();
        waiting.pop_back();
        order.push_back(row);
        const auto &children = m_rows[row].children;
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    std::vector<std::uint32_t> place(m_rows.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    const auto placed = [&](std::uint32_t row) { return row == ExplanationRow::none ? row : place[row]; };
    ExplanationRows ordered;
    ordered.reserve(m_rows.size());
    std::uint32_t roots = 0;
    for (const std::uint32_t index : order) {
        ExplanationRow &row = ordered.emplace_back(std::move(m_rows[index]));
        row.parent = placed(row.parent);
        row.shownAt = placed(row.shownAt);
        for (std::uint32_t &child : row.children)
            child = place[child];
        const bool isRoot = row.parent == ExplanationRow::none;
        row.depth = isRoot ? 0 : ordered[row.parent].depth + 1;
        const auto self = std::uint32_t(ordered.size() - 1);
        row.row = isRoot ? roots++
                         : std::uint32_t(std::ranges::lower_bound(ordered[row.parent].children, self)
                               - ordered[row.parent].children.begin());
    }
    m_rows = std::move(ordered);
    m_decidingRow = placed(m_decidingRow);
}

/// What decided last comes first: a group before the layer that led to it.
void RowBuilder::orderBuckets()
{
    const BucketFacts &facts = m_buckets.facts();
    std::vector<int> place(size_t(facts.size()), -1);
    const auto take = [&](int fact, bool decides) {
        if (place[size_t(fact)] >= 0)
            return;
        place[size_t(fact)] = int(m_orderedBuckets.size());
        m_orderedBuckets.append(facts[fact]);
        m_orderedBuckets.last().decides = decides;
    };
    for (auto fact = m_decidingBuckets.rbegin(); fact != m_decidingBuckets.rend(); ++fact)
        take(*fact, true);
    for (int fact = 0; fact < int(facts.size()); ++fact)
        take(fact, false);
    for (ExplanationRow &row : m_rows) {
        if (row.bucket >= 0)
            row.bucket = place[size_t(row.bucket)];
    }
}

} // namespace Gatescope
