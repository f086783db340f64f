// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

namespace Gatescope {

enum class EntityStatus { On, Off, Active, NotActive, NotStarted, Shipped, Stopped, IdList };

EntityStatus statusOf(const Project &project, const Spec &spec);
/// "Active", "Not started" …
QString statusWords(EntityStatus status);
/// A short mark for lists; empty for what is usual.
QString statusMark(EntityStatus status);

/// "gate", "dynamic config" …
QString kindWords(EntityKind kind);
/// "Gates", "Dynamic configs" …
QString kindPlural(EntityKind kind);

} // namespace Gatescope
