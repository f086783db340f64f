// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "impactplan.h"

#include <models/evaluation/evaluator.h>

namespace Gatescope {

/// What a user gets of an entity on one side.
struct ImpactValue
{
    bool isKnown = false; ///< the specs have the entity
    bool isDetermined = true;
    bool isOn = false; ///< gates
    QByteArray json; ///< others
    QString rule; ///< its ID
    QString group;
    QString missing; ///< why it cannot be told
    QString text(SpecTable table, EntityKind kind) const; ///< for people
};

/// An entity that some users get another answer for.
struct EntityImpact
{
    ImpactEntity entity;
    qint64 users = 0; ///< with another value, or one that can be told on one side only
    qint64 ruleOnly = 0; ///< with the same value by another rule or group
    qint64 exampleNumber = 0; ///< of the first such user, from 1
    QString exampleUser; ///< its label
    ImpactValue left; ///< what that user gets
    ImpactValue right;
};

/// Which users of two specs get another value for which entity.
struct Impact
{
    qint64 users = 0;
    qint64 usersWithChange = 0; ///< who get another value for at least one
    qint64 usersLackingPrivate = 0; ///< evaluated without private attributes, as nobody kept their values
    qint64 entities = 0; ///< that a change can reach, and were evaluated
    std::vector<EntityImpact> entries; ///< those with at least one user, by kind
};
using ImpactPtr = std::shared_ptr<const Impact>;

/// Evaluates users against two projects one after another. One thread.
class ImpactRun
{
public:
    /// Both are given the same lists, countries and time. `entities` are those to look at.
    ImpactRun(
        ProjectPtr left, ProjectPtr right, EvaluationContext context, std::vector<ImpactEntity> entities);
    ImpactRun(const ProjectPtr &left, const ProjectPtr &right, const EvaluationContext &context);

    /// `number` from 1; `label` is what people call the user.
    void add(const EvaluationUser &user, qint64 number, const QString &label);
    /// The user that was added last lacks values of private attributes.
    void countLackingPrivate() { ++m_impact.usersLackingPrivate; }
    qint64 userCount() const { return m_impact.users; }
    ImpactPtr take();

private:
    Verdict ask(const Evaluator &evaluator, const ImpactEntity &entity, const EvaluationUser &user) const;

    Evaluator m_left;
    Evaluator m_right;
    Impact m_impact;
    std::vector<EntityImpact> m_entries; ///< one for each entity
};

} // namespace Gatescope
