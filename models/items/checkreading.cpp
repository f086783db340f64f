// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkreading.h"

#include <models/json/utf8text.h>
#include <models/evaluation/rulewords.h>
#include <models/statsig/ruleids.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

/// Rule ids that stand for "not in the experiment" whatever the project (facts §3.11).
constexpr std::array outsideRules {std::string_view("default"), std::string_view("disabled"),
    std::string_view("prestart"), std::string_view("layerAssignment"), std::string_view("targetingGate"),
    std::string_view("inlineTargetingRules"), std::string_view("experimentAssignment"),
    std::string_view("abandoned"), std::string_view("")};
constexpr std::array noRules {
    std::string_view("default"), std::string_view("disabled"), std::string_view("")};

template<class Ids>
bool isOneOf(const QString &id, const Ids &ids)
{
    return std::ranges::find(ids, id.toStdString()) != ids.end();
}

class AnswerReader
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CheckReading)
public:
    AnswerReader(const CheckItem &item, const Project *project)
        : m_item(item)
        , m_project(project)
    { }

    CheckReading read(const CheckAnswer &answer);

private:
    void readGate(const GateResult &gate);
    void readConfig(const ConfigResult &config);
    void readRule(const QString &id);
    bool givesDefault(const QString &ruleId) const;
    CheckVerdict gateVerdict(bool value) const;
    CheckVerdict experimentVerdict() const;
    CheckVerdict layerVerdict() const;
    const Rule *findRule(const QString &id) const;
    const Rule *ruleOf(SpecTable table, const QString &name, const QString &id) const;

    const CheckItem &m_item;
    const Project *m_project;
    const Rule *m_rule = nullptr;
    CheckReading m_reading;
};

CheckReading AnswerReader::read(const CheckAnswer &answer)
{
    if (answer.error)
        m_reading.verdict = CheckVerdict::Failed;
    else if (std::holds_alternative<UnknownShape>(answer.content))
        m_reading.verdict = CheckVerdict::Unreadable;
    else if (const auto *gate = std::get_if<GateResult>(&answer.content))
        readGate(*gate);
    else if (const auto *config = std::get_if<ConfigResult>(&answer.content))
        readConfig(*config);
    return m_reading;
}

void AnswerReader::readGate(const GateResult &gate)
{
    readRule(gate.ruleId);
    m_reading.group = gate.groupName;
    m_reading.verdict = gateVerdict(gate.value);
}

void AnswerReader::readConfig(const ConfigResult &config)
{
    m_reading.allocatedExperiment = config.allocatedExperimentName;
    readRule(config.ruleId);
    m_reading.group = config.groupName;
    if (m_reading.group.isEmpty() && m_rule)
        m_reading.group = utf8Text(m_rule->groupName);
    if (m_item.kind == EntityKind::Layer)
        m_reading.verdict = layerVerdict();
    else if (m_item.kind == EntityKind::Experiment)
        m_reading.verdict = experimentVerdict();
    else
        m_reading.verdict = givesDefault(config.ruleId) ? CheckVerdict::Default : CheckVerdict::RuleMatched;
}

/// An autotune that has not started, or is for others, names a rule and still gives its default.
bool AnswerReader::givesDefault(const QString &ruleId) const
{
    return m_item.kind == EntityKind::Autotune ? m_reading.isRuleQuiet : isOneOf(ruleId, noRules);
}

void AnswerReader::readRule(const QString &id)
{
    m_reading.ruleId = id;
    m_rule = findRule(id);
    m_reading.isRuleQuiet = isOneOf(id, outsideRules);
    const std::string ownId = id.toStdString(); // a rule only points at its texts
    Rule unnamed;
    unnamed.id = ownId;
    m_reading.rule = ruleTitle(m_rule ? *m_rule : unnamed);
}

const Rule *AnswerReader::findRule(const QString &id) const
{
    if (const Rule *own = ruleOf(tableOf(m_item.kind), m_item.name, id))
        return own;
    return ruleOf(SpecTable::DynamicConfigs, m_reading.allocatedExperiment, id);
}

const Rule *AnswerReader::ruleOf(SpecTable table, const QString &name, const QString &id) const
{
    const int index = m_project && !name.isEmpty() ? m_project->find(table, name.toStdString()) : -1;
    if (index < 0)
        return nullptr;
    const std::vector<Rule> &rules = m_project->specs()[size_t(index)].rules;
    auto found = std::ranges::find(rules, id.toStdString(), &Rule::id);
    // Of a rollout the specs may have another version.
    if (found == rules.end())
        found = std::ranges::find(
            rules, baseRuleId(id), [](const Rule &rule) { return baseRuleId(utf8Text(rule.id)); });
    return found == rules.end() ? nullptr : &*found;
}

CheckVerdict AnswerReader::gateVerdict(bool value) const
{
    switch (m_item.kind) {
    case EntityKind::Holdout:
        return value ? CheckVerdict::HeldOut : CheckVerdict::NotHeldOut;
    case EntityKind::Segment:
        return value ? CheckVerdict::Member : CheckVerdict::NotMember;
    default:
        return value ? CheckVerdict::On : CheckVerdict::Off;
    }
}

/// A group says "in". Without one the rule decides: known ids and rules of the specs for sure, others only as
/// far as that a rule matched.
CheckVerdict AnswerReader::experimentVerdict() const
{
    if (!m_reading.group.isEmpty())
        return CheckVerdict::In;
    if (m_reading.isRuleQuiet)
        return CheckVerdict::NotIn;
    if (!m_rule)
        return CheckVerdict::RuleMatched;
    if (m_reading.ruleId == QStringLiteral("launchedGroup"))
        return CheckVerdict::RuleMatched;
    return m_rule->isExperimentGroup ? CheckVerdict::In : CheckVerdict::NotIn;
}

CheckVerdict AnswerReader::layerVerdict() const
{
    if (m_reading.allocatedExperiment.isEmpty())
        return m_reading.group.isEmpty() ? CheckVerdict::NotIn : CheckVerdict::In;
    return experimentVerdict();
}

struct VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CheckVerdict)
};

} // namespace

CheckReading readAnswer(const CheckItem &item, const CheckAnswer &answer, const Project *project)
{
    return AnswerReader(item, project).read(answer);
}

bool isPositive(CheckVerdict verdict)
{
    return verdict == CheckVerdict::On || verdict == CheckVerdict::HeldOut || verdict == CheckVerdict::Member
        || verdict == CheckVerdict::In || verdict == CheckVerdict::RuleMatched;
}

bool isNegative(CheckVerdict verdict)
{
    return verdict == CheckVerdict::Off || verdict == CheckVerdict::NotHeldOut
        || verdict == CheckVerdict::NotMember || verdict == CheckVerdict::NotIn
        || verdict == CheckVerdict::Default;
}

QString verdictWords(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::None:
        return {};
    case CheckVerdict::On:
        return VerdictText::tr("On");
    case CheckVerdict::Off:
        return VerdictText::tr("Off");
    case CheckVerdict::HeldOut:
        return VerdictText::tr("Held out");
    case CheckVerdict::NotHeldOut:
        return VerdictText::tr("Not held out");
    case CheckVerdict::Member:
        return VerdictText::tr("Member");
    case CheckVerdict::NotMember:
        return VerdictText::tr("Not a member");
    case CheckVerdict::In:
        return VerdictText::tr("In");
    case CheckVerdict::NotIn:
        return VerdictText::tr("Not in");
    case CheckVerdict::RuleMatched:
        return VerdictText::tr("Rule matched");
    case CheckVerdict::Default:
        return VerdictText::tr("Default");
    case CheckVerdict::Undetermined:
    case CheckVerdict::Unreadable:
        return VerdictText::tr("Cannot tell");
    case CheckVerdict::NotInSpecs:
        return VerdictText::tr("Not in the specs");
    case CheckVerdict::Failed:
        return VerdictText::tr("Failed");
    }
    return {};
}

} // namespace Gatescope
