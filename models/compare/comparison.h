// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>
#include <models/statsig/namelist.h>

#include <array>
#include <stop_token>

namespace Gatescope {

class HashedNames;

/// What a pair of documents is compared as.
enum class ComparedType { Initialize, Specs, Json };

/// What an entity of a comparison is. Other: what a document says beside its entities.
enum class ComparedKind : quint8 {
    Gate,
    Segment,
    Holdout,
    DynamicConfig,
    Experiment,
    Autotune,
    Layer,
    ParamStore,
    Bandit,
    Mapping,
    Other,
};
inline constexpr std::array comparedKinds {ComparedKind::Gate, ComparedKind::Segment, ComparedKind::Holdout,
    ComparedKind::DynamicConfig, ComparedKind::Experiment, ComparedKind::Autotune, ComparedKind::Layer,
    ComparedKind::ParamStore, ComparedKind::Bandit, ComparedKind::Mapping, ComparedKind::Other};

/// From left to right: Added is on the right only, Removed on the left only.
enum class Change : quint8 { Changed, Added, Removed };

/// A field of an entity. Member: one that has no word of its own and goes by its name in the document.
enum class ComparedField : quint8 {
    Member,
    Value,
    Rule,
    Group,
    InExperiment,
    ExperimentActive,
    IdType,
    Passed,
    AllocatedExperiment,
    ExplicitParameters,
    ParameterRules,
    Parameter, ///< of a parameter store; the subject is its name
    Exposure,
    UndelegatedExposure,
    Enabled,
    Salt,
    DefaultValue,
    TargetApps,
    SharedParameters,
    Layer,
    RuleOrder,
    RuleName,
    PassPercentage,
    ReturnValue,
    Condition,
    Targets,
    Delegate,
    ExperimentGroup,
};

/// What a field difference has only at times.
struct FieldDetail
{
    QStringList subject; ///< what it is a field of: the rule, the condition, the gate; outermost first
    QString left; ///< for people, where the value alone does not say it
    QString right;
    bool isSet = false; ///< the lists below are what only one side has; their order does not count
    std::vector<JsonValue> removed;
    std::vector<JsonValue> added;
    qint64 inBoth = 0; ///< of a set
};

/// One field of an entity that is not the same on both sides.
struct FieldDifference
{
    JsonValue left; ///< missing if the left side has none
    JsonValue right;
    std::shared_ptr<const FieldDetail> detail; ///< often null
    ComparedField field = ComparedField::Member;
    Change change = Change::Changed;
    quint16 depth = 0; ///< how many steps the values lie below the field
};

/// One entity that is not the same on both sides; without fields if one side lacks it.
struct EntityDifference
{
    ComparedKind kind = ComparedKind::Other;
    Change change = Change::Changed;
    bool isNameKnown = true; ///< else the name is a hash
    QString name;
    JsonValue left; ///< the entity as written
    JsonValue right;
    std::vector<FieldDifference> fields;
};

struct SameEntity
{
    ComparedKind kind = ComparedKind::Other;
    JsonValue left;
    JsonValue right;
};

struct KindCounts
{
    qint64 same = 0;
    qint64 changed = 0;
    qint64 added = 0;
    qint64 removed = 0;
    qint64 different() const { return changed + added + removed; }
    bool operator==(const KindCounts &) const = default;
};

/// A document and what its names are looked up in.
struct ComparedDocument
{
    JsonDocumentPtr document;
    ProjectPtr project; ///< Initialize: knows the hashed names; Specs: the document's own. May be null
    NameListPtr names = nullptr; ///< Initialize: more of them. May be null
};

struct CompareOptions
{
    /// Also what changes without a meaning: times, checksums, versions and who made a document.
    bool withBookkeeping = false;
    std::stop_token stop = {};
};

/// How two documents differ: values only, immutable, any thread.
struct Comparison
{
    ComparedType type = ComparedType::Json;
    ComparedDocument left; ///< kept, as the values below are handles into it
    ComparedDocument right;
    std::vector<EntityDifference> differences; ///< by kind, then as on the left, then what only the right has
    std::vector<SameEntity> same;
    std::array<KindCounts, comparedKinds.size()> counts;
    std::shared_ptr<const HashedNames> names; ///< Initialize: the left side's
    qint64 fieldCount = 0; ///< of the changed entities
    bool isCut = false; ///< there are more field differences than mostComparedFields

    const KindCounts &of(ComparedKind kind) const { return counts[std::size_t(kind)]; }
    KindCounts total() const;
    bool isSame() const { return differences.empty(); }
    /// As written: a hash where names are hashed and not known.
    QString nameOf(const SameEntity &entity) const;
};
using ComparisonPtr = std::shared_ptr<const Comparison>;

inline constexpr qint64 mostComparedFields = 1'000'000;

/// What a document is by its shape.
ComparedType comparedType(const JsonValue &root);

/// Compares by meaning: entities by kind and name, their fields one by one; the order of keys does not count,
/// rules are matched by ID, conditions by what they say, lists of targets as sets. Linear in both documents.
/// Errors: BadInput if the documents are not of one type, Cancelled.
Result<ComparisonPtr> compareDocuments(
    const ComparedDocument &left, const ComparedDocument &right, const CompareOptions &options = {});

/// How two users differ, field by field; both are StatsigUser objects.
std::vector<FieldDifference> compareUsers(const JsonValue &left, const JsonValue &right);

} // namespace Gatescope
