// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projectcompiler.h"

#include "banditcompiler.h"
#include "compiledtarget.h"
#include "conditioncompiler.h"
#include "gatecycles.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr std::array specTables {
    std::pair {SpecTable::FeatureGates, std::string_view("feature_gates")},
    std::pair {SpecTable::DynamicConfigs, std::string_view("dynamic_configs")},
    std::pair {SpecTable::LayerConfigs, std::string_view("layer_configs")},
};
constexpr qsizetype mostWarnings = 200;

QString quotedName(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

} // namespace

ProjectCompiler::ProjectCompiler(JsonDocumentPtr payload)
    : m_payload(std::move(payload))
    , m_root(m_payload ? m_payload->root() : JsonValue())
    , m_project(new Project)
{ }

Result<ProjectPtr> ProjectCompiler::run()
{
    if (const Result<> shape = checkShape(); !shape)
        return std::unexpected(shape.error());
    m_project->m_payload = m_payload;
    m_project->m_format =
        m_root.member("feature_gates").isArray() ? Project::Format::V1 : Project::Format::V2;
    compileProjectValues();
    compileConditions();
    for (const auto &[table, member] : specTables)
        compileTable(table, member);
    compileMappings();
    compileBandits();
    assignLayers();
    resolveReferences();
    warnOfCycles();
    if (m_untoldWarnings > 0)
        m_project->m_warnings << tr(
            "and %n more", nullptr, int(std::min<qsizetype>(m_untoldWarnings, 1'000'000)));
    return std::shared_ptr<const Project>(std::move(m_project));
}

Result<> ProjectCompiler::checkShape() const
{
    const auto wrong = [](const QString &sentence) { return failure(ErrorCode::WrongShape, sentence); };
    if (!m_root.isObject())
        return wrong(tr("These are no specs: a specs payload is a JSON object."));
    if (m_root.member("has_updates").kind() == JsonValue::Kind::False)
        return wrong(
            tr("These specs hold nothing: has_updates is false. Ask for them again with sinceTime 0."));
    const bool isV1 = m_root.member("feature_gates").isArray();
    for (const auto &[table, member] : specTables) {
        const JsonValue value = m_root.member(member);
        if (!value.isValid())
            return wrong(tr("These are no complete specs: %1 is missing.").arg(quotedName(member)));
        if (isV1 ? !value.isArray() : !value.isObject())
            return wrong(isV1
                    ? tr("These specs cannot be read: %1 is not an array as feature_gates is.")
                          .arg(quotedName(member))
                    : tr("These specs cannot be read: %1 is not an object.").arg(quotedName(member)));
    }
    if (!isV1 && !m_root.member("condition_map").isObject())
        return wrong(tr("These are no complete specs: condition_map is missing or not an object."));
    return {};
}

void ProjectCompiler::compileProjectValues()
{
    m_project->m_time = m_root.member("time").toInt64().value_or(0);
    const JsonValue lists = m_root.member("id_lists");
    for (quint32 i = 0; i < lists.size() && lists.isObject(); ++i)
        m_project->m_declaredIdLists.try_emplace(lists.at(i).keyUtf8(), i);
    if (const JsonValue appId = m_root.member("app_id"); appId.isValid() && !appId.isNull())
        m_project->m_appId = AttributeValue::fromJson(appId);
    if (const JsonValue tier = m_root.member("default_environment"); tier.isString())
        m_project->m_defaultEnvironment = AttributeValue::fromJson(tier);
}

void ProjectCompiler::compileConditions()
{
    if (m_project->m_format == Project::Format::V1)
        return;
    const JsonValue map = m_root.member("condition_map");
    m_project->m_conditions.reserve(map.size());
    m_conditionIndexes.reserve(map.size());
    for (quint32 i = 0; i < map.size(); ++i) {
        const JsonValue source = map.at(i);
        m_conditionIndexes.insert_or_assign(source.keyUtf8(), addCondition(compiledCondition(source)));
    }
}

std::uint32_t ProjectCompiler::addCondition(Condition condition)
{
    if (condition.type == ConditionType::UserBucket) {
        std::vector<SaltedHash> &placings = m_project->m_placings;
        const std::string key =
            std::to_string(condition.salt.size()).append(":").append(condition.salt).append(condition.idType);
        const auto [found, isNew] = m_placings.try_emplace(key, std::uint32_t(placings.size()));
        if (isNew)
            placings.emplace_back(SaltedHash({condition.salt}));
        condition.placing = found->second;
    }
    m_project->m_conditions.push_back(std::move(condition));
    return std::uint32_t(m_project->m_conditions.size() - 1);
}

std::optional<std::uint32_t> ProjectCompiler::conditionIndex(const JsonValue &condition)
{
    if (m_project->m_format == Project::Format::V1)
        return condition.isObject() ? std::optional(addCondition(compiledCondition(condition)))
                                    : std::nullopt;
    if (!condition.isString())
        return std::nullopt;
    std::string scratch;
    const std::string_view hash = condition.utf8(scratch);
    if (const auto found = m_conditionIndexes.find(hash); found != m_conditionIndexes.end())
        return found->second;
    warn(tr("Condition %1 is missing from condition_map.").arg(quotedName(hash)));
    const std::uint32_t index = addCondition(missingCondition(hash, m_project->m_texts));
    m_conditionIndexes.try_emplace(std::string(hash), index);
    return index;
}

SpecCompiler ProjectCompiler::specCompiler()
{
    return {m_project->m_format, m_project->m_texts, m_project->m_fieldNames,
        [this](const JsonValue &value) { return conditionIndex(value); }};
}

Condition ProjectCompiler::compiledCondition(const JsonValue &source)
{
    return compileCondition(source, m_project->m_format, m_project->m_texts, m_project->m_fieldNames);
}

void ProjectCompiler::compileTable(SpecTable table, std::string_view member)
{
    const JsonValue sources = m_root.member(member);
    SpecCompiler compiler = specCompiler();
    m_project->m_index[int(table)].reserve(sources.size());
    for (quint32 i = 0; i < sources.size(); ++i) {
        const JsonValue source = sources.at(i);
        auto spec = compiler.spec(table, source);
        if (!spec) {
            const QString name = source.hasKey() ? source.key() : source.member("name").toString();
            warn(tr("%1 “%2” was left out: %3.").arg(quotedName(member), name, compiler.problem()));
            continue;
        }
        placeUnits(*spec);
        const auto index = std::uint32_t(m_project->m_specs.size());
        m_project->m_index[int(table)].assign(spec->name, index);
        m_project->m_specs.push_back(std::move(*spec));
    }
}

void ProjectCompiler::placeUnits(Spec &spec)
{
    for (Rule &rule : spec.rules) {
        if (rule.passesAll() || rule.passesNone())
            continue;
        rule.placing = std::uint32_t(m_project->m_placings.size());
        m_project->m_placings.emplace_back(SaltedHash({spec.salt, rule.salt}));
    }
}

void ProjectCompiler::compileMappings()
{
    const JsonValue overrides = m_root.member("overrides");
    const JsonValue rules = m_root.member("override_rules");
    if (!overrides.isObject() || !rules.isObject())
        return;
    Indexes ruleIndexes;
    SpecCompiler compiler = specCompiler();
    for (quint32 i = 0; i < rules.size(); ++i) {
        if (auto rule = compiler.rule(rules.at(i))) {
            ruleIndexes.insert_or_assign(
                rules.at(i).keyUtf8(), std::uint32_t(m_project->m_overrideRules.size()));
            m_project->m_overrideRules.push_back(std::move(*rule));
        } else {
            warn(tr("override_rules “%1” was left out: %2.").arg(rules.at(i).key(), compiler.problem()));
        }
    }
    for (quint32 i = 0; i < overrides.size(); ++i) {
        std::vector<ConfigMapping> &mappings = m_project->m_mappings.emplace_back();
        m_project->m_mappingIndex.insert_or_assign(
            overrides.at(i).keyUtf8(), std::uint32_t(m_project->m_mappings.size() - 1));
        for (quint32 j = 0; j < overrides.at(i).size(); ++j) {
            const JsonValue source = overrides.at(i).at(j);
            ConfigMapping &mapping = mappings.emplace_back();
            mapping.newConfigName = source.member("new_config_name").toUtf8();
            const JsonValue steps = source.member("rules");
            for (quint32 k = 0; k < steps.size(); ++k) {
                const auto found = ruleIndexes.find(steps.at(k).member("rule_name").toUtf8());
                if (found != ruleIndexes.end())
                    mapping.steps.push_back(
                        {found->second, steps.at(k).member("start_time").toInt64().value_or(0)});
            }
        }
    }
}

void ProjectCompiler::compileBandits()
{
    const JsonValue bandits = m_root.member("cmab_configs");
    for (quint32 i = 0; i < bandits.size() && bandits.isObject(); ++i) {
        m_project->m_banditIndex.insert_or_assign(
            bandits.at(i).keyUtf8(), std::uint32_t(m_project->m_bandits.size()));
        m_project->m_bandits.push_back(compileBandit(bandits.at(i), m_project->m_texts));
    }
}

void ProjectCompiler::assignLayers()
{
    const auto assign = [this](std::string_view experiment, std::string_view layer) {
        const int index = m_project->find(SpecTable::DynamicConfigs, experiment);
        if (index >= 0)
            m_project->m_specs[std::size_t(index)].layer = layer;
    };
    const JsonValue layers = m_root.member("layers");
    for (quint32 i = 0; i < layers.size() && layers.isObject(); ++i) {
        for (quint32 j = 0; j < layers.at(i).size(); ++j)
            assign(layers.at(i).at(j).toUtf8(), m_project->m_texts.key(layers.at(i)));
    }
    const JsonValue experiments = m_root.member("experiment_to_layer");
    for (quint32 i = 0; i < experiments.size() && experiments.isObject(); ++i)
        assign(experiments.at(i).keyUtf8(), m_project->m_texts.text(experiments.at(i)));
}

void ProjectCompiler::resolveReferences()
{
    for (Condition &condition : m_project->m_conditions) {
        if (condition.type == ConditionType::PassGate || condition.type == ConditionType::FailGate)
            resolveGate(*std::const_pointer_cast<CompiledTarget>(condition.compiled));
        if (condition.op == Operator::InSegmentList || condition.op == Operator::NotInSegmentList) {
            if (condition.compiled->kind == CompiledTarget::Kind::String)
                m_project->m_idListNames.push_back(condition.compiled->text);
        }
    }
    std::ranges::sort(m_project->m_idListNames);
    const auto repeated = std::ranges::unique(m_project->m_idListNames);
    m_project->m_idListNames.erase(repeated.begin(), repeated.end());
    for (Spec &spec : m_project->m_specs) {
        spec.named = std::uint32_t(m_project->find(spec.table, spec.name));
        for (Rule &rule : spec.rules) {
            const int delegate = rule.configDelegate.empty()
                ? -1
                : m_project->find(SpecTable::DynamicConfigs, rule.configDelegate);
            if (delegate >= 0)
                rule.delegate = std::uint32_t(delegate);
        }
    }
}

void ProjectCompiler::resolveGate(CompiledTarget &target)
{
    if (target.text.empty())
        return;
    const auto next = std::uint32_t(m_gateNumbers.size());
    target.gateNumber = m_gateNumbers.try_emplace(target.text, next).first->second;
    target.asksSegment = target.text.starts_with("segment:");
    const int gate = m_project->find(SpecTable::FeatureGates, target.text);
    if (gate >= 0)
        target.gate = std::uint32_t(gate);
}

void ProjectCompiler::warnOfCycles()
{
    for (const std::vector<std::uint32_t> &cycle : gateCycles(*m_project)) {
        QStringList names;
        for (const std::uint32_t spec : cycle)
            names << quotedName(m_project->m_specs[spec].name);
        warn(tr("These gates ask each other in a circle, so none of them has a value: %1.")
                .arg(names.join(QStringLiteral(" → "))));
    }
}

void ProjectCompiler::warn(const QString &text)
{
    if (m_project->m_warnings.size() < mostWarnings)
        m_project->m_warnings << text;
    else
        ++m_untoldWarnings;
}

} // namespace Gatescope
