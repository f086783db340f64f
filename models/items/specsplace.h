// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entitystatus.h"

#include <models/evaluation/phrase.h>
#include <models/evaluation/project.h>

#include <QVariant>

#include <optional>
#include <variant>

namespace Gatescope {

/// A parameter store as a link's target: valid also after the project was replaced.
struct StoreRef
{
    QString name;
    bool operator==(const StoreRef &) const = default;
};

/// What the specs lead to: an entity, or a parameter store, which is none (facts §2.1): it has no rules, and
/// nobody evaluates it.
using SpecsPlace = std::variant<EntityRef, StoreRef>;

/// The full name, as the payload has it.
QString nameOf(const SpecsPlace &place);

/// Where a name leads to in specs; none where they lack it, or there are none.
std::optional<SpecsPlace> entityPlace(const ProjectPtr &specs, SpecTable table, const QString &name);
std::optional<SpecsPlace> storePlace(const ProjectPtr &specs, const QString &name);
/// As the Specs page is asked for it, of Page::pageRequested().
QVariant specsSubject(const SpecsPlace &place);

/// The kind of an entity; none: a parameter store.
using ListedKind = std::optional<EntityKind>;

QString listedWords(ListedKind kind); ///< "gate", "parameter store"
QString listedPlural(ListedKind kind);

} // namespace Gatescope

Q_DECLARE_METATYPE(Gatescope::ListedKind)
