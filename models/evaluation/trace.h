// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluationuser.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

/// What an evaluation looked at, as a tree: entities hold their rules, rules their conditions, and
/// conditions, rules and entities the entities they asked. Filled by the one evaluator; not for two
/// evaluations at once.
class Trace
{
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    enum class Kind { Entity, Rule, Condition };
    enum class Outcome { Passed, Failed, Undetermined, Unsupported, Unrecognized };
    /// Why an entity was asked.
    enum class Role { Asked, NestedGate, Delegate, Mapping, TargetingGate, ExperimentGroup };

    /// A unit's place: bucket = hash mod modulus, and for rules what it had to be less than.
    struct Bucket
    {
        std::string hashedText;
        std::uint64_t hash = 0;
        int bucket = 0;
        int modulus = 0;
        std::optional<double> limit;
    };

    /// How a bandit chose (facts §3.9): by its groups' scores, or by the bucket where it has no model.
    struct Choice
    {
        std::optional<std::size_t> group; ///< none if it gave none, or draws at random
        std::vector<std::optional<double>> scores; ///< one a group; empty without a model
    };

    struct Node
    {
        Kind kind = Kind::Entity;
        Outcome outcome = Outcome::Failed;
        std::uint32_t parent = none;
        std::vector<std::uint32_t> children;

        std::uint32_t spec = none; ///< entities: into Project::specs(), none if there is no such spec
        /// Rules: in the spec's rules, mappings into Project::overrideRules(); conditions: into
        /// Project::conditions().
        std::uint32_t index = none;
        Role role = Role::Asked; ///< entities
        std::string name; ///< entities: their name; rules: their id
        bool isRemembered = false; ///< an entity that was evaluated before, further up in this tree
        std::string ruleId; ///< entities: the rule that decided
        std::optional<Choice> choice; ///< entities that a bandit answers for

        std::optional<std::string> userValue; ///< conditions: as compared; none if there is no value
        ValueSource source = ValueSource::Nowhere;
        /// Conditions on buckets, rules that let only a part pass, and bandits.
        std::optional<Bucket> bucket;
        std::optional<bool> passedPercentage; ///< rules whose conditions passed
        bool isMapping = false; ///< rules that hand the user to another config (facts §3.8)
        bool decides = false; ///< rules: the answer is theirs; of some layers only some parameters
        std::string note; ///< what is missing, in English, when undetermined or unsupported
    };

    /// The entity that was asked for is node 0; empty before an evaluation.
    const std::vector<Node> &nodes() const { return m_nodes; }
    void clear();

    /// \name For the evaluator
    /// @{
    std::uint32_t open(Node node); ///< a child of the innermost open node
    void close(std::uint32_t node, Outcome outcome);
    Node &node(std::uint32_t index) { return m_nodes[index]; }
    Node *current() { return m_open == none ? nullptr : &m_nodes[m_open]; }
    /// @}

private:
    std::vector<Node> m_nodes;
    std::uint32_t m_open = none;
};

/// A rule in a trace, open as long as this lives; nothing at all where nobody traces.
class TracedRule
{
public:
    TracedRule(Trace *trace, std::uint32_t index, std::string_view id, bool isMapping = false)
        : m_trace(trace)
    {
        if (m_trace)
            m_node = open(index, id, isMapping);
    }
    ~TracedRule()
    {
        if (m_trace)
            m_trace->close(m_node, m_outcome);
    }
    TracedRule(const TracedRule &) = delete;
    TracedRule &operator=(const TracedRule &) = delete;

    void setOutcome(Trace::Outcome outcome) { m_outcome = outcome; }
    void setPercentage(bool passed)
    {
        if (m_trace)
            m_trace->node(m_node).passedPercentage = passed;
    }
    void setDecides()
    {
        if (m_trace)
            m_trace->node(m_node).decides = true;
    }

private:
    std::uint32_t open(std::uint32_t index, std::string_view id, bool isMapping);

    Trace *m_trace;
    std::uint32_t m_node = Trace::none;
    Trace::Outcome m_outcome = Trace::Outcome::Failed;
};

} // namespace Gatescope
