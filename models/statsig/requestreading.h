// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "requests.h"

#include <models/result.h>

namespace Gatescope {

/// A request read back from the body it was sent with, so that it can be sent again.
struct KeptRequest
{
    ApiRequest request;
    QStringList unknownFields; ///< that the request cannot carry and leaves out, such as "events[0].value"
    int maskedAttributes = 0; ///< private attributes left out, as the history holds no value for them
    QStringList maskedFields; ///< others left out because they repeat such a value: "user.email"
    bool loggedExposures = false; ///< it was sent with exposures on; `request` asks for none
    bool operator==(const KeptRequest &) const = default;
};

/// What stands in a kept body where the value of a private attribute stood.
inline constexpr char maskedPrivateValue[] = "[private]";

/// Users are as they were sent, with the tier that was filled in; events keep their times. Errors: BadInput
/// where the body is no request of that endpoint, or its very subject is masked. Pure; any thread.
Result<KeptRequest> readRequest(Endpoint endpoint, const QByteArray &body);

/// The request about another user; of log_event, each event's. That of the specs has none.
ApiRequest withUser(ApiRequest request, const StatsigUser &user);
/// With exposures on or off where the request has a say in it.
ApiRequest withExposures(ApiRequest request, bool logExposures);
/// Whether sending it has the server count or log something.
bool writes(const ApiRequest &request);
/// The user asked about, of log_event the first event's; empty for specs.
StatsigUser userOf(const ApiRequest &request);
/// The users' own tier: production, if one of them has it; empty, if the first has none.
QString userTierOf(const ApiRequest &request);

} // namespace Gatescope
