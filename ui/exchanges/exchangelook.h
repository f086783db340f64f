// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/exchangewords.h>
#include <ui/widgets/mark.h>

namespace Gatescope {

/// How an exchange went: "200", "Refused 401".
Mark exchangeMark(ExchangeState state, const QString &word);
inline Mark exchangeMark(const Exchange &exchange)
{
    return exchangeMark(stateOf(exchange), statusText(exchange));
}

} // namespace Gatescope
