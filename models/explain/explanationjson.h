// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanation.h"

namespace Gatescope {

/// An explanation for programs, compact; docs/explain-json.md lists its members. `program` says who made it.
/// Any thread.
QByteArray explanationJson(const Explanation &explanation, const QString &program);

} // namespace Gatescope
