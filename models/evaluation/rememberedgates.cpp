// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "rememberedgates.h"

#include "compiledtarget.h"

#include <algorithm>
#include <utility>

namespace Gatescope {

const RememberedGate *RememberedGates::find(std::uint32_t number) const
{
    if (m_gates.size() > few) {
        const std::uint32_t next = number < m_index.size() ? m_index[number] : 0;
        return next == 0 ? nullptr : &m_gates[qsizetype(next) - 1];
    }
    const auto found = std::ranges::find(m_gates, number, &RememberedGate::number);
    return found == m_gates.end() ? nullptr : &*found;
}

void RememberedGates::add(RememberedGate gate)
{
    if (gate.number == CompiledTarget::noGate)
        return;
    m_lastRemembered = std::max(m_lastRemembered, gate.exposures.end);
    if (const RememberedGate *known = find(gate.number)) {
        m_gates[known - m_gates.data()] = std::move(gate);
        return;
    }
    m_gates.push_back(std::move(gate));
    if (m_gates.size() <= few)
        return;
    for (qsizetype i = m_gates.size() == few + 1 ? 0 : m_gates.size() - 1; i < m_gates.size(); ++i) {
        const std::uint32_t number = m_gates[i].number;
        if (number >= m_index.size())
            m_index.resize(std::size_t(number) + 1);
        m_index[number] = std::uint32_t(i) + 1;
    }
}

void RememberedGates::dropLooseExposures()
{
    m_exposures.resize(m_lastRemembered);
}

} // namespace Gatescope
