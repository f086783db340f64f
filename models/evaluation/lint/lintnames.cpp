// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "likeness.h"
#include "lintrules.h"
#include "lintwords.h"

#include <models/statsig/members.h>

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

/// A name that rules read and this user has nothing for.
struct WantedName
{
    QString text;
    FoldedName folded;
    std::optional<UserField> field; ///< it is no custom attribute, but this field
    const UserLintIndex::RuleRefs *rules = nullptr; ///< null: something else than a rule reads it
};

/// The ID types of a project, looked up by what a user calls his IDs.
class WantedIds
{
public:
    WantedIds(const UserLintIndex &index, const LintedUser &user);

    bool isRead(const QString &key) const { return m_read.contains(key); }
    /// Of those this user lacks the one that was probably meant; null if none was.
    const UserLintIndex::IdType *nearest(const QString &key) const;

private:
    QSet<QString> m_read;
    std::vector<const UserLintIndex::IdType *> m_lacking;
    LikenessIndex m_likeLacking;
};

WantedIds::WantedIds(const UserLintIndex &index, const LintedUser &user)
{
    std::vector<FoldedName> names;
    for (const auto &[name, type] : index.idTypes()) {
        if (type.name.builtIn)
            continue;
        m_read << QString::fromStdString(type.name.name) << QString::fromStdString(type.name.lower);
        if (user.prepared().unitId(type.name).value)
            continue;
        m_lacking.push_back(&type);
        names.push_back(type.folded);
    }
    m_likeLacking = LikenessIndex(names);
}

const UserLintIndex::IdType *WantedIds::nearest(const QString &key) const
{
    const auto found = m_likeLacking.nearest(FoldedName(key));
    return found ? m_lacking[*found] : nullptr;
}

class NameLint
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::NameLint)
public:
    NameLint(const UserLintIndex &index, const LintedUser &user, std::stop_token stop)
        : m_index(index)
        , m_user(user)
        , m_stop(std::move(stop))
    { }

    LintFindings attributes();
    LintFindings ids() const;

private:
    bool isRead(const QString &key) const { return !m_index.fieldsReading(key.toStdString()).empty(); }
    void collectWanted();
    const WantedName *nearest(const QString &key);
    void lintAttribute(UserTable table, int row, LintFindings &findings);
    std::optional<LintFinding> hiddenByField(UserTable table, int row) const;
    LintFinding unread(UserTable table, int row, const WantedName &meant) const;
    LintFinding unreadId(int row, const UserLintIndex::IdType &meant) const;
    std::optional<LintFinding> userIdAmongIds(int row) const;

    const UserLintIndex &m_index;
    const LintedUser &m_user;
    std::stop_token m_stop;
    std::vector<WantedName> m_wanted;
    LikenessIndex m_likeWanted;
    bool m_isCollected = false; ///< most users have no name to look for another of
};

LintFinding nameFinding(UserTable table, int row, const Phrases &sentence)
{
    LintFinding finding;
    finding.kind = LintFinding::Kind::Name;
    finding.subject = {table, row};
    finding.sentence = sentence;
    return finding;
}

QList<int> countingRows(const LintedUser &user, UserTable table)
{
    const JsonMembers &members = user.table(table);
    QList<int> rows;
    for (int row = 0; row < int(members.size()); ++row)
        if (!members[row].key.isEmpty() && user.counts(table, row))
            rows << row;
    return rows;
}

void NameLint::collectWanted()
{
    for (const auto &[name, field] : m_index.fields()) {
        if (m_user.find(field.name))
            continue;
        const auto builtIn = field.name.builtIn ? field.name.builtIn : field.name.alias;
        m_wanted.push_back(
            {field.text, field.folded, builtIn ? std::optional(builtInUserField(*builtIn)) : std::nullopt,
                field.rules.empty() ? nullptr : &field.rules});
    }
    const bool bucketsByUserId = std::ranges::any_of(m_index.idTypes(), [](const auto &entry) {
        return entry.second.name.builtIn == BuiltInField::UserId && !entry.second.bucketedBy.empty();
    });
    const QString userId = apiName(UserField::UserId);
    if (bucketsByUserId && m_user.text(UserField::UserId).isEmpty())
        m_wanted.push_back({userId, FoldedName(userId), UserField::UserId, nullptr});
    std::vector<FoldedName> names;
    for (const WantedName &wanted : m_wanted)
        names.push_back(wanted.folded);
    m_likeWanted = LikenessIndex(names);
}

const WantedName *NameLint::nearest(const QString &key)
{
    if (!std::exchange(m_isCollected, true))
        collectWanted();
    const auto found = m_likeWanted.nearest(FoldedName(key));
    return found ? &m_wanted[*found] : nullptr;
}

LintFindings NameLint::attributes()
{
    LintFindings findings;
    for (const UserTable table : {UserTable::Custom, UserTable::PrivateAttributes})
        for (const int row : countingRows(m_user, table)) {
            if (m_stop.stop_requested())
                return {};
            lintAttribute(table, row, findings);
        }
    return findings;
}

void NameLint::lintAttribute(UserTable table, int row, LintFindings &findings)
{
    const QString key = m_user.table(table)[row].key;
    if (isRead(key)) {
        if (const auto hidden = hiddenByField(table, row))
            findings << *hidden;
    } else if (const WantedName *meant = nearest(key)) {
        findings << unread(table, row, *meant);
    }
}

/// Facts §3.7: a built-in field that is not empty comes before an attribute of its name.
std::optional<LintFinding> NameLint::hiddenByField(UserTable table, int row) const
{
    const JsonMember &member = m_user.table(table)[row];
    const FieldName name(member.key.toStdString());
    if (!name.builtIn || m_user.prepared().builtIn(*name.builtIn) == nullptr)
        return std::nullopt;
    const UserField field = builtInUserField(*name.builtIn);
    if (m_user.text(field) == textOfJson(member.json))
        return std::nullopt;
    LintFinding finding = nameFinding(table, row,
        fillPhrases(tr("No rule reads %1 in %2: the field %3 comes first."),
            {{codePhrase(member.key)}, {codePhrase(apiName(table))}, {codePhrase(apiName(field))}}));
    finding.mend =
        Mend {tr("Remove it from %1").arg(apiName(table)), {UserEdit {{table, member.key}, {}}}, {}, {}};
    return finding;
}

LintFinding NameLint::unread(UserTable table, int row, const WantedName &meant) const
{
    const QString key = m_user.table(table)[row].key;
    const Phrases name {codePhrase(meant.text)};
    const Phrases sentence = meant.rules
        ? fillPhrases(tr("%1 is read by no rule. Did you mean %2, as in %3?"),
              {{codePhrase(key)}, name, rulesWords(*meant.rules)})
        : fillPhrases(tr("%1 is read by no rule. Did you mean %2?"), {{codePhrase(key)}, name});
    LintFinding finding = nameFinding(table, row, sentence);
    const QString to = meant.field ? apiName(*meant.field) : meant.text;
    const QString label = meant.field ? tr("Move it to the field %1").arg(to) : tr("Rename it to %1").arg(to);
    const auto place = meant.field ? std::optional<UserTable>() : std::optional(table);
    finding.mend = Mend {label, {}, {MemberMove {table, key, place, to}}, {}};
    return finding;
}

LintFindings NameLint::ids() const
{
    const WantedIds wanted(m_index, m_user);
    LintFindings findings;
    for (const int row : countingRows(m_user, UserTable::CustomIds)) {
        const QString &key = m_user.table(UserTable::CustomIds)[row].key;
        if (m_stop.stop_requested())
            return {};
        if (wanted.isRead(key))
            continue;
        if (const auto userId = userIdAmongIds(row))
            findings << *userId;
        else if (const UserLintIndex::IdType *meant = wanted.nearest(key))
            findings << unreadId(row, *meant);
    }
    return findings;
}

/// Facts §11, 4: newer SDKs know the exact name and its lower case alone.
LintFinding NameLint::unreadId(int row, const UserLintIndex::IdType &meant) const
{
    const QString key = m_user.table(UserTable::CustomIds)[row].key;
    const bool isCase = key.compare(meant.text, Qt::CaseInsensitive) == 0;
    const QString sentence = isCase
        ? tr("Newer SDKs look for the ID type %2 in that very spelling, not for %1.")
        : tr("No entity has the ID type %1. Did you mean %2?");
    LintFinding finding = nameFinding(
        UserTable::CustomIds, row, fillPhrases(sentence, {{codePhrase(key)}, {codePhrase(meant.text)}}));
    finding.mend = Mend {tr("Rename it to %1").arg(meant.text), {},
        {MemberMove {UserTable::CustomIds, key, UserTable::CustomIds, meant.text}}, {}};
    return finding;
}

std::optional<LintFinding> NameLint::userIdAmongIds(int row) const
{
    const QString key = m_user.table(UserTable::CustomIds)[row].key;
    const QString userId = apiName(UserField::UserId);
    if (likeness(FoldedName(key), FoldedName(userId)) != 0)
        return std::nullopt;
    LintFinding finding = nameFinding(UserTable::CustomIds, row,
        fillPhrases(tr("SDKs take the user ID from the field %1, not from %2."),
            {{codePhrase(userId)}, {codePhrase(apiName(UserTable::CustomIds))}}));
    if (m_user.text(UserField::UserId).isEmpty())
        finding.mend = Mend {tr("Move it to the field %1").arg(userId), {},
            {MemberMove {UserTable::CustomIds, key, std::nullopt, userId}}, {}};
    return finding;
}

class OtherMemberLint
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::NameLint)
public:
    static std::optional<LintFinding> misspelt(const LintedUser &user, const QString &key);
    static std::optional<LintFinding> misplaced(
        const UserLintIndex &index, const LintedUser &user, const QString &key);
};

LintFinding otherFinding(const QString &key, const Phrases &sentence)
{
    LintFinding finding;
    finding.kind = LintFinding::Kind::Name;
    finding.subject.place = OtherMember {key};
    finding.sentence = sentence;
    return finding;
}

template<class Names>
std::vector<FoldedName> foldedNames(const Names &names)
{
    std::vector<FoldedName> folded;
    for (const auto name : names)
        folded.emplace_back(apiName(name));
    return folded;
}

std::optional<LintFinding> OtherMemberLint::misspelt(const LintedUser &user, const QString &key)
{
    static const std::vector<FoldedName> fields = foldedNames(userFields);
    static const std::vector<FoldedName> tables = foldedNames(userTables);
    const FoldedName folded(key);
    const auto isLike = [&folded](const FoldedName &name) { return likeness(folded, name).has_value(); };
    QString meant;
    bool isFree = false;
    if (const auto field = std::ranges::find_if(fields, isLike); field != fields.end()) {
        const UserField found = userFields[std::size_t(field - fields.begin())];
        meant = apiName(found);
        isFree = user.text(found).isEmpty();
    } else if (const auto table = std::ranges::find_if(tables, isLike); table != tables.end()) {
        const UserTable found = userTables[std::size_t(table - tables.begin())];
        meant = apiName(found);
        isFree = user.table(found).isEmpty();
    }
    if (meant.isEmpty())
        return std::nullopt;
    LintFinding finding = otherFinding(key,
        fillPhrases(
            tr("%1 is no field of the API. Did you mean %2?"), {{codePhrase(key)}, {codePhrase(meant)}}));
    if (isFree)
        finding.mend = Mend {
            tr("Rename it to %1").arg(meant), {}, {MemberMove {std::nullopt, key, std::nullopt, meant}}, {}};
    return finding;
}

/// Older SDKs look for attributes beside the fields too (facts §3.7), newer ones in custom alone.
std::optional<LintFinding> OtherMemberLint::misplaced(
    const UserLintIndex &index, const LintedUser &user, const QString &key)
{
    const std::vector<const UserLintIndex::Field *> &fields = index.fieldsReading(key.toStdString());
    if (fields.empty() || fields.front()->rules.empty())
        return std::nullopt;
    const UserLintIndex::RuleRefs &rules = fields.front()->rules;
    const QString custom = apiName(UserTable::Custom);
    LintFinding finding = otherFinding(key,
        fillPhrases(tr("%1 stands outside %2, where %3 does not find it in newer SDKs."),
            {{codePhrase(key)}, {codePhrase(custom)}, rulesWords(rules)}));
    if (user.rowOf(UserTable::Custom, key) < 0)
        finding.mend = Mend {tr("Move it to %1").arg(custom), {},
            {MemberMove {std::nullopt, key, UserTable::Custom, key}}, {}};
    return finding;
}

} // namespace

LintFindings lintNames(const UserLintIndex &index, const LintedUser &user, const std::stop_token &stop)
{
    NameLint lint(index, user, stop);
    return lint.attributes() + lint.ids();
}

LintFindings lintOtherMembers(const UserLintIndex *index, const LintedUser &user)
{
    LintFindings findings;
    for (const JsonMember &member : user.user().otherMembers()) {
        auto finding = OtherMemberLint::misspelt(user, member.key);
        if (!finding && index)
            finding = OtherMemberLint::misplaced(*index, user, member.key);
        if (finding)
            findings << *finding;
    }
    return findings;
}

} // namespace Gatescope
