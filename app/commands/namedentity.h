// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>

#include <optional>

namespace Gatescope {

/// The one entity of a name, among all tables or in the given one. A segment is found with or without its
/// "segment:". Errors: BadInput with a sentence: there is none (with names like it), there are several, or it
/// is a parameter store (with what that refers to).
Result<EntityRef> namedEntity(const Project &project, const QString &name, std::optional<SpecTable> table);

/// Names like one that was mistyped, the likeliest first, at most three.
QStringList similarNames(const QString &name, const QStringList &names);

} // namespace Gatescope
