// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lintrules.h"
#include "lintwords.h"

#include <models/statsig/members.h>
#include <models/statsig/userchecks.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct PrivacyLint
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::PrivacyLint)
};

/// Where addresses stand that go out with events, and what would take them away.
struct OpenAddresses
{
    std::optional<LintSubject> first;
    QStringList names;
    QList<MemberMove> moves;
};

void addAddress(OpenAddresses &open, const LintedUser &user, const std::optional<UserTable> &from,
    const LintSubject &subject, const QString &key)
{
    if (!open.first)
        open.first = subject;
    open.names << key;
    if (user.rowOf(UserTable::PrivateAttributes, key) < 0)
        open.moves << MemberMove {from, key, UserTable::PrivateAttributes, key};
}

OpenAddresses openAddresses(const LintedUser &user)
{
    OpenAddresses open;
    if (isEmailAddress(user.text(UserField::Email)))
        addAddress(open, user, {}, {UserField::Email, -1}, apiName(UserField::Email));
    const JsonMembers &custom = user.table(UserTable::Custom);
    for (int row = 0; row < int(custom.size()); ++row) {
        const QByteArray &json = custom[row].json;
        const bool mayHoldAt = json.contains('@') || json.contains('\\');
        if (mayHoldAt && json.startsWith('"') && user.counts(UserTable::Custom, row)
            && isEmailAddress(textOfJson(json)))
            addAddress(open, user, UserTable::Custom, {UserTable::Custom, row}, custom[row].key);
    }
    return open;
}

} // namespace

/// privateAttributes are taken out of what is logged (facts §7) and read where custom ones are (facts §3.7).
LintFindings lintPrivacy(const LintedUser &user)
{
    const OpenAddresses open = openAddresses(user);
    if (!open.first)
        return {};
    LintFinding finding;
    finding.kind = LintFinding::Kind::Privacy;
    finding.severity = LintFinding::Severity::Hint;
    finding.subject = *open.first;
    finding.sentence = fillPhrases(open.names.size() == 1
            ? PrivacyLint::tr(
                  "%1 is logged with every exposure. In %2 it is not, and rules read it all the same.")
            : PrivacyLint::tr(
                  "%1 are logged with every exposure. In %2 they are not, and rules read them all the same."),
        {listWords(open.names), {codePhrase(apiName(UserTable::PrivateAttributes))}});
    if (open.moves.size() == open.names.size())
        finding.mend = Mend {open.names.size() == 1 ? PrivacyLint::tr("Make it private")
                                                    : PrivacyLint::tr("Make them private"),
            {}, open.moves, {}};
    return {finding};
}

} // namespace Gatescope
