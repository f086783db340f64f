// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace Gatescope {

/// Replaces one API key by its hint wherever it turns up.
class Redactor
{
public:
    Redactor() = default;
    explicit Redactor(const QString &key);

    QByteArray operator()(QByteArray bytes) const;
    QString operator()(QString text) const;

private:
    QString m_key;
    QString m_hint;
    QByteArray m_keyBytes;
    QByteArray m_hintBytes;
};

} // namespace Gatescope
