// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangelook.h"

namespace Gatescope {

Mark exchangeMark(ExchangeState state, const QString &word)
{
    switch (state) {
    case ExchangeState::Succeeded:
        return Marks::positive(word);
    case ExchangeState::Stopped:
        return Marks::neutral(word);
    case ExchangeState::Failed:
        return Marks::error(word);
    }
    Q_UNREACHABLE();
}

} // namespace Gatescope
