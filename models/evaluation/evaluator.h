// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluationuser.h"
#include "idlists.h"
#include "project.h"
#include "verdict.h"

#include <models/ports/countrylookup.h>

namespace Gatescope {

class Trace;

/// What an evaluation depends on beside the project and the user.
struct EvaluationContext
{
    std::shared_ptr<const IdLists> idLists; ///< null: none loaded
    std::shared_ptr<const CountryLookup>
        countries; ///< null: a country that must come from an IP is undetermined
    std::string appId; ///< selected target app; empty: none
    std::optional<qint64> now; ///< ms since the epoch; unset: the system clock
    /// Answer as the SDK does where we would say undetermined: unsupported → false, unknown list or country →
    /// none.
    bool sdkCompatible = false;
    /// What a nested gate leaves behind (its group's name, the rule of the gate before an unknown one) does
    /// not show, as in the SDK's initialize responses. Elsewhere the SDK lets it show, and so do we.
    bool forgetsNestedGates = false;
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
    Verdict gate(std::string_view name, const EvaluationUser &user, Trace *trace = nullptr) const;
    Verdict config(std::string_view name, const EvaluationUser &user, Trace *trace = nullptr) const;
    Verdict layer(std::string_view name, const EvaluationUser &user, Trace *trace = nullptr) const;
    /// By index into Project::specs().
    Verdict evaluate(std::uint32_t spec, const EvaluationUser &user, Trace *trace = nullptr) const;

private:
    ProjectPtr m_project;
    EvaluationContext m_context;
};

} // namespace Gatescope
