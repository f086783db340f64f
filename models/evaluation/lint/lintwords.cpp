// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lintwords.h"

#include <models/json/utf8text.h>
#include <models/evaluation/rulewords.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr qsizetype longestLintedValue = 28;
constexpr qsizetype listedTexts = 4;

struct LintWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::LintWords)
};

QString lintNumber(qsizetype number)
{
    return QLocale().toString(qlonglong(number));
}

QString countedKind(EntityKind kind, qsizetype count)
{
    const auto counted = [count](const QString &one, const QString &many) {
        return count == 1 ? one : many.arg(lintNumber(count));
    };
    switch (kind) {
    case EntityKind::Gate:
        return counted(LintWords::tr("1 gate"), LintWords::tr("%1 gates"));
    case EntityKind::Segment:
        return counted(LintWords::tr("1 segment"), LintWords::tr("%1 segments"));
    case EntityKind::Holdout:
        return counted(LintWords::tr("1 holdout"), LintWords::tr("%1 holdouts"));
    case EntityKind::DynamicConfig:
        return counted(LintWords::tr("1 dynamic config"), LintWords::tr("%1 dynamic configs"));
    case EntityKind::Experiment:
        return counted(LintWords::tr("1 experiment"), LintWords::tr("%1 experiments"));
    case EntityKind::Autotune:
        return counted(LintWords::tr("1 autotune"), LintWords::tr("%1 autotunes"));
    case EntityKind::Layer:
        return counted(LintWords::tr("1 layer"), LintWords::tr("%1 layers"));
    }
    Q_UNREACHABLE();
}

Phrase specPhrase(const Spec &spec)
{
    return {displayName(spec), Phrase::Style::Link, {spec.table, utf8Text(spec.name)}};
}

/// "a, b and c".
Phrases joined(const QList<Phrases> &parts)
{
    Phrases words;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i == 0)
            words = parts[i];
        else
            words = fillPhrases(i + 1 == parts.size() ? LintWords::tr("%1 and %2") : LintWords::tr("%1, %2"),
                {words, parts[i]});
    }
    return words;
}

} // namespace

Phrases rulesWords(const UserLintIndex::RuleRefs &rules)
{
    if (rules.empty())
        return {};
    const Phrases first = fillPhrases(LintWords::tr("rule “%1” of %2"),
        {{plainPhrase(ruleTitle(*rules.front().rule))}, {specPhrase(*rules.front().spec)}});
    if (rules.size() == 1)
        return first;
    return fillPhrases(
        LintWords::tr("%1 and %2 more"), {first, {plainPhrase(lintNumber(qsizetype(rules.size()) - 1))}});
}

Phrases entitiesWords(const std::vector<const Spec *> &specs)
{
    if (specs.size() == 1)
        return {specPhrase(*specs.front())};
    QList<Phrases> kinds;
    for (const EntityKind kind : {EntityKind::Gate, EntityKind::DynamicConfig, EntityKind::Experiment,
             EntityKind::Autotune, EntityKind::Layer, EntityKind::Segment, EntityKind::Holdout}) {
        const auto count = std::ranges::count(specs, kind, &Spec::kind);
        if (count > 0)
            kinds << Phrases {plainPhrase(countedKind(kind, count))};
    }
    return joined(kinds);
}

Phrases listWords(const QStringList &texts)
{
    QList<Phrases> parts;
    const bool isCut = texts.size() > listedTexts + 1;
    for (const QString &text : texts.first(isCut ? listedTexts : texts.size()))
        parts << Phrases {valuePhrase(text)};
    if (isCut)
        parts << Phrases {plainPhrase(LintWords::tr("%1 more").arg(lintNumber(texts.size() - listedTexts)))};
    return joined(parts);
}

Phrase valuePhrase(const QString &text)
{
    QString shown = text.simplified() == text ? text : QString(text).replace(u'\n', u' ');
    if (shown.size() > longestLintedValue)
        shown = shown.left(longestLintedValue - 1) + u'…';
    return codePhrase(shown);
}

} // namespace Gatescope
