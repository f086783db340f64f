// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluator.h>

namespace Gatescope {

/// {"user":N,"gates":{…},"configs":{…},"layers":{…}}: what every entity of the project is for one user.
QByteArray verdictLine(const Evaluator &evaluator, const EvaluationUser &user, qint64 number);

} // namespace Gatescope
