// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/connection.h>
#include <models/statsig/exchange.h>
#include <models/statsig/requestreading.h>

namespace Gatescope {

/// An exchange as it would be asked again.
struct ReplayPlan
{
    Connection connection;
    ApiRequest request;
    QStringList remarks; ///< sentences on what is not as it was, to be read before it is sent
    QString afterword; ///< a sentence to stand beside the answer; may be empty
};

/// Exposures are asked off unless the connection has them on. `user` takes the place of the one asked about.
/// Errors: BadInput where the body cannot be asked again, Unsupported where the connection's key may not.
Result<ReplayPlan> planReplay(
    const Exchange &exchange, const Connection &connection, const std::optional<StatsigUser> &user = {});

/// What the button says: "Send again", "Send 3 events again".
QString replayAction(const ApiRequest &request);
/// What sending would leave behind, for the one who has to type the connection's name; empty where nothing.
QString replayConsequence(const ApiRequest &request);
/// On the private attributes of a kept request that are not there, "2 private attributes are masked in the
/// history and not sent."; not `isSent`: taken into the
/// composer. Empty: all are there.
QString maskedSentence(const KeptRequest &kept, bool isSent = true);

} // namespace Gatescope
