// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "pseudonyms.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

namespace Gatescope {

namespace {

/// The networks that are set aside for examples (RFC 5737).
constexpr std::array networks {"192.0.2.", "198.51.100.", "203.0.113."};

QString ipPseudonym(const QString &value, const QByteArray &digest)
{
    if (value.contains(u':'))
        return QStringLiteral("2001:db8::%1:%2")
            .arg(QString::fromLatin1(digest.left(2).toHex()), QString::fromLatin1(digest.mid(2, 2).toHex()));
    const auto network = std::size_t(uchar(digest[0])) % networks.size();
    return QLatin1String(networks.at(network)) + QString::number(1 + uchar(digest[1]) % 254);
}

} // namespace

Pseudonyms::Pseudonyms()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    m_salt = QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words));
}

QByteArray Pseudonyms::digest(const QString &value) const
{
    return QMessageAuthenticationCode::hash(
        value.toCaseFolded().toUtf8(), m_salt, QCryptographicHash::Sha256);
}

QString Pseudonyms::of(Kind kind, const QString &value) const
{
    const QByteArray mac = digest(value);
    const QString name = QString::fromLatin1(mac.left(3).toHex());
    switch (kind) {
    case Kind::Email:
        return QStringLiteral("person-%1@example.invalid").arg(name);
    case Kind::Ip:
        return ipPseudonym(value, mac);
    case Kind::Id:
        return QStringLiteral("id-") + name;
    case Kind::Text:
        break;
    }
    return QStringLiteral("value-") + name;
}

Pseudonyms::Kind kindOfValue(const QString &value)
{
    static const QRegularExpression email(QStringLiteral("^[^\\s@]+@[^\\s@]+$"));
    static const QRegularExpression ip(
        QStringLiteral("^(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})$"),
        QRegularExpression::CaseInsensitiveOption);
    if (email.match(value).hasMatch())
        return Pseudonyms::Kind::Email;
    return ip.match(value).hasMatch() ? Pseudonyms::Kind::Ip : Pseudonyms::Kind::Text;
}

} // namespace Gatescope
