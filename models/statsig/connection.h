// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace Gatescope {

/// What an SDK key may do, read from its prefix (facts §1.1, "Key types").
enum class KeyKind { None, Client, Server, Console, Unknown };
KeyKind keyKindOf(QStringView key);
/// What is shown of a key at most: "secret-…f3Qa"; shorter keys show less.
QString keyHint(QStringView key);

inline constexpr QStringView productionTier = u"production";

/// Where requests go. The key itself is in the SecretStore under `id`, and nowhere else.
struct Connection
{
    QString id; ///< stable, opaque
    QString name;
    QUrl apiUrl = QUrl(QStringLiteral("https://api.statsig.com/v1"));
    QUrl eventsUrl = QUrl(QStringLiteral("https://events.statsigapi.net/v1"));
    QString tier; ///< sent as statsigEnvironment.tier where the user has none; may be any text
    QString caFile; ///< extra PEM certificates to trust; empty: the system's only
    bool exposuresOn = false; ///< exposures are asked off unless the user switched them on
    bool builtIn = false; ///< the sandbox: cannot be edited or removed
    KeyKind keyKind = KeyKind::None;
    QString keyHint; ///< kind and last four characters, for display

    bool isProduction() const { return tier.compare(productionTier, Qt::CaseInsensitive) == 0; }
    bool operator==(const Connection &) const = default;
};

} // namespace Gatescope
