// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "environmentkey.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace Gatescope {

namespace {

QString trEnvironmentKey(const char *text)
{
    return QCoreApplication::translate("EnvironmentKey", text);
}

/// A name may begin like a key; keys go on with letters and digits alone.
bool isKey(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\b(client|secret|console)-[A-Za-z0-9]{16,}"));
    return form.match(text).hasMatch();
}

bool asksForKey(const QString &argument)
{
    static const QRegularExpression form(QStringLiteral("^--?(api-?key|key|secret|server-key)(=|$)"));
    return form.match(argument).hasMatch();
}

} // namespace

QString takeEnvironmentKey()
{
    const QString key = qEnvironmentVariable(environmentKeyName).trimmed();
#ifndef Q_OS_WIN
    // What the system shows of a process's environment is the text it was started with.
    if (char *text = std::getenv(environmentKeyName))
        std::memset(text, 0, std::strlen(text));
#endif
    qunsetenv(environmentKeyName);
    return key;
}

Result<> refuseKeyArguments(const QStringList &arguments)
{
    const bool hasKey = std::ranges::any_of(
        arguments, [](const QString &argument) { return isKey(argument) || asksForKey(argument); });
    if (!hasKey)
        return {};
    return failure(ErrorCode::BadInput,
        trEnvironmentKey(
            "A key is not taken as an argument: every program on this computer can read those. Put "
            "it into the environment as %1.")
            .arg(QLatin1String(environmentKeyName)));
}

Connection environmentConnection(const QString &key)
{
    Connection connection;
    connection.id = QStringLiteral("environment");
    connection.name = trEnvironmentKey("From the environment");
    connection.tier = productionTier.toString();
    connection.isTemporary = true;
    connection.keyKind = keyKindOf(key);
    connection.keyHint = keyHint(key);
    return connection;
}

} // namespace Gatescope
