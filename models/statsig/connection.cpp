// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connection.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Gatescope {

namespace {

constexpr std::array<std::pair<QStringView, KeyKind>, 3> keyPrefixes {{
    {u"client-", KeyKind::Client},
    {u"secret-", KeyKind::Server},
    {u"console-", KeyKind::Console},
}};

QStringView keyPrefixOf(QStringView key)
{
    const auto found = std::find_if(keyPrefixes.begin(), keyPrefixes.end(),
        [key](const auto &known) { return key.startsWith(known.first); });
    return found == keyPrefixes.end() ? QStringView() : found->first;
}

} // namespace

KeyKind keyKindOf(QStringView key)
{
    if (key.isEmpty())
        return KeyKind::None;
    const auto found = std::find_if(keyPrefixes.begin(), keyPrefixes.end(),
        [key](const auto &known) { return key.startsWith(known.first); });
    return found == keyPrefixes.end() ? KeyKind::Unknown : found->second;
}

bool isProductionTier(QStringView tier)
{
    return tier.compare(productionTier, Qt::CaseInsensitive) == 0;
}

QString proxySecretId(const QString &connectionId)
{
    return connectionId + QStringLiteral("/proxy");
}

QString keyHint(QStringView key)
{
    if (key.isEmpty())
        return {};
    const QStringView prefix = keyPrefixOf(key);
    const qsizetype secretLength = key.size() - prefix.size();
    // At most a quarter of the secret part, so that a short key is not given away.
    const QStringView tail = key.right(std::min<qsizetype>(4, secretLength / 4));
    return prefix.toString() + QChar(0x2026) + tail.toString();
}

} // namespace Gatescope
