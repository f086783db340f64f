// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userlint.h"

#include "lintrules.h"

#include <models/statsig/userchecks.h>

#include <QSet>

#include <algorithm>
#include <limits>
#include <tuple>

namespace Gatescope {

namespace {

/// Where the form shows it; the whole of a table stands below its rows.
auto formOrder(const LintFinding &finding)
{
    constexpr int behind = std::numeric_limits<int>::max();
    const LintSubject &subject = finding.subject;
    const int row = subject.row < 0 ? behind : subject.row;
    int place = behind;
    int within = row;
    if (const auto *field = std::get_if<UserField>(&subject.place)) {
        place = 0;
        within = int(*field);
    } else if (const auto *table = std::get_if<UserTable>(&subject.place)) {
        place = *table == UserTable::StatsigEnvironment ? 1 : 2 + int(*table);
    }
    return std::tuple(place, within, int(finding.severity));
}

LintFindings formFindings(const StatsigUser &user)
{
    LintFindings findings;
    for (const UserWarning &warning : checkUser(user)) {
        LintFinding finding;
        if (const auto *field = std::get_if<UserField>(&warning.subject))
            finding.subject = {*field, -1};
        else
            finding.subject = {std::get<UserTable>(warning.subject), warning.row};
        finding.sentence = {plainPhrase(warning.message)};
        findings << finding;
    }
    return findings;
}

bool isAbout(const LintFinding &finding, LintFinding::Kind kind, UserField field)
{
    return finding.kind == kind && finding.subject.place == decltype(finding.subject.place)(field);
}

/// What the specs say of a field is more than what can be said without them.
void dropRepeated(LintFindings &findings)
{
    using Kind = LintFinding::Kind;
    const auto hasOther = [&findings](Kind kind, UserField field) {
        return std::ranges::any_of(
            findings, [&](const LintFinding &finding) { return isAbout(finding, kind, field); });
    };
    const auto drop = [&findings](UserField field) {
        findings.removeIf(
            [field](const LintFinding &finding) { return isAbout(finding, Kind::Form, field); });
    };
    for (const UserField field : userFields)
        if (hasOther(Kind::Type, field))
            drop(field);
    if (hasOther(Kind::UnitId, UserField::UserId))
        drop(UserField::UserId);
}

/// Of IDs that are there under another name, the name is the mistake.
LintFindings withoutMisspelt(LintFindings ids, const LintFindings &names)
{
    QSet<QString> namedOtherwise;
    for (const LintFinding &name : names)
        if (name.mend && !name.mend->moves.isEmpty())
            namedOtherwise << name.mend->moves.first().toKey;
    ids.removeIf(
        [&namedOtherwise](const LintFinding &id) { return namedOtherwise.contains(id.mend->generatedId); });
    return ids;
}

} // namespace

LintFindings lintUser(const UserLintIndex *index, const StatsigUser &user, const LintContext &context,
    const std::stop_token &stop)
{
    if (user.isEmpty() || stop.stop_requested())
        return {};
    const LintedUser linted(user);
    LintFindings findings = formFindings(user);
    if (index) {
        const LintFindings names = lintNames(*index, linted, stop);
        findings << lintValues(*index, linted) << names << withoutMisspelt(lintUnitIds(*index, linted), names)
                 << lintDerived(*index, linted, context.countries.get());
    }
    if (stop.stop_requested())
        return {};
    findings << lintTier(index, linted, context.tier) << lintOtherMembers(index, linted)
             << lintPrivacy(linted);
    dropRepeated(findings);
    std::ranges::stable_sort(findings, {}, formOrder);
    return findings;
}

} // namespace Gatescope
