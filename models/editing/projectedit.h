// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>

#include <variant>

namespace Gatescope {

/// A rule of an entity, as text: valid also after the project was replaced.
struct RuleRef
{
    EntityRef entity;
    QString ruleId;
    int repeat = 0; ///< which of the rules with that ID, from 0: layers have several "experimentAssignment"
    bool operator==(const RuleRef &) const = default;
};

/// Switches a gate, config, experiment or layer on or off. Off it answers with rule ID "disabled". Its rules
/// are kept: in v1 where they are, in v2, whose SDKs look at the rules they are given, as "rulesWhenEnabled".
struct SetEnabled
{
    EntityRef entity;
    bool enabled = false;
    bool operator==(const SetEnabled &) const = default;
};

/// The share of units that pass a rule whose conditions hold.
struct SetPassPercentage
{
    RuleRef rule;
    double percent = 0; ///< 0..100
    bool operator==(const SetPassPercentage &) const = default;
};

/// Into the list of a condition: a user ID, an e-mail address, a value of an attribute.
struct AddTarget
{
    RuleRef rule;
    int condition = 0; ///< from 0
    QByteArray json; ///< a text, a number, true or false
    bool operator==(const AddTarget &) const = default;
};

/// Out of the list of a condition, wherever it stands there.
struct RemoveTarget
{
    RuleRef rule;
    int condition = 0; ///< from 0
    QByteArray json;
    bool operator==(const RemoveTarget &) const = default;
};

/// A group of an experiment by its rule, and its share of the experiment's units.
struct GroupSize
{
    QString ruleId;
    double percent = 0; ///< in steps of 0.1
    bool operator==(const GroupSize &) const = default;
};

/// Gives groups of an experiment other sizes. Groups that are not named keep theirs, and follow each other
/// as before: their limits move. What is left of 100 % is in no group.
struct SetGroupSizes
{
    QString experiment;
    QList<GroupSize> sizes;
    bool operator==(const SetGroupSizes &) const = default;
};

/// What a rule gives (to overrides of an experiment's group too), or what users get whom no rule takes.
struct SetReturnValue
{
    RuleRef rule; ///< an empty ruleId: the default value
    QByteArray json; ///< an object; for gates true or false
    bool operator==(const SetReturnValue &) const = default;
};

/// An override: one unit ID gets one group whatever the other rules say. An ID that is forced already moves.
/// For an experiment in a layer the layer gives it the ID as well.
struct ForceIntoGroup
{
    EntityRef entity;
    QString idType; ///< "userID", "stableID" or another
    QString id;
    QString group; ///< the ID of the group's rule; for gates "pass" or "fail"
    bool operator==(const ForceIntoGroup &) const = default;
};

/// Takes a unit ID out of all overrides of an entity.
struct Unforce
{
    EntityRef entity;
    QString idType;
    QString id;
    bool operator==(const Unforce &) const = default;
};

/// The environments in which a rule applies.
struct SetTiers
{
    RuleRef rule; ///< an empty ruleId: all rules of the entity
    QStringList tiers; ///< none: in every tier
    bool operator==(const SetTiers &) const = default;
};

/// A change of a project, as a value.
using ProjectEdit = std::variant<SetEnabled, SetPassPercentage, AddTarget, RemoveTarget, SetGroupSizes,
    SetReturnValue, ForceIntoGroup, Unforce, SetTiers>;

/// What it does, for menus and lists: "Set rule Beta testers of new_checkout to 25 %". Names are those in the
/// project before it.
QString editSentence(const Project &project, const ProjectEdit &edit);

/// A new project in the format of the old, its payload's text byte for byte that of the old but for the
/// change, for `time`, which becomes the later of `now` (ms) and one more than it was, and for checksums,
/// by which an SDK would take it for what it has: that of the payload and that of an entity that changes are
/// gone. Errors: BadInput with a sentence for people that says why it cannot be done. Any thread; for a large
/// project as slow as reading it.
Result<ProjectPtr> edited(const Project &project, const ProjectEdit &edit, qint64 now);

/// The same project as news to clients: `time` and the payload's checksum are changed as by an edit.
Result<ProjectPtr> republished(const Project &project, qint64 now);

} // namespace Gatescope
