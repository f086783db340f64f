// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>
#include <models/statsig/statsiguser.h>

namespace Gatescope {

/// The endpoint that an address names by the last part of its path; that of the SDKs' "rgstr" is log_event.
std::optional<Endpoint> endpointAt(const QUrl &url);
/// The endpoint that a body is meant for, where its address does not tell: a proxy's own name.
Endpoint endpointOfBody(const JsonValue &body);
/// What a body asks about, as Exchange::subject has it; empty for initialize and downloads.
QString subjectOfBody(Endpoint endpoint, const JsonValue &body);

/// The users that an exchange's request carries, each once, in their order: the body's own, then the events'.
/// A user that cannot be read is left out. Takes a time that grows with the body.
QList<StatsigUser> usersOf(const Exchange &exchange);
/// The first of them; the error says that there is none. Takes a time that grows with the body.
Result<StatsigUser> userOf(const Exchange &exchange);

} // namespace Gatescope
