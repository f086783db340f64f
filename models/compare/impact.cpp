// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "impact.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace Gatescope {

namespace {

class ImpactText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Impact)
public:
    static QString gate(EntityKind kind, bool isOn);
};

QString ImpactText::gate(EntityKind kind, bool isOn)
{
    switch (kind) {
    case EntityKind::Segment:
        return isOn ? tr("Member") : tr("Not a member");
    case EntityKind::Holdout:
        return isOn ? tr("Held out") : tr("Not held out");
    default:
        return isOn ? tr("On") : tr("Off");
    }
}

/// Both sides are asked about one moment.
EvaluationContext atOneMoment(EvaluationContext context)
{
    if (!context.now)
        context.now = QDateTime::currentMSecsSinceEpoch();
    return context;
}

bool isSameValueJson(const QByteArray &left, const QByteArray &right)
{
    if (left == right)
        return true;
    const auto one = JsonDocument::parse(left);
    const auto other = JsonDocument::parse(right);
    return one && other && jsonEquals((*one)->root(), (*other)->root());
}

/// An unknown gate is off and an unknown config empty, which is what users of the SDKs get.
bool getSameValue(SpecTable table, const Verdict &left, const Verdict &right)
{
    if (left.isDetermined() != right.isDetermined())
        return false;
    if (!left.isDetermined())
        return true;
    return table == SpecTable::FeatureGates ? left.value == right.value
                                            : isSameValueJson(left.json, right.json);
}

ImpactValue impactValue(const Verdict &verdict)
{
    ImpactValue value;
    value.isKnown = verdict.reason != Reason::Unrecognized;
    value.isDetermined = verdict.isDetermined();
    value.isOn = verdict.value;
    value.json = verdict.json;
    value.rule = QString::fromStdString(verdict.ruleId);
    value.group = QString::fromStdString(verdict.groupName.value_or(std::string()));
    value.missing = QString::fromStdString(verdict.undetermined);
    return value;
}

} // namespace

QString ImpactValue::text(SpecTable table, EntityKind kind) const
{
    constexpr qsizetype longest = 200;
    if (!isDetermined)
        return ImpactText::tr("Cannot tell");
    const QString word = table == SpecTable::FeatureGates
        ? ImpactText::gate(kind, isOn)
        : QString::fromUtf8(json.size() > longest ? json.left(longest) + "…" : json);
    return isKnown ? word : ImpactText::tr("%1 (not in these specs)").arg(word);
}

ImpactRun::ImpactRun(
    ProjectPtr left, ProjectPtr right, EvaluationContext context, std::vector<ImpactEntity> entities)
    : m_left(std::move(left), atOneMoment(std::move(context)))
    , m_right(std::move(right), m_left.context())
{
    m_impact.entities = qint64(entities.size());
    m_entries.reserve(entities.size());
    for (ImpactEntity &entity : entities) {
        EntityImpact entry;
        entry.entity = std::move(entity);
        m_entries.push_back(std::move(entry));
    }
}

ImpactRun::ImpactRun(const ProjectPtr &left, const ProjectPtr &right, const EvaluationContext &context)
    : ImpactRun(left, right, context, affectedEntities(*left, *right))
{ }

Verdict ImpactRun::ask(
    const Evaluator &evaluator, const ImpactEntity &entity, const EvaluationUser &user) const
{
    switch (entity.table) {
    case SpecTable::FeatureGates:
        return evaluator.gate(entity.name, user);
    case SpecTable::LayerConfigs:
        return evaluator.layer(entity.name, user);
    case SpecTable::DynamicConfigs:
        break;
    }
    return evaluator.experiment(entity.name, user);
}

void ImpactRun::add(const EvaluationUser &user, qint64 number, const QString &label)
{
    bool hasChange = false;
    for (EntityImpact &entry : m_entries) {
        const Verdict left = ask(m_left, entry.entity, user);
        const Verdict right = ask(m_right, entry.entity, user);
        const bool isSame = getSameValue(entry.entity.table, left, right);
        if (isSame) {
            const bool isSameRule = left.ruleId == right.ruleId && left.groupName == right.groupName;
            entry.ruleOnly += left.isDetermined() && !isSameRule;
            continue;
        }
        hasChange = true;
        if (entry.users++ > 0)
            continue;
        entry.exampleNumber = number;
        entry.exampleUser = label;
        entry.left = impactValue(left);
        entry.right = impactValue(right);
    }
    ++m_impact.users;
    m_impact.usersWithChange += hasChange;
}

ImpactPtr ImpactRun::take()
{
    std::erase_if(
        m_entries, [](const EntityImpact &entry) { return entry.users == 0 && entry.ruleOnly == 0; });
    std::ranges::stable_sort(m_entries, {}, [](const EntityImpact &entry) { return entry.entity.kind; });
    m_impact.entries = std::move(m_entries);
    return std::make_shared<const Impact>(std::move(m_impact));
}

} // namespace Gatescope
