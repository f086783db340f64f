// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

#include <QByteArrayList>

namespace Gatescope {

/// Values, as JSON, that may turn a condition one way or the other for somebody whose value is `current`
/// (JSON, empty if there is none): the targets themselves, their neighbours in order, the current value in
/// another type. Only guesses: the caller tries them. At most a dozen; never the current one.
QByteArrayList valuesToTry(const Condition &condition, const QByteArray &current);

} // namespace Gatescope
