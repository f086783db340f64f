// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>
#include <models/ports/statsigapi.h>
#include <models/statsig/initializeview.h>

#include <QHashFunctions>

#include <chrono>

namespace Gatescope {

/// One thing to ask the server about.
struct CheckItem
{
    EntityKind kind = EntityKind::Gate;
    QString name;
    bool operator==(const CheckItem &) const = default;
};
using CheckItems = QList<CheckItem>;

inline size_t qHash(const CheckItem &item, size_t seed = 0)
{
    return qHashMulti(seed, int(item.kind), item.name);
}

/// What came of asking about one item.
struct CheckAnswer
{
    using Content = std::variant<std::monostate, GateResult, ConfigResult, UnknownShape>;

    Endpoint endpoint = Endpoint::CheckGate;
    Content content;
    std::optional<Error> error;
    ExchangePtr exchange;
    JsonDocumentPtr body; ///< the whole answer; null if there is none

    std::chrono::microseconds time() const;
    bool operator==(const CheckAnswer &) const = default;
};

/// The part of an outcome that answers this item: in an answer for several gates the one of its name.
CheckAnswer answerFor(const CheckItem &item, Endpoint endpoint, const ApiOutcome &outcome);

/// What asks a server for an entry of an initialize response alone; none for parameter stores, which have no
/// endpoint, and where the name is not known for sure.
std::optional<CheckItem> checkItemOf(const InitializeEntry &entry);

/// Where the specs keep things of that kind.
SpecTable tableOf(EntityKind kind);

} // namespace Gatescope
