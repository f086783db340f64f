// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "conditiontargets.h"

#include <models/evaluation/lowercase.h>
#include <models/evaluation/operators.h>
#include <models/evaluation/targetwords.h>
#include <models/json/textneedle.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Gatescope {

namespace {

struct TargetsText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionTargets)
};

/// The test that holds for what a list names, of a test that may hold for what it does not name; None for
/// tests that do not look at one target after the other.
Operator namingOperator(Operator op)
{
    switch (op) {
    case Operator::NoneOf:
        return Operator::Any;
    case Operator::NoneCaseSensitive:
        return Operator::AnyCaseSensitive;
    case Operator::StrContainsNone:
        return Operator::StrContainsAny;
    case Operator::ArrayContainsNone:
        return Operator::ArrayContainsAny;
    case Operator::NotArrayContainsAll:
        return Operator::ArrayContainsAll;
    case Operator::Any:
    case Operator::AnyCaseSensitive:
    case Operator::StrStartsWithAny:
    case Operator::StrEndsWithAny:
    case Operator::StrContainsAny:
    case Operator::ArrayContainsAny:
    case Operator::ArrayContainsAll:
        return op;
    default:
        return Operator::None;
    }
}

AttributeValue comparedValue(const ExplanationRow &row)
{
    if (row.written.isValid())
        return AttributeValue::fromJson(row.written);
    return row.source == ValueSource::Nowhere ? AttributeValue()
                                              : AttributeValue::fromText(row.derived.toStdString());
}

/// Whether one target of a list fits, as the operators compare (facts §4.2).
class TargetFit
{
public:
    TargetFit(const Condition &condition, AttributeValue value)
        : m_op(namingOperator(condition.op))
        , m_value(std::move(value))
        , m_mayFit(mayFit(condition))
    { }

    /// Each target is compared by itself, so that one may fit.
    bool isOneByOne() const { return m_op != Operator::None; }
    bool isPossible() const { return m_mayFit; }
    bool operator()(std::string_view target)
    {
        const std::string_view lower = lowerCased(target, m_scratch);
        const std::string &text = m_value.lower.text;
        switch (m_op) {
        case Operator::Any:
            return text == lower;
        case Operator::AnyCaseSensitive:
            return (m_value.text ? *m_value.text : text) == target;
        case Operator::StrStartsWithAny:
            return text.starts_with(lower);
        case Operator::StrEndsWithAny:
            return text.ends_with(lower);
        case Operator::StrContainsAny:
            return text.find(lower) != std::string::npos;
        case Operator::ArrayContainsAny:
        case Operator::ArrayContainsAll:
            return std::ranges::any_of(*m_value.elements, [target](const auto &element) {
                return element && *element == target; // null is no text
            });
        default:
            return false;
        }
    }

private:
    /// Of targets that differ in case alone only the last counts there, so that an equal one may not.
    bool mayFit(const Condition &condition) const
    {
        switch (m_op) {
        case Operator::AnyCaseSensitive:
        case Operator::ArrayContainsAny:
            return condition.compiled && satisfies(m_op, m_value, *condition.compiled) == Truth::True;
        case Operator::ArrayContainsAll:
            return m_value.elements.has_value();
        default:
            return isOneByOne();
        }
    }

    Operator m_op;
    AttributeValue m_value;
    bool m_mayFit;
    std::string m_scratch;
};

JsonValue elementOf(const JsonValue &target, quint32 index)
{
    return target.isContainer() ? target.at(index) : target;
}

} // namespace

quint32 ConditionTargets::count(const Project &project, const ExplanationRow &row)
{
    if (row.condition == ExplanationRow::none)
        return 0;
    const JsonValue target = project.conditions()[row.condition].target;
    return target.isValid() && !target.isNull() ? targetCount(target) : 0;
}

ConditionTargets::ConditionTargets(ExplanationPtr explanation, std::uint32_t row)
    : m_explanation(std::move(explanation))
    , m_row(row)
    , m_count(count(*m_explanation->project, this->row()))
{
    if (m_count == 0)
        return;
    const Condition &condition = m_explanation->project->conditions()[this->row().condition];
    m_target = condition.target;
    TargetFit fit(condition, comparedValue(this->row()));
    m_isOneByOne = fit.isOneByOne() && m_target.isContainer();
    if (!m_isOneByOne || !fit.isPossible())
        return;
    std::string scratch;
    for (quint32 i = 0; i < m_count; ++i) {
        const JsonValue element = m_target.at(i);
        if (m_target.isObject() ? fit(element.keyUtf8(scratch)) : fit(listedText(element)))
            m_fitting.push_back(i);
    }
}

QString ConditionTargets::text(quint32 index) const
{
    const JsonValue element = elementOf(m_target, index);
    if (m_target.isObject())
        return element.key();
    if (element.isString())
        return element.toString();
    const std::string_view raw = element.rawText();
    return QString::fromUtf8(raw.data(), qsizetype(raw.size()));
}

bool ConditionTargets::fits(quint32 index) const
{
    return std::ranges::binary_search(m_fitting, index);
}

std::vector<quint32> ConditionTargets::containing(const QString &text, const std::stop_token &stop) const
{
    const TextNeedle needle(text);
    std::vector<quint32> found;
    std::string scratch;
    for (quint32 i = 0; i < m_count && !stop.stop_requested(); ++i) {
        const JsonValue element = elementOf(m_target, i);
        const bool isFound = m_target.isObject() ? needle.isIn(element.keyUtf8(scratch))
            : element.isString()                 ? needle.isIn(element.utf8(scratch))
                                                 : needle.isIn(element.rawText());
        if (isFound)
            found.push_back(i);
    }
    return found;
}

QString fittingWords(const ConditionTargets &targets)
{
    constexpr qsizetype longestValue = 60;
    if (!targets.areComparedOneByOne())
        return {};
    QString value = plainText(targets.row().user);
    if (value.size() > longestValue)
        value = value.left(longestValue - 1) + u'…';
    if (targets.row().source == ValueSource::Nowhere || value.isEmpty())
        return TargetsText::tr("This user has no value to compare.");
    const qsizetype count = qsizetype(targets.fitting().size());
    if (count == 0)
        return TargetsText::tr("None of them fits this user's %1.").arg(value);
    if (count == 1)
        return TargetsText::tr("One of them fits this user's %1.").arg(value);
    return TargetsText::tr("%1 of them fit this user's %2.").arg(QLocale().toString(count), value);
}

} // namespace Gatescope
