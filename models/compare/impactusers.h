// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "impact.h"

#include <models/privacy/keptuser.h>

#include <QList>

#include <stop_token>

namespace Gatescope {

/// Evaluates each line of a JSONL text for a run; empty lines are passed over. Errors: BadInput with a
/// sentence that names the line (from 1), Cancelled.
Result<> addUserLines(ImpactRun &run, const QByteArray &text, const std::stop_token &stop = {});

/// Evaluates users of the history for a run, but for `known` (as it is sent), who is evaluated already; says
/// how many. Errors: Cancelled.
Result<qint64> addHistoryUsers(
    ImpactRun &run, const QList<KeptUser> &users, const QByteArray &known, const std::stop_token &stop = {});

} // namespace Gatescope
