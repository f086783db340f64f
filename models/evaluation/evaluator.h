// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluationuser.h"
#include "idlists.h"
#include "project.h"
#include "truth.h"
#include "verdict.h"

#include <models/ports/countrylookup.h>

namespace Gatescope {

class RememberedGates;
class Trace;

/// What an evaluation depends on beside the project and the user.
struct EvaluationContext
{
    std::shared_ptr<const IdLists> idLists; ///< null: none loaded
    std::shared_ptr<const CountryLookup>
        countries; ///< null: a country that must come from an IP is undetermined
    std::optional<std::string> appId; ///< selected target app; unset: the project's own
    bool withoutApp = false; ///< no target app at all, not even the project's
    std::optional<qint64> now; ///< ms since the epoch; unset: the system clock
    /// Answer as the SDK does where we would say undetermined: unsupported → false, unknown list or country →
    /// none.
    bool sdkCompatible = false;
    /// As the SDK evaluates for initialize responses, where the group of an experiment is unsupported.
    bool forInitialize = false;
};

/// Compiled project + user → verdict, with CORE's semantics (facts §3, §4, §11). Stateless but for caches
/// that one call owns; one instance may serve many threads.
class Evaluator
{
public:
    explicit Evaluator(ProjectPtr project, EvaluationContext context = {});

    const ProjectPtr &project() const;
    const EvaluationContext &context() const;

    /// Unknown names give reason Unrecognized, never an error. `trace`, if given, is told every step.
    /// With `remembered` no nested gate is asked twice for one user: what a gate leaves behind then shows
    /// where it was asked first, as in the SDK's initialize responses.
    Verdict gate(std::string_view name, const EvaluationUser &user, Trace *trace = nullptr,
        RememberedGates *remembered = nullptr) const;
    Verdict config(std::string_view name, const EvaluationUser &user, Trace *trace = nullptr) const;
    /// A config asked as an experiment, which is what bandits answer to.
    Verdict experiment(std::string_view name, const EvaluationUser &user, Trace *trace = nullptr,
        RememberedGates *remembered = nullptr) const;
    Verdict layer(std::string_view name, const EvaluationUser &user, Trace *trace = nullptr) const;
    /// By index into Project::specs().
    Verdict evaluate(std::uint32_t spec, const EvaluationUser &user, Trace *trace = nullptr,
        RememberedGates *remembered = nullptr) const;
    /// The value alone of gate(), for whom neither its rule nor its exposures matter.
    Truth passesGate(
        std::string_view name, const EvaluationUser &user, RememberedGates *remembered = nullptr) const;

private:
    ProjectPtr m_project;
    EvaluationContext m_context;
};

} // namespace Gatescope
