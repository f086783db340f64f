// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explanationuser.h"
#include "markdowntext.h"

namespace Gatescope {

namespace {

QByteArray maskedAttributes(const JsonValue &attributes)
{
    const QByteArray mask = jsonQuoted(privateMark());
    if (!attributes.isObject())
        return attributes.isNull() ? QByteArrayLiteral("null") : mask;
    QByteArray json = "{";
    for (quint32 i = 0; i < attributes.size(); ++i)
        json += (i > 0 ? QByteArray(",") : QByteArray()) + jsonQuoted(attributes.at(i).key()) + ':' + mask;
    return json + '}';
}

} // namespace

QByteArray userWithoutPrivate(const JsonValue &user)
{
    if (!user.isObject())
        return QByteArrayLiteral("{}");
    QByteArray json = "{";
    for (quint32 i = 0; i < user.size(); ++i) {
        const JsonValue member = user.at(i);
        const bool isPrivate = member.keyUtf8() == "privateAttributes";
        json += (i > 0 ? QByteArray(",") : QByteArray()) + jsonQuoted(member.key()) + ':'
            + (isPrivate ? maskedAttributes(member) : jsonCompact(member));
    }
    return json + '}';
}

} // namespace Gatescope
