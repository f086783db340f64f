// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entityicons.h"

namespace Gatescope {

Theme::Icon iconOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Gate:
        return Theme::Icon::Gate;
    case EntityKind::Segment:
        return Theme::Icon::Segment;
    case EntityKind::Holdout:
        return Theme::Icon::Holdout;
    case EntityKind::DynamicConfig:
        return Theme::Icon::DynamicConfig;
    case EntityKind::Experiment:
        return Theme::Icon::Experiment;
    case EntityKind::Autotune:
        return Theme::Icon::Autotune;
    case EntityKind::Layer:
        return Theme::Icon::Layer;
    }
    return Theme::Icon::Gate;
}

Theme::Icon iconOf(ListedKind kind)
{
    return kind ? iconOf(*kind) : Theme::Icon::ParamStore;
}

} // namespace Gatescope
