// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "gatecycles.h"

#include "compiledtarget.h"

#include <algorithm>

namespace Gatescope {

namespace {

std::vector<std::uint32_t> gatesAskedBy(const Project &project, std::uint32_t spec)
{
    std::vector<std::uint32_t> gates;
    for (const Rule &rule : project.specs()[spec].rules) {
        for (const std::uint32_t condition : rule.conditions) {
            const std::uint32_t gate = project.conditions()[condition].compiled->gate;
            if (gate != CompiledTarget::noGate)
                gates.push_back(gate);
        }
    }
    return gates;
}

/// Depth-first with a stack of its own: a hostile payload may nest gates as deep as it likes.
class CycleSearch
{
public:
    explicit CycleSearch(const Project &project)
        : m_project(project)
        , m_states(project.specs().size(), State::New)
    { }

    void from(std::uint32_t start)
    {
        if (m_states[start] != State::New)
            return;
        enter(start);
        while (!m_path.empty()) {
            Step &step = m_path.back();
            if (step.next == step.asked.size()) {
                m_states[step.spec] = State::Done;
                m_path.pop_back();
                continue;
            }
            const std::uint32_t gate = step.asked[step.next++];
            if (m_states[gate] == State::New)
                enter(gate);
            else if (m_states[gate] == State::OnPath)
                addCycle(gate);
        }
    }

    std::vector<std::vector<std::uint32_t>> takeCycles() { return std::move(m_cycles); }

private:
    enum class State : char { New, OnPath, Done };
    struct Step
    {
        std::uint32_t spec;
        std::vector<std::uint32_t> asked;
        std::size_t next = 0;
    };

    void enter(std::uint32_t spec)
    {
        m_states[spec] = State::OnPath;
        m_path.push_back({spec, gatesAskedBy(m_project, spec)});
    }

    void addCycle(std::uint32_t gate)
    {
        constexpr std::size_t mostCycles = 100;
        if (m_cycles.size() >= mostCycles)
            return;
        auto step = std::ranges::find(m_path, gate, &Step::spec);
        std::vector<std::uint32_t> &cycle = m_cycles.emplace_back();
        for (; step != m_path.end(); ++step)
            cycle.push_back(step->spec);
        cycle.push_back(gate);
    }

    const Project &m_project;
    std::vector<State> m_states;
    std::vector<Step> m_path;
    std::vector<std::vector<std::uint32_t>> m_cycles;
};

} // namespace

std::vector<std::vector<std::uint32_t>> gateCycles(const Project &project)
{
    CycleSearch search(project);
    for (std::uint32_t i = 0; i < project.specs().size(); ++i) {
        if (project.specs()[i].table == SpecTable::FeatureGates)
            search.from(i);
    }
    return search.takeCycles();
}

} // namespace Gatescope
