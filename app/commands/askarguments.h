// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <models/statsig/requests.h>

#include <QUrl>

namespace Gatescope {

/// What `gatescope ask` is to ask.
struct AskArguments
{
    bool wantsHelp = false;
    Endpoint endpoint = Endpoint::CheckGate;
    QStringList names; ///< of gates, configs, …; empty where the endpoint takes none
    QString userFile; ///< empty where the endpoint takes no user
    QUrl apiUrl;
    QString tier;
    bool json = false;

    /// Errors: BadInput with a sentence naming the argument.
    static Result<AskArguments> read(const QStringList &arguments);
    /// One request for each name, or one; none of them logs an exposure.
    QList<ApiRequest> requests(const StatsigUser &user) const;
};

QString askHelp();

} // namespace Gatescope
