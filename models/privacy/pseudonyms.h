// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace Gatescope {

/// Names in place of values, which say nothing of them: the same value gives the same name within one salt,
/// whatever the case of its letters, and without the salt nobody can try values. They look like what they
/// stand for: "person-7f3a21@example.invalid", "192.0.2.7", "id-7f3a21", "value-7f3a21".
class Pseudonyms
{
public:
    enum class Kind { Email, Ip, Id, Text };

    Pseudonyms(); ///< a random salt
    explicit Pseudonyms(QByteArray salt)
        : m_salt(std::move(salt))
    { }

    QString of(Kind kind, const QString &value) const;

private:
    QByteArray digest(const QString &value) const;

    QByteArray m_salt;
};

/// What a text looks like: an e-mail address, an IP address, or a text.
Pseudonyms::Kind kindOfValue(const QString &value);

} // namespace Gatescope
