// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "localwitness.h"

namespace Gatescope {

/// What an evaluation looked at that a server may see otherwise.
struct WitnessTouches
{
    /// A field and what was found there.
    struct Field
    {
        QString name;
        QString value;
        bool operator==(const Field &) const = default;
    };
    enum class TierSource { User, DefaultEnvironment, Nowhere };

    bool isRuleKnown = true; ///< the specs have the rule the server decided by
    QStringList idLists;
    std::optional<Field> country; ///< of the IP address; empty value: the table has none for it
    bool wantsIp = false; ///< asked for a country, and the user has neither that nor an IP address
    QList<Field> agentFields; ///< read from the user agent
    bool wantsUserAgent = false; ///< asked for one of its fields, and the user has neither
    std::optional<TierSource> tierSource; ///< asked for the tier
    QString tier;
    std::optional<QString> targetApp;
    bool readsClock = false;
    QStringList autotunes; ///< that learn

    bool operator==(const WitnessTouches &) const = default;
};

WitnessTouches touchesOf(const CheckItem &item, const CheckAnswer &live, const LocalWitness &witness);

} // namespace Gatescope
