// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "likeness.h"
#include "lintrules.h"
#include "lintwords.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

class UnitIdLint
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::UnitIdLint)
public:
    static LintFinding missing(const UserLintIndex::IdType &type, const LintedUser &user);
};

bool hasAnyId(const LintedUser &user)
{
    static const FieldName userId("userID");
    if (!user.prepared().unitIdText(userId).empty())
        return true;
    for (const JsonMember &member : user.table(UserTable::CustomIds))
        if (!user.prepared().unitIdText(FieldName(member.key.toStdString())).empty())
            return true;
    return false;
}

/// A missing ID is hashed as the empty text (facts §0, 9).
LintFinding UnitIdLint::missing(const UserLintIndex::IdType &type, const LintedUser &user)
{
    const bool isUserId = type.name.builtIn == BuiltInField::UserId;
    const QString name = isUserId ? apiName(UserField::UserId) : type.text;
    const QString sentence = type.bucketedBy.size() == 1
        ? tr("%1 is missing: %2 buckets by it, and users without it share one bucket.")
        : tr("%1 is missing: %2 bucket by it, and users without it share one bucket.");
    LintFinding finding;
    finding.kind = LintFinding::Kind::UnitId;
    // Guests have no userID and are meant to have none.
    finding.severity =
        isUserId && hasAnyId(user) ? LintFinding::Severity::Hint : LintFinding::Severity::Warning;
    if (isUserId)
        finding.subject.place = UserField::UserId;
    else
        finding.subject = {UserTable::CustomIds, user.rowOf(UserTable::CustomIds, type.text)};
    finding.sentence = fillPhrases(sentence, {{codePhrase(name)}, entitiesWords(type.bucketedBy)});
    finding.mend = Mend {tr("Generate one"), {}, {}, name};
    return finding;
}

} // namespace

LintFindings lintUnitIds(const UserLintIndex &index, const LintedUser &user)
{
    LintFindings findings;
    bool hasUserId = false;
    for (const auto &[name, type] : index.idTypes()) {
        const bool isUserId = type.name.builtIn == BuiltInField::UserId;
        if (type.bucketedBy.empty() || !user.prepared().unitIdText(type.name).empty()
            || (isUserId && hasUserId))
            continue;
        hasUserId = hasUserId || isUserId; // "userID" and "userid" are one
        findings << UnitIdLint::missing(type, user);
    }
    return findings;
}

} // namespace Gatescope
