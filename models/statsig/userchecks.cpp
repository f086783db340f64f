// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userchecks.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace Gatescope {

namespace {

struct UserChecks
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::UserChecks)
};

/// The SDKs read no user agent longer than this (facts §6).
constexpr qsizetype longestUserAgent = 1000;

bool isAsciiDigits(QStringView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isHexGroup(QStringView text)
{
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return !text.isEmpty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), isHex);
}

bool isIpv4(QStringView text)
{
    const auto parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        const bool padded = part.size() > 1 && part.front() == u'0';
        return isAsciiDigits(part) && part.size() <= 3 && !padded && part.toInt() <= 255;
    });
}

/// Groups on one side of "::"; an IPv4 tail counts as two. -1 if one is malformed.
int ipv6Groups(QStringView side, bool mayEndInIpv4)
{
    if (side.isEmpty())
        return 0;
    const auto parts = side.split(u':');
    int count = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool tail = mayEndInIpv4 && i == parts.size() - 1 && isIpv4(parts[i]);
        if (!tail && !isHexGroup(parts[i]))
            return -1;
        count += tail ? 2 : 1;
    }
    return count;
}

bool isIpv6(QStringView text)
{
    const qsizetype gap = text.indexOf(QLatin1String("::"));
    if (gap < 0)
        return ipv6Groups(text, true) == 8;
    const QStringView right = text.sliced(gap + 2);
    if (right.contains(QLatin1String("::")))
        return false;
    const int before = ipv6Groups(text.first(gap), false);
    const int after = ipv6Groups(right, true);
    return before >= 0 && after >= 0 && before + after <= 7;
}

bool isLocaleName(const QString &text)
{
    const QString dashed = QString(text).replace(u'_', u'-');
    const auto parts = QStringView(dashed).split(u'-');
    const bool subtags = std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        return !part.isEmpty() && part.size() <= 8 && std::all_of(part.begin(), part.end(), [](QChar c) {
            return c.isLetterOrNumber() && c.unicode() < 128;
        });
    });
    return subtags && QLocale::codeToLanguage(parts.first()) != QLocale::AnyLanguage;
}

QString shadowedMessage(const QString &key)
{
    return UserChecks::tr("%1 stands here twice; the last one counts.").arg(key);
}

void checkTables(const StatsigUser &user, QList<UserWarning> &warnings)
{
    for (const UserTable table : userTables) {
        const JsonMembers members = user.table(table);
        for (const int row : shadowedMembers(members))
            warnings << UserWarning {table, shadowedMessage(members[row].key), row};
    }
}

/// Without any ID every bucket is that of the empty text, the same for everybody.
bool lacksAnyId(const StatsigUser &user)
{
    return !user.isEmpty() && user.text(UserField::UserId).isEmpty()
        && user.table(UserTable::CustomIds).isEmpty();
}

} // namespace

QList<UserWarning> checkUser(const StatsigUser &user)
{
    QList<UserWarning> warnings;
    for (const UserField field : userFields) {
        QString message = fieldWarning(field, user.text(field));
        if (field == UserField::UserId && lacksAnyId(user))
            message = UserChecks::tr("No userID and no custom ID: all such users share one bucket.");
        if (!message.isEmpty())
            warnings << UserWarning {field, message};
    }
    checkTables(user, warnings);
    return warnings;
}

QString fieldWarning(UserField field, const QString &text)
{
    if (text.isEmpty())
        return {};
    const auto unless = [](bool fine, const QString &message) { return fine ? QString() : message; };
    switch (field) {
    case UserField::UserId:
        return unless(text == text.trimmed(), UserChecks::tr("The ID begins or ends with a space."));
    case UserField::Email:
        return unless(isEmailAddress(text), UserChecks::tr("This does not look like an e-mail address."));
    case UserField::Ip:
        return unless(isIpAddress(text), UserChecks::tr("This is neither an IPv4 nor an IPv6 address."));
    case UserField::UserAgent:
        return unless(text.size() <= longestUserAgent,
            UserChecks::tr("SDKs ignore a user agent of more than %L1 characters.").arg(longestUserAgent));
    case UserField::Country:
        return unless(
            isCountryCode(text), UserChecks::tr("This is not a two-letter ISO country code, such as DE."));
    case UserField::Locale:
        return unless(isLocaleName(text), UserChecks::tr("This does not look like a locale, such as de-DE."));
    case UserField::AppVersion:
        return unless(isVersion(text),
            UserChecks::tr("Rules that compare versions need numbers between dots, such as 4.12.0."));
    }
    Q_UNREACHABLE();
}

QList<int> shadowedMembers(const JsonMembers &members)
{
    QSet<QString> seen;
    QList<int> rows;
    for (int row = int(members.size()) - 1; row >= 0; --row) {
        if (seen.contains(members[row].key))
            rows.prepend(row);
        seen.insert(members[row].key);
    }
    return rows;
}

bool isEmailAddress(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at <= 0 || text.lastIndexOf(u'@') != at)
        return false;
    const QStringView domain = text.sliced(at + 1);
    const bool spaced = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return !spaced && domain.contains(u'.') && !domain.startsWith(u'.') && !domain.endsWith(u'.');
}

bool isIpAddress(QStringView text)
{
    return isIpv4(text) || isIpv6(text);
}

bool isCountryCode(QStringView text)
{
    const bool letters = text.size() == 2
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() && c.unicode() < 128; });
    return letters && QLocale::codeToTerritory(text) != QLocale::AnyTerritory;
}

bool isVersion(QStringView text)
{
    const auto parts = text.first(text.indexOf(u'-') < 0 ? text.size() : text.indexOf(u'-')).split(u'.');
    return std::all_of(
        parts.begin(), parts.end(), [](QStringView part) { return isAsciiDigits(part.trimmed()); });
}

} // namespace Gatescope
