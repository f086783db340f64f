// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "redactor.h"

#include <models/statsig/connection.h>

namespace Gatescope {

namespace {

/// Anything shorter is no secret, and would turn up in ordinary words.
constexpr qsizetype shortestSecret = 4;
constexpr qsizetype shortestPassword = 8;

} // namespace

Redactor::Redactor(const QString &key)
{
    if (key.size() >= shortestSecret)
        add(key, keyHint(key));
}

void Redactor::addPassword(const QString &user, const QString &password)
{
    const QString hint(QChar(0x2026));
    if (password.size() >= shortestPassword)
        add(password, hint);
    // As it stands in Proxy-Authorization, which a proxy may repeat.
    if (!password.isEmpty())
        add(QString::fromLatin1((user + QLatin1Char(':') + password).toUtf8().toBase64()), hint);
}

void Redactor::add(const QString &text, const QString &hint)
{
    m_replacements.append({text, hint, text.toUtf8(), hint.toUtf8()});
}

QByteArray Redactor::operator()(QByteArray bytes) const
{
    for (const Replacement &each : m_replacements)
        bytes.replace(each.textBytes, each.hintBytes);
    return bytes;
}

QString Redactor::operator()(QString text) const
{
    for (const Replacement &each : m_replacements)
        text.replace(each.text, each.hint);
    return text;
}

} // namespace Gatescope
