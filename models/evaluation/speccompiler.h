// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldreader.h"
#include "project.h"

#include <functional>

namespace Gatescope {

/// Index into Project::conditions() of a member of a rule's conditions; nothing if it is no condition at all.
using ConditionResolver = std::function<std::optional<std::uint32_t>(const JsonValue &condition)>;

/// Reads one spec. What CORE needs must be there (facts §2.2, §2.3); older payloads need only name and rules.
/// The problem names the first field that is missing or wrong.
class SpecCompiler
{
    Q_DECLARE_TR_FUNCTIONS(SpecCompiler)

public:
    SpecCompiler(
        Project::Format format, PayloadTexts &texts, FieldNames &fieldNames, ConditionResolver resolver);

    std::optional<Spec> spec(SpecTable table, const JsonValue &source);
    std::optional<Rule> rule(const JsonValue &source);
    const QString &problem() const { return m_problem; }

private:
    FieldReader::Need neededByCore() const;
    std::string_view idTypeOf(FieldReader &reader) const;
    void readEntity(Spec &spec, FieldReader &reader) const;
    bool readRules(Spec &spec, const JsonValue &rules);
    bool readConditions(Rule &rule, const JsonValue &conditions);

    Project::Format m_format;
    PayloadTexts &m_texts;
    FieldNames &m_fieldNames;
    ConditionResolver m_resolver;
    QString m_problem;
};

} // namespace Gatescope
