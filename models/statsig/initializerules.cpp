// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializerules.h"

#include <models/json/utf8text.h>

#include "ruleids.h"

namespace Gatescope {

namespace {

/// The name the project gave a rule; the groups of experiments are known by their group's.
QString ruleName(const Spec &spec, const QString &ruleId)
{
    const std::string id = ruleId.toStdString();
    const std::string base = baseRuleId(ruleId).toStdString();
    for (const Rule &rule : spec.rules)
        if (rule.id == id || rule.id == base)
            return utf8Text(rule.name.empty() || rule.name == rule.id ? rule.groupName : rule.name);
    return {};
}

} // namespace

InitializeRule initializeRule(const QString &ruleId, const Spec *spec, const Spec *experiment)
{
    using Source = InitializeEntry::RuleSource;
    const QString words = ruleIdWords(ruleId);
    if (!words.isEmpty() || ruleId.isEmpty())
        return {words, Source::Meaning};
    QString name = spec ? ruleName(*spec, ruleId) : QString();
    if (name.isEmpty() && experiment)
        name = ruleName(*experiment, ruleId);
    return name.isEmpty() ? InitializeRule {ruleId, Source::Id} : InitializeRule {name, Source::Project};
}

} // namespace Gatescope
