// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entityvalues.h"

#include <models/evaluation/rulewords.h>

#include <QHash>

namespace Gatescope {

namespace {

constexpr size_t longestValue = 400;

QStringList parametersOf(const QList<JsonValue> &groups)
{
    QStringList names;
    QHash<QString, bool> seen;
    for (const JsonValue &group : groups)
        for (quint32 i = 0; group.isObject() && i < group.size(); ++i)
            if (const QString name = group.at(i).key(); !seen.contains(name)) {
                seen.insert(name, true);
                names.append(name);
            }
    return names;
}

ParameterRow parameterRow(const QString &name, const QList<JsonValue> &groups)
{
    ParameterRow row {name, {}, {}};
    const std::string key = name.toStdString();
    const JsonValue first = groups.first().member(key);
    for (const JsonValue &group : groups) {
        const JsonValue value = group.member(key);
        row.values.append(value.isValid() ? valueText(value) : QString());
        row.differs.append(value.isValid() != first.isValid() || !jsonEquals(value, first));
    }
    return row;
}

} // namespace

QString valueText(const JsonValue &value)
{
    const std::string_view raw = value.rawText();
    if (raw.size() > longestValue)
        return QString::fromUtf8(raw.data(), qsizetype(longestValue)) + u'…';
    return QString::fromUtf8(jsonCompact(value));
}

GroupValues groupValues(const Spec &spec)
{
    GroupValues result;
    QList<JsonValue> values;
    for (const Rule &rule : spec.rules) {
        if (!rule.isExperimentGroup)
            continue;
        result.groups.append(ruleTitle(rule));
        values.append(rule.returnValue);
    }
    if (values.isEmpty())
        return result;
    for (const QString &name : parametersOf(values))
        result.rows.append(parameterRow(name, values));
    return result;
}

} // namespace Gatescope
