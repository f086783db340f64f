// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>

#include <QHash>
#include <QStringList>

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Gatescope {

/// One parameter of a store, and where its value comes from (facts §1.7, param_stores).
struct StoreParameter
{
    enum class Source {
        Static, ///< a value of its own
        Gate, ///< one of two values
        DynamicConfig, ///< a parameter of another entity, as the following
        Experiment,
        Layer,
        Other, ///< of a type that no SDK is known to serve, or of none
    };

    QString name;
    QString type; ///< param_type, as written; may be empty
    Source source = Source::Other;
    EntityRef entity; ///< what it reads; without a name: nothing
    JsonValue json;

    bool readsEntity() const { return source != Source::Static && source != Source::Other; }
};

/// An entity that a store reads, with all parameters that do.
struct StoreRead
{
    EntityRef entity;
    EntityKind kind = EntityKind::Gate; ///< where the specs lack it: what the parameter takes it for
    std::optional<std::uint32_t> spec; ///< into Project::specs(); none: the specs lack it
    QStringList parameters;
    bool operator==(const StoreRead &) const = default;
};

struct ParamStore
{
    QString name;
    QStringList apps;
    std::vector<StoreParameter> parameters;
    std::vector<StoreRead> reads; ///< in the order of the parameters
    JsonValue json;
};

/// The parameter stores of a project; none where the payload has none or they have another shape. Immutable,
/// any thread; the project has to outlive it.
class ParamStores
{
public:
    explicit ParamStores(const Project &project);

    /// How many there are, without reading them.
    static std::size_t count(const Project &project);
    /// Whether there is one of that name, without reading them.
    static bool contains(const Project &project, const QString &name);

    const std::vector<ParamStore> &all() const { return m_stores; }
    /// Of stores with the same name the last.
    std::optional<std::uint32_t> find(const QString &name) const;
    /// Which stores read an entity, into all(), and how.
    std::vector<std::pair<std::uint32_t, const StoreRead *>> readersOf(std::uint32_t spec) const;

private:
    struct Use
    {
        std::uint32_t store = 0;
        std::size_t read = 0; ///< into ParamStore::reads
    };

    std::vector<ParamStore> m_stores;
    QHash<QString, std::uint32_t> m_byName;
    std::unordered_map<std::uint32_t, std::vector<Use>> m_uses; ///< by spec
};

} // namespace Gatescope
