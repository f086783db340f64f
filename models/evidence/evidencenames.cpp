// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evidencenames.h"

#include <models/explain/explanationnames.h>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr std::array entityKinds {EntityKind::Gate, EntityKind::Segment, EntityKind::Holdout,
    EntityKind::DynamicConfig, EntityKind::Experiment, EntityKind::Autotune, EntityKind::Layer};

} // namespace

QString evidenceName(EntityKind kind)
{
    const std::string_view name = jsonName(kind);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

std::optional<EntityKind> entityKindOf(const QString &name)
{
    const auto *found =
        std::ranges::find_if(entityKinds, [&name](EntityKind kind) { return evidenceName(kind) == name; });
    return found == entityKinds.end() ? std::nullopt : std::optional(*found);
}

} // namespace Gatescope
