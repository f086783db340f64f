// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/editing/projectedit.h>
#include <models/evaluation/evaluator.h>

namespace Gatescope::Test {

/// The sample shop as it comes (v2) or converted.
ProjectPtr sampleProject(Project::Format format);
/// Its ID lists.
std::shared_ptr<const IdLists> sampleIdLists();
/// "Mina", "Tom" and "Guest" of the sample; any other name is a userID.
EvaluationUser sampleUser(const QString &name);

/// What one user gets of one entity: "on by RULE", "{…} by RULE, GROUP", with its exposures behind.
QString verdictText(const ProjectPtr &project, const QString &entity, const EvaluationUser &user,
    const std::shared_ptr<const IdLists> &lists = sampleIdLists());
/// "RULE" that decides.
QString decidingRule(const ProjectPtr &project, const QString &entity, const EvaluationUser &user);
/// The entities of which one of these users gets another answer, in the order of the specs.
QStringList changedEntities(
    const ProjectPtr &before, const ProjectPtr &after, const QList<EvaluationUser> &users);
/// The sample's users and some more on all sides of its rules.
QList<EvaluationUser> manyUsers();

/// The project after an edit, which must work; null after a test failure.
ProjectPtr editedProject(const ProjectPtr &project, const ProjectEdit &edit);
/// Why an edit is refused; empty if it is not.
QString refusal(const ProjectPtr &project, const ProjectEdit &edit);

EntityRef gateNamed(const char *name);
EntityRef configNamed(const char *name);

} // namespace Gatescope::Test
