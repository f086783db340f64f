// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "answer.h"
#include "compiledtarget.h"
#include "evaluator.h"
#include "knownbuckets.h"
#include "rememberedgates.h"
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

/// One evaluation, or several for one user, one after the other: the state that rules, conditions, nested
/// gates and delegates share. As in CORE it is carried from a nested evaluation into the outer one, so what a
/// nested gate leaves behind shows where CORE shows it.
class EvaluationRun
{
public:
    /// `remembered`: the nested gates of earlier runs; null: there were none.
    EvaluationRun(const Project &project, const EvaluationContext &context, const EvaluationUser &user,
        Trace *trace, RememberedGates *remembered = nullptr);
    ~EvaluationRun() { m_remembered.dropLooseExposures(); }
    EvaluationRun(const EvaluationRun &) = delete;
    EvaluationRun &operator=(const EvaluationRun &) = delete;

    /// Remembers the user's buckets, as many as the project asks for.
    void expectMany()
    {
        m_knownBuckets.reserve(m_project.placings().size());
        m_knownConditions.resize(m_project.conditions().size(), Truth::Unknown);
    }

    /// Each valid until the next one is asked for.
    const Answer &answer(SpecTable table, std::string_view name, EntityKind kind);
    const Answer &answer(std::uint32_t spec);
    /// As what it is.
    const Answer &config(std::string_view name);
    /// The value alone of a gate.
    Truth passesGate(std::string_view name);

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
    struct State
    {
        bool value = false;
        bool isUnsupported = false;
        bool isExperimentGroup = false;
        bool isExperimentActive = false;
        bool isInLayer = false;
        bool hasUndelegated = false;
        std::string_view json; ///< empty: none
        JsonValue jsonValue; ///< what json was made from
        std::string_view ruleId;
        std::string_view ruleIdSuffix;
        std::optional<std::string_view> idType; ///< of the entity asked first
        std::optional<std::string_view> groupName;
        const std::vector<std::string> *explicitParameters = nullptr;
        std::string_view delegate;
        qsizetype firstExposure = 0; ///< in m_exposures: its own are all from there on
        ExposureSpan undelegated;
        const ParameterRuleIds *parameterRuleIds = nullptr;

        void clear();
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
    Trace::Outcome ruleOutcome(Truth passes) const;
    Status decide(const Spec &spec, const Rule &rule, TracedRule &traced);
    Status fallThrough(const Spec &spec);
    Status evaluateLayerByParameter(const Spec &spec);
    Status evaluateDelegate(const Rule &rule, bool &wasDelegated);
    std::optional<Status> evaluateMappings(const Entity &entity, const std::vector<ConfigMapping> &mappings);
    void finish();
    bool beginNested();

    // Unknown with m_hasFailed ends the evaluation, the outer ones too.
    Truth evaluateRule(const Rule &rule);
    Truth evaluateCondition(const Condition &condition);
    Truth evaluateOnce(std::uint32_t index, const Condition &condition);
    Truth evaluateNestedGate(const Condition &condition);
    Truth askGate(const Condition &condition);
    Truth recallGate(const Condition &condition, const RememberedGate &gate);
    void traceRecalledGate(const Condition &condition, const RememberedGate &gate);
    bool recallExposures(const ExposureSpan &span);
    ExposureSpan exposuresSoFar() const;
    bool areExposuresFew();
    Truth evaluateValue(const Condition &condition);
    Truth evaluateBucket(const Condition &condition);
    Truth evaluateIdList(const Condition &condition, const Operand &operand);
    Operand operandOf(const Condition &condition);
    Operand computed(AttributeValue value, ValueSource source);
    Operand countryOf(const FieldName &field);
    Operand experimentGroup(std::string_view experiment);
    void recallExperiment(std::string_view experiment, bool isDetermined);
    bool passesPercentage(const Rule &rule, std::string_view specSalt);
    void tellHashed(std::initializer_list<std::string_view> parts);
    int bucketOf(const Condition &condition);
    int bucketOf(const Rule &rule, std::string_view specSalt);

    Status evaluateBandit(const Bandit &bandit);
    Truth passesTargeting(const Bandit &bandit);
    Status chooseGroup(const Bandit &bandit);
    Status exploreGroup(const Bandit &bandit, std::uint64_t hash);
    Status bestGroup(const Bandit &bandit, std::uint64_t hash);
    std::optional<double> score(const Bandit &bandit, std::size_t group) const;
    void takeGroup(const Bandit &bandit, std::size_t group, std::string_view suffix);
    Trace::Choice *tracedChoice();

    Status undetermined(std::string why);
    Truth unknown(std::string why);
    Truth failed();
    void setUnsupported(std::string_view why);
    qint64 now();
    const Answer &answerAbout(const Entity &entity);
    void begin();
    Reason reasonOf(Status status) const;
    void takeAnswer();
    std::span<const SeenExposure> exposuresIn(const ExposureSpan &span) const;

    const Project &m_project;
    const EvaluationContext &m_context;
    const EvaluationUser &m_user;
    Trace *m_trace;
    State m_state;
    RememberedGates m_ownRemembered;
    RememberedGates &m_remembered;
    SeenExposures &m_exposures; ///< m_remembered's
    qsizetype m_firstExposure = 0; ///< of this evaluation
    std::string m_why; ///< what was missing, or unsupported
    std::string m_hashed; ///< the text that was hashed last, where somebody traces
    KnownBuckets m_knownBuckets;
    std::vector<Truth> m_knownConditions; ///< of those on the user alone, where many are expected
    std::optional<AttributeValue> m_computed; ///< a left side that is no value of the user's own
    Answer m_answer;
    std::string m_composedRuleId; ///< of a bandit's group
    bool m_isUsed = false; ///< something was evaluated already
    bool m_hasFailed = false;
    std::optional<qint64> m_now;
    int m_nested = 0; ///< as CORE counts: an unknown nested gate is never counted back
    int m_depth = 0;
    int m_mappingSteps = 0;
    int m_askedAgain = 0; ///< gates that are unsupported
    QByteArray m_composedJson; ///< of a layer evaluated by parameter
    ParameterRuleIds m_parameterRuleIds; ///< of the same
    std::shared_ptr<ExperimentGroups> m_groups; ///< made when first needed
};

} // namespace Gatescope
