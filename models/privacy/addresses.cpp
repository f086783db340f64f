// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "addresses.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gatescope {

namespace {

const QRegularExpression &emailExpression()
{
    static const QRegularExpression expression(
        QStringLiteral("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+"),
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

const QRegularExpression &ipV4Expression()
{
    static const QRegularExpression expression(
        QStringLiteral("(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?"
                       "![\\w]|\\.\\d)"));
    return expression;
}

/// All eight groups, or a "::" with some before it: a time of day is neither.
const QRegularExpression &ipV6Expression()
{
    static const QRegularExpression expression(
        QStringLiteral("(?<![\\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{"
                       "1,4}(?::[0-9a-f]{1,4}){0,5})?)(?![\\w:])"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

void take(const QString &text, const QRegularExpression &expression, Pseudonyms::Kind kind,
    QList<FoundAddress> &found)
{
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (!isNobodysAddress(match.captured()))
            found.append({match.capturedStart(), match.capturedLength(), kind});
    }
}

} // namespace

bool isNobodysAddress(const QString &address)
{
    static const QRegularExpression expression(
        QStringLiteral(
            "@example\\.invalid$|^127\\.|^0\\.0\\.0\\.0$|^192\\.0\\.2\\.|^198\\.51\\.100\\.|^203\\.0\\."
            "113\\.|^2001:db8:"),
        QRegularExpression::CaseInsensitiveOption);
    return expression.match(address).hasMatch();
}

QList<FoundAddress> addressesIn(const QString &text)
{
    QList<FoundAddress> found;
    // Most texts have none, and are asked whenever they are painted.
    if (text.contains(u'@'))
        take(text, emailExpression(), Pseudonyms::Kind::Email, found);
    if (text.count(u'.') >= 3)
        take(text, ipV4Expression(), Pseudonyms::Kind::Ip, found);
    if (text.count(u':') >= 2)
        take(text, ipV6Expression(), Pseudonyms::Kind::Ip, found);
    std::ranges::sort(found, {}, &FoundAddress::start);
    return found;
}

} // namespace Gatescope
