// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializeside.h"

#include <models/json/utf8text.h>
#include <models/statsig/initializerules.h>

namespace Gatescope {

InitializeSide::InitializeSide(const ComparedDocument &document)
    : m_root(document.document->root())
    , m_format(initializeFormat(m_root))
    , m_names(
          std::make_shared<const HashedNames>(document.project, initializeHash(m_root), document.names.get()))
    , m_exposures(m_root["exposures"])
    , m_values(m_root["values"])
{ }

JsonValue InitializeSide::field(
    const JsonValue &entry, std::string_view longName, std::string_view shortName) const
{
    return entry[isShort() ? shortName : longName];
}

JsonValue InitializeSide::configValue(const JsonValue &entry) const
{
    const JsonValue value = field(entry, "value", "v");
    if (!isShort() || !value.isString())
        return value;
    std::string scratch;
    return m_values.find(value.utf8(scratch));
}

JsonValue InitializeSide::exposure(const JsonValue &element) const
{
    if (!element.isString())
        return element;
    std::string scratch;
    return m_exposures.find(element.utf8(scratch));
}

QString InitializeSide::nameOf(HashedNames::Space space, std::string_view hash) const
{
    const QStringList known = m_names->names(space, hash);
    return known.isEmpty() ? utf8Text(hash) : known.join(QStringLiteral(" / "));
}

ComparedKind InitializeSide::kindOf(const JsonValue &entry, HashedNames::Space space) const
{
    switch (space) {
    case HashedNames::Space::Gates:
        return ComparedKind::Gate;
    case HashedNames::Space::Layers:
        return ComparedKind::Layer;
    case HashedNames::Space::ParamStores:
        return ComparedKind::ParamStore;
    case HashedNames::Space::Configs:
        break;
    }
    std::string scratch;
    if (const Spec *known = m_names->spec(space, entry.keyUtf8(scratch)))
        return known->kind == EntityKind::Experiment ? ComparedKind::Experiment : ComparedKind::DynamicConfig;
    const bool looksLikeOne = field(entry, "is_user_in_experiment", "ue").isValid()
        || field(entry, "is_experiment_active", "ea").isValid();
    return looksLikeOne ? ComparedKind::Experiment : ComparedKind::DynamicConfig;
}

QString InitializeSide::ruleOf(const JsonValue &entry, HashedNames::Space space) const
{
    const JsonValue rule = field(entry, "rule_id", "r");
    const QString id = isShort() && !rule.isValid() ? QStringLiteral("default") : rule.toString();
    std::string scratch;
    const Spec *known = m_names->spec(space, entry.keyUtf8(scratch));
    const JsonValue delegate = field(entry, "allocated_experiment_name", "ae");
    const Spec *experiment =
        delegate.isString() ? m_names->spec(HashedNames::Space::Configs, delegate.utf8(scratch)) : nullptr;
    return initializeRule(id, known, experiment).text;
}

} // namespace Gatescope
