// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "namelist.h"

#include <models/evaluation/project.h>
#include <models/statsig/requests.h>

#include <array>

namespace Gatescope {

/// The names a project knows, found by the hash an initialize response gives in their place (facts §1.7, §5).
class HashedNames
{
public:
    /// Names are unique within one of these only.
    enum class Space { Gates, Configs, Layers, ParamStores };

    /// Hashes every name of the project's specs and parameter stores, and those of a list, which may be of
    /// anything; either may be null. Any thread.
    HashedNames(ProjectPtr project, HashAlgorithm algorithm, const NameList *list = nullptr);

    HashAlgorithm algorithm() const { return m_algorithm; }
    const ProjectPtr &project() const { return m_project; }
    /// The names that have this hash: none, one, or several whose hashes collide. Unhashed ones are always
    /// known.
    QStringList names(Space space, std::string_view hash) const;
    /// The spec behind a hash if exactly one of the names is a spec's; else null.
    const Spec *spec(Space space, std::string_view hash) const;

private:
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    using Index = std::unordered_multimap<std::string, std::string, TextHash, std::equal_to<>>;

    void add(Space space, const std::string &name);
    void addHashed(Space space, const std::string &hash, const std::string &name);
    const Index &index(Space space) const { return m_index[std::size_t(space)]; }

    ProjectPtr m_project;
    HashAlgorithm m_algorithm;
    std::array<Index, 4> m_index;
};

} // namespace Gatescope
