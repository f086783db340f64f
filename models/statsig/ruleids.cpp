// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ruleids.h"

#include <QCoreApplication>

#include <array>

namespace Gatescope {

namespace {

struct KnownRuleId
{
    QLatin1StringView id;
    const char *words;
};

constexpr std::array knownIds {
    KnownRuleId {QLatin1StringView("default"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "No rule matched")},
    KnownRuleId {QLatin1StringView("disabled"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Switched off")},
    KnownRuleId {QLatin1StringView("prestart"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Not started")},
    KnownRuleId {QLatin1StringView("layerAssignment"),
        QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Outside its share of the layer")},
    KnownRuleId {QLatin1StringView("targetingGate"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Not targeted")},
    KnownRuleId {
        QLatin1StringView("inlineTargetingRules"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Not targeted")},
    KnownRuleId {QLatin1StringView("experimentAssignment"),
        QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Layer allocation")},
    KnownRuleId {
        QLatin1StringView("launchedGroup"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Shipped to everyone")},
    KnownRuleId {
        QLatin1StringView("abandoned"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Experiment stopped")},
    KnownRuleId {QLatin1StringView("id_list"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "On the ID list")},
    KnownRuleId {
        QLatin1StringView("override"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Overridden in the SDK")},
};

constexpr std::array knownEnds {
    KnownRuleId {
        QLatin1StringView(":id_override"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Override by ID")},
    KnownRuleId {QLatin1StringView(":override"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Override")},
    KnownRuleId {QLatin1StringView(":explore"), QT_TRANSLATE_NOOP("Gatescope::RuleIds", "Exploring")},
};

} // namespace

QString ruleIdWords(QStringView ruleId)
{
    for (const KnownRuleId &known : knownIds)
        if (ruleId == known.id)
            return QCoreApplication::translate("Gatescope::RuleIds", known.words);
    for (const KnownRuleId &known : knownEnds)
        if (ruleId.endsWith(known.id))
            return QCoreApplication::translate("Gatescope::RuleIds", known.words);
    return {};
}

QString baseRuleId(QStringView ruleId)
{
    const qsizetype colon = ruleId.indexOf(u':');
    return (colon > 0 ? ruleId.left(colon) : ruleId).toString();
}

} // namespace Gatescope
