// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiledtarget.h"
#include "evaluator.h"
#include "trace.h"
#include "truth.h"

namespace Gatescope {

constexpr Trace::Outcome outcomeOf(Truth truth)
{
    switch (truth) {
    case Truth::False:
        return Trace::Outcome::Failed;
    case Truth::True:
        return Trace::Outcome::Passed;
    case Truth::Unknown:
        break;
    }
    return Trace::Outcome::Undetermined;
}

/// One evaluation: the state that rules, conditions, nested gates and delegates share. As in CORE it is
/// carried from a nested evaluation into the outer one, so what a nested gate leaves behind shows where CORE
/// shows it.
class EvaluationRun
{
public:
    EvaluationRun(
        const Project &project, const EvaluationContext &context, const EvaluationUser &user, Trace *trace);

    Verdict evaluate(SpecTable table, std::string_view name, EntityKind kind);

private:
    /// How the evaluation of one entity ended. The last two end the outer ones too.
    enum class Status { Recognized, Unrecognized, Undetermined, Failed };

    struct Entity
    {
        SpecTable table = SpecTable::FeatureGates;
        EntityKind kind = EntityKind::Gate; ///< what it is asked as: bandits answer only to experiments
        std::string_view name;
        std::uint32_t spec = Spec::none;
        Trace::Role role = Trace::Role::Asked;
    };
    struct SeenExposure
    {
        std::string_view gate;
        bool value;
        std::string_view ruleId;
    };
    using SeenExposures = std::vector<SeenExposure>;
    struct State
    {
        bool value = false;
        bool isUnsupported = false;
        bool isExperimentGroup = false;
        bool isExperimentActive = false;
        bool isInLayer = false;
        bool hasUndelegated = false;
        const QByteArray *json = nullptr;
        JsonValue jsonValue; ///< what json was made from
        std::string_view ruleId;
        std::string_view ruleIdSuffix;
        std::string_view idType;
        const std::string *groupName = nullptr;
        const std::vector<std::string> *explicitParameters = nullptr;
        std::string_view delegate;
        SeenExposures exposures;
        SeenExposures undelegated;
        std::vector<std::pair<std::string, std::string>> parameterRuleIds;
    };
    struct RememberedGate
    {
        std::string_view name;
        bool value;
        std::string_view ruleId;
        SeenExposures exposures; ///< of the gates it asked itself
    };
    /// Group names that experiment_group conditions asked for, shared with the evaluations they start.
    struct ExperimentGroups;
    /// A condition's left side: none, known or not to be known here.
    struct Operand
    {
        const AttributeValue *value = nullptr;
        ValueSource source = ValueSource::Nowhere;
        bool isUnknown = false;
    };

    Entity entityNamed(SpecTable table, std::string_view name, EntityKind kind, Trace::Role role) const;
    Status evaluateEntity(const Entity &entity);
    Status evaluateUntraced(const Entity &entity);
    Status evaluateSpec(const Spec &spec);
    Status evaluateRules(const Spec &spec);
    Status decide(const Spec &spec, const Rule &rule, std::uint32_t ruleNode);
    Status fallThrough(const Spec &spec);
    Status evaluateLayerByParameter(const Spec &spec);
    Status evaluateDelegate(const Rule &rule, bool &wasDelegated);
    std::optional<Status> evaluateMappings(const Entity &entity, const std::vector<ConfigMapping> &mappings);
    void finish();
    bool beginNested();

    std::optional<Truth> evaluateRule(const Rule &rule);
    std::optional<Truth> evaluateCondition(const Condition &condition);
    std::optional<Truth> evaluateNestedGate(const Condition &condition);
    std::optional<Truth> askGate(const Condition &condition);
    void recallGate(const Condition &condition, const RememberedGate &gate);
    void forgetGate(const State &outer, bool wasUnknown);
    bool addExposures(const SeenExposures &exposures);
    std::optional<Truth> evaluateValue(const Condition &condition);
    Truth evaluateBucket(const Condition &condition);
    Truth evaluateIdList(const Condition &condition, const Operand &operand);
    std::optional<Operand> operandOf(const Condition &condition, AttributeValue &scratch);
    Operand countryOf(const FieldName &field, AttributeValue &scratch);
    std::optional<Operand> experimentGroup(const std::string &experiment, AttributeValue &scratch);
    bool passesPercentage(const Rule &rule, std::string_view specSalt);
    std::uint64_t hashOf(std::initializer_list<std::string_view> parts);

    Status evaluateBandit(const Bandit &bandit);
    std::optional<Truth> passesTargeting(const Bandit &bandit);
    Status chooseGroup(const Bandit &bandit);
    Status exploreGroup(const Bandit &bandit, std::uint64_t hash);
    Status bestGroup(const Bandit &bandit, std::uint64_t hash);
    std::optional<double> score(const Bandit &bandit, std::size_t group) const;
    void takeGroup(const Bandit &bandit, std::size_t group, std::string_view suffix);

    Status undetermined(std::string why);
    Truth unknown(std::string why);
    void setUnsupported(const std::string &why);
    qint64 now();
    Verdict verdict(Status status);
    static Exposures exposuresOf(const SeenExposures &seen);

    const Project &m_project;
    const EvaluationContext &m_context;
    const EvaluationUser &m_user;
    Trace *m_trace;
    State m_state;
    std::vector<RememberedGate> m_remembered;
    std::string m_why; ///< what was missing, or unsupported
    std::string m_hashed; ///< reused for each hash
    std::optional<qint64> m_now;
    int m_nested = 0; ///< as CORE counts: an unknown nested gate is never counted back
    int m_depth = 0;
    QByteArray m_composedJson; ///< of a layer evaluated by parameter
    std::shared_ptr<ExperimentGroups> m_groups; ///< made when first needed
};

} // namespace Gatescope
