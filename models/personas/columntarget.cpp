// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "columntarget.h"

#include <QHash>

#include <array>

namespace Gatescope {

namespace {

using TargetKind = ColumnTarget::Kind;

constexpr std::array tablesOfMembers {UserTable::Custom, UserTable::PrivateAttributes, UserTable::CustomIds};

struct NamedKind
{
    TargetKind kind;
    const char *text;
};
constexpr std::array namedKinds {NamedKind {TargetKind::Skip, "skip"}, NamedKind {TargetKind::Name, "name"},
    NamedKind {TargetKind::Tags, "tags"}, NamedKind {TargetKind::Notes, "notes"},
    NamedKind {TargetKind::Tier, "tier"}, NamedKind {TargetKind::User, "user"}};

/// Letters and digits in lower case.
QString foldedTitle(const QString &title)
{
    QString text;
    for (const QChar c : title) {
        if (c.isLetterOrNumber())
            text += c.toLower();
    }
    return text;
}

const QHash<QString, QString> &otherSpellings()
{
    static const QHash<QString, QString> spellings = [] {
        QHash<QString, QString> all;
        const auto add = [&all](const char *target, std::initializer_list<const char *> words) {
            for (const char *word : words)
                all.insert(QLatin1String(word), QLatin1String(target));
        };
        add("userID", {"userid", "uid", "id", "user", "userkey"});
        add("email", {"email", "mail", "emailaddress", "usermail"});
        add("ip", {"ip", "ipaddress", "ipaddr"});
        add("userAgent", {"useragent", "ua", "browser"});
        add("country", {"country", "countrycode"});
        add("locale", {"locale", "language", "lang"});
        add("appVersion", {"appversion", "version"});
        add("tier", {"tier", "environment", "statsigenvironmenttier", "statsigenvironment"});
        add("name", {"name", "persona", "personaname", "fullname", "displayname"});
        add("tags", {"tags", "tag", "labels", "label"});
        add("notes", {"notes", "note", "comment", "comments", "description"});
        add("customIDs.stableID", {"stableid"});
        return all;
    }();
    return spellings;
}

std::optional<ColumnTarget> memberFromText(const QString &text)
{
    for (const UserTable table : tablesOfMembers) {
        const QString prefix = apiName(table) + u'.';
        if (text.size() > prefix.size() && text.startsWith(prefix, Qt::CaseInsensitive))
            return ColumnTarget {TargetKind::Member, {}, table, text.mid(prefix.size())};
    }
    return std::nullopt;
}

} // namespace

QString targetText(const ColumnTarget &target)
{
    if (target.kind == TargetKind::Field)
        return apiName(target.field);
    if (target.kind == TargetKind::Member)
        return apiName(target.table) + u'.' + target.key;
    for (const NamedKind &named : namedKinds) {
        if (named.kind == target.kind)
            return QLatin1String(named.text);
    }
    Q_UNREACHABLE();
}

std::optional<ColumnTarget> targetFromText(const QString &text)
{
    for (const NamedKind &named : namedKinds) {
        if (text == QLatin1String(named.text))
            return ColumnTarget {named.kind};
    }
    for (const UserField field : userFields) {
        if (text == apiName(field))
            return ColumnTarget {TargetKind::Field, field};
    }
    return memberFromText(text);
}

ColumnTarget guessedTarget(const QString &title)
{
    const QString text = title.trimmed();
    if (text.isEmpty())
        return {};
    if (const auto target = targetFromText(text))
        return *target;
    if (const auto found = otherSpellings().constFind(foldedTitle(text)); found != otherSpellings().cend())
        return *targetFromText(*found);
    const bool isId = text.size() > 2 && text.endsWith(QStringLiteral("id"), Qt::CaseInsensitive)
        && (text.endsWith(QStringLiteral("ID")) || !text.at(text.size() - 3).isLetter()
            || text.endsWith(QStringLiteral("Id")));
    return {TargetKind::Member, {}, isId ? UserTable::CustomIds : UserTable::Custom, text};
}

TitleMatch titleMatch(const QString &title, const ColumnTarget &target)
{
    const QString exact = targetText(target);
    if (title.trimmed() == exact)
        return TitleMatch::Exact;
    return foldedTitle(title) == foldedTitle(exact) ? TitleMatch::Spelling : TitleMatch::OtherWord;
}

} // namespace Gatescope
