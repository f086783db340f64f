// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsondocument.h"

#include <QStringList>

#include <algorithm>

namespace Gatescope {

namespace {

/// RFC 9535, member-name-shorthand.
bool isDotName(const QString &name)
{
    const auto isFirst = [](QChar c) {
        const char16_t unit = c.unicode();
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit == '_' || unit >= 0x80;
    };
    const auto isLater = [&isFirst](
                             QChar c) { return isFirst(c) || (c.unicode() >= '0' && c.unicode() <= '9'); };
    return !name.isEmpty() && isFirst(name[0]) && std::ranges::all_of(name, isLater) && name.isValidUtf16();
}

QString escapedUnit(QChar c)
{
    switch (c.unicode()) {
    case '\b':
        return QStringLiteral("\\b");
    case '\t':
        return QStringLiteral("\\t");
    case '\n':
        return QStringLiteral("\\n");
    case '\f':
        return QStringLiteral("\\f");
    case '\r':
        return QStringLiteral("\\r");
    case '\'':
        return QStringLiteral("\\'");
    case '\\':
        return QStringLiteral("\\\\");
    default:
        return QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
    }
}

QString bracketName(const QString &name)
{
    QString out = QStringLiteral("['");
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool pair = c.isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate();
        if (pair) {
            out += name.mid(i++, 2);
        } else if (c.unicode() < 0x20 || c == QLatin1Char('\'') || c == QLatin1Char('\\')
            || c.isSurrogate()) {
            out += escapedUnit(c);
        } else {
            out += c;
        }
    }
    return out + QStringLiteral("']");
}

template<class Part>
QString joinedPath(JsonValue value, const Part &part)
{
    QStringList parts;
    for (; value.parent().isValid(); value = value.parent())
        parts.prepend(part(value));
    return parts.join(QString());
}

} // namespace

QString JsonValue::jsonPath() const
{
    if (!isValid())
        return {};
    const auto part = [](const JsonValue &value) -> QString {
        if (!value.hasKey())
            return QStringLiteral("[%1]").arg(value.row());
        const QString name = value.key();
        return isDotName(name) ? QLatin1Char('.') + name : bracketName(name);
    };
    return QLatin1Char('$') + joinedPath(*this, part);
}

QString JsonValue::jsonPointer() const
{
    const auto part = [](const JsonValue &value) -> QString {
        if (!value.hasKey())
            return QLatin1Char('/') + QString::number(value.row());
        QString name = value.key();
        name.replace(QLatin1Char('~'), QStringLiteral("~0")).replace(QLatin1Char('/'), QStringLiteral("~1"));
        return QLatin1Char('/') + name;
    };
    return joinedPath(*this, part);
}

} // namespace Gatescope
