// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluationuser.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
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

    struct Node
    {
        Kind kind = Kind::Entity;
        Outcome outcome = Outcome::Failed;
        std::uint32_t parent = none;
        std::vector<std::uint32_t> children;

        std::uint32_t spec = none; ///< entities: into Project::specs(), none if there is no such spec
        std::uint32_t index = none; ///< rules: in the spec's rules; conditions: into Project::conditions()
        Role role = Role::Asked; ///< entities
        std::string name; ///< entities: their name; rules: their id
        bool isRemembered = false; ///< an entity that was evaluated before, further up in this tree
        std::string ruleId; ///< entities: the rule that decided

        std::optional<std::string> userValue; ///< conditions: as compared; none if there is no value
        ValueSource source = ValueSource::Nowhere;
        std::optional<Bucket> bucket; ///< conditions on buckets, and rules that let only a part pass
        std::optional<bool> passedPercentage; ///< rules whose conditions passed
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

} // namespace Gatescope
