// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparisonwords.h"

#include <models/evaluation/phrase.h>
#include <models/json/utf8text.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

constexpr qsizetype longestSideText = 300;
constexpr std::size_t shownElements = 5;

class ComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Comparison)
public:
    static QString field(ComparedField field);
    static QString setText(const FieldDetail &detail, CompareSide side);
    static QString valueText(const JsonValue &value);
    static QString wordOf(const FieldDifference &difference, const JsonValue &value);
    static QString summary(const Comparison &comparison);
};

QString ComparisonText::field(ComparedField field)
{
    switch (field) {
    case ComparedField::Member:
    case ComparedField::Parameter:
        return {};
    case ComparedField::Value:
        return tr("value");
    case ComparedField::Rule:
        return tr("rule");
    case ComparedField::Group:
        return tr("group");
    case ComparedField::InExperiment:
        return tr("in the experiment");
    case ComparedField::ExperimentActive:
        return tr("experiment is active");
    case ComparedField::IdType:
        return tr("ID type");
    case ComparedField::Passed:
        return tr("a rule passed");
    case ComparedField::AllocatedExperiment:
        return tr("allocated experiment");
    case ComparedField::ExplicitParameters:
        return tr("explicit parameters");
    case ComparedField::ParameterRules:
        return tr("rules of parameters");
    case ComparedField::Exposure:
        return tr("exposures");
    case ComparedField::UndelegatedExposure:
        return tr("exposures before the experiment");
    case ComparedField::Enabled:
        return tr("enabled");
    case ComparedField::Salt:
        return tr("salt");
    case ComparedField::DefaultValue:
        return tr("default value");
    case ComparedField::TargetApps:
        return tr("target apps");
    case ComparedField::SharedParameters:
        return tr("shares parameters");
    case ComparedField::Layer:
        return tr("layer");
    case ComparedField::RuleOrder:
        return tr("order of the rules");
    case ComparedField::RuleName:
        return tr("name");
    case ComparedField::PassPercentage:
        return tr("pass percentage");
    case ComparedField::ReturnValue:
        return tr("value");
    case ComparedField::Condition:
        return tr("condition");
    case ComparedField::Targets:
        return tr("targets");
    case ComparedField::Delegate:
        return tr("delegate");
    case ComparedField::ExperimentGroup:
        return tr("is a group of the experiment");
    }
    return {};
}

QString cutText(const QString &text)
{
    return text.size() > longestSideText ? text.left(longestSideText - 1) + u'…' : text;
}

/// Long values are cut before they are made compact.
QString ComparisonText::valueText(const JsonValue &value)
{
    if (!value.isValid())
        return {};
    constexpr std::size_t longestRaw = 4 * longestSideText;
    const std::string_view raw = value.rawText();
    if (raw.size() > longestRaw)
        return cutText(utf8Text(raw.substr(0, longestRaw)).simplified());
    return cutText(QString::fromUtf8(jsonCompact(value)));
}

QString elementText(const JsonValue &element)
{
    if (element.hasKey())
        return element.key();
    return element.isString() ? element.toString() : ComparisonText::valueText(element);
}

QString ComparisonText::setText(const FieldDetail &detail, CompareSide side)
{
    const std::vector<JsonValue> &own = side == CompareSide::Left ? detail.removed : detail.added;
    const QString both = tr("%1 in both").arg(QLocale().toString(detail.inBoth));
    if (own.empty())
        return both;
    QStringList shown;
    for (std::size_t i = 0; i < std::min(own.size(), shownElements); ++i)
        shown << elementText(own[i]);
    QString text = cutText(shown.join(QStringLiteral(", ")));
    if (own.size() > shownElements)
        text = tr("%1 and %2 more").arg(text, QLocale().toString(qint64(own.size() - shownElements)));
    return detail.inBoth == 0 ? tr("only here: %1").arg(text) : tr("only here: %1; %2").arg(text, both);
}

bool isYesOrNo(ComparedField field)
{
    switch (field) {
    case ComparedField::InExperiment:
    case ComparedField::ExperimentActive:
    case ComparedField::Passed:
    case ComparedField::Enabled:
    case ComparedField::SharedParameters:
    case ComparedField::ExperimentGroup:
        return true;
    default:
        return false;
    }
}

bool isPlainWord(ComparedField field)
{
    switch (field) {
    case ComparedField::Rule:
    case ComparedField::Group:
    case ComparedField::IdType:
    case ComparedField::AllocatedExperiment:
    case ComparedField::Salt:
    case ComparedField::Layer:
    case ComparedField::RuleName:
    case ComparedField::Delegate:
        return true;
    default:
        return false;
    }
}

QString ComparisonText::wordOf(const FieldDifference &difference, const JsonValue &value)
{
    if (difference.depth == 0 && isYesOrNo(difference.field) && value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (isPlainWord(difference.field) && value.isString() && !value.toString().isEmpty())
        return cutText(value.toString());
    if (difference.field == ComparedField::PassPercentage && value.isNumber())
        return valueText(value) + QStringLiteral("\u00a0%");
    return valueText(value);
}

QString ComparisonText::summary(const Comparison &comparison)
{
    const KindCounts total = comparison.total();
    if (comparison.isSame())
        return comparison.type == ComparedType::Json
            ? tr("Nothing is different.")
            : tr("Nothing is different: %1 the same.").arg(entityCount(total.same));
    const QLocale locale;
    QStringList parts;
    if (total.changed > 0)
        parts
            << tr("%1 changed in %2").arg(entityCount(total.changed), fieldCountWords(comparison.fieldCount));
    if (total.removed > 0)
        parts << tr("%1 on the left only").arg(locale.toString(total.removed));
    if (total.added > 0)
        parts << tr("%1 on the right only").arg(locale.toString(total.added));
    parts << tr("%1 the same").arg(locale.toString(total.same));
    return parts.join(QStringLiteral(", ")) + u'.';
}

/// The steps from a field down to a value in it.
QStringList stepsBelow(JsonValue value, int depth)
{
    QStringList steps;
    for (; depth > 0 && value.isValid(); --depth, value = value.parent())
        steps.prepend(value.hasKey() ? value.key() : QStringLiteral("[%1]").arg(value.row()));
    return steps;
}

const JsonValue &anySide(const FieldDifference &difference)
{
    return difference.left.isValid() ? difference.left : difference.right;
}

/// The groups of an initialize response's gates are "exposures"; all else with a subject belongs to a rule.
bool isExposure(ComparedField field)
{
    return field == ComparedField::Exposure || field == ComparedField::UndelegatedExposure;
}

} // namespace

QString kindWords(ComparedKind kind)
{
    switch (kind) {
    case ComparedKind::Gate:
        return ComparisonText::tr("gate");
    case ComparedKind::Segment:
        return ComparisonText::tr("segment");
    case ComparedKind::Holdout:
        return ComparisonText::tr("holdout");
    case ComparedKind::DynamicConfig:
        return ComparisonText::tr("dynamic config");
    case ComparedKind::Experiment:
        return ComparisonText::tr("experiment");
    case ComparedKind::Autotune:
        return ComparisonText::tr("autotune");
    case ComparedKind::Layer:
        return ComparisonText::tr("layer");
    case ComparedKind::ParamStore:
        return ComparisonText::tr("parameter store");
    case ComparedKind::Bandit:
        return ComparisonText::tr("bandit");
    case ComparedKind::Mapping:
        return ComparisonText::tr("config mapping");
    case ComparedKind::Other:
        break;
    }
    return ComparisonText::tr("document");
}

QString kindPlural(ComparedKind kind)
{
    switch (kind) {
    case ComparedKind::Gate:
        return ComparisonText::tr("Gates");
    case ComparedKind::Segment:
        return ComparisonText::tr("Segments");
    case ComparedKind::Holdout:
        return ComparisonText::tr("Holdouts");
    case ComparedKind::DynamicConfig:
        return ComparisonText::tr("Configs");
    case ComparedKind::Experiment:
        return ComparisonText::tr("Experiments");
    case ComparedKind::Autotune:
        return ComparisonText::tr("Autotunes");
    case ComparedKind::Layer:
        return ComparisonText::tr("Layers");
    case ComparedKind::ParamStore:
        return ComparisonText::tr("Parameter stores");
    case ComparedKind::Bandit:
        return ComparisonText::tr("Bandits");
    case ComparedKind::Mapping:
        return ComparisonText::tr("Config mappings");
    case ComparedKind::Other:
        break;
    }
    return ComparisonText::tr("Other");
}

QString changeWords(Change change)
{
    switch (change) {
    case Change::Changed:
        return ComparisonText::tr("Differs");
    case Change::Removed:
        return ComparisonText::tr("Left only");
    case Change::Added:
        break;
    }
    return ComparisonText::tr("Right only");
}

QString fieldWords(const FieldDifference &difference)
{
    QStringList words;
    const bool hasSubject = difference.detail && !difference.detail->subject.isEmpty();
    const QString word = ComparisonText::field(difference.field);
    if (hasSubject) {
        if (difference.field != ComparedField::Parameter)
            words << (isExposure(difference.field) ? word : ComparisonText::tr("rules"));
        words << difference.detail->subject;
        if (!isExposure(difference.field) && difference.field != ComparedField::Rule && !word.isEmpty())
            words << word;
    } else if (!word.isEmpty()) {
        words << word;
    }
    words << stepsBelow(anySide(difference), difference.depth);
    return words.isEmpty() ? ComparisonText::tr("entry") : words.join(QStringLiteral(" › "));
}

QString sideText(const EntityDifference &entity, const FieldDifference &difference, CompareSide side)
{
    const JsonValue &value = side == CompareSide::Left ? difference.left : difference.right;
    if (difference.detail && difference.detail->isSet)
        return ComparisonText::setText(*difference.detail, side);
    if (difference.detail) {
        const QString &text = side == CompareSide::Left ? difference.detail->left : difference.detail->right;
        if (!text.isEmpty())
            return cutText(text);
    }
    if (entity.kind == ComparedKind::Gate && difference.field == ComparedField::Value
        && difference.depth == 0)
        return value.toBool() ? ComparisonText::tr("On") : ComparisonText::tr("Off");
    return ComparisonText::wordOf(difference, value);
}

QString entityText(ComparedType type, const EntityDifference &entity, CompareSide side)
{
    const JsonValue &value = side == CompareSide::Left ? entity.left : entity.right;
    if (!value.isValid())
        return {};
    const JsonValue own = value["value"].isValid() ? value["value"] : value["v"];
    if (type == ComparedType::Initialize && entity.kind == ComparedKind::Gate)
        return own.toBool() ? ComparisonText::tr("On") : ComparisonText::tr("Off");
    return ComparisonText::valueText(type == ComparedType::Initialize && own.isObject() ? own : value);
}

QString entityName(const EntityDifference &entity)
{
    return entity.kind == ComparedKind::Segment ? displayName(EntityKind::Segment, entity.name) : entity.name;
}

QString entityCount(qint64 count)
{
    return count == 1 ? ComparisonText::tr("1 entity")
                      : ComparisonText::tr("%1 entities").arg(QLocale().toString(count));
}

QString fieldCountWords(qint64 count)
{
    return count == 1 ? ComparisonText::tr("1 field")
                      : ComparisonText::tr("%1 fields").arg(QLocale().toString(count));
}

QString userCount(qint64 count)
{
    return count == 1 ? ComparisonText::tr("1 user")
                      : ComparisonText::tr("%1 users").arg(QLocale().toString(count));
}

QString lackingPrivateWords(qint64 users)
{
    return ComparisonText::tr("%1 had private attributes whose values the history does not keep. Those are "
                              "left out of the evaluation, so what depends on them may differ.")
        .arg(userCount(users));
}

QString comparisonSummary(const Comparison &comparison)
{
    return ComparisonText::summary(comparison);
}

bool isPrivateDifference(const FieldDifference &difference)
{
    const QStringList steps = stepsBelow(anySide(difference), difference.depth);
    return steps.value(0) == QLatin1String("privateAttributes");
}

} // namespace Gatescope
