// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Gatescope {

/// Replaces one API key by its hint wherever it turns up, and a proxy's password with it.
class Redactor
{
public:
    Redactor() = default;
    explicit Redactor(const QString &key);
    /// Of a proxy. Shorter than eight characters it could be an ordinary word of an answer, and is left.
    void addPassword(const QString &user, const QString &password);

    QByteArray operator()(QByteArray bytes) const;
    QString operator()(QString text) const;

private:
    struct Replacement
    {
        QString text;
        QString hint;
        QByteArray textBytes;
        QByteArray hintBytes;
    };
    void add(const QString &text, const QString &hint);

    QList<Replacement> m_replacements;
};

} // namespace Gatescope
