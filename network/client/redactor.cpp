// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "redactor.h"

#include <models/statsig/connection.h>

namespace Gatescope {

namespace {

/// Anything shorter is no secret, and would turn up in ordinary words.
constexpr qsizetype shortestSecret = 4;

} // namespace

Redactor::Redactor(const QString &key)
{
    if (key.size() < shortestSecret)
        return;
    m_key = key;
    m_hint = keyHint(key);
    m_keyBytes = key.toUtf8();
    m_hintBytes = m_hint.toUtf8();
}

QByteArray Redactor::operator()(QByteArray bytes) const
{
    if (!m_keyBytes.isEmpty())
        bytes.replace(m_keyBytes, m_hintBytes);
    return bytes;
}

QString Redactor::operator()(QString text) const
{
    if (!m_key.isEmpty())
        text.replace(m_key, m_hint);
    return text;
}

} // namespace Gatescope
