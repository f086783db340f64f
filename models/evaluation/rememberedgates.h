// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QVarLengthArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

/// As Exposure, of a project that outlives it.
struct SeenExposure
{
    std::string_view gate;
    std::string_view ruleId;
    std::uint32_t spec; ///< of the gate, into Project::specs(); Spec::none if there is no such gate
    bool gateValue;

    bool operator==(const SeenExposure &) const = default;
};
using SeenExposures = QVarLengthArray<SeenExposure, 8>;

/// A stretch of the exposures seen. What a gate exposes is what was added while it was asked, so nothing is
/// copied from the gates it asked itself.
struct ExposureSpan
{
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - begin; }
};

struct RememberedGate
{
    std::uint32_t number; ///< CompiledTarget::gateNumber
    bool value;
    std::string_view ruleId;
    ExposureSpan exposures {}; ///< of the gates it asked itself
    bool isUndetermined = false; ///< it has no value
    bool isUnsupported = false; ///< and that is why
    std::string why {};
};

/// Nested gates that were asked already, by one evaluation or by several for one user, and what they all
/// exposed. Only for one thread, and not beyond the project's life.
class RememberedGates
{
public:
    /// Null if it was not asked yet. Valid until the next add().
    const RememberedGate *find(std::uint32_t number) const;
    /// In place of what was known of it. A gate without a name is not remembered.
    void add(RememberedGate gate);

    SeenExposures &exposures() { return m_exposures; }
    const SeenExposures &exposures() const { return m_exposures; }
    /// After an evaluation: exposures that no gate is remembered by can go.
    void dropLooseExposures();
    void clear()
    {
        if (!m_gates.isEmpty())
            m_gates.clear();
        m_index.clear();
        m_exposures.resize(0);
        m_lastRemembered = 0;
    }

private:
    static constexpr qsizetype few = 8; ///< are found faster without an index

    QVarLengthArray<RememberedGate, 4> m_gates;
    std::vector<std::uint32_t> m_index; ///< of more than a few: by number, one after the place in m_gates
    SeenExposures m_exposures;
    qsizetype m_lastRemembered = 0; ///< the end of their exposures
};

} // namespace Gatescope
