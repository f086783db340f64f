// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox.h"

#include <models/evaluation/evaluator.h>
#include <models/statsig/connection.h>

#include <mutex>

namespace Gatescope {

/// What the endpoints answer from: a project and its evaluators. Unchanging but for texts made when first
/// asked for; shared by the server's threads.
class SandboxState
{
public:
    SandboxState(ProjectPtr project, const SandboxOptions &options);

    const Project &project() const { return *m_project; }
    /// A client key evaluates as the target app it belongs to (facts §2.1).
    const Evaluator &evaluator(KeyKind key) const;
    const IdLists *idLists() const { return m_idLists.get(); }
    /// The payload in either format: as given, or converted. Valid as long as the state.
    QByteArray specs(Project::Format format) const;

private:
    ProjectPtr m_project;
    std::shared_ptr<const IdLists> m_idLists;
    Evaluator m_serverEvaluator;
    Evaluator m_clientEvaluator;
    mutable std::once_flag m_convertOnce;
    mutable QByteArray m_converted;
};

} // namespace Gatescope
