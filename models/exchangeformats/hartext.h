// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

#include <QList>

namespace Gatescope {

/// The exchanges as HTTP Archive 1.2, which browsers' developer tools open. The key's header holds
/// "$STATSIG_API_KEY". `version` is the program's. Any thread.
QByteArray harText(const QList<Exchange> &exchanges, const QString &version);

} // namespace Gatescope
