// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

#include <QStringList>

namespace Gatescope {

/// User agents that may turn a condition on what one says (facts §6.1): the current one in another version,
/// then common devices that differ in the field asked for.
QStringList agentsToTry(const Condition &condition, const QString &current);

} // namespace Gatescope
