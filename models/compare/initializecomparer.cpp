// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparisonbuilder.h"
#include "initializeside.h"

#include <models/json/utf8text.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

using Space = HashedNames::Space;

constexpr std::array<std::pair<std::string_view, Space>, 4> initializeTables {{
    {"feature_gates", Space::Gates},
    {"dynamic_configs", Space::Configs},
    {"layer_configs", Space::Layers},
    {"param_stores", Space::ParamStores},
}};

/// A field whose absence means something by itself.
struct ScalarField
{
    ComparedField field;
    std::string_view longName;
    std::string_view shortName;
    std::string_view absent; ///< as JSON; what a response that leaves it out means
};
constexpr std::array scalarFields {
    ScalarField {ComparedField::Group, "group_name", "gn", "null"},
    ScalarField {ComparedField::InExperiment, "is_user_in_experiment", "ue", "false"},
    ScalarField {ComparedField::ExperimentActive, "is_experiment_active", "ea", "false"},
    ScalarField {ComparedField::Passed, "passed", "p", "false"},
    ScalarField {ComparedField::IdType, "id_type", "i", "null"},
};

/// All that is read by name above and below, and what repeats another field.
constexpr std::array<std::string_view, 27> readMembers {"name", "value", "v", "rule_id", "r", "group",
    "group_name", "gn", "is_user_in_experiment", "ue", "is_experiment_active", "ea", "passed", "p", "id_type",
    "i", "allocated_experiment_name", "ae", "explicit_parameters", "ep", "parameter_rule_ids", "pr",
    "secondary_exposures", "s", "undelegated_secondary_exposures", "us", "is_device_based"};

/// How a response says something, and what its entries stand in.
constexpr std::array<std::string_view, 9> formMembers {"feature_gates", "dynamic_configs", "layer_configs",
    "param_stores", "exposures", "values", "hash_used", "response_format", "has_updates"};
/// What another call answers differently with the same meaning.
constexpr std::array<std::string_view, 8> bookkeepingMembers {
    "time", "company_lcut", "generator", "sdkInfo", "full_checksum", "checksum", "checksumV2", "pa_hash"};

class InitializeComparer
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Comparison)
public:
    InitializeComparer(
        ComparisonBuilder builder, const ComparedDocument &left, const ComparedDocument &right);
    Result<ComparisonPtr> run();

private:
    struct SeenGate
    {
        QString name;
        QString value;
        QString ruleId;
        JsonValue source;
    };
    using SeenGates = std::vector<std::pair<std::string, SeenGate>>;

    void compareTable(std::string_view table, Space space);
    void compareByHash(const JsonValue &lefts, const JsonValue &rights, Space space);
    void compareByName(const JsonValue &lefts, const JsonValue &rights, Space space);
    void comparePair(const JsonValue &left, const JsonValue &right, Space space);
    void addSingle(const JsonValue &left, const JsonValue &right, Space space);
    EntityDifference entity(const JsonValue &left, const JsonValue &right, Space space) const;
    std::string joinKey(const InitializeSide &side, const JsonValue &entry, Space space) const;
    bool isPlainlySame(const JsonValue &left, const JsonValue &right) const;

    void compareEntry(const EntityDifference &entity, Space space, DifferenceList &list) const;
    void compareStore(const JsonValue &left, const JsonValue &right, DifferenceList &list) const;
    void compareParameter(const JsonValue &left, const JsonValue &right, DifferenceList &list) const;
    void compareRule(const EntityDifference &entity, Space space, DifferenceList &list) const;
    void compareScalars(const EntityDifference &entity, DifferenceList &list) const;
    void compareAllocated(const EntityDifference &entity, DifferenceList &list) const;
    void compareExposures(
        ComparedField field, const JsonValue &left, const JsonValue &right, DifferenceList &list) const;
    SeenGates seenGates(const InitializeSide &side, const JsonValue &list) const;
    static QString gateText(const SeenGate *gate);

    ComparisonBuilder m_builder;
    InitializeSide m_left;
    InitializeSide m_right;
    bool m_sameHash;
    bool m_sameForm; ///< of the entries: what one leaves out the other does too
    bool m_canCompareText; ///< entries of the same text mean the same
};

bool isSameRaw(const JsonValue &left, const JsonValue &right)
{
    return left.rawText() == right.rawText();
}

InitializeComparer::InitializeComparer(
    ComparisonBuilder builder, const ComparedDocument &left, const ComparedDocument &right)
    : m_builder(std::move(builder))
    , m_left(left)
    , m_right(right)
    , m_sameHash(m_left.hash() == m_right.hash())
    , m_sameForm(m_left.isShort() == m_right.isShort())
    , m_canCompareText(m_sameHash && m_left.format() == m_right.format()
          && isSameRaw(m_left.root()["exposures"], m_right.root()["exposures"])
          && (!m_left.isShort() || isSameRaw(m_left.root()["values"], m_right.root()["values"])))
{ }

Result<ComparisonPtr> InitializeComparer::run()
{
    for (const auto &[table, space] : initializeTables)
        compareTable(table, space);
    m_builder.addRest(tr("Rest of the answer"), formMembers, bookkeepingMembers);
    m_builder.setNames(m_left.knownNames());
    return m_builder.take();
}

void InitializeComparer::compareTable(std::string_view table, Space space)
{
    const JsonValue lefts = m_left.root()[table];
    const JsonValue rights = m_right.root()[table];
    if (m_sameHash)
        compareByHash(lefts, rights, space);
    else
        compareByName(lefts, rights, space);
}

void InitializeComparer::compareByHash(const JsonValue &lefts, const JsonValue &rights, Space space)
{
    const MemberIndex leftIndex(lefts);
    const MemberIndex rightIndex(rights);
    std::string scratch;
    for (quint32 i = 0; lefts.isObject() && i < lefts.size() && !m_builder.isStopped(); ++i) {
        const JsonValue left = lefts.at(i);
        const std::string_view name = left.keyUtf8(scratch);
        if (leftIndex.find(name) == left) // of the same name the last counts
            comparePair(left, rightIndex.find(name), space);
    }
    for (quint32 i = 0; rights.isObject() && i < rights.size() && !m_builder.isStopped(); ++i) {
        const JsonValue right = rights.at(i);
        const std::string_view name = right.keyUtf8(scratch);
        if (!leftIndex.contains(name) && rightIndex.find(name) == right)
            addSingle({}, right, space);
    }
}

/// Entries hashed in two ways are the same if their names are known and the same.
void InitializeComparer::compareByName(const JsonValue &lefts, const JsonValue &rights, Space space)
{
    MemberIndex rightIndex;
    rightIndex.reserve(rights.size());
    for (quint32 i = 0; rights.isObject() && i < rights.size() && !m_builder.isStopped(); ++i)
        rightIndex.add(joinKey(m_right, rights.at(i), space), rights.at(i));
    MemberIndex leftIndex;
    leftIndex.reserve(lefts.size());
    for (quint32 i = 0; lefts.isObject() && i < lefts.size() && !m_builder.isStopped(); ++i)
        leftIndex.add(joinKey(m_left, lefts.at(i), space), lefts.at(i));
    for (quint32 i = 0; lefts.isObject() && i < lefts.size() && !m_builder.isStopped(); ++i) {
        const std::string key = joinKey(m_left, lefts.at(i), space);
        if (leftIndex.find(key) == lefts.at(i))
            comparePair(lefts.at(i), rightIndex.find(key), space);
    }
    for (quint32 i = 0; rights.isObject() && i < rights.size() && !m_builder.isStopped(); ++i) {
        const std::string key = joinKey(m_right, rights.at(i), space);
        if (!leftIndex.contains(key) && rightIndex.find(key) == rights.at(i))
            addSingle({}, rights.at(i), space);
    }
}

std::string InitializeComparer::joinKey(const InitializeSide &side, const JsonValue &entry, Space space) const
{
    std::string scratch;
    const std::string_view hash = entry.keyUtf8(scratch);
    const QStringList names = side.names(space, hash);
    return names.size() == 1 ? 'n' + names.first().toStdString()
                             : (&side == &m_left ? 'l' : 'r') + std::string(hash);
}

void InitializeComparer::comparePair(const JsonValue &left, const JsonValue &right, Space space)
{
    if (!right.isValid())
        return addSingle(left, {}, space);
    if (isPlainlySame(left, right))
        return m_builder.addSame(m_left.kindOf(left, space), left, right);
    EntityDifference changed = entity(left, right, space);
    DifferenceList list = m_builder.list();
    compareEntry(changed, space, list);
    m_builder.addChanged(std::move(changed), list.take());
}

bool InitializeComparer::isPlainlySame(const JsonValue &left, const JsonValue &right) const
{
    return m_canCompareText && isSameRaw(left, right);
}

void InitializeComparer::addSingle(const JsonValue &left, const JsonValue &right, Space space)
{
    m_builder.addSingle(entity(left, right, space));
}

EntityDifference InitializeComparer::entity(const JsonValue &left, const JsonValue &right, Space space) const
{
    const InitializeSide &side = left.isValid() ? m_left : m_right;
    const JsonValue &entry = left.isValid() ? left : right;
    std::string scratch;
    const std::string_view hash = entry.keyUtf8(scratch);
    EntityDifference entity;
    entity.kind = side.kindOf(entry, space);
    if (entity.kind == ComparedKind::DynamicConfig && left.isValid() && right.isValid())
        entity.kind = m_right.kindOf(right, space);
    const QStringList names = side.names(space, hash);
    entity.isNameKnown = !names.isEmpty();
    entity.name = names.isEmpty() ? utf8Text(hash) : names.join(QStringLiteral(" / "));
    entity.left = left;
    entity.right = right;
    return entity;
}

void InitializeComparer::compareEntry(const EntityDifference &entity, Space space, DifferenceList &list) const
{
    const JsonValue &left = entity.left;
    const JsonValue &right = entity.right;
    if (!left.isObject() || !right.isObject())
        return list.compareMembers(left, right);
    if (space == Space::ParamStores)
        return compareStore(left, right, list);
    if (space == Space::Gates) {
        const JsonValue on = m_left.field(left, "value", "v");
        const JsonValue alsoOn = m_right.field(right, "value", "v");
        if (on.toBool() != alsoOn.toBool())
            list.add(ComparedField::Value, on, alsoOn);
    } else {
        list.compare(ComparedField::Value, m_left.configValue(left), m_right.configValue(right));
    }
    compareRule(entity, space, list);
    compareScalars(entity, list);
    compareAllocated(entity, list);
    const auto both = [&](std::string_view longName, std::string_view shortName) {
        return std::pair(m_left.field(left, longName, shortName), m_right.field(right, longName, shortName));
    };
    const auto [parameters, others] = both("explicit_parameters", "ep");
    const bool areTold = parameters.isValid() && others.isValid(); // init-v2 leaves those of experiments out
    if ((areTold || m_sameForm) && (parameters.size() > 0 || others.size() > 0))
        list.compareSets(ComparedField::ExplicitParameters, parameters, others);
    const auto [rules, otherRules] = both("parameter_rule_ids", "pr");
    list.compare(ComparedField::ParameterRules, rules, otherRules);
    const auto [seen, otherSeen] = both("secondary_exposures", "s");
    compareExposures(ComparedField::Exposure, seen, otherSeen, list);
    const auto [before, otherBefore] = both("undelegated_secondary_exposures", "us");
    compareExposures(ComparedField::UndelegatedExposure, before, otherBefore, list);
    if (m_sameForm)
        list.compareMembers(left, right, readMembers);
}

/// Parameters refer to others by names that are hashed (facts §1.7).
void InitializeComparer::compareStore(
    const JsonValue &left, const JsonValue &right, DifferenceList &list) const
{
    const MemberIndex lefts(left);
    const MemberIndex rights(right);
    std::string scratch;
    for (quint32 i = 0; i < left.size(); ++i) {
        const JsonValue parameter = left.at(i);
        const std::string_view name = parameter.keyUtf8(scratch);
        if (lefts.find(name) != parameter)
            continue;
        const JsonValue other = rights.find(name);
        list.setSubject({parameter.key()});
        if (parameter.isObject() && other.isObject())
            compareParameter(parameter, other, list);
        else
            list.compare(ComparedField::Parameter, parameter, other);
    }
    for (quint32 i = 0; i < right.size(); ++i) {
        const std::string_view name = right.at(i).keyUtf8(scratch);
        list.setSubject({right.at(i).key()});
        if (!lefts.contains(name) && rights.find(name) == right.at(i))
            list.add(ComparedField::Parameter, {}, right.at(i));
    }
    list.setSubject({});
}

void InitializeComparer::compareParameter(
    const JsonValue &left, const JsonValue &right, DifferenceList &list) const
{
    static constexpr std::array<std::pair<std::string_view, Space>, 4> references {{
        {"gate_name", Space::Gates},
        {"config_name", Space::Configs},
        {"experiment_name", Space::Configs},
        {"layer_name", Space::Layers},
    }};
    static constexpr std::array<std::string_view, 4> skipped {
        "gate_name", "config_name", "experiment_name", "layer_name"};
    const QStringList subject = list.subject();
    for (const auto &[member, space] : references) {
        const JsonValue one = left[member];
        const JsonValue other = right[member];
        if (m_sameHash && isSameRaw(one, other))
            continue;
        QString name = one.isString() ? m_left.nameOf(space, one.toUtf8()) : QString();
        QString otherName = other.isString() ? m_right.nameOf(space, other.toUtf8()) : QString();
        if (name == otherName)
            continue;
        list.setSubject(subject + QStringList {utf8Text(member)});
        list.addWithTexts(ComparedField::Parameter, one, other, std::move(name), std::move(otherName));
        list.setSubject(subject);
    }
    list.compareMembers(left, right, skipped, ComparedField::Parameter);
}

void InitializeComparer::compareRule(const EntityDifference &entity, Space space, DifferenceList &list) const
{
    const JsonValue rule = m_left.field(entity.left, "rule_id", "r");
    const JsonValue other = m_right.field(entity.right, "rule_id", "r");
    const auto idOf = [](const InitializeSide &side, const JsonValue &id) {
        return side.isShort() && !id.isValid() ? std::string("default") : id.toUtf8();
    };
    if (isSameRaw(rule, other) && m_sameForm)
        return;
    if (idOf(m_left, rule) == idOf(m_right, other))
        return;
    QString leftText = m_left.ruleOf(entity.left, space);
    QString rightText = m_right.ruleOf(entity.right, space);
    if (leftText == rightText) { // two rules of one name
        leftText += QStringLiteral(" (%1)").arg(rule.toString());
        rightText += QStringLiteral(" (%1)").arg(other.toString());
    }
    list.addWithTexts(ComparedField::Rule, rule, other, std::move(leftText), std::move(rightText));
}

void InitializeComparer::compareScalars(const EntityDifference &entity, DifferenceList &list) const
{
    for (const ScalarField &field : scalarFields) {
        const JsonValue left = m_left.field(entity.left, field.longName, field.shortName);
        const JsonValue right = m_right.field(entity.right, field.longName, field.shortName);
        const auto meaning = [&field](const JsonValue &value) {
            return value.isValid() ? value.rawText() : field.absent;
        };
        const bool isSame = m_sameForm ? isSameRaw(left, right) : meaning(left) == meaning(right);
        if (!isSame)
            list.compare(field.field, left, right);
    }
}

void InitializeComparer::compareAllocated(const EntityDifference &entity, DifferenceList &list) const
{
    const JsonValue left = m_left.field(entity.left, "allocated_experiment_name", "ae");
    const JsonValue right = m_right.field(entity.right, "allocated_experiment_name", "ae");
    if (m_sameHash && isSameRaw(left, right))
        return;
    const auto nameOf = [](const InitializeSide &side, const JsonValue &hash) {
        return hash.isString() ? side.nameOf(Space::Configs, hash.toUtf8()) : QString();
    };
    QString leftName = nameOf(m_left, left);
    QString rightName = nameOf(m_right, right);
    if (leftName != rightName)
        list.addWithTexts(
            ComparedField::AllocatedExperiment, left, right, std::move(leftName), std::move(rightName));
}

InitializeComparer::SeenGates InitializeComparer::seenGates(
    const InitializeSide &side, const JsonValue &list) const
{
    SeenGates gates;
    for (quint32 i = 0; list.isArray() && i < list.size(); ++i) {
        const JsonValue source = side.exposure(list.at(i));
        if (!source.isObject())
            continue;
        const std::string hash = source["gate"].toUtf8();
        const QString name = side.nameOf(Space::Gates, hash);
        const JsonValue value = source["gateValue"];
        gates.emplace_back(m_sameHash ? hash : name.toStdString(),
            SeenGate {name, value.isString() ? value.toString() : utf8Text(value.rawText()),
                source["ruleID"].toString(), source});
    }
    return gates;
}

QString InitializeComparer::gateText(const SeenGate *gate)
{
    if (!gate)
        return tr("not looked at");
    const QString word = gate->value == QLatin1String("true") ? tr("on") : tr("off");
    return gate->ruleId.isEmpty() ? word : tr("%1, rule %2").arg(word, gate->ruleId);
}

void InitializeComparer::compareExposures(
    ComparedField field, const JsonValue &left, const JsonValue &right, DifferenceList &list) const
{
    if (m_canCompareText && isSameRaw(left, right))
        return;
    const SeenGates lefts = seenGates(m_left, left);
    const SeenGates rights = seenGates(m_right, right);
    std::unordered_map<std::string_view, const SeenGate *> leftIndex;
    std::unordered_map<std::string_view, const SeenGate *> rightIndex;
    for (const auto &[key, gate] : lefts)
        leftIndex.try_emplace(key, &gate);
    for (const auto &[key, gate] : rights)
        rightIndex.try_emplace(key, &gate);
    const auto put = [&](const SeenGate *one, const SeenGate *other) {
        if (one && other && one->value == other->value && one->ruleId == other->ruleId)
            return;
        list.setSubject({one ? one->name : other->name});
        list.addWithTexts(field, one ? one->source : JsonValue(), other ? other->source : JsonValue(),
            gateText(one), gateText(other));
    };
    for (const auto &[key, gate] : lefts) {
        const auto other = rightIndex.find(key);
        if (leftIndex.at(key) == &gate)
            put(&gate, other == rightIndex.end() ? nullptr : other->second);
    }
    for (const auto &[key, gate] : rights)
        if (!leftIndex.contains(key) && rightIndex.at(key) == &gate)
            put(nullptr, &gate);
    list.setSubject({});
}

} // namespace

Result<ComparisonPtr> compareInitialize(
    ComparisonBuilder builder, const ComparedDocument &left, const ComparedDocument &right)
{
    return InitializeComparer(std::move(builder), left, right).run();
}

} // namespace Gatescope
