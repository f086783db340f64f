// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparison.h"
#include "memberindex.h"

namespace Gatescope {

/// One of two specs payloads that are compared, v1 or v2 (facts §2).
class SpecsSide
{
public:
    explicit SpecsSide(const ComparedDocument &document);

    JsonValue root() const { return m_root; }
    bool isV1() const { return m_isV1; }

    /// The specs of a table in their order; of those with the same name the last.
    struct Named
    {
        std::string name;
        JsonValue spec;
    };
    std::vector<Named> specs(std::string_view table) const;
    /// The conditions of a rule, each as an object where there is one.
    std::vector<JsonValue> conditions(const JsonValue &rule) const;
    /// The layer an experiment lives in; missing if in none.
    JsonValue layerOf(std::string_view experiment) const { return m_layers.find(experiment); }
    /// A condition as a clause: "country is one of DE, AT"; its JSON where the project cannot say it.
    QString conditionText(const JsonValue &condition, SpecTable table, std::string_view spec) const;

private:
    void readLayers();
    const Condition *compiled(const JsonValue &condition) const;

    JsonValue m_root;
    bool m_isV1;
    ProjectPtr m_project;
    MemberIndex m_conditions; ///< v2: by hash
    MemberIndex m_layers; ///< by experiment
    mutable std::unordered_map<JsonValue::Id, std::uint32_t> m_compiled; ///< filled when first asked
};

/// What people call a rule: its name, words for its ID, its group, else the ID.
QString ruleTitleOf(const JsonValue &rule);

} // namespace Gatescope
