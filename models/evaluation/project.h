// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Gatescope {

class Project;
using ProjectPtr = std::shared_ptr<const Project>;

/// What an entity is (facts §2.2, "entity").
enum class EntityKind { Gate, Segment, Holdout, DynamicConfig, Experiment, Autotune, Layer };

/// The three maps of a payload; a name is unique within one.
enum class SpecTable { FeatureGates, DynamicConfigs, LayerConfigs };

/// Facts §3.4. Other: a type no SDK knows; evaluating it is Unsupported.
enum class ConditionType {
    Public,
    PassGate,
    FailGate,
    UserField,
    UnitId,
    IpBased,
    UaBased,
    EnvironmentField,
    CurrentTime,
    UserBucket,
    TargetApp,
    ExperimentGroup,
    Other,
};

/// Facts §4. None: absent or null; Other: unknown, evaluating it is Unsupported.
enum class Operator {
    None,
    Gt,
    Gte,
    Lt,
    Lte,
    VersionGt,
    VersionGte,
    VersionLt,
    VersionLte,
    VersionEq,
    VersionNeq,
    Any,
    NoneOf,
    AnyCaseSensitive,
    NoneCaseSensitive,
    StrStartsWithAny,
    StrEndsWithAny,
    StrContainsAny,
    StrContainsNone,
    StrMatches,
    Eq,
    Neq,
    Before,
    After,
    On,
    InSegmentList,
    NotInSegmentList,
    ArrayContainsAny,
    ArrayContainsNone,
    ArrayContainsAll,
    NotArrayContainsAll,
    Other,
};

struct CompiledTarget; ///< the target value, parsed once for its operator

struct Condition
{
    ConditionType type = ConditionType::Other;
    Operator op = Operator::None;
    std::string typeName; ///< as written
    std::string operatorName; ///< as written; empty if none
    std::string field;
    std::string idType;
    std::string salt; ///< additionalValues.salt, for buckets
    JsonValue target;
    JsonValue source; ///< the whole condition
    std::shared_ptr<const CompiledTarget> compiled;
};

struct Rule
{
    static constexpr std::uint32_t noDelegate = std::numeric_limits<std::uint32_t>::max();

    std::string id;
    std::string name;
    std::string groupName;
    std::string salt; ///< already the rule id where the payload has none (facts §0, 8)
    std::string idType;
    double passPercentage = 0; ///< 0..100
    JsonValue returnValue;
    std::vector<std::uint32_t> conditions; ///< into Project::conditions()
    bool isExperimentGroup = false;
    std::string configDelegate;
    std::uint32_t delegate = noDelegate; ///< into Project::specs()
};

struct Spec
{
    std::string name;
    SpecTable table = SpecTable::FeatureGates;
    EntityKind kind = EntityKind::Gate;
    std::string entity; ///< as written
    std::string salt;
    std::string idType;
    bool enabled = false;
    bool isActive = false;
    bool hasSharedParams = false;
    bool useNewLayerEval = false;
    JsonValue defaultValue;
    std::vector<Rule> rules;
    std::vector<std::string> explicitParameters;
    std::vector<std::string> targetAppIds;
    std::string layer; ///< experiments: the layer they live in; empty if none
    JsonValue source; ///< the whole spec
};

/// A compiled DCS payload, v1 or v2, immutable and shareable between threads (facts §2).
class Project
{
public:
    enum class Format { V1, V2 };

    /// Errors: WrongShape with a sentence naming the field. A spec that lacks a required field is left out
    /// and named in warnings(); the rest loads. Any thread.
    static Result<ProjectPtr> compile(JsonDocumentPtr payload);

    Format format() const { return m_format; }
    const JsonDocumentPtr &payload() const { return m_payload; }
    qint64 time() const { return m_time; } ///< ms, last config update; 0 if not said
    const std::vector<Spec> &specs() const { return m_specs; }
    const std::vector<Condition> &conditions() const { return m_conditions; }
    /// Index into specs(), or -1.
    int find(SpecTable table, std::string_view name) const;
    const QStringList &warnings() const { return m_warnings; }
    /// Names of ID lists that conditions refer to.
    const std::vector<std::string> &idListNames() const { return m_idListNames; }

private:
    friend class ProjectCompiler;
    Project() = default;

    struct NameHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    using NameIndex = std::unordered_map<std::string, std::uint32_t, NameHash, std::equal_to<>>;

    Format m_format = Format::V2;
    JsonDocumentPtr m_payload;
    qint64 m_time = 0;
    std::vector<Spec> m_specs;
    std::vector<Condition> m_conditions;
    NameIndex m_index[3];
    std::vector<std::string> m_idListNames;
    QStringList m_warnings;
};

} // namespace Gatescope
