// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "specsindex.h"

#include <QHash>

#include <stop_token>

namespace Gatescope {

/// Where in an entity a text was found first; names go before what stands inside.
struct SpecsHit
{
    enum class Place { Name, Rule, Target, Value, Parameter };

    Place place = Place::Name;
    QString where; ///< "rule DE rollout", "a target of rule DE rollout", "the default value", "parameter
                   ///< currency" of a store; empty for names
    bool operator==(const SpecsHit &) const = default;
};
/// "in a rule", for a cell; empty for names.
QString placeWords(SpecsHit::Place place);

using SpecsHits = QHash<std::uint32_t, SpecsHit>; ///< by item of SpecsIndex

/// Looks for the text, whatever the case, in the names of entities, rules and groups, in what rules compare
/// and in the values they give, and in what the parameters of stores are called, read and give. Any thread;
/// takes time that grows with the specs. What was found until a stop is returned.
SpecsHits searchSpecs(const SpecsIndex &specs, const QString &text, const std::stop_token &stop = {});

} // namespace Gatescope
