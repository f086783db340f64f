// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "statsigevent.h"

namespace Gatescope {

/// Events in the middle of being composed, with what cannot be sent yet: a number that is none, a name that
/// is missing.
QByteArray eventDraftsToJson(const QList<StatsigEvent> &events);
/// What is not understood is left out.
QList<StatsigEvent> eventDraftsFromJson(const QByteArray &json);

} // namespace Gatescope
