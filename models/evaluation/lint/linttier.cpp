// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "likeness.h"
#include "lintrules.h"
#include "lintwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

class TierLint
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::TierLint)
public:
    static LintFinding mistaken(const UserLintIndex *index, const QString &tier, const QString &meant);
    static LintFinding unnamed(const UserLintIndex &index, const QString &tier);
    static LintFinding misspeltKey(int row, const QString &key);
};

QStringList usualTiers()
{
    return {QStringLiteral("production"), QStringLiteral("staging"), QStringLiteral("development")};
}

QStringList tierTexts(const UserLintIndex &index)
{
    QStringList texts;
    for (const UserLintIndex::Tier &tier : index.tiers())
        texts << tier.text;
    return texts;
}

const UserLintIndex::Tier *namedTier(const UserLintIndex &index, const QString &tier)
{
    const auto found = std::ranges::find_if(index.tiers(), [&tier](const UserLintIndex::Tier &other) {
        return other.text == tier || (other.inAnyCase && other.text.toLower() == tier.toLower());
    });
    return found == index.tiers().end() ? nullptr : &*found;
}

/// The tiers people shorten.
QString tierOfShort(const QString &folded)
{
    static const std::array<std::pair<QLatin1StringView, QLatin1StringView>, 7> shorts {
        std::pair {QLatin1StringView("prod"), QLatin1StringView("production")},
        std::pair {QLatin1StringView("prd"), QLatin1StringView("production")},
        std::pair {QLatin1StringView("live"), QLatin1StringView("production")},
        std::pair {QLatin1StringView("stage"), QLatin1StringView("staging")},
        std::pair {QLatin1StringView("stg"), QLatin1StringView("staging")},
        std::pair {QLatin1StringView("dev"), QLatin1StringView("development")},
        std::pair {QLatin1StringView("devel"), QLatin1StringView("development")},
    };
    for (const auto &[shortName, tier] : shorts)
        if (folded == shortName)
            return tier;
    return {};
}

/// Of the known tiers the one that was probably meant; empty if none was.
QString tierMeantBy(const QString &tier, const QStringList &known)
{
    const FoldedName folded(tier);
    if (const QString full = tierOfShort(folded.text); known.contains(full))
        return full;
    QString best;
    int bestDistance = 0;
    for (const QString &other : known) {
        const auto distance = likeness(folded, FoldedName(other));
        if (distance && (best.isEmpty() || *distance < bestDistance)) {
            best = other;
            bestDistance = *distance;
        }
    }
    return best;
}

LintFinding tierFinding(const Phrases &sentence)
{
    LintFinding finding;
    finding.kind = LintFinding::Kind::Tier;
    finding.subject.place = UserTable::StatsigEnvironment;
    finding.sentence = sentence;
    return finding;
}

LintFinding TierLint::mistaken(const UserLintIndex *index, const QString &tier, const QString &meant)
{
    const UserLintIndex::Tier *named = index ? namedTier(*index, meant) : nullptr;
    LintFinding finding =
        tierFinding(named ? fillPhrases(tr("No rule names the tier %1. Did you mean %2, as in %3?"),
                                {{codePhrase(tier)}, {codePhrase(meant)}, rulesWords(named->rules)})
                          : fillPhrases(tr("%1 is none of the usual tiers. Did you mean %2?"),
                                {{codePhrase(tier)}, {codePhrase(meant)}}));
    if (!named)
        finding.severity = LintFinding::Severity::Hint;
    finding.mend = Mend {tr("Use %1").arg(meant),
        {UserEdit {{UserTable::StatsigEnvironment, QStringLiteral("tier")}, jsonQuoted(meant)}}, {}, {}};
    return finding;
}

LintFinding TierLint::unnamed(const UserLintIndex &index, const QString &tier)
{
    LintFinding finding =
        tierFinding(fillPhrases(tr("No rule names the tier %1. The tiers that rules name: %2."),
            {{codePhrase(tier)}, listWords(tierTexts(index))}));
    finding.severity = LintFinding::Severity::Hint;
    return finding;
}

/// Facts §11, 5: newer SDKs know the exact key alone.
LintFinding TierLint::misspeltKey(int row, const QString &key)
{
    const QString tier = QStringLiteral("tier");
    LintFinding finding =
        tierFinding(fillPhrases(tr("Newer SDKs look for %1 in that very spelling, not for %2."),
            {{codePhrase(tier)}, {codePhrase(key)}}));
    finding.subject.row = row;
    const UserTable table = UserTable::StatsigEnvironment;
    finding.mend = Mend {tr("Rename it to %1").arg(tier), {}, {MemberMove {table, key, table, tier}}, {}};
    return finding;
}

} // namespace

LintFindings lintTier(const UserLintIndex *index, const LintedUser &user, const QString &tierInForce)
{
    LintFindings findings;
    const QString ownTier = user.user().tier();
    const JsonMembers &environment = user.table(UserTable::StatsigEnvironment);
    for (int row = 0; row < int(environment.size()); ++row) {
        const QString &key = environment[row].key;
        if (key != QLatin1String("tier") && FoldedName(key).text == QLatin1String("tier")
            && ownTier.isEmpty())
            findings << TierLint::misspeltKey(row, key);
    }
    const QString tier = ownTier.isEmpty() ? tierInForce : ownTier;
    const QStringList usual = usualTiers();
    const bool isKnown = tier.isEmpty() || usual.contains(tier) || (index && namedTier(*index, tier));
    if (isKnown || !findings.isEmpty())
        return findings;
    const QStringList known = index ? tierTexts(*index) + usual : usual;
    if (const QString meant = tierMeantBy(tier, known); !meant.isEmpty())
        findings << TierLint::mistaken(index, tier, meant);
    else if (index && !index->tiers().empty())
        findings << TierLint::unnamed(*index, tier);
    return findings;
}

} // namespace Gatescope
