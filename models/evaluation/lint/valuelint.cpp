// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "valuelint.h"

#include "lintwords.h"
#include "valuerepairs.h"

#include <models/evaluation/numbertext.h>
#include <models/evaluation/operators.h>
#include <models/evaluation/versiontext.h>
#include <models/statsig/typedtext.h>

#include <algorithm>
#include <cmath>

namespace Gatescope {

namespace {

/// What a rule does with the value; `many` where several do.
struct NeedWords
{
    const char *one;
    const char *many;
};

NeedWords needWords(ValueNeed need)
{
    switch (need) {
    case ValueNeed::Number:
        return {QT_TRANSLATE_NOOP("Gatescope::ValueLint", "compares numbers"),
            QT_TRANSLATE_NOOP("Gatescope::ValueLint", "compare numbers")};
    case ValueNeed::Version:
        return {QT_TRANSLATE_NOOP("Gatescope::ValueLint", "compares versions"),
            QT_TRANSLATE_NOOP("Gatescope::ValueLint", "compare versions")};
    case ValueNeed::Time:
        return {QT_TRANSLATE_NOOP("Gatescope::ValueLint", "compares times"),
            QT_TRANSLATE_NOOP("Gatescope::ValueLint", "compare times")};
    case ValueNeed::Boolean:
        return {QT_TRANSLATE_NOOP("Gatescope::ValueLint", "asks for true or false"),
            QT_TRANSLATE_NOOP("Gatescope::ValueLint", "ask for true or false")};
    case ValueNeed::List:
        return {QT_TRANSLATE_NOOP("Gatescope::ValueLint", "looks into a list"),
            QT_TRANSLATE_NOOP("Gatescope::ValueLint", "look into a list")};
    case ValueNeed::Text:
        return {QT_TRANSLATE_NOOP("Gatescope::ValueLint", "compares text"),
            QT_TRANSLATE_NOOP("Gatescope::ValueLint", "compare text")};
    case ValueNeed::IdList:
        return {QT_TRANSLATE_NOOP("Gatescope::ValueLint", "looks it up in an ID list"),
            QT_TRANSLATE_NOOP("Gatescope::ValueLint", "look it up in an ID list")};
    }
    Q_UNREACHABLE();
}

UserLintIndex::RuleRefs rulesOf(const std::vector<const UserLintIndex::Use *> &uses)
{
    UserLintIndex::RuleRefs rules;
    for (const UserLintIndex::Use *use : uses)
        rules.insert(rules.end(), use->rules.begin(), use->rules.end());
    return merged({}, rules);
}

bool isComparableVersion(const std::string &text, const std::vector<const UserLintIndex::Use *> &uses)
{
    return std::ranges::all_of(uses, [&text](const UserLintIndex::Use *use) {
        return compareVersions(text, use->condition->compiled->text).has_value();
    });
}

bool holds(const UserLintIndex::Use &use, const AttributeValue &value)
{
    return satisfies(use.condition->op, value, *use.condition->compiled) == Truth::True;
}

} // namespace

ValueLint::ValueLint(const LintedValue &value, const std::vector<const UserLintIndex::Field *> &fields)
    : m_value(value)
    , m_fields(fields)
    , m_shape(shapeOf(value))
    , m_text(typedTextFromJson(value.json).text)
{ }

ValueLint::Shape ValueLint::shapeOf(const LintedValue &value)
{
    const AttributeValue &found = *value.value;
    if (found.boolean)
        return Shape::Boolean;
    if (found.elements)
        return Shape::List;
    if (found.members)
        return Shape::Object;
    if (found.isNull)
        return Shape::Null;
    if (!value.json.startsWith('"'))
        return Shape::Number;
    return found.text && found.text->empty() ? Shape::Empty : Shape::Text;
}

ValueLint::Uses ValueLint::usesFor(ValueNeed need) const
{
    Uses uses;
    for (const UserLintIndex::Field *field : m_fields)
        for (const Use &use : field->usesFor(need))
            uses.push_back(&use);
    return uses;
}

LintFindings ValueLint::findings() const
{
    LintFindings findings;
    // An empty value is one that is still to be typed.
    if (m_shape == Shape::Empty || m_shape == Shape::Null)
        return findings;
    const auto look = [this, &findings](
                          ValueNeed need, std::optional<LintFinding> (ValueLint::*find)(const Uses &) const) {
        const Uses uses = usesFor(need);
        if (uses.empty())
            return;
        if (const auto found = (this->*find)(uses))
            findings << *found;
    };
    look(ValueNeed::Number, &ValueLint::numberFinding);
    look(ValueNeed::Version, &ValueLint::versionFinding);
    look(ValueNeed::Time, &ValueLint::timeFinding);
    look(ValueNeed::Boolean, &ValueLint::booleanFinding);
    look(ValueNeed::List, &ValueLint::listFinding);
    look(ValueNeed::Text, &ValueLint::textFinding);
    look(ValueNeed::IdList, &ValueLint::idListFinding);
    return findings;
}

/// Facts §4.1: CORE parses plain decimals alone; older SDKs take whatever JavaScript's Number() does.
std::optional<LintFinding> ValueLint::numberFinding(const Uses &uses) const
{
    switch (m_shape) {
    case Shape::Text:
        return textForNumber(uses);
    case Shape::Boolean: // older SDKs: true is 1
        return finding(ValueNeed::Number, uses, Effect::NewerSdks,
            mendTo(*m_value.value->boolean ? "1" : "0",
                *m_value.value->boolean ? tr("Make it the number 1") : tr("Make it the number 0")));
    case Shape::List: // older SDKs: [3] is 3
        return finding(ValueNeed::Number, uses, Effect::NewerSdks,
            mendToOnlyElement(JsonValue::Kind::Number, tr("Make it a number")));
    case Shape::Object:
        return finding(ValueNeed::Number, uses, Effect::Nowhere, {});
    default:
        return std::nullopt;
    }
}

/// Both families read a plain decimal in a text, so there nothing goes wrong; it is only not what it seems.
std::optional<LintFinding> ValueLint::textForNumber(const Uses &uses) const
{
    const std::optional<double> number = m_value.value->number;
    if (number && std::isinf(*number))
        return std::nullopt; // compares well enough
    if (!number || std::isnan(*number)) {
        const bool older = olderSdksReadNumber(m_text);
        return finding(ValueNeed::Number, uses, older ? Effect::NewerSdks : Effect::Nowhere, mendToNumber());
    }
    if (std::holds_alternative<UserField>(m_value.attribute.place))
        return std::nullopt; // a text by its nature
    LintFinding hint = finding(ValueNeed::Number, uses, Effect::None, mendToNumber());
    const UserLintIndex::RuleRefs rules = rulesOf(uses);
    const NeedWords words = needWords(ValueNeed::Number);
    hint.severity = LintFinding::Severity::Hint;
    hint.sentence = fillPhrases(tr("%1 is text, read as the number %2; %3 %4."),
        {{codePhrase(key())}, {valuePhrase(QString::fromStdString(plainDecimal(*number)))}, rulesWords(rules),
            {plainPhrase(tr(rules.size() == 1 ? words.one : words.many))}});
    return hint;
}

std::optional<LintFinding> ValueLint::versionFinding(const Uses &uses) const
{
    const std::optional<std::string> &text = m_value.value->text;
    Uses odd;
    std::ranges::copy_if(uses, std::back_inserter(odd),
        [&text](const Use *use) { return !text || !compareVersions(*text, use->condition->compiled->text); });
    if (odd.empty())
        return m_shape == Shape::Number ? numberForVersion(uses) : std::nullopt;
    const bool older = m_shape == Shape::Text && olderSdksReadVersion(m_text);
    return finding(ValueNeed::Version, odd, older ? Effect::NewerSdks : Effect::Nowhere, mendToVersion(odd));
}

/// Older SDKs compare texts alone (facts §11, 8); and a number has lost its last zeros.
std::optional<LintFinding> ValueLint::numberForVersion(const Uses &uses) const
{
    const QString read = QString::fromStdString(*m_value.value->text);
    const bool asWritten = isComparableVersion(m_text.toStdString(), uses); // else it has an exponent
    LintFinding result = finding(ValueNeed::Version, uses, Effect::OlderSdks,
        mendTo(jsonQuoted(asWritten ? m_text : read), tr("Make it text")));
    if (read != m_text)
        result.sentence += fillPhrases(
            tr(" Newer ones read version %1 in %2."), {{valuePhrase(read)}, {valuePhrase(m_text)}});
    return result;
}

std::optional<LintFinding> ValueLint::timeFinding(const Uses &uses) const
{
    const AttributeValue &value = *m_value.value;
    const std::optional<qint64> time = value.time ? value.time : value.integer;
    if (time && !isFarFuture(double(*time)))
        return std::nullopt;
    std::optional<qint64> meant;
    if (time)
        meant = millisecondsMeantBy(double(*time));
    else if (m_shape == Shape::Number && value.number)
        meant = millisecondsMeantBy(*value.number);
    else if (m_shape == Shape::Text)
        meant = timeMeantBy(m_text);
    const auto mend = meant ? mendTo(QByteArray::number(*meant), tr("Make it %1").arg(*meant)) : std::nullopt;
    if (!time) // older SDKs read what JavaScript's Date does, which is nearly anything
        return finding(ValueNeed::Time, uses, Effect::NewerSdks, mend);
    LintFinding result = finding(ValueNeed::Time, uses, Effect::None, mend);
    const UserLintIndex::RuleRefs rules = rulesOf(uses);
    const NeedWords words = needWords(ValueNeed::Time);
    result.sentence = fillPhrases(tr("%1 is more than 3,000 years ahead, counted in ms; %2 %3."),
        {{codePhrase(key())}, rulesWords(rules),
            {plainPhrase(tr(rules.size() == 1 ? words.one : words.many))}});
    return result;
}

/// Facts §4.2, eq: only true and false equal true and false; in older SDKs 1 and "1" equal true as well.
std::optional<LintFinding> ValueLint::booleanFinding(const Uses &uses) const
{
    if (m_shape == Shape::Boolean)
        return std::nullopt;
    const std::optional<bool> meant = booleanMeantBy(m_text);
    const bool isBit = m_value.value->number == 0.0 || m_value.value->number == 1.0;
    const auto mend = !meant
        ? std::nullopt
        : mendTo(*meant ? "true" : "false", *meant ? tr("Make it true") : tr("Make it false"));
    return finding(ValueNeed::Boolean, uses, isBit ? Effect::NewerSdks : Effect::Nowhere, mend);
}

std::optional<LintFinding> ValueLint::listFinding(const Uses &uses) const
{
    if (m_shape == Shape::List)
        return std::nullopt;
    std::optional<Mend> mend;
    if (m_shape == Shape::Text) {
        const auto json = typedTextToJson({ValueType::List, m_text});
        mend = json ? mendTo(*json, tr("Make it a list")) : std::nullopt;
    } else if (m_shape == Shape::Number) {
        mend = mendTo('[' + m_value.json + ']', tr("Make it a list"));
    }
    return finding(ValueNeed::List, uses, Effect::Nowhere, mend);
}

std::optional<LintFinding> ValueLint::textFinding(const Uses &uses) const
{
    if (m_shape == Shape::Text)
        return spacesFinding(uses);
    if (m_shape == Shape::Boolean)
        return booleanForText(uses);
    if (m_shape != Shape::List && m_shape != Shape::Object)
        return std::nullopt;
    // A list is compared through its JSON text, so that now and then one does match.
    const bool matches = std::ranges::any_of(
        uses, [this](const Use *use) { return !use->excludes && holds(*use, *m_value.value); });
    return finding(ValueNeed::Text, uses, matches ? Effect::None : Effect::NewerSdks,
        mendToOnlyElement(JsonValue::Kind::String, tr("Make it text")));
}

/// Only where the spaces make the difference.
std::optional<LintFinding> ValueLint::spacesFinding(const Uses &uses) const
{
    const QString trimmed = m_text.trimmed();
    if (trimmed == m_text || trimmed.isEmpty())
        return std::nullopt;
    const AttributeValue without = AttributeValue::fromText(trimmed.toStdString());
    Uses differing;
    std::ranges::copy_if(uses, std::back_inserter(differing),
        [&](const Use *use) { return holds(*use, without) != holds(*use, *m_value.value); });
    if (differing.empty())
        return std::nullopt;
    LintFinding result = finding(
        ValueNeed::Text, differing, Effect::None, mendTo(jsonQuoted(trimmed), tr("Remove the spaces")));
    result.sentence = fillPhrases(tr("%1 begins or ends with a space, which makes a difference to %2."),
        {{codePhrase(key())}, rulesWords(rulesOf(differing))});
    return result;
}

/// eq "true": the text of a boolean in newer SDKs; older ones compare as JavaScript does, where true is 1.
std::optional<LintFinding> ValueLint::booleanForText(const Uses &uses) const
{
    Uses equal;
    std::ranges::copy_if(uses, std::back_inserter(equal),
        [this](const Use *use) { return use->condition->op == Operator::Eq && holds(*use, *m_value.value); });
    if (equal.empty())
        return std::nullopt;
    return finding(ValueNeed::Text, equal, Effect::OlderSdks, mendTo(jsonQuoted(m_text), tr("Make it text")));
}

/// Facts §11, 3: older SDKs look texts up alone.
std::optional<LintFinding> ValueLint::idListFinding(const Uses &uses) const
{
    if (m_shape != Shape::Number)
        return std::nullopt;
    const QByteArray text = jsonQuoted(QString::fromStdString(*m_value.value->text));
    return finding(ValueNeed::IdList, uses, Effect::OlderSdks, mendTo(text, tr("Make it text")));
}

LintFinding ValueLint::finding(ValueNeed need, Uses uses, Effect effect, std::optional<Mend> mend) const
{
    const auto excludes = [](const Use *use) { return use->excludes; };
    if (std::ranges::all_of(uses, excludes))
        effect = Effect::None; // what excludes passes, whatever it is
    else if (effect != Effect::None)
        std::erase_if(uses, excludes);
    const UserLintIndex::RuleRefs rules = rulesOf(uses);
    const NeedWords words = needWords(need);
    const QString sentence = [effect] {
        switch (effect) {
        case Effect::None:
            return tr("%1 is %2; %3 %4.");
        case Effect::Nowhere:
            return tr("%1 is %2; %3 %4 and cannot match.");
        case Effect::NewerSdks:
            return tr("%1 is %2; %3 %4 and cannot match in newer SDKs.");
        case Effect::OlderSdks:
            return tr("%1 is %2; %3 %4 and cannot match in older SDKs.");
        }
        Q_UNREACHABLE();
    }();
    LintFinding result;
    result.kind = LintFinding::Kind::Type;
    result.subject = m_value.subject;
    result.sentence = fillPhrases(sentence,
        {{codePhrase(key())}, shapeWords(), rulesWords(rules),
            {plainPhrase(tr(rules.size() == 1 ? words.one : words.many))}});
    result.mend = std::move(mend);
    return result;
}

Phrases ValueLint::shapeWords() const
{
    switch (m_shape) {
    case Shape::Text:
        return fillPhrases(tr("the text %1"), {{valuePhrase(m_text)}});
    case Shape::Number:
        return fillPhrases(tr("the number %1"), {{valuePhrase(m_text)}});
    case Shape::Boolean:
        return {valuePhrase(m_text)};
    case Shape::List:
        return {plainPhrase(tr("a list"))};
    case Shape::Object:
        return {plainPhrase(tr("an object"))};
    case Shape::Empty:
    case Shape::Null:
        break;
    }
    return {};
}

std::optional<Mend> ValueLint::mendTo(const QByteArray &json, const QString &label) const
{
    const bool isField = std::holds_alternative<UserField>(m_value.attribute.place);
    if (isField && !json.startsWith('"'))
        return std::nullopt; // fields hold texts
    return Mend {label, {UserEdit {m_value.attribute, json}}, {}, {}};
}

std::optional<Mend> ValueLint::mendToOnlyElement(JsonValue::Kind kind, const QString &label) const
{
    const auto document = JsonDocument::parse(m_value.json);
    if (!document || !(*document)->root().isArray() || (*document)->root().size() != 1)
        return std::nullopt;
    const JsonValue only = (*document)->root().at(0);
    return only.kind() == kind ? mendTo(jsonCompact(only), label) : std::nullopt;
}

std::optional<Mend> ValueLint::mendToNumber() const
{
    const auto json = numberMeantBy(m_text);
    if (!json)
        return std::nullopt;
    const QString number = QString::fromUtf8(*json);
    return mendTo(*json, number == m_text ? tr("Make it a number") : tr("Make it the number %1").arg(number));
}

std::optional<Mend> ValueLint::mendToVersion(const Uses &uses) const
{
    const auto version = m_shape == Shape::Text ? versionMeantBy(m_text) : std::nullopt;
    if (!version || !isComparableVersion(version->toStdString(), uses))
        return std::nullopt;
    return mendTo(jsonQuoted(*version), tr("Make it %1").arg(*version));
}

} // namespace Gatescope
