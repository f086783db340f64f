// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

#include <QString>

#include <optional>

namespace Gatescope {

/// A kind of entity as evidence files write it, as explanations do: "dynamic_config".
QString evidenceName(EntityKind kind);
std::optional<EntityKind> entityKindOf(const QString &name);

} // namespace Gatescope
