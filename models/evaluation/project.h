// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "buckethash.h"
#include "evaluationuser.h"
#include "hashedspecnames.h"
#include "nametable.h"
#include "payloadtexts.h"

#include <models/json/jsondocument.h>

#include <QStringList>

#include <limits>
#include <memory>
#include <optional>
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

/// Its texts are the project's. What every evaluation reads comes first, so that it is close together.
struct Condition
{
    ConditionType type = ConditionType::Other;
    Operator op = Operator::None;
    bool hasField = false;
    /// user_bucket: into Project::placings(), the same for all with the same salt and ID type.
    std::uint32_t placing = 0;
    std::shared_ptr<const CompiledTarget> compiled;
    const FieldName *fieldName = &FieldName::none(); ///< field, ready to look up
    const FieldName *idTypeName = &FieldName::none(); ///< idType, ready to look up
    std::string_view problem; ///< why it cannot be evaluated, in English; empty if it can
    std::string_view salt; ///< additionalValues.salt, for buckets
    JsonValue source; ///< the whole condition
    JsonValue target;
    std::string_view typeName; ///< as written
    std::string_view operatorName; ///< as written; empty if none
    std::string_view field;
    std::string_view idType;
};

/// As for conditions, what every evaluation reads comes first.
struct Rule
{
    static constexpr std::uint32_t noDelegate = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t noPlacing = noDelegate;

    std::vector<std::uint32_t> conditions; ///< into Project::conditions()
    double passPercentage = 0; ///< 0..100
    std::uint32_t delegate = noDelegate; ///< into Project::specs()
    std::uint32_t placing = noPlacing; ///< into Project::placings(), where a part of the units passes
    bool isExperimentGroup = false;
    bool hasGroupName = false;
    bool returnsFalse = false; ///< returnValue is the boolean
    const FieldName *idTypeName = &FieldName::none(); ///< idType, ready to look up
    std::string_view id;
    std::string_view salt; ///< already the rule id where the payload has none (facts §0, 8)
    std::string_view returnJson; ///< compact; "{}" if it is no object
    std::string_view groupName;
    JsonValue returnValue;
    std::string_view name;
    std::string_view idType;
    std::string_view configDelegate;

    bool passesAll() const { return passPercentage == 100; }
    bool passesNone() const { return passPercentage == 0; }
};

/// Another config is evaluated in place of one for users a rule passes (facts §3.8).
struct ConfigMapping
{
    struct Step
    {
        std::uint32_t rule = 0; ///< into Project::overrideRules()
        qint64 startTime = 0; ///< ms
    };

    std::string newConfigName;
    std::vector<Step> steps;
};

/// A contextual bandit (facts §3.9).
struct Bandit
{
    struct Group
    {
        std::string id;
        std::string name;
        JsonValue value;
        std::string_view json; ///< compact value
    };
    struct Model
    {
        double alpha = 0;
        double intercept = 0;
        qint64 records = 0;
        std::vector<std::pair<FieldName, double>> numerical;
        std::vector<std::pair<FieldName, std::unordered_map<std::string, double>>> categorical;
    };

    std::string name;
    std::string salt;
    FieldName idType;
    bool enabled = false;
    bool higherIsBetter = false;
    bool hasModels = false;
    double sampleRate = 0; ///< 0..1
    std::vector<Group> groups;
    std::vector<std::optional<Model>> models; ///< one a group
    std::optional<std::string> targetingGate;
    JsonValue defaultValue;
    std::string_view defaultJson;
    std::vector<std::string> targetAppIds;
};

struct Spec
{
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    SpecTable table = SpecTable::FeatureGates;
    EntityKind kind = EntityKind::Gate;
    std::uint32_t named = none; ///< the spec that its name finds: of those with the same name the last
    bool enabled = false;
    bool useNewLayerEval = false;
    bool hasExplicitParameters = false;
    bool defaultsToTrue = false; ///< defaultValue is the boolean
    std::optional<bool> isActive; ///< experiments
    std::optional<bool> hasSharedParams; ///< experiments in a layer
    std::vector<Rule> rules;
    std::string_view idType;
    std::string_view salt;
    JsonValue defaultValue;
    std::string_view defaultJson; ///< compact; "{}" if it is no object
    std::vector<std::string> explicitParameters;
    std::string_view name;
    std::string_view entity; ///< as written
    bool hasTargetAppIds = false;
    std::vector<std::string> targetAppIds;
    std::string_view layer; ///< experiments: the layer they live in; empty if none
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
    /// The hashes that place units for rules and conditions. Override rules have none: their specs differ.
    const std::vector<SaltedHash> &placings() const { return m_placings; }
    /// Index into specs(), or -1.
    int find(SpecTable table, std::string_view name) const;
    const QStringList &warnings() const { return m_warnings; }
    /// Names of ID lists that conditions refer to.
    const std::vector<std::string> &idListNames() const { return m_idListNames; }
    /// The payload says that there is a list of that name.
    bool declaresIdList(std::string_view name) const { return m_declaredIdLists.contains(name); }

    /// Mappings of a config by its name; null if it has none.
    const std::vector<ConfigMapping> *mappings(std::string_view name) const
    {
        return m_mappingIndex.empty() ? nullptr : mappingsOf(name);
    }
    const std::vector<Rule> &overrideRules() const { return m_overrideRules; }
    const std::vector<Bandit> &bandits() const { return m_bandits; }
    /// The bandit of a name; null if there is none.
    const Bandit *bandit(std::string_view name) const
    {
        return m_banditIndex.empty() ? nullptr : banditOf(name);
    }
    /// The primary target app; null if the payload names none.
    const AttributeValue *appId() const { return m_appId ? &*m_appId : nullptr; }
    /// The target app of a client key (facts §2.1); null if it has none.
    std::optional<AttributeValue> appIdOfClientKey(std::string_view clientKey) const;
    /// The tier of users without one; null if the payload names none.
    const AttributeValue *defaultEnvironment() const
    {
        return m_defaultEnvironment ? &*m_defaultEnvironment : nullptr;
    }

    const HashedSpecNames &hashedNames(HashAlgorithm algorithm) const;

private:
    friend class ProjectCompiler;
    Project() = default;
    const std::vector<ConfigMapping> *mappingsOf(std::string_view name) const;
    const Bandit *banditOf(std::string_view name) const;

    struct NameHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    using NameIndex = std::unordered_map<std::string, std::uint32_t, NameHash, std::equal_to<>>;

    Format m_format = Format::V2;
    JsonDocumentPtr m_payload;
    PayloadTexts m_texts;
    FieldNames m_fieldNames;
    qint64 m_time = 0;
    std::vector<Spec> m_specs;
    std::vector<Condition> m_conditions;
    std::vector<SaltedHash> m_placings;
    NameTable m_index[3]; ///< by SpecTable, into m_specs
    std::vector<std::string> m_idListNames;
    NameIndex m_declaredIdLists;
    NameIndex m_mappingIndex;
    std::vector<std::vector<ConfigMapping>> m_mappings;
    std::vector<Rule> m_overrideRules;
    NameIndex m_banditIndex;
    std::vector<Bandit> m_bandits;
    std::optional<AttributeValue> m_appId;
    std::optional<AttributeValue> m_defaultEnvironment;
    QStringList m_warnings;
    LazySpecNames m_hashedNames;
};

} // namespace Gatescope
